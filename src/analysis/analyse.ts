import { type Lens, lensField } from '../model/lens.ts';
import type { Documents } from '../model/tables.ts';
import { membersIndex, personasOf } from './audience.ts';
import { type Claims, claimsOf, placeKey } from './claims.ts';
import { createFeelings } from './feelings.ts';
import { createFindings, type Finding } from './findings.ts';
import { createGaps, type Gap } from './gaps.ts';
import type { Handoff } from './handoffs.ts';
import { createEar, type Heard } from './hear.ts';
import { createHandoffs } from './keepHandoffs.ts';
import { type Lead, leadsOf } from './leads.ts';
import { type Coverage, coverage, handoffMatrix, type Matrix } from './matrix.ts';
import { type Reading, readingOf } from './reading.ts';
import { keepFields, keepItems, keepList, keepWhole, remember } from './remember.ts';
import type { Ground } from './rules/ground.ts';
import { silenceOf } from './rules/silence.ts';

/** Everything that follows from a map's records as they are. */
export interface Analysis {
  /** By link id, in reading order; the implied ones where the map has no links. */
  readonly handoffs: ReadonlyMap<string, Handoff>;
  /** Rule by rule, each in reading order. */
  readonly findings: readonly Finding[];
  /** The highest rank first. */
  readonly gaps: readonly Gap[];
  readonly matrices: Readonly<Record<Lens, Matrix>>;
  readonly coverage: Readonly<Record<Lens, Coverage>>;
  /** What the map says, and how much of it rests on evidence. */
  readonly claims: Claims;
}

/** What parts of an analysis are made from. */
interface Stand {
  readonly heard: Heard;
  readonly reading: Reading;
  readonly handoffs: Analysis['handoffs'];
}

/**
 * A running analysis of one map: called with its documents after a change it computes anew what the change touches, and
 * what says the same as before is the same object, up to the whole. The result equals that of a fresh one.
 * Figures age against `today` (`YYYY-MM-DD`); where it is left out age is not judged.
 */
export function createAnalysis(today: string | null = null): (docs: Documents) => Analysis {
  const hear = createEar();
  const groundFrom = createGround(today);
  const handoffsOf = createHandoffs();
  const findingsOf = createFindings();
  const gapsOf = createGaps();
  const matricesOf = createEachLens((lens) =>
    remember(
      ({ heard: { aspects, library }, handoffs }: Stand) => [
        aspects[lensField[lens]],
        library[lensField[lens]],
        handoffs,
      ],
      ({ heard, handoffs }) => handoffMatrix(heard, lens, handoffs),
      keepMatrix,
    ),
  );
  const coverageOf = createEachLens((lens) =>
    remember(
      ({ heard: { map, aspects, library }, reading }: Stand) => [
        aspects[lensField[lens]],
        library[lensField[lens]],
        map.steps,
        reading,
      ],
      ({ heard, reading }) => coverage(heard, lens, reading),
      keepWhole,
    ),
  );
  const claimsFrom = remember(
    ({ heard: { map, aspects, drawn }, reading }: Stand) => [
      ...[map.citations, map.evidence, map.verdicts, map.sentiments, aspects.placed],
      ...[drawn, reading],
    ],
    ({ heard, reading }) => claimsOf(heard.map, reading),
    keepClaims,
  );
  let last: Analysis | null = null;
  return (docs) => {
    const heard = hear(docs);
    const ground = groundFrom(heard);
    const { reading, leads } = ground;
    const handoffs = handoffsOf({ heard, leads });
    const stand: Stand = { heard, reading, handoffs };
    const gaps = gapsOf({ map: heard.map, reading, handoffs });
    const now: Analysis = {
      handoffs,
      findings: findingsOf({ ...ground, handoffs, gaps }),
      gaps,
      matrices: matricesOf(stand),
      coverage: coverageOf(stand),
      claims: claimsFrom(stand),
    };
    last = last === null ? now : keepFields(last, now);
    return last;
  };
}

/** What is known of a map as a whole, but for its handoffs and gaps; each part is another object only when it says something else. */
function createGround(today: string | null): (heard: Heard) => Omit<Ground, 'handoffs' | 'gaps'> {
  const readingFrom = remember(
    ({ map, aspects }: Heard) => [map.stages, map.steps, aspects.placed],
    ({ map }) => readingOf(map),
  );
  const membersFrom = remember(
    ({ map }: Heard) => [map.memberships],
    ({ map }) => membersIndex(map),
  );
  const personasFrom = remember(
    ({ map }: Heard) => [map.mapPersonas, map.memberships],
    ({ map }): readonly string[] => personasOf(map),
    keepItems,
  );
  const feelingsFrom = createFeelings();
  const isLinked = remember(
    ({ drawn }: Heard) => [drawn],
    ({ drawn }) => Object.keys(drawn).length > 0,
  );
  let known: ReadonlyMap<string, Lead> = new Map();
  const leadsFrom = remember(
    (heard: Heard) => [
      heard.drawn,
      readingFrom(heard),
      ...(!isLinked(heard) ? [heard.map.mapPersonas, heard.map.memberships] : []),
    ],
    (heard) => {
      const leads = leadsOf(heard.map, readingFrom(heard), known);
      known = new Map(leads.all.map((lead) => [lead.linkId, lead]));
      return leads;
    },
    (before, now) => (before.drawn === now.drawn && keepItems(before.all, now.all) === before.all ? before : now),
  );
  const silenceFrom = remember(
    (heard: Heard) => [readingFrom(heard), membersFrom(heard), personasFrom(heard)],
    (heard) => silenceOf(heard.map.touchpoints, readingFrom(heard), membersFrom(heard), personasFrom(heard)),
  );
  return (heard) => ({
    map: heard.map,
    aspects: heard.aspects,
    reading: readingFrom(heard),
    members: membersFrom(heard),
    personaIds: personasFrom(heard),
    feelings: feelingsFrom(heard.map.sentiments),
    leads: leadsFrom(heard),
    silence: silenceFrom(heard),
    kpis: heard.library.kpis,
    today,
  });
}

/** Cells that say the same stay, each by itself. */
function keepMatrix(before: Matrix, now: Matrix): Matrix {
  const cells = keepList(before.cells, now.cells, ({ from, to }) => `${from} ${to}`);
  return keepWhole(before, { ...now, cells });
}

/** Claims that say the same stay, each by itself. */
function keepClaims(before: Claims, now: Claims): Claims {
  const all = keepList(before.all, now.all, ({ kind, place, personaId }) => `${kind} ${placeKey(place)} ${personaId}`);
  return all === before.all ? before : { ...now, all };
}

/** One running part for each lens, joined; the whole stays while all three do. */
function createEachLens<R>(create: (lens: Lens) => (stand: Stand) => R): (stand: Stand) => Readonly<Record<Lens, R>> {
  const parts = { channel: create('channel'), device: create('device'), department: create('department') };
  let last: Readonly<Record<Lens, R>> | null = null;
  return (stand) => {
    const now = { channel: parts.channel(stand), device: parts.device(stand), department: parts.department(stand) };
    last = last === null ? now : keepFields(last, now);
    return last;
  };
}
