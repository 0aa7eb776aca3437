import { belongsTo, membersIndex } from '../analysis/audience.ts';
import { evidenceByPlace, feelingStrength } from '../analysis/claims.ts';
import { curveOf } from '../analysis/emotion.ts';
import { voicedFeelings } from '../analysis/voicedFeelings.ts';
import { showsCurves } from '../layout/curves.ts';
import { type CurveSource, type CurveValue, cellKey, type Scene, type VoicedValue } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { inOrder } from '../model/order.ts';
import type { Persona } from '../model/records/persona.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import type { Shown } from './shown.ts';

/** More curves than this nobody tells apart. */
const MOST_CURVES = 5;

/** The curves of the personas who feel anything in this map, by hand or by evidence, five at most, and that of everyone. */
export function curveSources(
  docs: Documents,
  personas: readonly Persona[],
  way: readonly string[] | null,
): CurveSource[] {
  const { map } = docs;
  const felt = new Set(Object.values(map.sentiments).map((sentiment) => sentiment.personaId));
  const voiced = voicedFeelings(map);
  for (const here of voiced.values())
    for (const personaId of here.keys()) if (personaId !== EVERYONE) felt.add(personaId);
  if (felt.size === 0 && voiced.size === 0) return [];
  const ofStep = touchpointsByStep(map);
  const members = membersIndex(map);
  const saidBy = (personaId: string): VoicedValue[] =>
    [...ofStep].flatMap(([stepId, all]) => {
      // Side by side in their step, as the points of the curve are.
      const here = all.filter(({ id }) => personaId === EVERYONE || belongsTo(members, id, [personaId]));
      return here.flatMap(({ id, momentOfTruth }, slot): VoicedValue[] => {
        const said = way === null || way.includes(id) ? voiced.get(id)?.get(personaId) : undefined;
        if (said === undefined) return [];
        const place = { stepId, touchpointId: id, slot, slots: here.length };
        return [{ ...place, value: said.mean, n: said.n, mean: false, momentOfTruth }];
      });
    });
  const placeOf = new Map(inOrder(Object.values(map.mapPersonas)).map(({ personaId }, place) => [personaId, place]));
  const attached = evidenceByPlace(map);
  const feltAt = (touchpointId: string, personaId: string) =>
    map.sentiments[pairId('sentiment', touchpointId, personaId)] ??
    map.sentiments[pairId('sentiment', touchpointId, EVERYONE)];
  const strengthAt = (touchpointId: string, personaId: string): Pick<CurveValue, 'strength'> => {
    const felt = feltAt(touchpointId, personaId);
    return felt === undefined ? {} : { strength: feelingStrength(felt, attached.get(touchpointId) ?? []) };
  };
  const sourceOf = (personaId: string, look: CurveSource['look']): CurveSource => {
    const points = curveOf(map, personaId, way).map(
      (point): CurveValue =>
        point.touchpointId === null ? point : { ...point, ...strengthAt(point.touchpointId, personaId) },
    );
    const behindMeans = points.flatMap((point) => {
      if (!point.mean) return [];
      const here = (ofStep.get(point.stepId) ?? []).filter(
        ({ id }) => personaId === EVERYONE || belongsTo(members, id, [personaId]),
      );
      return here.flatMap(({ id, momentOfTruth }, slot): CurveValue[] => {
        const value = feltAt(id, personaId)?.value;
        if (value === undefined) return [];
        const at = { stepId: point.stepId, touchpointId: id, slot, slots: here.length };
        return [{ ...at, value, ...strengthAt(id, personaId), mean: false, momentOfTruth }];
      });
    });
    return { personaId, look, place: placeOf.get(personaId) ?? 0, points, behindMeans, voiced: saidBy(personaId) };
  };
  const sources = personas
    .filter(({ id }) => felt.has(id))
    .slice(0, MOST_CURVES)
    .map(({ id, color, shape }) => sourceOf(id, { color, shape }));
  // Where every voice is a persona's, everyone's would say the same again.
  const isUnnamed = [...voiced.values()].some((here) => {
    const named = [...here].reduce((sum, [personaId, { n }]) => (personaId === EVERYONE ? sum : sum + n), 0);
    return (here.get(EVERYONE)?.n ?? 0) > named;
  });
  return felt.has(EVERYONE) || isUnnamed ? [...sources, sourceOf(EVERYONE, null)] : sources;
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
