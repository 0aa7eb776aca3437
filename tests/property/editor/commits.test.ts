import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Editor } from '../../../src/editor/createEditor.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { createHistory } from '../../../src/editor/history.ts';
import { applyPatches, compactPatches, type Patch, parsePatches } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import type { AnyRecord, DocKind } from '../../../src/model/tables.ts';
import { arbitraryStep, createPicker, runStep, watchCommits } from '../../support/randomCommands.ts';
import { smallMap } from '../../support/startDocs.ts';

const steps = fc.array(arbitraryStep, { minLength: 1, maxLength: 40 });
const runs = { numRuns: 60 };

function undoAll(editor: Editor): void {
  while (editor.undo() !== null);
}
function redoAll(editor: Editor): void {
  while (editor.redo() !== null);
}

/** Patches that delete about one record in five of some tables, as another tab could. */
function deletions(editor: Editor, picks: readonly number[]): Patch[] {
  const pick = createPicker(picks);
  const docs = editor.documents();
  const doomed: Patch[] = [];
  const drop = (doc: DocKind, table: string, rows: { [id: string]: unknown }) => {
    for (const id of Object.keys(rows))
      if (pick.int(5) === 0) doomed.push({ path: [doc, table, id], value: undefined });
  };
  for (const table of ['touchpoints', 'steps', 'stages', 'lanes', 'cards'] as const)
    drop('map', table, docs.map[table]);
  for (const table of ['channels', 'personas'] as const) drop('library', table, docs.library[table]);
  return doomed;
}

describe('any sequence of commands', () => {
  it('P1 P2 P3 P4 P6 P7 every commit names records and fields, has an inverse, and leaves nothing to mend', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { editor } = smallMap();
        watchCommits(editor);
        for (const step of script) runStep(editor, step);
      }),
      runs,
    );
  });

  it('P1 P2 P4 P7 so does every commit of several commands as one gesture', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 4 }), (gestures) => {
        const { editor } = smallMap();
        const { commits } = watchCommits(editor);
        for (const gesture of gestures) {
          const count = commits.length;
          const start = editor.documents();
          // A rehearsal finds the commands that are carried out; the gesture is those alone.
          const rehearsal = createEditor(start);
          const done = gesture.filter((step) => runStep(rehearsal, step));
          try {
            editor.transact('removeItems', (draft) => {
              const inner = createEditor(start);
              for (const step of done) runStep(inner, step);
              replay(draft, inner);
            });
          } catch (error) {
            expect(String(error)).toMatch(/CommandError/);
          }
          expect(commits.length - count).toBeLessThanOrEqual(1);
        }
        undoAll(editor);
      }),
      { numRuns: 20 },
    );
  });

  it('E1 undo all returns to the start and redo all to the end, whatever merged', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryStep, fc.nat({ max: 2 })), { maxLength: 40 }), (script) => {
        const { editor, wait } = smallMap();
        watchCommits(editor);
        const start = editor.documents();
        for (const [step, burst] of script) {
          runStep(editor, step, burst === 0 ? undefined : `burst ${burst}`);
          wait(burst === 2 ? 1500 : 10);
        }
        const end = editor.documents();
        undoAll(editor);
        expect(editor.documents()).toEqual(start);
        redoAll(editor);
        expect(editor.documents()).toEqual(end);
      }),
      runs,
    );
  });

  it('E2 P7 others delete what history knows: undo and redo leave nothing to mend', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryStep, fc.nat({ max: 5 })), { minLength: 3, maxLength: 30 }),
        fc.array(fc.nat({ max: 9999 }), { minLength: 40, maxLength: 40 }),
        (script, picks) => {
          const { editor } = smallMap();
          watchCommits(editor);
          const sound = () => expect(repair(editor.documents()).notes).toEqual([]);
          for (const [index, [step, dice]] of script.entries()) {
            runStep(editor, step);
            if (dice === 0) editor.applyForeign(deletions(editor, [...picks.slice(index), 0]), 'tab');
            if (dice === 1) editor.undo();
            sound();
          }
          editor.applyForeign(deletions(editor, picks), 'peer');
          sound();
          undoAll(editor);
          sound();
          redoAll(editor);
          sound();
        },
      ),
      runs,
    );
  });
});

/** Writes what another editor has into a draft, record by record. */
function replay(draft: unknown, from: Editor): void {
  for (const [doc, tables] of Object.entries(from.documents())) {
    for (const [table, rows] of Object.entries(tables as Record<string, Record<string, AnyRecord>>)) {
      const target = (draft as Record<string, Record<string, Record<string, AnyRecord>>>)[doc]?.[table] ?? {};
      for (const id of Object.keys(target)) if (rows[id] === undefined) delete target[id];
      for (const [id, record] of Object.entries(rows)) {
        const present = target[id];
        if (present === undefined) target[id] = record;
        else for (const [field, value] of Object.entries(record)) if (present[field] !== value) present[field] = value;
      }
    }
  }
}

