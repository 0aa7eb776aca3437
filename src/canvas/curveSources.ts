import { belongsTo, membersIndex } from '../analysis/audience.ts';
import { curveOf } from '../analysis/emotion.ts';
import { showsCurves } from '../layout/curves.ts';
import { type CurveSource, type CurveValue, cellKey, type Scene } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { inOrder } from '../model/order.ts';
import type { Persona } from '../model/records/persona.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import type { Shown } from './shown.ts';

/** More curves than this nobody tells apart. */
const MOST_CURVES = 5;

/** The curves of the personas who feel anything in this map, five at most, and that of everyone. */
export function curveSources(
  docs: Documents,
  personas: readonly Persona[],
  way: readonly string[] | null,
): CurveSource[] {
  const { map } = docs;
  const felt = new Set(Object.values(map.sentiments).map((sentiment) => sentiment.personaId));
  if (felt.size === 0) return [];
  const ofStep = touchpointsByStep(map);
  const members = membersIndex(map);
  const sourceOf = (personaId: string, look: CurveSource['look']): CurveSource => {
    const points = curveOf(map, personaId, way);
    const behindMeans = points.flatMap((point) => {
      if (!point.mean) return [];
      const here = (ofStep.get(point.stepId) ?? []).filter(
        ({ id }) => personaId === EVERYONE || belongsTo(members, id, [personaId]),
      );
      return here.flatMap(({ id, momentOfTruth }, slot): CurveValue[] => {
        const value = (
          map.sentiments[pairId('sentiment', id, personaId)] ?? map.sentiments[pairId('sentiment', id, EVERYONE)]
        )?.value;
        if (value === undefined) return [];
        const { stepId } = point;
        return [{ stepId, touchpointId: id, value, mean: false, momentOfTruth, slot, slots: here.length }];
      });
    });
    return { personaId, look, points, behindMeans };
  };
  const sources = personas
    .filter(({ id }) => felt.has(id))
    .slice(0, MOST_CURVES)
    .map(({ id, color, shape }) => sourceOf(id, { color, shape }));
  return felt.has(EVERYONE) ? [...sources, sourceOf(EVERYONE, null)] : sources;
}

/** The touchpoints whose feelings each cell of a lane of emotion holds, in their order. By the cell's key. */
export function feelingsOf(docs: Documents, scene: Scene, { leftOut }: Shown): Map<string, readonly string[]> {
  const cells = new Map<string, readonly string[]>();
  const lanes = scene.rows.filter(showsCurves);
  if (lanes.length === 0) return cells;
  const ofStep = touchpointsByStep(docs.map);
  for (const { stepId, collapsed } of scene.columns) {
    const ids = collapsed ? [] : (ofStep.get(stepId) ?? []).map(({ id }) => id).filter((id) => !leftOut.has(id));
    if (ids.length > 0) for (const row of lanes) cells.set(cellKey(stepId, row.key), ids);
  }
  return cells;
}

function touchpointsByStep(map: MapTables): Map<string, Touchpoint[]> {
  const ofStep = new Map<string, Touchpoint[]>();
  for (const touchpoint of inOrder(Object.values(map.touchpoints))) {
    const list = ofStep.get(touchpoint.stepId);
    if (list) list.push(touchpoint);
    else ofStep.set(touchpoint.stepId, [touchpoint]);
  }
  return ofStep;
}
