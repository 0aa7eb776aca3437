import {
  blankLink,
  blankMap,
  blankOpportunity,
  blankPersona,
  blankTouchpoint,
  blankVerdict,
} from '../../model/blanks.ts';
import { mapPersonaId, newId, pairId, tieId } from '../../model/ids.ts';
import { inOrder, ordersBetween } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryEntry } from '../../model/records/libraryEntry.ts';
import type { Persona } from '../../model/records/persona.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { type answers, checks, type EndBasis } from '../../model/records/verdict.ts';
import { emptyMapTables, type LibraryTables, type MapTables, type Table } from '../../model/tables.ts';
import { addVoices } from './addVoices.ts';
import { buildKpis } from './buildKpis.ts';
import type { SampleDescription, SampleTexts } from './sampleDescription.ts';

/**
 * Makes a new map, and the personas and KPIs that the library has to get with it, from a description and its texts. Every call
 * makes fresh ids. Channels, devices and departments that `library` lacks are left out.
 * @param now ISO 8601 instant of creation
 */
export function buildSample<D extends SampleDescription>(
  description: D,
  texts: SampleTexts<D>,
  library: LibraryTables,
  now = new Date().toISOString(),
): { map: MapTables; personas: Table<Persona>; kpis: Table<Kpi> } {
  const words = texts as unknown as SampleTexts;
  const map = emptyMapTables();
  const id = newId('map');
  map.map[id] = { ...blankMap, id, name: words.name, scenario: words.scenario, createdAt: now };
  const { personas, ids: personaIds } = buildPersonas(description, words, library);
  const memberOrders = ordersBetween(null, null, personaIds.length);
  personaIds.forEach((personaId, index) => {
    add(map.mapPersonas, { id: mapPersonaId(personaId), order: memberOrders[index] as string, personaId });
  });
  const stepIds = addColumns(map, description, words);
  addLanes(map, description, words, stepIds);
  const touchpoints = addTouchpoints(map, description, words, library, stepIds);
  for (const [key, { feels }] of Object.entries(description.touchpoints)) {
    const touchpointId = touchpoints.get(key)?.id as string;
    feels.forEach((value, index) => {
      const personaId = personaIds[index];
      if (value === null || personaId === undefined) return;
      add(map.sentiments, { id: pairId('sentiment', touchpointId, personaId), touchpointId, personaId, value });
    });
  }
  const ends = (from: string, to: string) =>
    [touchpoints.get(from) as Touchpoint, touchpoints.get(to) as Touchpoint] as const;
  const personaOf = (keys: readonly string[] = []) =>
    keys.map((key) => personaIds[Object.keys(description.personas).indexOf(key)] as string);
  const join = (recordId: string, keys: readonly string[] | undefined) => {
    for (const personaId of personaOf(keys)) {
      add(map.memberships, { id: pairId('membership', recordId, personaId), recordId, personaId });
    }
  };
  for (const [key, { of }] of Object.entries(description.touchpoints)) join(touchpoints.get(key)?.id as string, of);
  for (const [fromKey, toKey, label, { of, ...more } = {}] of description.links) {
    const [from, to] = ends(fromKey, toKey);
    const text = label == null ? '' : (words.labels[label] as string);
    const id = pairId('link', from.id, to.id);
    add(map.links, { ...blankLink, id, from: from.id, to: to.id, label: text, ...more });
    join(id, of);
  }
  addVerdicts(map, description, words, touchpoints, now);
  addOpportunities(map, description, words, touchpoints);
  addVoices(map, description, words, touchpoints, (key) => (key === undefined ? null : (personaOf([key])[0] ?? null)));
  const kpis = buildKpis(map, description.kpis ?? {}, words.kpis ?? {}, library, touchpoints, now);
  return { map, personas, kpis };
}

function add<T extends { id: string }>(table: Table<T>, record: T): void {
  table[record.id] = record;
}

function buildPersonas(description: SampleDescription, words: SampleTexts, library: LibraryTables) {
  const entries = Object.entries(description.personas);
  const last = inOrder(Object.values(library.personas)).at(-1)?.order ?? null;
  const orders = ordersBetween(last, null, entries.length);
  const personas: Table<Persona> = {};
  const ids = entries.map(([key, look], index) => {
    const id = newId('persona');
    add(personas, {
      ...blankPersona,
      id,
      order: orders[index] as string,
      ...words.personas[key],
      name: words.personas[key]?.name as string,
      ...look,
    });
    return id;
  });
  return { personas, ids };
}

/** Adds stages and steps; returns the id of each step by its key. */
function addColumns(map: MapTables, description: SampleDescription, words: SampleTexts): Map<string, string> {
  const stepIds = new Map<string, string>();
  const stages = Object.entries(description.stages);
  const stageOrders = ordersBetween(null, null, stages.length);
  stages.forEach(([key, steps], index) => {
    const stageId = newId('stage');
    add(map.stages, { id: stageId, order: stageOrders[index] as string, name: words.stages[key] as string });
    const stepOrders = ordersBetween(null, null, steps.length);
    steps.forEach((step, at) => {
      const id = newId('step');
      stepIds.set(step, id);
      add(map.steps, { id, order: stepOrders[at] as string, stageId, name: words.steps[step] as string });
    });
  });
  return stepIds;
}

