import type { TFunction } from 'i18next';
import { compareWays, readingOf } from '../../analysis/reading.ts';
import type { SessionState } from '../../editor/session.ts';
import { mapPersonas } from '../../model/mapPersonas.ts';
import { inOrder } from '../../model/order.ts';
import type { Place } from '../../model/records/place.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import { type LibraryTables, type MapTables, mapRecord } from '../../model/tables.ts';

/** The place that is chosen on the map: one touchpoint or link, else the cursor's step, else the whole map. */
export function chosenPlace(map: MapTables, { selection, cursor }: Pick<SessionState, 'selection' | 'cursor'>): Place {
  const [id] = selection;
  if (id !== undefined && selection.length === 1) {
    const link = map.links[id];
    if (link) return { placeId: link.from, toId: link.to };
    if (map.touchpoints[id]) return { placeId: id, toId: null };
  }
  const step = map.steps[cursor?.stepId ?? ''];
  return { placeId: step?.id ?? mapRecord(map).id, toId: null };
}

/**
 * The personas of whom a KPI can be measured: those of the map, and others of whom it has been. No two have the same label,
 * though maps may have personas of the same name.
 */
export function personaChoices(
  map: MapTables,
  library: Pick<LibraryTables, 'personas'>,
  kpiId: string,
  t: TFunction,
): { value: string; label: string }[] {
  const here = mapPersonas(map, library);
  const measured = new Set(Object.values(map.series).flatMap((each) => (each.kpiId === kpiId ? each.personaId : [])));
  const others = Object.values(library.personas).filter((each) => measured.has(each.id) && !here.includes(each));
  const times = new Map<string, number>();
  return [...here, ...inOrder(others)].map((persona) => {
    const name = persona.name || t('persona.unnamed');
    const label = here.includes(persona) ? name : t('kpi.personaElsewhere', { name });
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    return { value: persona.id, label: time === 1 ? label : `${label} (${time})` };
  });
}

/** What a place is called. */
export function placeName(map: MapTables, { placeId, toId }: Place, t: TFunction): string {
  const titleOf = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  if (toId !== null) return t('kpi.way', { from: titleOf(placeId), to: titleOf(toId) });
  if (map.map[placeId]) return t('kpi.wholeMap');
  if (map.touchpoints[placeId]) return titleOf(placeId);
  return map.steps[placeId]?.name || map.stages[placeId]?.name || t('map.unnamed');
}

/**
 * All places to choose from, in groups and each in reading order: the map, stages, steps, the touchpoints of each stage,
 * links. `value` is what `readPlace` reads.
 */
export function placeChoices(map: MapTables, t: TFunction) {
  const item = (place: Place) => ({ value: writePlace(place), label: placeName(map, place, t) });
  const at = (placeId: string) => item({ placeId, toId: null });
  const whole = mapRecord(map).id;
  const reading = readingOf(map);
  const stages = inOrder(Object.values(map.stages));
  const ofStage = (stageId: string) =>
    reading.touchpointIds.filter((id) => map.steps[map.touchpoints[id]?.stepId ?? '']?.stageId === stageId);
  const links = Object.values(map.links).sort(compareWays(reading));
  const groups = [
    { group: t('kpi.places.whole'), items: [at(whole)] },
    { group: t('kpi.places.stages'), items: stages.map(({ id }) => at(id)) },
    { group: t('kpi.places.steps'), items: stepsInOrder(map).map(({ id }) => at(id)) },
    ...stages.map(({ id, name }) => ({
      group: t('kpi.places.touchpoints', { stage: name || t('map.unnamed') }),
      items: ofStage(id).map(at),
    })),
    { group: t('kpi.places.links'), items: links.map(({ from, to }) => item({ placeId: from, toId: to })) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

export function writePlace({ placeId, toId }: Place): string {
  return toId === null ? placeId : `${placeId} ${toId}`;
}

export function readPlace(text: string): Place {
  const [placeId = '', toId] = text.split(' ');
  return { placeId, toId: toId ?? null };
}
