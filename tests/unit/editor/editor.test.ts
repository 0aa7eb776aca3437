import { describe, expect, it } from 'vitest';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { isStructural } from '../../../src/editor/structure.ts';
import type { Patch } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import { watchCommits } from '../../support/randomCommands.ts';
import { bareDocs, smallMap } from '../../support/startDocs.ts';

const title = (id: string, value: string): Patch => ({ path: ['map', 'touchpoints', id, 'title'], value });

describe('one commit', () => {
  it('E4 a new title touches one record and moves nothing', () => {
    const { editor, ids } = smallMap();
    const { commits } = watchCommits(editor);
    const { structure } = editor.store.getState();
    const other = editor.documents().map.touchpoints[ids.b];
    editor.run('updateTouchpoint', { id: ids.a, fields: { title: 'Other' } });
    expect(commits[0]?.patches).toEqual([title(ids.a, 'Other')]);
    expect(commits[0]?.inverse).toEqual([title(ids.a, 'Advert')]);
    expect(editor.store.getState().structure).toBe(structure);
    expect(editor.documents().map.touchpoints[ids.b]).toBe(other);
    editor.undo();
    expect(editor.store.getState().structure).toBe(structure);
  });

  it('E10 a command that does not exist is refused with the names of those there are', () => {
    const { editor } = smallMap();
    const before = editor.documents();
    for (const name of ['updateStage', 'toString', '__proto__'])
      expect(() => editor.run(name as 'renameStage', {} as never)).toThrow(
        new RegExp(`^There is no command "${name}", but: .*renameStage`),
      );
    expect(editor.documents()).toBe(before);
  });

  it('E11 an entry that was merged into another gives way to it in whatever is written', () => {
    const { editor, ids } = smallMap();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_website', intoId: 'ch_social' });
    editor.run('updateTouchpoint', { id: ids.a, fields: { channels: ['ch_website', 'ch_email', 'ch_social'] } });
    expect(editor.documents().map.touchpoints[ids.a]?.channels).toEqual(['ch_social', 'ch_email']);
    const made = editor.run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'New', channels: ['ch_website'] } });
    expect(editor.documents().map.touchpoints[made]?.channels).toEqual(['ch_social']);
    const end = editor.documents();
    while (editor.undo() !== null);
    while (editor.redo() !== null);
    expect(editor.documents()).toEqual(end);
  });

  it('E4 what can move a box or a line counts as structure', () => {
    const structural: Patch['path'][] = [
      ['map', 'touchpoints', 'tp_1'],
      ['map', 'touchpoints', 'tp_1', 'channels'],
      ['map', 'touchpoints', 'tp_1', 'order'],
      ['map', 'steps', 'sp_1', 'name'],
      ['map', 'cards', 'cd_1', 'text'],
      ['map', 'evidence', 'ev_1'],
      ['map', 'links', 'ln_1'],
      ['map', 'verdicts', 'vd_1'],
      ['library', 'channels', 'ch_1', 'name'],
    ];
    const quiet: Patch['path'][] = [
      ['map', 'touchpoints', 'tp_1', 'title'],
      ['map', 'sentiments', 'sn_1'],
      ['map', 'evidence', 'ev_1', 'source'],
      ['map', 'evidence', 'ev_1', 'sentiment'],
      ['map', 'map', 'mp_1', 'name'],
      ['library', 'personas', 'pe_1'],
    ];
    const { editor } = smallMap();
    const is = (path: Patch['path'], value: unknown = null) =>
      isStructural({ path, value } as Patch, editor.documents());
    for (const path of structural) expect(is(path), path.join('/')).toBe(true);
    for (const path of quiet) expect(is(path), path.join('/')).toBe(false);
    // The text of a piece of evidence moves boxes where a lane shows it, and where it begins or ceases to speak.
    const [id = ''] = editor.run('addManyEvidence', { pieces: [{ fields: { text: 'Slow' }, places: [] }] });
    const typed = () => [is(['map', 'evidence', id, 'text'], 'Slower'), is(['map', 'evidence', id, 'text'], ' ')];
    expect(typed()).toEqual([false, true]);
    const lane = editor.run('addLane', { name: 'Voices', side: 'below', role: 'evidence' });
    expect(typed()).toEqual([true, true]);
    editor.run('setLaneHidden', { id: lane, hidden: true });
    expect(typed()).toEqual([false, true]);
  });

  it('E5 several commands are one gesture; one that is refused takes all of it back', () => {
    const { editor, ids } = smallMap();
    const { commits } = watchCommits(editor);
    const before = editor.documents();
    editor.transact('updateTouchpoint', ({ map }) => {
      for (const tp of Object.values(map.touchpoints)) tp.owner = 'Sales';
    });
    expect(commits).toHaveLength(1);
    expect(commits[0]?.patches).toHaveLength(3);
    editor.undo();
    expect(editor.documents()).toEqual(before);
    const undone = editor.documents();
    expect(() =>
      editor.transact('updateTouchpoint', ({ map }) => {
        for (const tp of Object.values(map.touchpoints)) tp.owner = 'Sales';
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(() =>
      editor.transact('updateTouchpoint', ({ map }) => {
        (map.touchpoints[ids.a] as { owner: unknown }).owner = 7;
      }),
    ).toThrow(/cannot be kept/);
    expect(editor.documents()).toBe(undone);
  });

  it('P1 a command that replaces a whole table is a mistake and is stopped', () => {
    const { editor } = smallMap();
    expect(() =>
      editor.transact('removeItems', (draft) => {
        (draft.map as { cards: unknown }).cards = {};
      }),
    ).toThrow(/whole table/);
  });

  it('E5 a listener that has left hears nothing more', () => {
    const { editor } = smallMap();
    let heard = 0;
    const stop = editor.subscribe(() => heard++);
    editor.run('updateMap', { name: 'One' });
    stop();
    editor.run('updateMap', { name: 'Two' });
    expect(heard).toBe(1);
  });

  it('E9 a window that can no longer save refuses edits and undo, but still hears others', () => {
    const { editor, ids } = smallMap();
    editor.run('updateMap', { name: 'Other' });
    editor.makeReadOnly();
    const before = editor.documents();
    expect(() => editor.run('updateMap', { name: 'Third' })).toThrow(/Reload/);
    expect(() => editor.undo()).toThrow(/Reload/);
    expect(() => editor.redo()).toThrow(/Reload/);
    expect(editor.documents()).toBe(before);
    editor.applyForeign([title(ids.a, 'Theirs')], 'tab');
    expect(editor.documents().map.touchpoints[ids.a]?.title).toBe('Theirs');
  });
});

describe('history', () => {
  const type = (small: ReturnType<typeof smallMap>, text: string, key?: string) =>
    small.editor.run('updateTouchpoint', { id: small.ids.a, fields: { title: text } }, key);
  const shown = ({ editor, ids }: ReturnType<typeof smallMap>) => editor.documents().map.touchpoints[ids.a]?.title;

  it('E6 a burst with one key is one step', () => {
    const small = smallMap();
    for (const text of ['A', 'Ad', 'Ads']) {
      type(small, text, 'title');
      small.wait(999);
    }
    small.editor.undo();
    expect(shown(small)).toBe('Advert');
    expect(small.editor.undo()).toBeNull();
    small.editor.redo();
    expect(shown(small)).toBe('Ads');
  });

  it.each<[string, (small: ReturnType<typeof smallMap>) => void]>([
    ['after a second', (small) => small.wait(1000)],
    ['after the text was left', (small) => small.editor.seal()],
    ['after another gesture', (small) => small.editor.run('setMomentOfTruth', { ids: [small.ids.a], value: true })],
  ])('E6 %s a new step begins', (_, between) => {
    const small = smallMap();
    type(small, 'A', 'title');
    between(small);
    type(small, 'Ad', 'title');
    small.editor.undo();
    expect(shown(small)).toBe('A');
  });

  it('E6 another key, or none, is a new step', () => {
    const small = smallMap();
    type(small, 'A', 'title');
    type(small, 'Ad', 'other');
    type(small, 'Adv');
    type(small, 'Adve');
    const seen = [];
    while (small.editor.undo() !== null) seen.push(shown(small));
    expect(seen).toEqual(['Adv', 'Ad', 'A', 'Advert']);
  });

  it('E6 a text made and typed on in one burst is one step', () => {
    const small = smallMap();
    const before = small.editor.documents();
    const id = small.editor.run('addTouchpoint', { stepId: 'sp_1' }, 'new');
    small.editor.run('updateTouchpoint', { id, fields: { title: 'New' } }, 'new');
    small.editor.undo();
    expect(small.editor.documents()).toEqual(before);
    small.editor.redo();
    expect(small.editor.documents().map.touchpoints[id]?.title).toBe('New');
  });

  it('E7 the labels say what is next, and a new gesture forgets what was undone', () => {
    const { editor } = smallMap();
    const labels = () => [editor.store.getState().undoLabel, editor.store.getState().redoLabel];
    expect(labels()).toEqual([null, null]);
    expect(editor.undo()).toBeNull();
    editor.run('updateMap', { name: 'One' });
    editor.run('addStage', {});
    expect(labels()).toEqual(['addStage', null]);
    expect(editor.undo()).toBe('addStage');
    expect(labels()).toEqual(['updateMap', 'addStage']);
    editor.run('addLane', { name: '', side: 'above' });
    expect(labels()).toEqual(['addLane', null]);
    expect(editor.redo()).toBeNull();
  });

  it('E8 an undo does not take back what another tab wrote to the same field afterwards', () => {
    const small = smallMap();
    const { editor, ids } = small;
    editor.run('updateTouchpoint', { id: ids.a, fields: { title: 'Mine', owner: 'Sales' } });
    editor.applyForeign([title(ids.a, 'Theirs')], 'tab');
    expect(editor.undo()).toBe('updateTouchpoint');
    expect(editor.documents().map.touchpoints[ids.a]).toMatchObject({ title: 'Theirs', owner: '' });
    editor.redo();
    expect(editor.documents().map.touchpoints[ids.a]).toMatchObject({ title: 'Theirs', owner: 'Sales' });
  });

  it('E8 a gesture of which nothing is left is passed over', () => {
    const small = smallMap();
    const { editor, ids } = small;
    editor.run('updateMap', { name: 'Other' });
    type(small, 'Mine');
    editor.applyForeign([title(ids.a, 'Theirs')], 'peer');
    expect(editor.undo()).toBe('updateMap');
    expect(shown(small)).toBe('Theirs');
    expect(editor.documents().map.map.mp_1?.name).toBe('Map');
  });

  it('E8 a burst that another tab wrote into is two steps', () => {
    const small = smallMap();
    type(small, 'A', 'title');
    small.editor.applyForeign([title(small.ids.a, 'Theirs')], 'tab');
    type(small, 'Theirs and mine', 'title');
    small.editor.undo();
    expect(shown(small)).toBe('Theirs');
  });

  it('E8 changes of others are no steps of undo', () => {
    const { editor, ids } = smallMap();
    editor.applyForeign([title(ids.a, 'Theirs')], 'tab');
    expect(editor.undo()).toBeNull();
  });
});

describe('what others bring', () => {
  it('P7 is mended in a commit of its own, outside history', () => {
    const { editor, ids } = smallMap();
    const { commits } = watchCommits(editor);
    editor.applyForeign([{ path: ['map', 'touchpoints', ids.b], value: undefined }], 'tab');
    expect(commits.map(({ origin }) => origin)).toEqual(['tab', 'repair']);
    expect(editor.documents().map.links).toEqual({});
    expect(editor.undo()).toBeNull();
  });

  it('P5 a field of a record that is gone makes no commit', () => {
    const { editor } = smallMap();
    const { commits } = watchCommits(editor);
    editor.applyForeign([title('tp_gone', 'x')], 'tab');
    expect(commits).toEqual([]);
  });

  it('E2 undo brings back what hung on a step that others deleted: mended in the same commit', () => {
    const { editor, ids } = smallMap();
    const { commits } = watchCommits(editor);
    editor.run('removeItems', { ids: [ids.b, ids.c] });
    editor.applyForeign([{ path: ['map', 'steps', ids.step2], value: undefined }], 'tab');
    editor.undo();
    expect(commits.at(-1)?.origin).toBe('history');
    expect(editor.documents().map.touchpoints[ids.b]?.stepId).toBe('sp_1');
    expect(Object.keys(editor.documents().map.links)).toHaveLength(2);
    expect(repair(editor.documents()).patches).toEqual([]);
  });

  it('E2 pinned: a redo whose work repair makes undone again is no empty commit', () => {
    const { editor, ids } = smallMap();
    const { commits } = watchCommits(editor);
    editor.run('judgeHandoff', { from: ids.b, to: ids.c, state: 'smooth' });
    editor.undo();
    editor.applyForeign([{ path: ['map', 'touchpoints', ids.c], value: undefined }], 'tab');
    const count = commits.length;
    expect(editor.redo()).toBeNull();
    expect(commits).toHaveLength(count);
  });

  it('E2 pinned: an undo that restores a value the library has lost meanwhile', () => {
    const { editor, ids } = smallMap();
    watchCommits(editor);
    editor.run('setPrimary', { ids: [ids.b], lens: 'channel', value: null });
    editor.applyForeign([{ path: ['library', 'channels', 'ch_shop'], value: undefined }], 'tab');
    expect(editor.undo()).toBeNull();
    expect(editor.documents().map.touchpoints[ids.b]?.channels).toEqual([]);
  });

  it('E3 ten editors know nothing of each other', () => {
    const editors = Array.from({ length: 10 }, () => createEditor(bareDocs()));
    editors[0]?.run('updateMap', { name: 'Other' });
    expect(editors.filter((editor) => editor.documents().map.map.mp_1?.name === 'Map')).toHaveLength(9);
  });
});