function addLanes(
  map: MapTables,
  description: SampleDescription,
  words: SampleTexts,
  stepIds: Map<string, string>,
): void {
  const lanes = Object.entries(description.lanes);
  const orders = ordersBetween(null, null, lanes.length);
  lanes.forEach(([key, lane], index) => {
    const laneId = newId('lane');
    const { name, cards } = words.lanes[key] as SampleTexts['lanes'][string];
    add(map.lanes, { id: laneId, order: orders[index] as string, name, ...lane, hidden: false, kpiId: null });
    for (const [step, text] of Object.entries(cards)) {
      const [order] = ordersBetween(null, null, 1);
      add(map.cards, {
        id: newId('card'),
        order: order as string,
        stepId: stepIds.get(step) as string,
        laneId,
        text: text ?? '',
      });
    }
  });
}

/** Adds touchpoints; returns each by its key. */
function addTouchpoints(
  map: MapTables,
  description: SampleDescription,
  words: SampleTexts,
  library: LibraryTables,
  stepIds: Map<string, string>,
): Map<string, Touchpoint> {
  const entries = Object.entries(description.touchpoints);
  const orders = ordersBetween(null, null, entries.length);
  const touchpoints = new Map<string, Touchpoint>();
  const ids = new Map(entries.map(([key]) => [key, newId('touchpoint')]));
  entries.forEach(([key, { step, where, offline, feels, of, keptAt, ...given }], index) => {
    const {
      title,
      description: text,
      owner = '',
      objections = '',
      tags = [],
      promise = '',
    } = words.touchpoints[key] as SampleTexts['touchpoints'][string];
    const known = (table: Table<LibraryEntry>) => where.filter((id) => Object.hasOwn(table, id));
    const touchpoint: Touchpoint = {
      ...blankTouchpoint,
      id: ids.get(key) as string,
      order: orders[index] as string,
      stepId: stepIds.get(step) as string,
      title,
      description: text,
      channels: known(library.channels),
      devices: known(library.devices),
      departments: known(library.departments),
      when: description.when[step] ?? null,
      presence: offline ? 'offline' : 'online',
      owner,
      objections,
      tags: [...tags],
      promise,
      promiseKeptAt: keptAt === undefined ? null : (ids.get(keptAt) as string),
      ...given,
    };
    touchpoints.set(key, touchpoint);
    add(map.touchpoints, touchpoint);
  });
  return touchpoints;
}

function addVerdicts(
  map: MapTables,
  description: SampleDescription,
  words: SampleTexts,
  touchpoints: ReadonlyMap<string, Touchpoint>,
  now: string,
): void {
  for (const [way, given] of Object.entries(description.verdicts)) {
    const { state, severity = null, status = 'open', checks: given5 = '?????' } = given;
    const [from, to] = way.split('>').map((key) => touchpoints.get(key)) as [Touchpoint, Touchpoint];
    const { note, cause = '', owner = '', source = '' } = words.verdicts[way] as SampleTexts['verdicts'][string];
    const estimate = (span: readonly [number, number] | undefined) =>
      span === undefined ? null : { low: span[0], high: span[1], source };
    add(map.verdicts, {
      ...blankVerdict,
      ...Object.fromEntries(checks.map((check, index) => [check, answerOf[given5.charAt(index)] ?? 'unknown'])),
      id: pairId('verdict', from.id, to.id),
      from: from.id,
      to: to.id,
      state,
      severity,
      cause,
      owner,
      note,
      status,
      statusAt: status === 'open' ? null : now,
      customers: estimate(given.customers),
      shareLost: estimate(given.shareLost),
      customerValue: estimate(given.customerValue),
      mendingCost: estimate(given.mendingCost),
      mendingReturn: estimate(given.mendingReturn),
      basis: { from: basisOf(from), to: basisOf(to) },
      judgedAt: now,
    });
  }
}

function addOpportunities(
  map: MapTables,
  description: SampleDescription,
  words: SampleTexts,
  touchpoints: ReadonlyMap<string, Touchpoint>,
): void {
  const entries = Object.entries(description.opportunities);
  const orders = ordersBetween(null, null, entries.length);
  entries.forEach(([key, { ties, ...given }], index) => {
    const id = newId('opportunity');
    const texts = words.opportunities[key] as SampleTexts['opportunities'][string];
    add(map.opportunities, { ...blankOpportunity, id, order: orders[index] as string, ...texts, ...given });
    for (const tie of ties) {
      const [placeId, toId = null] = tie.split('>').map((end) => touchpoints.get(end)?.id as string);
      const place = { placeId: placeId as string, toId };
      add(map.ties, { id: tieId(id, place), opportunityId: id, ...place });
    }
  });
}

const answerOf: Readonly<Record<string, (typeof answers)[number]>> = { y: 'yes', n: 'no', '?': 'unknown' };

function basisOf({ channels, devices, departments }: Touchpoint): EndBasis {
  return { channels, devices, departments };
}
