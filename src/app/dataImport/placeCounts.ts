import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { Grouping, PlaceCount, Trail } from '../../analysis/data/countPlaces.ts';
import type { CountedPlaces, WayCount } from '../../analysis/data/countWays.ts';
import type { MapTables } from '../../model/tables.ts';

type Level = 'touchpoint' | 'step' | 'stage' | 'map';
/**
 * What was counted at each place of a map, by its id, and on each way between two touchpoints, by both ids with a space
 * between. `ways` is null where each touchpoint is one activity, or only their volumes matter.
 */
export interface PlaceCounts {
  readonly places: ReadonlyMap<string, { readonly level: Level; readonly count: PlaceCount }>;
  readonly ways: ReadonlyMap<string, WayCount> | null;
}
/** What of a map says which touchpoint belongs to which step and stage. */
export interface CountedMap extends Pick<MapTables, 'touchpoints' | 'steps'> {
  readonly mapId: string;
}
/** Counts places of a log: in a worker, or right here in tests. */
export type CountPlaces = (
  trail: Trail,
  groupings: readonly Grouping[],
  ends: readonly number[],
) => Promise<CountedPlaces>;

/**
 * Counts a log at the touchpoints, steps and stages of a map, at the whole map and on the ways between touchpoints.
 * `touchpoints` holds the touchpoint's id, or null, for each activity; a place at which nothing of the log belongs has no
 * count. `ends` are the activities at which the journey ends.
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
  const ids = named[0]?.places ?? [];
  return {
    places: new Map(
      named.flatMap(({ level, places }, index) =>
        places.flatMap((id, place) => {
          const found = counted.places[index]?.[place];
          return found === undefined ? [] : [[id, { level, count: found }] as const];
        }),
      ),
    ),
    ways: counted.ways && new Map(counted.ways.map((way) => [`${ids[way.from]} ${ids[way.to]}`, way])),
  };
}

/** The activities at which the journey ends, by the names that people chose, else as it seems. */
export function endsOf(log: CountedLog, names: readonly string[] | null): readonly number[] {
  if (names === null) return log.regularEnds;
  return log.activities.flatMap(({ name }, at) => (names.includes(name) ? [at] : []));
}
