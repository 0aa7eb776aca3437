import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Patch } from '../../../src/model/patch.ts';
import { createAutosave } from '../../../src/storage/autosave.ts';
import { NewerSchemaError } from '../../../src/storage/database.ts';
import type { WriteBatch } from '../../../src/storage/writeDirty.ts';
import { cardRecord, fakeEditor, MAP_ID, smallDocuments } from './support.ts';

const name = (value: string): Patch => ({ path: ['map', 'map', MAP_ID, 'name'], value });
const card = (id: string): Patch => ({ path: ['map', 'cards', id], value: cardRecord(id) });

function setUp(options: { started?: boolean; settled?: 'saved' | 'memory' } = {}) {
  const batches: WriteBatch[] = [];
  const finish: ((error?: Error) => void)[] = [];
  let automatic = true;
  const failures: Error[] = [];
  const editor = fakeEditor(smallDocuments());
  const autosave = createAutosave({
    mapId: MAP_ID,
    editor,
    settled: options.settled ?? 'saved',
    write: (batch) =>
      new Promise((resolve, reject) => {
        batches.push(batch);
        const done = (error?: Error) =>
          error === undefined ? resolve({ rows: batch.dirty.length, kept: [] }) : reject(error);
        if (automatic) done(failures.shift());
        else finish.push(done);
      }),
  });
  if (options.started !== false) autosave.start();
  const states: string[] = [];
  autosave.status.subscribe(() => states.push(autosave.status.get()));
  return { editor, autosave, batches, states, failures, finish, manual: () => (automatic = false) };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe('autosave', () => {
  it('S5 writes 250 ms after the last commit', async () => {
    const { editor, batches } = setUp();
    editor.edit(name('a'));
    await pass(200);
    editor.edit(name('b'));
    await pass(249);
    expect(batches).toHaveLength(0);
    await pass(1);
    expect(batches).toHaveLength(1);
    expect(batches[0]?.documents.map.map[MAP_ID]?.name).toBe('b');
  });

  it('S5 writes at most 500 ms after the first commit, however busy the keys', async () => {
    const { editor, batches } = setUp();
    for (let i = 0; i < 10; i++) {
      editor.edit(name(`n${i}`));
      await pass(100);
    }
    expect(batches.length).toBe(2);
  });

  it('S6 one edit of a field makes that field dirty and nothing else; a made record is dirty whole', async () => {
    const { editor, batches } = setUp();
    editor.edit(name('a'), card('cd_a'));
    await pass(300);
    expect(batches[0]?.dirty.map(({ id, whole, fields }) => [id, whole, [...fields]])).toEqual([
      [MAP_ID, false, ['name']],
      ['cd_a', true, []],
    ]);
  });

  it('S7 commits of user, history and repair are written, those of tab are not', async () => {
    const { editor, batches } = setUp();
    editor.applyForeign([name('theirs')], 'tab');
    await pass(1000);
    expect(batches).toHaveLength(0);
    editor.applyForeign([name('mended')], 'repair');
    await pass(300);
    editor.undo(name('undone'));
    await pass(300);
    expect(batches).toHaveLength(2);
  });

  it('S8 nothing is written before loading has finished, and what was edited until then is kept', async () => {
    const { editor, autosave, batches } = setUp({ started: false });
    editor.edit(name('early'));
    await autosave.flush();
    await pass(5000);
    expect(batches).toHaveLength(0);
    expect(autosave.status.get()).toBe('saving');
    autosave.start();
    await pass(500);
    expect(batches).toHaveLength(1);
  });

  it('S9 says saved only once the transaction is complete and nothing came meanwhile', async () => {
    const { editor, autosave, states, finish, manual } = setUp();
    manual();
    editor.edit(name('a'));
    await pass(300);
    expect(states).toEqual(['saving']);
    editor.edit(name('b'));
    finish.shift()?.();
    await pass(0);
    expect(autosave.status.get()).toBe('saving');
    await pass(500);
    finish.shift()?.();
    await pass(0);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('S10 any failed write keeps what it was to write, says so, and tries again for ever, at most 5 s apart', async () => {
    const { editor, autosave, batches, failures } = setUp();
    failures.push(...Array.from({ length: 12 }, () => new Error('of any name')));
    editor.edit(name('a'), card('cd_a'));
    await pass(250);
    expect(autosave.status.get()).toBe('notSaved');
    await pass(500);
    expect(batches).toHaveLength(2);
    editor.edit(card('cd_b'));
    expect(autosave.status.get()).toBe('notSaved');
    await pass(8 * 5000);
    const before = batches.length;
    await pass(5000);
    expect(batches.length).toBe(before + 1);
    await pass(3 * 5000);
    expect(autosave.status.get()).toBe('saved');
    expect(batches.at(-1)?.dirty.map(({ id }) => id)).toEqual([MAP_ID, 'cd_a', 'cd_b']);
    expect(autosave.counters()).toMatchObject({ writes: 1, failures: 12, rows: 3 });
    expect(autosave.pending()).toEqual([]);
  });

  it('S10 a write that does not end is reported as not saved, and as saved when it ends after all', async () => {
    const { editor, autosave, finish, manual } = setUp();
    manual();
    editor.edit(name('a'));
    await pass(5300);
    expect(autosave.status.get()).toBe('notSaved');
    finish.shift()?.();
    await pass(0);
    expect(autosave.status.get()).toBe('saved');
  });

  it('S11 flush writes at once and waits for a running write first; two never run together', async () => {
    const { editor, autosave, batches, finish, manual } = setUp();
    manual();
    editor.edit(name('a'));
    const first = autosave.flush();
    editor.edit(name('b'));
    const second = autosave.flush();
    expect(autosave.flush()).toBe(second);
    expect(batches).toHaveLength(1);
    finish.shift()?.();
    await first;
    await pass(0);
    expect(batches).toHaveLength(2);
    finish.shift()?.();
    await second;
    expect(autosave.status.get()).toBe('saved');
  });

  it('S11 whenSaved waits through failures', async () => {
    const { editor, autosave, failures } = setUp();
    failures.push(new Error('once'), new Error('twice'));
    editor.edit(name('a'));
    let saved = false;
    void autosave.whenSaved().then(() => (saved = true));
    await pass(900);
    expect(saved).toBe(false);
    await pass(2000);
    expect(saved).toBe(true);
  });

  it('S12 newer code in the database makes the tab read-only for good; nothing is tried again', async () => {
    const { editor, autosave, batches, failures } = setUp();
    failures.push(new NewerSchemaError('newer'));
    editor.edit(name('a'));
    await pass(300);
    expect(autosave.status.get()).toBe('readOnly');
    expect(autosave.pending()).toEqual([name('a')]);
    editor.edit(name('b'));
    await pass(60_000);
    expect(batches).toHaveLength(1);
    expect(autosave.status.get()).toBe('readOnly');
  });

  it('S13 in memory the light says memory, never saved', async () => {
    const { editor, autosave, states } = setUp({ settled: 'memory' });
    expect(autosave.status.get()).toBe('memory');
    editor.edit(name('a'));
    await pass(300);
    expect(states).toEqual(['saving', 'memory']);
  });
});
