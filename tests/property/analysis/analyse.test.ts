import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, createAnalysis } from '../../../src/analysis/analyse.ts';
import { findAll } from '../../../src/analysis/findings.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import type { Editor } from '../../../src/editor/createEditor.ts';
import { arbitraryStep, createPicker, runStep } from '../../support/randomCommands.ts';
import { smallMap } from '../../support/startDocs.ts';

/** Edits that matter to the analysis and that the commands drawn at random seldom or never make. */
const edits = [
  ...['weights', 'owner', 'selfService', 'departments', 'members', 'verdict', 'promise', 'wait', 'title'],
  ...['feeling', 'link', 'move', 'ending', 'takePart', 'turn', 'voice', 'severe'],
] as const;
const arbitraryEdit = fc.record({
  edit: fc.constantFrom(...edits),
  picks: fc.array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: 8 }),
});

function runEdit(editor: Editor, { edit, picks }: { edit: string; picks: readonly number[] }): void {
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
function livelyMap(): Editor {
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

/** Throws where something says the same as before and is another object. */
function expectKept(before: Analysis, now: Analysis): void {
  const parts = (analysis: Analysis): [key: string, part: unknown][] => [
    ['analysis', analysis],
    ...Object.entries(analysis),
    ...Object.entries(analysis.matrices).map(([lens, part]): [string, unknown] => [`matrix ${lens}`, part]),
    ...Object.entries(analysis.coverage).map(([lens, part]): [string, unknown] => [`coverage ${lens}`, part]),
    ...[...analysis.handoffs].map(([id, part]): [string, unknown] => [`handoff ${id}`, part]),
    ...analysis.gaps.map((gap): [string, unknown] => [`gap ${gap.key}`, gap]),
    ...analysis.findings.map((item): [string, unknown] => [
      `${item.rule} ${item.place.placeId} ${item.place.toId}`,
      item,
    ]),
    ...analysis.claims.all.map(({ kind, place, personaId }, index): [string, unknown] => [
      `claim ${kind} ${place.placeId} ${place.toId} ${personaId}`,
      analysis.claims.all[index],
    ]),
  ];
  const was = new Map(parts(before));
  const renewed = parts(now).filter(([key, part]) => {
    const old = was.get(key);
    if (old === part || old === undefined) return false;
    // Maps are compared with the order of their entries.
    const flat = (value: unknown) => (value instanceof Map ? [...value] : value);
    return key !== 'analysis' && isDeepStrictEqual(flat(old), flat(part));
  });
  expect(renewed.map(([key]) => key)).toEqual([]);
  if (
    parts(now)
      .slice(1, 8)
      .every(([key, part]) => was.get(key) === part)
  )
    expect(now).toBe(before);
}

/** A year after some of what is measured. */
const TODAY = '2027-02-15';

describe('a running analysis', () => {
  test('B18 after any commands equals a fresh one, and keeps every part that says the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(arbitraryStep, { arbitrary: arbitraryEdit, weight: 3 }), fc.nat({ max: 9 })), {
          minLength: 5,
          maxLength: 40,
        }),
        (script) => {
          const editor = livelyMap();
          const analyse = createAnalysis(TODAY);
          let before = analyse(editor.documents());
          for (const [step, dice] of script) {
            if ('edit' in step) runEdit(editor, step);
            else runStep(editor, step);
            if (dice === 0) editor.undo();
            if (dice === 1) editor.redo();
            // Now and then several edits come together.
            if (dice === 2) continue;
            const docs = editor.documents();
            const now = analyse(docs);
            const fresh = createAnalysis(TODAY)(docs);
            // Quicker than `toEqual`, which is there to say what differs; the handoffs' order counts as well.
            if (!isDeepStrictEqual(now, fresh)) expect(now).toEqual(fresh);
            expect([...now.handoffs.keys()]).toEqual([...fresh.handoffs.keys()]);
            expectKept(before, now);
            expect(analyse(docs)).toBe(now);
            before = now;
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  test('B18 agrees with what is computed without it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(arbitraryStep, { arbitrary: arbitraryEdit, weight: 3 }), { maxLength: 30 }),
        (script) => {
          const editor = livelyMap();
          const analyse = createAnalysis(TODAY);
          for (const step of script) {
            if ('edit' in step) runEdit(editor, step);
            else runStep(editor, step);
            analyse(editor.documents());
          }
          const docs = editor.documents();
          expect(analyse(docs).handoffs).toEqual(allHandoffs(docs.map));
          expect(analyse(docs).findings).toEqual(findAll(docs, TODAY));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('B19 typing a title, a note or a label changes nothing of it', () => {
    const { editor, ids } = smallMap();
    const analyse = createAnalysis();
    const before = analyse(editor.documents());
    editor.run('updateTouchpoint', { id: ids.a, fields: { title: 'Another', description: 'Longer', tags: ['x'] } });
    editor.run('updateLink', { id: ids.ab, fields: { label: 'Clicks' } });
    editor.run('renameStage', { id: 'st_1', name: 'Known' });
    editor.run('updateCard', { id: ids.card, text: 'Looks' });
    editor.run('updateMap', { name: 'Renamed' });
    expect(analyse(editor.documents())).toBe(before);
    editor.run('setPrimary', { ids: [ids.a], lens: 'channel', value: 'ch_shop' });
    expect(analyse(editor.documents()).handoffs).not.toBe(before.handoffs);
    expect(analyse(editor.documents()).coverage.device).toBe(before.coverage.device);
  });
});
