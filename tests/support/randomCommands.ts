import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { CommandError } from '../../src/commands/commandError.ts';
import type { CommandArgs, CommandName } from '../../src/commands/commands.ts';
import { copyFragment } from '../../src/commands/fragments.ts';
import type { Commit } from '../../src/editor/commit.ts';
import type { Editor } from '../../src/editor/createEditor.ts';
import { lenses, lensField } from '../../src/model/lens.ts';
import { applyPatches, compactPatches, touchedRecords } from '../../src/model/patch.ts';
import { colors } from '../../src/model/records/common.ts';
import { evidenceKinds } from '../../src/model/records/evidence.ts';
import { units } from '../../src/model/records/kpi.ts';
import { laneRoles } from '../../src/model/records/lane.ts';
import { iconNames } from '../../src/model/records/libraryEntry.ts';
import { opportunityStates } from '../../src/model/records/opportunity.ts';
import { personaShapes } from '../../src/model/records/persona.ts';
import { answers, verdictStatuses } from '../../src/model/records/verdict.ts';
import { repair } from '../../src/model/repair.ts';
import { type AnyRecord, type DocKind, type Documents, tableSchema } from '../../src/model/tables.ts';
import { commandNames } from './startDocs.ts';

/** One drawn step: what to do and a handful of numbers from which its arguments are made, given the documents. */
export interface RandomStep {
  readonly command: CommandName;
  readonly picks: readonly number[];
}

export const arbitraryStep: fc.Arbitrary<RandomStep> = fc.record({
  command: fc.constantFrom(...commandNames),
  picks: fc.array(fc.nat({ max: 9999 }), { minLength: 12, maxLength: 12 }),
});

const texts = ['', 'a', ' Website ', 'Größe', 'ถามราคา', '退款', 'two\nlines', 'x'.repeat(20_001), '<b>&amp;</b>'];

interface Picker {
  int(below: number): number;
  bool(): boolean;
  from<T>(list: readonly T[]): T;
  some<T>(list: readonly T[]): T[];
  text(): string;
  /** An id of that table; now and then one that does not exist. */
  id(table: object): string;
  ids(table: object): string[];
  idOrNull(table: object): string | null;
}

export function createPicker(picks: readonly number[]): Picker {
  let next = 0;
  const draw = () => picks[next++ % picks.length] as number;
  const int = (below: number) => (below <= 0 ? 0 : draw() % below);
  const from = <T>(list: readonly T[]): T => list[int(list.length)] as T;
  const some = <T>(list: readonly T[]): T[] => {
    const mask = draw();
    return list.filter((_, index) => ((mask >> (index % 12)) & 1) === 1).slice(0, 4);
  };
  const id = (table: object) => {
    const known = Object.keys(table);
    return known.length === 0 || int(25) === 24 ? from(['xx_missing', '__proto__', '']) : from(known);
  };
  return {
    int,
    bool: () => int(2) === 0,
    from,
    some,
    text: () => from(texts),
    id,
    ids: (table) => some(Object.keys(table)),
    idOrNull: (table) => (int(3) === 0 ? null : id(table)),
  };
}

