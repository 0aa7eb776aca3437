import fc from 'fast-check';
import { generateNKeysBetween } from 'jittered-fractional-indexing';
import { blankKpi, blankWalkStep } from '../../../src/model/blanks.ts';
import {
  citationId,
  dismissalId,
  mapPersonaId,
  pairId,
  pastVerdictId,
  seriesId,
  tieId,
} from '../../../src/model/ids.ts';
import { colors } from '../../../src/model/records/common.ts';
import { dataKinds, importKinds } from '../../../src/model/records/dataImport.ts';
import { evidenceKinds } from '../../../src/model/records/evidence.ts';
import { metrics, units } from '../../../src/model/records/kpi.ts';
import { laneRoles } from '../../../src/model/records/lane.ts';
import { iconNames } from '../../../src/model/records/libraryEntry.ts';
import { broughtFields } from '../../../src/model/records/link.ts';
import { opportunityKinds, opportunityStates } from '../../../src/model/records/opportunity.ts';
import { personaFacts, personaShapes } from '../../../src/model/records/persona.ts';
import { EVERYONE } from '../../../src/model/records/sentiment.ts';
import { answers, verdictStatuses } from '../../../src/model/records/verdict.ts';
import { type AnyRecord, type Documents, emptyLibraryTables, emptyMapTables } from '../../../src/model/tables.ts';