describe('two editors', () => {
  const mine = ['title', 'description', 'owner'] as const;
  const theirs = ['objections', 'importance', 'channels'] as const;
  const edit = fc.record({
    who: fc.nat({ max: 1 }),
    field: fc.nat({ max: 2 }),
    touchpoint: fc.nat({ max: 2 }),
    value: fc.nat({ max: 4 }),
    act: fc.constantFrom('edit', 'edit', 'deliver', 'undo', 'redo'),
  });

  it('E3 that exchange commits on different fields converge, undo included', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), (script) => {
        const { editor: first, ids } = smallMap();
        const second = createEditor(first.documents(), createHistory());
        const editors = [first, second] as const;
        const queues: Patch[][][] = [[], []];
        editors.forEach((editor, index) => {
          editor.subscribe((commit) => {
            if (commit.origin === 'user' || commit.origin === 'history')
              queues[1 - index]?.push(structuredClone(commit.patches) as Patch[]);
          });
        });
        const deliver = (to: number) => {
          const next = queues[to]?.shift();
          if (next === undefined) return;
          const { patches, refused } = parsePatches(next);
          expect(refused).toBe(0);
          editors[to]?.applyForeign(patches, 'tab');
        };
        for (const { who, field, touchpoint, value, act } of script) {
          const editor = editors[who] as Editor;
          if (act === 'deliver') deliver(who);
          else if (act === 'undo') editor.undo();
          else if (act === 'redo') editor.redo();
          else {
            const name = (who === 0 ? mine : theirs)[field] as string;
            const values: unknown = {
              importance: value === 0 ? null : value,
              channels: ['ch_shop', 'ch_ad', 'ch_post', 'ch_app'].slice(0, value),
            };
            const chosen =
              (values as Record<string, unknown>)[name] ?? (name === 'importance' ? null : `text ${value}`);
            const id = [ids.a, ids.b, ids.c][touchpoint] as string;
            editor.run('updateTouchpoint', { id, fields: { [name]: chosen } });
          }
        }
        for (const to of [0, 1]) while ((queues[to]?.length ?? 0) > 0) deliver(to);
        expect(first.documents()).toEqual(second.documents());
      }),
      runs,
    );
  });
});

describe('patches', () => {
  const rowIds = ['tp_1', 'tp_2'] as const;
  const record = fc.record({ title: fc.nat({ max: 3 }), owner: fc.nat({ max: 3 }) });
  const patch: fc.Arbitrary<Patch> = fc.oneof(
    fc
      .tuple(fc.constantFrom(...rowIds), fc.option(record, { nil: undefined }))
      .map(([id, value]): Patch => ({ path: ['map', 'touchpoints', id], value: value && { id, ...value } })),
    fc
      .tuple(fc.constantFrom(...rowIds), fc.constantFrom('title', 'owner', 'extra'), fc.option(fc.nat({ max: 3 })))
      .map(([id, field, value]): Patch => ({ path: ['map', 'touchpoints', id, field], value: value ?? undefined })),
  );

  it('P3 P4 P5 compacted they do the same, with one patch a path, and twice is once', () => {
    const { editor } = smallMap();
    const empty = { ...editor.documents(), map: { ...editor.documents().map, touchpoints: {} } };
    fc.assert(
      fc.property(fc.array(patch, { maxLength: 12 }), fc.array(patch, { maxLength: 12 }), (before, patches) => {
        const start = applyPatches(empty, before);
        const end = applyPatches(start, patches);
        const compact = compactPatches(patches);
        expect(applyPatches(start, compact)).toEqual(end);
        expect(applyPatches(end, compact)).toEqual(end);
        expect(applyPatches(end, patches)).toEqual(end);
        const paths = compact.map(({ path }) => path.join('/'));
        expect(new Set(paths).size).toBe(paths.length);
        for (const { path } of compact) if (path.length === 4) expect(paths).not.toContain(path.slice(0, 3).join('/'));
      }),
      { numRuns: 300 },
    );
  });

  it('P8 of any shape are read or left out, and what is read leaves sound records of known fields', () => {
    const word = fc.constantFrom(
      ...['map', 'library', 'touchpoints', 'stages', 'steps', 'verdicts', 'channels', 'tp_1', 'st_1', 'mp_1'],
      ...['title', 'name', 'order', 'id', 'extra', '__proto__', 'constructor', 'toString', 'prototype', ''],
    );
    const sample = Object.values(smallMap().editor.documents().map).flatMap((rows) => Object.values(rows as object));
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true }),
      fc.constantFrom(undefined, ...sample),
      fc
        .constantFrom('{"__proto__":{"polluted":1},"id":"st_1","order":"a0","name":""}')
        .map((text) => JSON.parse(text)),
    );
    const junk = fc.oneof(
      fc.record({ path: fc.oneof(fc.array(fc.oneof(word, fc.anything()), { maxLength: 6 }), fc.anything()), value }),
      fc.record({ path: fc.array(word, { minLength: 3, maxLength: 4 }), value }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.oneof(fc.array(junk, { maxLength: 6 }), fc.anything()), (input) => {
        const { patches, refused } = parsePatches(input);
        expect(patches.length + refused).toBe(Array.isArray(input) ? input.length : 1);
        const { editor } = smallMap();
        editor.applyForeign(patches, 'tab');
        expect(repair(editor.documents()).notes).toEqual([]);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        expect(Object.getPrototypeOf(editor.documents().map.stages)).toBe(Object.prototype);
      }),
      { numRuns: 400 },
    );
  });
});