/** How to make arguments for every command there is. A new command does not compile until it has its line. */
const argsOf: { [N in CommandName]: (docs: Documents, pick: Picker) => CommandArgs<N> } = {
  updateMap: (_, p) =>
    p.bool() ? { name: p.text() } : { scenario: p.text(), state: p.from(['current', 'future'] as const) },
  addPersonaToMap: ({ library }, p) => ({ personaId: p.id(library.personas) }),
  removePersonaFromMap: ({ library }, p) => ({ personaId: p.id(library.personas) }),
  addStage: ({ map }, p) => ({ name: p.text(), beforeId: p.idOrNull(map.stages) }),
  renameStage: ({ map }, p) => ({ id: p.id(map.stages), name: p.text() }),
  moveStage: ({ map }, p) => ({ id: p.id(map.stages), beforeId: p.idOrNull(map.stages) }),
  removeStage: ({ map }, p) => ({ id: p.id(map.stages) }),
  addStep: ({ map }, p) => ({ stageId: p.id(map.stages), name: p.text(), beforeId: p.idOrNull(map.steps) }),
  renameStep: ({ map }, p) => ({ id: p.id(map.steps), name: p.text() }),
  moveStep: ({ map }, p) => ({ id: p.id(map.steps), stageId: p.id(map.stages), beforeId: p.idOrNull(map.steps) }),
  removeStep: ({ map }, p) => ({ id: p.id(map.steps) }),
  addLane: ({ map, library }, p) => ({
    name: p.text(),
    side: p.from(['above', 'below'] as const),
    role: p.from(laneRoles),
    kpiId: p.idOrNull(library.kpis),
    beforeId: p.idOrNull(map.lanes),
  }),
  renameLane: ({ map }, p) => ({ id: p.id(map.lanes), name: p.text() }),
  moveLane: ({ map }, p) => ({
    id: p.id(map.lanes),
    side: p.from(['above', 'below'] as const),
    beforeId: p.idOrNull(map.lanes),
  }),
  setLaneHidden: ({ map }, p) => ({ id: p.id(map.lanes), hidden: p.bool() }),
  setLaneKpi: ({ map, library }, p) => ({ id: p.id(map.lanes), kpiId: p.idOrNull(library.kpis) }),
  removeLane: ({ map }, p) => ({ id: p.id(map.lanes) }),
  addTouchpoint: ({ map, library }, p) => ({
    stepId: p.id(map.steps),
    beforeId: p.idOrNull(map.touchpoints),
    linkFrom: p.idOrNull(map.touchpoints),
    fields: { title: p.text(), channels: p.ids(library.channels), devices: p.ids(library.devices) },
  }),
  updateTouchpoint: ({ map, library }, p) => ({
    id: p.id(map.touchpoints),
    fields: p.from([
      { title: p.text() },
      { channels: p.ids(library.channels), departments: p.ids(library.departments) },
      { importance: p.int(8), momentOfTruth: p.bool() },
      { promise: p.text(), promiseKeptAt: p.idOrNull(map.touchpoints) },
      { ending: p.from(['goal', 'lost', null] as const) },
      { tags: [p.text()], webLinks: [p.from(['https://example.org', 'javascript:alert(1)'])] },
      { when: p.from(['before', 'after', null] as const), humanCanStepIn: p.from([true, false, null]) },
    ]),
  }),
  addValue: ({ map }, p) => ({
    id: p.id(map.touchpoints),
    field: p.from(['channels', 'devices', 'departments'] as const),
    name: p.text(),
  }),
  setPrimary: ({ map, library }, p) => {
    const lens = p.from(lenses);
    return { ids: p.ids(map.touchpoints), lens, value: p.idOrNull(library[lensField[lens]]) };
  },
  setMomentOfTruth: ({ map }, p) => ({ ids: p.ids(map.touchpoints), value: p.bool() }),
  moveTouchpoints: ({ map, library }, p) => ({
    ids: p.ids(map.touchpoints),
    stepId: p.id(map.steps),
    beforeId: p.idOrNull(map.touchpoints),
    ...(p.bool() ? { primary: { lens: 'channel' as const, value: p.idOrNull(library.channels) } } : {}),
  }),
  reorderTouchpoint: ({ map }, p) => {
    const stepId = p.id(map.steps);
    const cell = Object.values(map.touchpoints)
      .filter((tp) => tp.stepId === stepId)
      .map((tp) => tp.id);
    return { id: cell.length > 0 ? p.from(cell) : 'tp_none', cell, by: p.from([-1, 1] as const) };
  },
  splitTouchpoint: ({ map }, p) => ({ id: p.id(map.touchpoints), lens: p.from(lenses) }),
  addCard: ({ map }, p) => ({
    stepId: p.id(map.steps),
    laneId: p.id(map.lanes),
    text: p.text(),
    beforeId: p.idOrNull(map.cards),
  }),
  updateCard: ({ map }, p) => ({ id: p.id(map.cards), text: p.text() }),
  moveCards: ({ map }, p) => ({
    ids: p.ids(map.cards),
    stepId: p.id(map.steps),
    laneId: p.id(map.lanes),
    beforeId: p.idOrNull(map.cards),
  }),
  addLink: ({ map }, p) => ({ from: p.id(map.touchpoints), to: p.id(map.touchpoints), label: p.text() }),
  updateLink: ({ map }, p) => ({
    id: p.id(map.links),
    fields: p.from([{ label: p.text() }, { waitHours: p.from([null, 0, 24, -1]) }, { share: p.from([0.5, 2, null]) }]),
  }),
  removeLink: ({ map }, p) => ({ id: p.id(map.links) }),
  setSentiment: ({ map, library }, p) => ({
    touchpointId: p.id(map.touchpoints),
    personaId: p.bool() ? 'everyone' : p.id(library.personas),
    value: p.from([null, -2, -0.5, 0, 2, 3, Number.NaN]),
  }),
  judgeHandoff: ({ map }, p) => ({
    from: p.id(map.touchpoints),
    to: p.id(map.touchpoints),
    state: p.from(['smooth', 'gap'] as const),
    severity: p.from([null, 1, 5, 6, 2.5]),
    note: p.text(),
    judgedAt: '2026-02-03T04:05:06Z',
  }),
  updateVerdict: ({ map }, p) => ({
    ...verdictOf(map, p),
    fields: p.from([
      { note: p.text() },
      { dataTravels: p.from(answers), oneOwner: p.from(answers) },
      { status: p.from(verdictStatuses) },
      { shareLost: { low: 0.1, high: p.from([0.2, 0.05, 3]), source: p.text() } },
      { severity: p.from([null, 1, 5, 9]) },
    ]),
    now: '2026-02-03T04:05:06Z',
  }),
  clearVerdict: ({ map }, p) => verdictOf(map, p),
  setMembers: ({ map, library }, p) => ({
    recordIds: [p.id(map.touchpoints), p.id(map.links)],
    personaIds: p.ids(library.personas),
  }),
  dismissFinding: ({ map }, p) => ({
    rule: p.from(['noOwner', 'deadEnd', 'No rule']),
    place: p.bool() ? { placeId: p.id(map.stages), toId: null } : placeOf(map, p),
    reason: p.text(),
    dismissedAt: '2026-02-03T04:05:06Z',
  }),
  restoreFinding: ({ map }, p) => ({ rule: 'noOwner', place: placeOf(map, p) }),
  addOpportunity: ({ map }, p) => ({
    fields: { title: p.text(), impact: p.from([null, 1, 5, 7]) },
    places: [placeOf(map, p)],
  }),
  updateOpportunity: ({ map }, p) => ({
    id: p.id(map.opportunities),
    fields: p.from([{ title: p.text() }, { effort: p.int(7) }, { status: p.from(opportunityStates) }]),
  }),
  moveOpportunity: ({ map }, p) => ({ id: p.id(map.opportunities), beforeId: p.idOrNull(map.opportunities) }),
  tieOpportunity: ({ map }, p) => ({ id: p.id(map.opportunities), place: placeOf(map, p) }),
  untieOpportunity: ({ map }, p) => ({ id: p.id(map.opportunities), place: placeOf(map, p) }),
  addLibraryEntry: (_, p) => ({
    table: p.from(['channels', 'devices', 'departments'] as const),
    name: p.text(),
    icon: p.from(iconNames),
    ...(p.bool() ? { color: p.from(colors) } : {}),
  }),
  updateLibraryEntry: ({ library }, p) => {
    const table = p.from(['channels', 'devices', 'departments'] as const);
    const fields = p.from([{ name: p.text() }, { archived: p.bool() }, { icon: p.from(iconNames) }]);
    return { table, id: p.id(library[table]), fields };
  },
  moveLibraryEntry: ({ library }, p) => {
    const table = p.from(['channels', 'devices', 'departments'] as const);
    return { table, id: p.id(library[table]), beforeId: p.idOrNull(library[table]) };
  },
  mergeLibraryEntry: ({ library }, p) => {
    const table = p.from(['channels', 'devices', 'departments'] as const);
    return { table, id: p.id(library[table]), intoId: p.id(library[table]) };
  },
  addLibraryEntries: (docs, p) => ({ entries: foreignFragment(docs, p).library }),
  addPersona: (_, p) => ({ name: p.text() }),
  updatePersona: ({ library }, p) => ({
    id: p.id(library.personas),
    fields: p.from([
      { name: p.text() },
      { shape: p.from(personaShapes), archived: p.bool() },
      { goals: p.text(), checkedOn: p.from([null, '2026-05-06', 'soon']) },
    ]),
  }),
  removeItems: ({ map }, p) => ({
    ids: [
      ...p.ids(map.touchpoints),
      ...p.ids(map.cards),
      ...[map.links, map.opportunities, map.evidence, map.walks, map.matchProfiles].map((table) => p.id(table)),
    ],
  }),
  pasteFragment: (docs, p) => ({
    fragment: p.bool() ? copiedFragment(docs, p) : foreignFragment(docs, p),
    stepId: p.id(docs.map.steps),
  }),
  pasteRange: ({ map, library }, p) => ({
    range: [[p.text(), p.text()], [], [p.text(), '', p.text()]],
    stepId: p.id(map.steps),
    rows: p.from([
      [],
      [{ laneId: p.id(map.lanes) }],
      [
        { lens: 'channel' as const, value: p.idOrNull(library.channels) },
        { lens: 'device' as const, value: null },
      ],
    ]),
  }),
  addKpi: (_, p) => ({ fields: { name: p.text(), unit: p.from(units), target: p.from([null, 5, Number.NaN]) } }),
  updateKpi: ({ library }, p) => ({
    id: p.id(library.kpis),
    fields: p.from([{ name: p.text() }, { better: p.from(['more', 'less'] as const) }, { archived: p.bool() }]),
  }),
  setMeasurement: (docs, p) => ({ ...seriesOf(docs, p), point: pointOf(p) }),
  removeMeasurement: (docs, p) => {
    const series = p.bool() ? undefined : Object.values(docs.map.series)[0];
    const { from, to } = series?.points[0] ?? { from: '2026-01-01', to: '2026-01-31' };
    if (series === undefined) return { ...seriesOf(docs, p), from, to };
    const { kpiId, personaId, placeId, toId } = series;
    return { kpiId, personaId, place: { placeId, toId }, from, to };
  },
  addEvidence: ({ map, library }, p) => ({
    fields: { text: p.text(), personaId: p.idOrNull(library.personas), sentiment: p.from([null, -2, 1, 5]) },
    places: [placeOf(map, p)],
  }),
  addManyEvidence: ({ map }, p) => ({
    pieces: [
      { fields: { text: p.text(), kind: p.from(evidenceKinds) }, places: [placeOf(map, p)] },
      { fields: { sentiment: p.from([null, 1, 5]) }, places: [] },
    ],
  }),
  updateEvidence: ({ map }, p) => ({
    id: p.id(map.evidence),
    fields: p.from([{ text: p.text() }, { kind: p.from(evidenceKinds) }, { date: p.from(['2026-02-03', 'soon']) }]),
  }),
  citeEvidence: ({ map }, p) => ({ id: p.id(map.evidence), place: placeOf(map, p) }),
  unciteEvidence: ({ map }, p) => ({ id: p.id(map.evidence), place: placeOf(map, p) }),
  importFigures: (docs, p) => ({
    figures: {
      source: {
        ...{ kind: 'metrics' as const, fileName: p.text(), hash: 'a'.repeat(64), leftOut: '' },
        ...{ importedAt: '2026-02-03T04:05:06Z', rows: 3, rowsTaken: 2 },
      },
      series: [{ ...seriesOf(docs, p), points: [{ from: '2026-01-01', to: '2026-01-31', value: p.int(9), n: null }] }],
      evidence: [{ fields: { text: p.text() }, places: [placeOf(docs.map, p)] }],
      links: [{ id: p.id(docs.map.links), share: 0.5, waitHours: null }],
    },
    replaces: p.bool() ? [] : Object.keys(docs.map.dataImports).slice(0, 1),
  }),
  removeImport: ({ map }, p) => ({ id: p.id(map.dataImports) }),
  saveMatchProfile: ({ map }, p) => ({
    fields: {
      ...{ name: p.text(), kind: 'survey' as const, columns: { Q1: 'score' } },
      rules: [
        { how: 'equals' as const, column: 'place' as const, text: p.text(), touchpointId: p.id(map.touchpoints) },
      ],
    },
  }),
  renameMatchProfile: ({ map }, p) => ({ id: p.id(map.matchProfiles), name: p.text() }),
  addWalk: ({ library }, p) => ({ fields: { name: p.text(), personaId: p.idOrNull(library.personas) } }),
  updateWalk: ({ map }, p) => ({ id: p.id(map.walks), fields: { walker: p.text() } }),
  recordStop: ({ map }, p) => ({
    walkId: p.id(map.walks),
    touchpointId: p.id(map.touchpoints),
    fields: p.from([{ notes: p.text() }, { result: 'missed' as const }, { waitSeconds: p.from([3, -1]) }]),
  }),
  insertFromCatalogue: ({ map, library }, p) => ({
    stepId: p.id(map.steps),
    title: p.text(),
    channel: { id: p.bool() ? p.id(library.channels) : 'ch_unheard', name: p.text() },
    when: 'during' as const,
    presence: 'online' as const,
    beforeId: p.idOrNull(map.touchpoints),
  }),
};

