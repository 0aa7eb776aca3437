import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { Grouping, PlaceCount, Trail } from '../../analysis/data/countPlaces.ts';
import type { MapTables } from '../../model/tables.ts';

type Level = 'touchpoint' | 'step' | 'stage' | 'map';
/** What was counted at each place of a map, by its id. */
export type PlaceCounts = ReadonlyMap<string, { readonly level: Level; readonly count: PlaceCount }>;
/** What of a map says which touchpoint belongs to which step and stage. */
export interface CountedMap extends Pick<MapTables, 'touchpoints' | 'steps'> {
  readonly mapId: string;
}
/** Counts places of a log: in a worker, or right here in tests. */
export type CountPlaces = (
  trail: Trail,
  groupings: readonly Grouping[],
  ends: readonly number[],
) => Promise<readonly (readonly PlaceCount[])[]>;

/**
 * Counts a log at the touchpoints, steps and stages of a map and at the whole map. `touchpoints` holds the touchpoint's id,
 * or null, for each activity; a place at which nothing of the log belongs has no count. `ends` are the activities at which
 * the journey ends.
 */
export async function placeCounts(
  log: Pick<CountedLog, 'trail'>,
  touchpoints: readonly (string | null)[],
  map: CountedMap,
  ends: readonly number[],
  count: CountPlaces,
): Promise<PlaceCounts> {
  const stepOf = (id: string | null) => map.touchpoints[id ?? '']?.stepId ?? null;
  const levels: readonly [Level, (id: string | null) => string | null][] = [
    ['touchpoint', (id) => id],
    ['step', stepOf],
    ['stage', (id) => map.steps[stepOf(id) ?? '']?.stageId ?? null],
    ['map', (id) => (id === null ? null : map.mapId)],
  ];
  const named = levels.map(([level, placeOf]) => {
    const ids = touchpoints.map(placeOf);
    const places = [...new Set(ids.filter((id) => id !== null))];
    const at = new Map(places.map((id, index) => [id, index]));
    const grouping: Grouping = {
      places: places.length,
      placeOf: Int32Array.from(ids, (id) => (id === null ? -1 : (at.get(id) ?? -1))),
    };
    return { level, places, grouping };
  });
  const counted = await count(
    log.trail,
    named.map(({ grouping }) => grouping),
    ends,
  );
  return new Map(
    named.flatMap(({ level, places }, index) =>
      places.flatMap((id, place) => {
        const found = counted[index]?.[place];
        return found === undefined ? [] : [[id, { level, count: found }] as const];
      }),
    ),
  );
}

/** The activities at which the journey ends, by the names that people chose, else as it seems. */
export function endsOf(log: CountedLog, names: readonly string[] | null): readonly number[] {
  if (names === null) return log.regularEnds;
  return log.activities.flatMap(({ name }, at) => (names.includes(name) ? [at] : []));
}
