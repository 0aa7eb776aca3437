import type { Link } from '../../model/records/link.ts';
import type { Place } from '../../model/records/place.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import { type Members, membersIndex, personasOf } from '../audience.ts';
import { type Feelings, feelingsOf } from '../feelings.ts';
import { allGaps, type Gap } from '../gaps.ts';
import type { Handoff } from '../handoffs.ts';
import { type Aspects, aspectsOf } from '../hear.ts';
import { type Leads, leadsOf } from '../leads.ts';
import { type Reading, readingOf } from '../reading.ts';
import { type Silence, silenceOf } from './silence.ts';

/** What rules look at: the map, and what is known of it as a whole. */
export interface Ground {
  readonly map: MapTables;
  readonly aspects: Aspects;
  readonly reading: Reading;
  readonly members: Members;
  readonly personaIds: readonly string[];
  readonly feelings: Feelings;
  readonly leads: Leads;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  readonly gaps: readonly Gap[];
  readonly silence: Silence;
  readonly kpis: Documents['library']['kpis'];
  /** The day on which it is looked at, `YYYY-MM-DD`; null where age is not judged. */
  readonly today: string | null;
}

export function groundOf(docs: Documents, handoffs: ReadonlyMap<string, Handoff>, today: string | null = null): Ground {
  const { map } = docs;
  const reading = readingOf(map);
  const members = membersIndex(map);
  const personaIds = personasOf(map);
  return {
    map,
    aspects: aspectsOf(map),
    reading,
    members,
    personaIds,
    feelings: feelingsOf(map),
    leads: leadsOf(map, reading),
    handoffs,
    gaps: allGaps(docs, handoffs, reading),
    silence: silenceOf(map.touchpoints, reading, members, personaIds),
    kpis: docs.library.kpis,
    today,
  };
}

/** With what a sentence about a hit is made. */
export type Data = Readonly<Record<string, string | number>>;

/** What a rule finds at a place. */
export interface Hit {
  readonly place: Place;
  readonly data: Data;
  readonly remedy?: 'split';
}

/** Looks at one touchpoint, and at nothing else of the map. Null is no hit. */
export interface TouchpointRule {
  readonly at: 'touchpoint';
  readonly remedy?: 'split';
  look(touchpoint: Touchpoint): Data | null;
}

/** One lead with everything that belongs to it alone. */
export interface SeenLead {
  readonly handoff: Handoff;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
  readonly link: Link | undefined;
  /** What is felt at its ends. */
  readonly before: ReadonlyMap<string, number> | undefined;
  readonly after: ReadonlyMap<string, number> | undefined;
}

/** Looks at one lead, and at those parts of the ground that it names. Null is no hit. */
export interface LeadRule {
  readonly at: 'lead';
  reads(ground: Ground): readonly unknown[];
  look(seen: SeenLead, ground: Ground): Data | null;
}

/** Looks at the whole, of which it names what it reads. Finds its hits in reading order. */
export interface MapRule {
  readonly at: 'map';
  reads(ground: Ground): readonly unknown[];
  find(ground: Ground): Hit[];
}

export type Rule = TouchpointRule | LeadRule | MapRule;

export function atTouchpoint(id: string): Place {
  return { placeId: id, toId: null };
}