function seriesOf({ map, library }: Documents, p: Picker) {
  const whole = { placeId: p.from([p.id(map.steps), p.id(map.stages), p.id(map.map)]), toId: null };
  const personaId = p.bool() ? 'everyone' : p.id(library.personas);
  return { kpiId: p.id(library.kpis), place: p.bool() ? placeOf(map, p) : whole, personaId };
}

function pointOf(p: Picker) {
  const [from, to] = p.from([
    ['2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-02-28'],
    ['2026-03-01', '2026-01-01'],
  ] as const);
  return { from, to, value: p.int(100), n: p.from([null, 30]) };
}

function placeOf(map: Documents['map'], p: Picker): { placeId: string; toId: string | null } {
  return { placeId: p.id(map.touchpoints), toId: p.idOrNull(map.touchpoints) };
}

function verdictOf(map: Documents['map'], p: Picker): { from: string; to: string } {
  const verdict = map.verdicts[p.id(map.verdicts)];
  return verdict ?? { from: p.id(map.touchpoints), to: p.id(map.touchpoints) };
}

function copiedFragment(docs: Documents, p: Picker) {
  return copyFragment(docs, [...p.ids(docs.map.touchpoints), ...p.ids(docs.map.cards)]);
}

/** A fragment as another workspace would give it: its ids are unknown here and some of what it names is missing. */
function foreignFragment(docs: Documents, p: Picker) {
  const rename = (id: string) => (id.includes('_') ? `${id}f` : id);
  const local = copiedFragment(docs, p);
  const text = JSON.stringify(local).replace(/"([a-z]{2}_[0-9A-Za-z_-]+)"/g, (_, id: string) => `"${rename(id)}"`);
  const fragment = JSON.parse(text) as typeof local;
  const sentiments = fragment.touchpoints.map((tp) => ({
    id: `sn_${tp.id}-pe_gone`,
    touchpointId: tp.id,
    personaId: 'pe_gone',
    value: 1,
  }));
  return { ...fragment, sentiments: p.bool() ? sentiments : fragment.sentiments };
}

