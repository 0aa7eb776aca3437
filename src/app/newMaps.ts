import i18next from 'i18next';
import { blankMap } from '../model/blanks.ts';
import { defaultLibrary } from '../model/defaultLibrary.ts';
import { newId } from '../model/ids.ts';
import { inOrder, orderBefore, ordersBetween } from '../model/order.ts';
import type { LaneRole } from '../model/records/lane.ts';
import { emptyMapTables, type LibraryTables, type MapTables, mapRecord } from '../model/tables.ts';
import type { Workspace } from '../storage/workspace.ts';
import { loadTemplate, type TemplateName } from './samples/templates.ts';

const stages = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] as const;
const lanes: readonly { role: LaneRole; side: 'above' | 'below' }[] = [
  { role: 'actions', side: 'above' },
  { role: 'thoughts', side: 'above' },
  { role: 'emotion', side: 'above' },
  { role: 'pains', side: 'below' },
  { role: 'opportunities', side: 'below' },
];

/** The library a workspace starts with, in the interface's language. */
export function startLibrary(): LibraryTables {
  return defaultLibrary((key) => i18next.t(key));
}

/** A map with the five default stages, a step in each, and the usual lanes. */
export function newBlankMap(now = new Date().toISOString()): MapTables {
  const map = emptyMapTables();
  const id = newId('map');
  map.map[id] = { ...blankMap, id, name: i18next.t('gallery.newName'), createdAt: now };
  const orders = ordersBetween(null, null, stages.length);
  stages.forEach((stage, index) => {
    const stageId = newId('stage');
    const stepId = newId('step');
    map.stages[stageId] = { id: stageId, order: orders[index] as string, name: i18next.t(`stage.${stage}`) };
    map.steps[stepId] = { id: stepId, order: 'a0', stageId, name: '' };
  });
  lanes.forEach(({ role, side }, index) => {
    const laneId = newId('lane');
    map.lanes[laneId] = {
      id: laneId,
      order: orders[index] as string,
      name: i18next.t(`lane.roles.${role}`),
      role,
      side,
      hidden: false,
      kpiId: null,
    };
  });
  return map;
}

/** The map with a lane of emotion when it has feelings and no lane that shows them. */
export function withFeelingsShown(map: MapTables): MapTables {
  const isShown = Object.values(map.lanes).some(({ role }) => role === 'emotion');
  if (isShown || Object.keys(map.sentiments).length === 0) return map;
  const above = inOrder(Object.values(map.lanes).filter(({ side }) => side === 'above'));
  const id = newId('lane');
  const lane = {
    id,
    order: orderBefore(above, null),
    name: i18next.t('lane.roles.emotion'),
    hidden: false,
    kpiId: null,
  };
  return { ...map, lanes: { ...map.lanes, [id]: { ...lane, role: 'emotion', side: 'above' } } };
}

/** The name, or where one of `taken` is called so, the name with the first number from 2 on that is free. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = `${name} ${number}`;
  return free;
}

/** The map, or where the workspace has one of its name, the map as made now: it is the copy, however old its file is. */
export function asMadeNow(map: MapTables, taken: ReadonlySet<string>): MapTables {
  const record = mapRecord(map);
  if (!taken.has(record.name)) return map;
  return { ...map, map: { [record.id]: { ...record, createdAt: new Date().toISOString() } } };
}

/** The map under a name that no other in the gallery bears. */
async function named(workspace: Workspace, map: MapTables): Promise<MapTables> {
  const taken = (await workspace.listMaps()).map(({ name }) => name);
  const record = mapRecord(map);
  return { ...map, map: { [record.id]: { ...record, name: freeName(record.name, taken) } } };
}

/** Stores a blank map and returns its id. */
export async function createBlankMap(workspace: Workspace): Promise<string> {
  return (await workspace.createMap(await named(workspace, newBlankMap()), startLibrary())).docId;
}

/** Stores a map made from a template, always with new ids, and returns its id. */
export async function createSampleMap(workspace: Workspace, template: TemplateName = 'onlineShop'): Promise<string> {
  const [{ buildSample }, { description, texts }] = await Promise.all([
    import('./samples/buildSample.ts'),
    loadTemplate(template),
  ]);
  const start = startLibrary();
  const library = await workspace.readLibrary();
  const full = {
    personas: library.personas,
    kpis: library.kpis,
    channels: { ...start.channels, ...library.channels },
    devices: { ...start.devices, ...library.devices },
    departments: { ...start.departments, ...library.departments },
  };
  const { map, personas, kpis } = buildSample(description, texts, full);
  return (await workspace.createMap(await named(workspace, map), { ...start, personas, kpis })).docId;
}
