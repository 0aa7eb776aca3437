import type { WalkStep } from '../model/records/walk.ts';
import type { MapTables } from '../model/tables.ts';
import { belongsTo, membersIndex } from './audience.ts';
import { waysOf } from './paths.ts';
import { type Reading, readingOf } from './reading.ts';

/** The touchpoints that a persona (null: anybody) meets, in the order of steps. */
export function stepOrder(map: MapTables, personaId: string | null): string[] {
  const members = membersIndex(map);
  return readingOf(map).touchpointIds.filter((id) => personaId === null || belongsTo(members, id, [personaId]));
}

/** The stops of a walk: along the way of the map that they make up, else in the order of steps. */
export function stopsOf(map: MapTables, walkId: string, reading: Reading = readingOf(map)): WalkStep[] {
  const stops = Object.values(map.walkSteps).filter((stop) => stop.walkId === walkId);
  const ids = new Set(stops.map(({ touchpointId }) => touchpointId));
  const persona = map.walks[walkId]?.personaId ?? null;
  const { ways } = waysOf(map, persona === null ? [] : [persona]);
  const way = ways.find((candidate) => candidate.ids.length === ids.size && candidate.ids.every((id) => ids.has(id)));
  const order = new Map((way?.ids ?? reading.touchpointIds).map((id, index) => [id, index]));
  const at = ({ touchpointId }: WalkStep) => order.get(touchpointId) ?? 0;
  return stops.sort((a, b) => at(a) - at(b));
}

const ranks = { missed: 0, met: 1, exceeded: 2 } as const;

/** One touchpoint in two walks. */
export interface ComparedStop {
  readonly touchpointId: string;
  readonly a: WalkStep | null;
  readonly b: WalkStep | null;
  /** How the second did against the first; null where one of them has no result. */
  readonly change: 'better' | 'worse' | 'same' | null;
  /** Seconds that the second waited longer (below zero: shorter); null where one of them has no time. */
  readonly waitDifference: number | null;
}

/** Two walks side by side: every touchpoint at which either noted something, in the order of steps. */
export function compareWalks(map: MapTables, a: string, b: string): ComparedStop[] {
  const [first, second] = [a, b].map(
    (id) =>
      new Map(
        Object.values(map.walkSteps)
          .filter(({ walkId }) => walkId === id)
          .map((stop) => [stop.touchpointId, stop]),
      ),
  ) as [Map<string, WalkStep>, Map<string, WalkStep>];
  return readingOf(map)
    .touchpointIds.filter((id) => isNoted(first.get(id)) || isNoted(second.get(id)))
    .map((touchpointId) => {
      const [was, is] = [first.get(touchpointId) ?? null, second.get(touchpointId) ?? null];
      const by = was?.result && is?.result ? ranks[is.result] - ranks[was.result] : null;
      return {
        touchpointId,
        a: was,
        b: is,
        change: by === null ? null : by > 0 ? 'better' : by < 0 ? 'worse' : 'same',
        waitDifference: was?.waitSeconds == null || is?.waitSeconds == null ? null : is.waitSeconds - was.waitSeconds,
      };
    });
}

/** Anything was said, timed or photographed of what was met there; what was expected alone is nothing that was met. */
export function isNoted(stop: WalkStep | undefined): boolean {
  if (stop === undefined) return false;
  const { result, waitSeconds, notes, photo } = stop;
  return result !== null || waitSeconds !== null || notes.trim() !== '' || photo !== null;
}
