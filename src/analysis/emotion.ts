import { EVERYONE } from '../model/records/sentiment.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { MapTables } from '../model/tables.ts';
import { belongsTo, type Members, membersIndex } from './audience.ts';
import { type Feelings, feelingAt, feelingsOf } from './feelings.ts';
import { type Reading, readingOf } from './reading.ts';

/** A point of a persona's curve. */
export interface CurvePoint {
  readonly stepId: string;
  /** Null where the point is the mean of a step. */
  readonly touchpointId: string | null;
  /** -2 to +2; null where nothing is set: a gap in the curve. */
  readonly value: number | null;
  /** The step has branches: the mean of what is set at its touchpoints. */
  readonly mean: boolean;
  readonly momentOfTruth: boolean;
  /** The point's place, counted from 0, among the `slots` of its step, which spread across the column in order. */
  readonly slot: number;
  readonly slots: number;
}

/**
 * The curve of a persona, or of `everyone`, over a map: through those touchpoints of `way`, in its order, or,
 * without a way, of the map, that belong to the persona, step by step. A step whose linked touchpoints do not follow one another is a
 * fork: there the curve takes the mean. A step without a touchpoint has no point.
 */
export function curveOf(map: MapTables, personaId: string, way: readonly string[] | null): CurvePoint[] {
  const feelings = feelingsOf(map);
  const members = membersIndex(map);
  if (way !== null) return alongWay(map, feelings, members, personaId, way);
  return overSteps(map, feelings, members, readingOf(map), personaId);
}

/** The curve along a way. Touchpoints that are gone, and those where the persona does not come, are left out. */
function alongWay(
  map: MapTables,
  feelings: Feelings,
  members: Members,
  personaId: string,
  way: readonly string[],
): CurvePoint[] {
  const mine = personaId === EVERYONE ? [] : [personaId];
  const touchpoints = way.flatMap((id) => (belongsTo(members, id, mine) ? (map.touchpoints[id] ?? []) : []));
  const slots = new Map<string, number>();
  const points = touchpoints.map((touchpoint) => {
    const slot = slots.get(touchpoint.stepId) ?? 0;
    slots.set(touchpoint.stepId, slot + 1);
    return { ...pointAt(touchpoint, feelings, personaId), slot };
  });
  return points.map((point) => ({ ...point, slots: slots.get(point.stepId) as number }));
}

function overSteps(
  map: MapTables,
  feelings: Feelings,
  members: Members,
  reading: Reading,
  personaId: string,
): CurvePoint[] {
  const mine = personaId === EVERYONE ? [] : [personaId];
  const byStep = new Map<string, Touchpoint[]>();
  for (const id of reading.touchpointIds) {
    if (!belongsTo(members, id, mine)) continue;
    const touchpoint = map.touchpoints[id] as Touchpoint;
    const list = byStep.get(touchpoint.stepId);
    if (list) list.push(touchpoint);
    else byStep.set(touchpoint.stepId, [touchpoint]);
  }
  const leads = new Map<string, Set<string>>();
  for (const { id, from, to } of Object.values(map.links)) {
    if (![id, from, to].every((record) => belongsTo(members, record, mine))) continue;
    for (const end of [from, to]) if (!leads.has(end)) leads.set(end, new Set());
    leads.get(from)?.add(to);
  }
  return reading.stepIds.flatMap((stepId): CurvePoint[] => {
    const list = byStep.get(stepId);
    if (list === undefined) return [];
    const sequence = inSequence(list, leads);
    if (sequence !== null) {
      const slots = sequence.length;
      return sequence.map((item, slot) => ({ ...pointAt(item, feelings, personaId), slot, slots }));
    }
    const values = list.flatMap(({ id }) => feelingAt(feelings, id, personaId) ?? []);
    const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
    const momentOfTruth = list.some((item) => item.momentOfTruth);
    return [{ stepId, touchpointId: null, value: mean, mean: true, momentOfTruth, slot: 0, slots: 1 }];
  });
}

function pointAt({ id, stepId, momentOfTruth }: Touchpoint, feelings: Feelings, personaId: string) {
  return { stepId, touchpointId: id, value: feelingAt(feelings, id, personaId), mean: false, momentOfTruth };
}

/**
 * The touchpoints of one step one after the other, as their links inside it lead, or null where those that are linked at
 * all do not follow one another: the step is a fork. `leads` has every touchpoint with a link.
 */
function inSequence(list: readonly Touchpoint[], leads: ReadonlyMap<string, ReadonlySet<string>>): Touchpoint[] | null {
  const waiting = list.filter(({ id }) => leads.has(id));
  const chain: Touchpoint[] = [];
  const isLed = (target: Touchpoint) => waiting.some(({ id }) => id !== target.id && leads.get(id)?.has(target.id));
  while (waiting.length > 0) {
    // The first that none of the others leads to; in a circle the first.
    const next = waiting.find((item) => !isLed(item)) ?? (waiting[0] as Touchpoint);
    const last = chain.at(-1);
    if (last !== undefined && leads.get(last.id)?.has(next.id) !== true) return null;
    chain.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
  // Those without any link keep their places between them.
  return list.map((item) => (leads.has(item.id) ? (chain.shift() as Touchpoint) : item));
}

/** Where a curve falls most from one point to the next, and by how much; a gap between two points is no fall. */
export function worstFall(
  points: readonly CurvePoint[],
): { readonly from: CurvePoint; readonly to: CurvePoint; readonly by: number } | null {
  let worst: { from: CurvePoint; to: CurvePoint; by: number } | null = null;
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined || from.value === null || to.value === null) continue;
    const by = from.value - to.value;
    if (by > (worst?.by ?? 0)) worst = { from, to, by };
  }
  return worst;
}
