import fc from 'fast-check';
import type { Editor } from '../../src/editor/createEditor.ts';
import { createPicker } from './randomCommands.ts';
import { smallMap } from './startDocs.ts';

/** Edits that matter to the analysis and that the commands drawn at random seldom or never make. */
const edits = [
  ...['weights', 'owner', 'selfService', 'departments', 'members', 'verdict', 'promise', 'wait', 'title'],
  ...['feeling', 'link', 'move', 'ending', 'takePart', 'turn', 'voice', 'severe'],
] as const;
export const arbitraryEdit = fc.record({
  edit: fc.constantFrom(...edits),
  picks: fc.array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: 8 }),
});

export function runEdit(editor: Editor, { edit, picks }: { edit: string; picks: readonly number[] }): void {
  const p = createPicker(picks);
  const { map, library } = editor.documents();
  const id = p.from(Object.keys(map.touchpoints));
  const link = p.from(Object.values(map.links));
  if (id === undefined) return;
  const set = (fields: object) => editor.run('updateTouchpoint', { id, fields });
  if (edit === 'weights')
    editor.run('updateMap', { kindWeights: { channel: p.int(3), device: p.int(3), department: p.int(3) } });
  if (edit === 'owner') set({ owner: p.from(['', 'Mira', 'Tom']), importance: p.from([null, 1, 5]) });
  if (edit === 'selfService')
    set({ selfServiceWanted: p.from([true, null]), selfService: p.from(['none', 'only', null]) });
  if (edit === 'departments')
    set({ departments: p.some(Object.keys(library.departments)), devices: p.some(Object.keys(library.devices)) });
  if (edit === 'promise')
    set({ promise: p.from(['', 'We call']), promiseKeptAt: p.from([null, ...Object.keys(map.touchpoints)]) });
  if (edit === 'members')
    editor.run('setMembers', {
      recordIds: [link !== undefined && p.bool() ? link.id : id],
      personaIds: p.some(Object.keys(library.personas)),
    });
  if (edit === 'title') set({ title: `Title ${p.int(99)}`, tags: ['new'], momentOfTruth: p.bool() });
  const other = p.from(Object.keys(map.touchpoints));
  const persona = p.from(Object.keys(library.personas));
  if (edit === 'feeling')
    editor.run('setSentiment', {
      touchpointId: id,
      personaId: p.bool() ? 'everyone' : persona,
      value: p.from([null, -2, 0, 1, 2]),
    });
  if (edit === 'move')
    editor.run('moveTouchpoints', {
      ids: [id],
      stepId: map.touchpoints[other]?.stepId ?? '',
      beforeId: p.bool() ? other : null,
    });
  if (edit === 'turn') set({ channels: [...(map.touchpoints[id]?.channels ?? [])].reverse() });
  if (edit === 'ending') set({ ending: p.from(['goal', 'lost', null]) });
  if (edit === 'takePart') {
    const takesPart = map.mapPersonas[`mc_${persona}`] !== undefined;
    editor.run(takesPart ? 'removePersonaFromMap' : 'addPersonaToMap', { personaId: persona });
  }
  if (edit === 'link' && id !== other) {
    const linkId = `ln_${id}-${other}`;
    if (map.links[linkId] === undefined) editor.run('addLink', { from: id, to: other });
    else editor.run('removeLink', { id: linkId });
  }
  if (edit === 'voice') {
    const fields = { sentiment: p.from([null, -2, 1]), personaId: persona, kind: p.from(['quote', 'ticket'] as const) };
    const piece = p.from(Object.keys(map.evidence));
    const place = link !== undefined && p.bool() ? { placeId: link.from, toId: link.to } : { placeId: id, toId: null };
    if (piece === undefined || p.bool()) editor.run('addEvidence', { fields, places: [place] });
    else editor.run(p.bool() ? 'citeEvidence' : 'unciteEvidence', { id: piece, place });
  }
  if (link === undefined) return;
  if (edit === 'severe') {
    const { from, to } = link;
    editor.run('judgeHandoff', { from, to, state: 'gap' });
    editor.run('updateVerdict', { from, to, fields: { severity: p.from([3, 4, 5, null]) } });
  }
  if (edit === 'wait')
    editor.run('updateLink', {
      id: link.id,
      fields: { waitHours: p.from([null, 72, 73]), share: p.from([0.1, 0.7, null]) },
    });
  if (edit === 'verdict') {
    const ends = p.bool() ? { from: link.from, to: link.to } : { from: id, to: id };
    const range = { low: 1, high: 2, source: '' };
    editor.run('judgeHandoff', {
      ...ends,
      state: p.from(['gap', 'smooth'] as const),
      judgedAt: '2026-01-02T00:00:00Z',
    });
    editor.run('updateVerdict', {
      ...ends,
      fields: {
        status: p.from(['open', 'closed'] as const),
        customers: range,
        shareLost: { ...range, low: 0.1, high: 0.2 },
        customerValue: range,
      },
    });
  }
}

/** An editor on a map of six steps and eight touchpoints with links, feelings and two personas. */
export function livelyMap(): Editor {
  const { editor, ids } = smallMap();
  const { run } = editor;
  const second = run('addPersona', { name: 'Tom' });
  for (const stageId of ['st_1', 'st_1', ids.stage2]) run('addStep', { stageId, name: '' });
  for (const personaId of [ids.persona, second]) run('addPersonaToMap', { personaId });
  let before = ids.c;
  for (const [index, stepId] of ['sp_1', ids.step2, ids.step2, ids.step3, ids.step3].entries()) {
    const channels = ['ch_shop', 'ch_ad', 'ch_app', 'ch_post'].slice(index % 3, (index % 3) + 2);
    const linkFrom = index === 3 ? ids.b : before;
    before = run('addTouchpoint', {
      stepId,
      linkFrom,
      fields: { title: `T${index}`, channels, departments: ['dp_it'] },
    });
    run('setSentiment', { touchpointId: before, personaId: index % 2 === 0 ? second : 'everyone', value: 2 - index });
    run('updateTouchpoint', { id: before, fields: { promise: 'We call', promiseKeptAt: ids.c } });
  }
  return editor;
}
