import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, createAnalysis } from '../../../src/analysis/analyse.ts';
import { findAll } from '../../../src/analysis/findings.ts';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { createMapHandoffs } from '../../../src/analysis/keepHandoffs.ts';
import { arbitraryEdit, livelyMap, runEdit } from '../../support/livelyMap.ts';
import { arbitraryStep, runStep } from '../../support/randomCommands.ts';
import { smallMap } from '../../support/startDocs.ts';

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
          const handoffsOf = createMapHandoffs();
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
            const drawn = handoffsOf(docs.map);
            if (!isDeepStrictEqual([...drawn], [...allHandoffs(docs.map)]))
              expect(drawn).toEqual(allHandoffs(docs.map));
            expect(handoffsOf(docs.map)).toBe(drawn);
            before = now;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

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
