import { belongsTo, membersIndex } from '../analysis/audience.ts';
import type { Handoff } from '../analysis/handoffs.ts';
import type { SessionState } from '../editor/session.ts';
import type { BandSource } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { inOrder } from '../model/order.ts';
import type { Persona } from '../model/records/persona.ts';
import type { Place } from '../model/records/place.ts';
import type { Documents, MapTables } from '../model/tables.ts';

/** What of a map the session's filter, way and bands leave to be seen. */
export interface Shown {
  /** The personas looked at, in the map's order; all of the map's when no filter is set. */
  readonly personas: readonly Persona[];
  /** Ids of touchpoints and links that are not laid out. */
  readonly leftOut: ReadonlySet<string>;
  /** Ids of touchpoints and links that stand back, and of opportunities and evidence about nothing else. */
  readonly faded: ReadonlySet<string>;
  readonly bands: readonly BandSource[];
  /** Of which alone something is counted, by the ids of ways; null for all. */
  readonly focus: ReadonlySet<string> | null;
}

export type Looked = Pick<SessionState, 'personaFilter' | 'filterMode' | 'sideBySide' | 'way' | 'focusIds'>;

/** Everything, in one band. */
export const lookAtAll: Looked = {
  personaFilter: [],
  filterMode: 'fade',
  sideBySide: false,
  way: null,
  focusIds: null,
};

const nothing: ReadonlySet<string> = new Set();

/** Works out what is left out, what stands back, and whose bands there are. */
export function shownOf(docs: Documents, { personaFilter, filterMode, sideBySide, way, focusIds }: Looked): Shown {
  const all = inOrder(Object.values(docs.map.mapPersonas)).flatMap(
    ({ personaId }) => docs.library.personas[personaId] ?? [],
  );
  // A persona that has left the map filters nothing.
  const wanted = all.filter((persona) => personaFilter.includes(persona.id));
  const personas = wanted.length > 0 ? wanted : all;
  const others = wanted.length > 0 ? othersThan(docs.map, wanted) : nothing;
  const off = union(
    way === null ? nothing : besides(docs.map, way),
    focusIds === null ? nothing : allBut(docs.map, focusIds),
  );
  const hides = filterMode === 'hide';
  return {
    personas,
    leftOut: hides ? others : nothing,
    faded: withWhatHangsOn(docs.map, hides ? off : union(others, off)),
    bands: sideBySide
      ? personas.map((persona) => {
          const { id: personaId, name, color, shape } = persona;
          return { personaId, name, look: { color, shape }, leftOut: othersThan(docs.map, [persona]) };
        })
      : [],
    focus: focusIds === null ? null : new Set(focusIds),
  };
}

/** Touchpoints and links that belong to none of the personas; a link goes with its ends. */
function othersThan(map: MapTables, personas: readonly Persona[]): ReadonlySet<string> {
  const members = membersIndex(map);
  if (members.size === 0) return nothing;
  const ids = personas.map((persona) => persona.id);
  const others = new Set<string>();
  for (const id in map.touchpoints) if (!belongsTo(members, id, ids)) others.add(id);
  for (const id in map.links) {
    const { from, to } = map.links[id] as MapTables['links'][string];
    if (!belongsTo(members, id, ids) || others.has(from) || others.has(to)) others.add(id);
  }
  return others;
}

/** With the opportunities and pieces of evidence all of whose places stand back. */
function withWhatHangsOn(map: MapTables, faded: ReadonlySet<string>): ReadonlySet<string> {
  if (faded.size === 0) return faded;
  const isBack = ({ placeId, toId }: Place) =>
    faded.has(placeId) || (toId !== null && (faded.has(toId) || faded.has(pairId('link', placeId, toId))));
  const seen = new Set<string>();
  const about = new Set<string>();
  const note = (id: string, place: Place) => {
    about.add(id);
    if (!isBack(place)) seen.add(id);
  };
  for (const tie of Object.values(map.ties)) note(tie.opportunityId, tie);
  for (const citation of Object.values(map.citations)) note(citation.evidenceId, citation);
  return union(faded, new Set([...about].filter((id) => !seen.has(id))));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b]);
}

function allBut(map: MapTables, ids: readonly string[]): ReadonlySet<string> {
  const kept = new Set(ids);
  return new Set([...Object.keys(map.touchpoints), ...Object.keys(map.links)].filter((id) => !kept.has(id)));
}

/** Touchpoints and links that are not on a way. */
function besides(map: MapTables, way: readonly string[]): ReadonlySet<string> {
  const on = new Set(way);
  const hops = new Set(way.slice(1).map((id, index) => `${way[index]}>${id}`));
  const others = new Set<string>();
  for (const id in map.touchpoints) if (!on.has(id)) others.add(id);
  for (const id in map.links) {
    const { from, to } = map.links[id] as MapTables['links'][string];
    if (!hops.has(`${from}>${to}`)) others.add(id);
  }
  return others;
}

/** True of a handoff of which nothing is left out, in one band at least, nor stands back. */
export function isHandoffSeen(
  { leftOut, faded, bands, focus }: Pick<Shown, 'leftOut' | 'faded' | 'bands' | 'focus'>,
  { linkId, from, to }: Pick<Handoff, 'linkId' | 'from' | 'to'>,
): boolean {
  const isOff = (off: ReadonlySet<string>) => off.has(linkId) || off.has(from) || off.has(to);
  return (
    (focus === null || focus.has(linkId)) &&
    !isOff(leftOut) &&
    !isOff(faded) &&
    (bands.length === 0 || bands.some(({ leftOut: others }) => !isOff(others)))
  );
}