/** Any text, rich in what is special to JSON, Mermaid and people: keywords, entities, brackets, scripts, line breaks. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ':',
        ';',
        '#',
        ',',
        '%%',
        '%',
        '{',
        '}',
        '"',
        "'",
        '="',
        '<b',
        '>',
        '<br>',
        '\n',
        '\r\n',
        ' ',
        '\t',
        '\u200B',
        '\u00A0',
        '\u2028',
        'title',
        'section ',
        'journey',
        'accTitle',
        'accDescr',
        'style',
        'classDef',
        '#58;',
        '&amp;',
        '---',
        '5',
        '10',
        '30',
        '=',
        '\\',
        'Покупка',
        '购买',
        'ซื้อ',
        '😀',
        '__proto__',
        '[',
        '(',
        '|',
        '//',
        '：',
        'x',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const unknown = fc
  .option(
    fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 3 }),
    {
      nil: undefined,
    },
  )
  .map((keys) => {
    const text = JSON.stringify(keys);
    // Names of the prototype are refused by the reader, on purpose.
    return text === undefined || /__proto__|constructor|prototype|-0\b/.test(text) ? {} : { extra: text };
  });

/** Sound documents: what `repair` would leave alone. Order keys are unique in a table; names of library entries differ. */
export const anyDocs: fc.Arbitrary<Documents> = fc.gen().map((gen) => {
  const any = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary);
  const map = emptyMapTables() as unknown as Record<string, Record<string, AnyRecord>>;
  const library = emptyLibraryTables() as unknown as Record<string, Record<string, AnyRecord>>;
  const fill = (rows: Record<string, AnyRecord>, prefix: string, count: number, make: (index: number) => object) => {
    const orders = generateNKeysBetween(null, null, count, { jitterBits: 0 });
    for (let index = 0; index < count; index++) {
      const id = `${prefix}_${index}`;
      rows[id] = { id, order: orders[index], ...make(index), ...any(unknown) };
    }
    return Object.keys(rows);
  };
  const count = (min: number, max: number) => any(fc.integer({ min, max }));
  const some = (ids: readonly string[]) => any(fc.subarray([...ids]));
  const one = <T>(values: readonly T[]) => any(fc.constantFrom(...values));
  const flag = () => any(fc.boolean());
  const text = () => any(anyText);

  const entry = (index: number) => ({
    name: `${text()} ${index}`,
    icon: one(iconNames),
    color: one(colors),
    archived: flag(),
    mergedInto: null,
  });
  const channels = fill(library.channels as never, 'ch', count(0, 3), entry);
  const devices = fill(library.devices as never, 'dv', count(0, 3), entry);
  const departments = fill(library.departments as never, 'dp', count(0, 3), entry);
  const personas = fill(library.personas as never, 'pe', count(0, 3), (index) => ({
    name: `${text()} ${index}`,
    color: one(colors),
    shape: one(personaShapes),
    archived: flag(),
    ...Object.fromEntries(personaFacts.map((fact) => [fact, flag() ? text() : ''])),
    picture: null,
    checkedOn: one([null, '2025-01-02']),
  }));
  map.map = {
    mp_1: {
      id: 'mp_1',
      name: text(),
      state: one(['current', 'future']),
      scenario: text(),
      createdAt: '2025-01-02T03:04:05.000Z',
      kindWeights: { channel: one([0, 2]), device: one([1, 1.5]), department: one([3, 100]) },
      sentimentScale: one([null, Array.from({ length: 5 }, () => ({ word: text().slice(0, 100), face: '🙂' }))]),
      ...any(unknown),
    },
  };
  const stages = fill(map.stages as never, 'st', count(1, 4), () => ({ name: text() }));
  const steps = fill(map.steps as never, 'sp', stages.length + count(0, 4), (index) => ({
    stageId: stages[index] ?? one(stages),
    name: text(),
  }));
  const lanes = fill(map.lanes as never, 'la', count(0, 3), () => ({
    name: text(),
    role: one(laneRoles),
    side: one(['above', 'below']),
    hidden: flag(),
  }));
  const basis = () => ({ channels: some(channels), devices: some(devices), departments: some(departments) });
  const answer = () => one(answers);
  const estimate = () => one([null, { low: 1, high: 2.5, source: text() }]);
  const waits = () => ({ waitHours: one([null, 36]), waitTargetHours: one([null, 0]), share: one([null, 0.25, 1]) });
  const judgement = () => ({
    state: one(['smooth', 'gap']),
    severity: one([1, 5, null]),
    customerKnown: answer(),
    dataTravels: answer(),
    nextStepTold: answer(),
    oneOwner: answer(),
    waitInTarget: answer(),
    cause: text(),
    owner: text(),
    note: text(),
    status: one(verdictStatuses),
    statusAt: one([null, '2025-02-03T04:05:06.000Z']),
    basis: { from: basis(), to: basis() },
    judgedAt: '2025-01-02T03:04:05.000Z',
  });
  const touchpoints = fill(map.touchpoints as never, 'tp', count(0, 6), () => ({
    stepId: one(steps),
    title: text(),
    description: text(),
    ...basis(),
    when: one(['before', 'during', 'after', null]),
    presence: one(['online', 'offline', null]),
    selfService: one(['none', 'offered', 'only', null]),
    humanCanStepIn: one([true, false, null]),
    importance: one([1, 2, 3, 4, 5, null]),
    momentOfTruth: flag(),
    owner: text(),
    objections: text(),
    tags: any(fc.array(anyText, { maxLength: 3 })),
    ending: one(['goal', 'lost', null]),
    selfServiceWanted: one([true, false, null]),
    promise: text(),
    promiseKeptAt: null,
    webLinks: some(['https://example.org/?q=1', 'mailto:a@example.org']),
  }));
  if (lanes.length > 0)
    fill(map.cards as never, 'cd', count(0, 4), () => ({ stepId: one(steps), laneId: one(lanes), text: text() }));
  for (const from of touchpoints) {
    if (flag()) ((map.touchpoints as Record<string, AnyRecord>)[from] as AnyRecord).promiseKeptAt = one(touchpoints);
    for (const to of some(touchpoints.filter((id) => id !== from)).slice(0, 2)) {
      const link = { id: pairId('link', from, to), from, to, label: text(), ...waits(), ...any(unknown) };
      (map.links as Record<string, AnyRecord>)[link.id] = link;
      const verdict = {
        id: pairId('verdict', from, to),
        from,
        to,
        ...judgement(),
        ...{
          customers: estimate(),
          shareLost: null,
          customerValue: estimate(),
          mendingCost: null,
          mendingReturn: null,
        },
        ...any(unknown),
      };
      if (flag()) (map.verdicts as Record<string, AnyRecord>)[verdict.id] = verdict;
    }
    for (const personaId of some([...personas, EVERYONE])) {
      const id = pairId('sentiment', from, personaId);
      const value = any(fc.integer({ min: -4, max: 4 })) / 2;
      (map.sentiments as Record<string, AnyRecord>)[id] = {
        id,
        touchpointId: from,
        personaId,
        value: value === 0 ? 0 : value,
        ...any(unknown),
      };
    }
  }
  const members = some(personas);
  const memberOrders = generateNKeysBetween(null, null, members.length, { jitterBits: 0 });
  members.forEach((personaId, index) => {
    const id = mapPersonaId(personaId);
    (map.mapPersonas as Record<string, AnyRecord>)[id] = { id, order: memberOrders[index], personaId, ...any(unknown) };
  });
  const put = (table: string, record: AnyRecord) => {
    (map[table] as Record<string, AnyRecord>)[record.id] = { ...record, ...any(unknown) };
  };
  for (const recordId of some([...touchpoints, ...Object.keys(map.links as object)]))
    for (const personaId of some(personas))
      put('memberships', { id: pairId('membership', recordId, personaId), recordId, personaId });
  const opportunities = fill(map.opportunities as never, 'op', count(0, 3), () => ({
    title: text(),
    description: text(),
    kind: one(opportunityKinds),
    impact: one([1, 5, null]),
    effort: one([2, null]),
    owner: text(),
    status: one(opportunityStates),
  }));
  for (const placeId of some(touchpoints)) {
    const place = { placeId, toId: one([null, ...touchpoints]) };
    for (const opportunityId of some(opportunities))
      put('ties', { id: tieId(opportunityId, place), opportunityId, ...place });
    const past = { from: placeId, to: one(touchpoints), ...judgement() };
    put('pastVerdicts', { id: pastVerdictId(past.from, past.to, past.judgedAt), ...past });
    const about = flag() ? place : { placeId: one(stages), toId: null };
    const dismissal = { rule: one(['noOwner', 'deadEnd']), ...about };
    const rest = { reason: text(), dismissedAt: '2025-02-03T04:05:06.000Z' };
    put('dismissals', { id: dismissalId(dismissal.rule, about), ...dismissal, ...rest });
  }
  const kpis = fill(library.kpis as never, 'kp', count(0, 2), (index) => ({
    ...blankKpi,
    name: `${text()} ${index}`,
    metric: one(metrics),
    unit: one(units),
    target: one([null, 4.5]),
  }));
  for (const lane of Object.values(map.lanes as object)) lane.kpiId = one([null, ...kpis]);
  const importIds = fill(map.dataImports as never, 'im', count(0, 2), () => ({
    ...{ kind: one(importKinds), fileName: text(), hash: 'b'.repeat(64), importedAt: '2025-02-03T04:05:06.000Z' },
    ...{ rows: 10, rowsTaken: 9, leftOut: text() },
  }));
  for (const link of Object.values(map.links as object))
    if (flag()) link.brought = [{ field: one(broughtFields), importId: one([null, ...importIds]) }];
  const walkIds = fill(map.walks as never, 'wk', count(0, 2), () => ({
    ...{ name: text(), walker: text(), personaId: one([null, ...personas]) },
    ...{ startedAt: one([null, '2025-02-03T04:05:06.000Z']), endedAt: null },
  }));
  const origins = [null, ...importIds, ...walkIds];
  const pieces = fill(map.evidence as never, 'ev', count(0, 3), () => ({
    ...{ kind: one(evidenceKinds), text: text(), source: text(), date: one([null, '2025-02-03']) },
    ...{ personaId: one([null, ...personas]), sentiment: one([null, -1.5]), importId: one(origins) },
  }));
  fill(map.matchProfiles as never, 'pf', count(0, 1), () => ({
    ...{ name: text(), kind: one(dataKinds), columns: { [`c${text()}`]: 'case' } },
    rules: some(touchpoints).map((touchpointId) => ({ how: 'contains', column: 'place', text: text(), touchpointId })),
  }));
  for (const touchpointId of some(touchpoints)) {
    const place = { placeId: touchpointId, toId: one([null, ...touchpoints]) };
    for (const evidenceId of some(pieces))
      put('citations', { id: citationId(evidenceId, place), evidenceId, ...place });
    for (const walkId of some(walkIds))
      put('walkSteps', {
        ...blankWalkStep,
        id: pairId('walkStep', walkId, touchpointId),
        walkId,
        touchpointId,
        notes: text(),
      });
    for (const kpiId of some(kpis)) {
      const at = flag() ? place : { placeId: one([...stages, ...steps, 'mp_1']), toId: null };
      const personaId = one([EVERYONE, ...personas]);
      const point = { from: '2025-01-01', to: '2025-01-31', value: one([0, 2.5]), n: one([null, 12]) };
      const points = [{ ...point, importId: one(origins) }];
      put('series', { id: seriesId(kpiId, at, personaId), kpiId, personaId, ...at, points });
    }
  }
  return { map, library } as unknown as Documents;
});