/** Runs a drawn step. A refusal must leave the documents as they are, in words. Returns true when it was carried out. */
export function runStep(editor: Editor, { command, picks }: RandomStep, merge?: string): boolean {
  const before = editor.documents();
  try {
    const args = argsOf[command](before, createPicker(picks));
    editor.run(command, args as never, merge);
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    assertThat(/^[A-Z].*\.$/s.test(error.message), `C1: "${error.message}" is no sentence`);
    assertThat(editor.documents() === before, 'C1: a refused command changed the documents');
    return false;
  }
}

function assertThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const equal = isDeepStrictEqual;

/** Throws unless the commit that led from `before` to `after` holds P1 to P6, and P7 where it is due. */
function checkCommit(before: Documents, after: Documents, commit: Commit): void {
  const { patches, inverse, origin, label } = commit;
  const name = `${origin} ${label} ${JSON.stringify(patches.map((patch) => patch.path))}`;
  assertThat(patches.length > 0, `an empty commit: ${name}`);
  for (const { path, value } of [...patches, ...inverse]) {
    const [doc, table, id, field] = path;
    const shape = tableSchema(doc, table)?.shape;
    assertThat(shape !== undefined && typeof id === 'string' && id !== '__proto__', `P1: ${name}`);
    if (path.length === 3) assertThat(value === undefined || (value as AnyRecord).id === id, `P1: ${name}`);
    else assertThat(path.length === 4 && Object.hasOwn(shape ?? {}, field as string), `P1: ${name}`);
  }
  assertThat(equal(applyPatches(before, patches), after), `P2: the patches do not lead to what is shown: ${name}`);
  assertThat(equal(applyPatches(after, inverse), before), `P2: ${name}`);
  assertThat(equal(applyPatches(after, patches), after), `P3: ${name}`);
  for (const list of [patches, inverse]) assertThat(compactPatches(list).length === list.length, `P4: ${name}`);
  assertThat(equal([...touchedRecords(patches)].sort(), changedRecords(before, after)), `P6: ${name}`);
  if (origin === 'user' || origin === 'history') {
    const { notes } = repair(after);
    assertThat(notes.length === 0, `P7: ${JSON.stringify(notes)} after ${name}`);
  }
}

function changedRecords(before: Documents, after: Documents): string[] {
  const changed = new Set<string>();
  for (const doc of ['map', 'library'] as const satisfies DocKind[]) {
    const [was, is] = [before[doc], after[doc]] as unknown as Record<string, Record<string, AnyRecord>>[];
    for (const table of Object.keys(is ?? {})) {
      for (const id of [...Object.keys(was?.[table] ?? {}), ...Object.keys(is?.[table] ?? {})])
        if (!equal(was?.[table]?.[id], is?.[table]?.[id])) changed.add(`${doc}/${table}/${id}`);
    }
  }
  return [...changed].sort();
}

/** Checks every commit of an editor from now on; a break is thrown by the call that made the commit. */
export function watchCommits(editor: Editor): { commits: Commit[] } {
  let before = editor.documents();
  const commits: Commit[] = [];
  editor.subscribe((commit) => {
    checkCommit(before, editor.documents(), commit);
    before = editor.documents();
    commits.push(commit);
  });
  return { commits };
}
