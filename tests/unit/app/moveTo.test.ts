import { describe, expect, it } from 'vitest';
import { moveChosen, moveRows, moveStart } from '../../../src/app/shell/movePlaces.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { draftMap } from '../layout/mapDraft.ts';

function started() {
  const draft = draftMap([2, 1]);
  draft.touchpoint('a', '1_1', ['web', 'phone']);
  draft.touchpoint('b', '1_2', ['web']);
  draft.touchpoint('c', '1_2', ['shop']);
  draft.touchpoint('d', '2_1');
  draft.lane('thoughts');
  draft.lane('pains', { side: 'below' });
  draft.lane('feelings', { role: 'emotion' });
  draft.lane('hidden', { hidden: true });
  draft.card('one', '1_1', 'thoughts', 'One');
  draft.card('two', '1_2', 'pains', 'Two');
  const editor = createEditor(draft.docs);
  const placeOf = (id: string) => {
    const { touchpoints, cards } = editor.documents().map;
    const touchpoint = touchpoints[id];
    return touchpoint ? [touchpoint.stepId, ...touchpoint.channels] : [cards[id]?.stepId, cards[id]?.laneId];
  };
  return { editor, placeOf };
}

describe('moving what is chosen by lists', () => {
  it('U40 says where all of them stand, and offers the rows of their kind', () => {
    const { editor } = started();
    const documents = editor.documents();
    const start = (...ids: string[]) => moveStart(documents, ids, 'channel');
    expect(start('tp_a')).toEqual({ kind: 'touchpoint', stepId: 'sp_1_1', rowId: 'ch_web' });
    expect(start('tp_a', 'tp_b')).toEqual({ kind: 'touchpoint', stepId: undefined, rowId: 'ch_web' });
    expect(start('tp_b', 'tp_c')).toEqual({ kind: 'touchpoint', stepId: 'sp_1_2', rowId: undefined });
    expect(start('tp_d')?.rowId).toBeNull();
    expect(moveStart(documents, ['tp_a'], 'device')?.rowId).toBeNull();
    expect(start('cd_one')).toEqual({ kind: 'card', stepId: 'sp_1_1', rowId: 'la_thoughts' });
    expect([start(), start('tp_a', 'cd_one'), start('tp_gone')]).toEqual([null, null, null]);

    editor.run('updateLibraryEntry', { table: 'channels', id: 'ch_shop', fields: { archived: true } });
    const rows = (id: string) => {
      const found = moveStart(editor.documents(), [id], 'channel');
      return found && moveRows(editor.documents(), found, 'channel').map((row) => row.id);
    };
    expect(rows('tp_a')).toEqual(['ch_web', 'ch_phone', null]);
    // What it stands in is in the list, or the list would show another row.
    expect(rows('tp_c')).toEqual(['ch_web', 'ch_shop', 'ch_phone', null]);
    expect(rows('cd_one')).toEqual(['la_thoughts', 'la_pains']);
  });

  it('U40 changes step, row or both of each in one step of undo, and nothing that is left as it is', () => {
    const { editor, placeOf } = started();
    const move = (ids: string[], stepId: string | undefined, rowId: string | null | undefined) =>
      moveChosen(editor, ids, 'channel', { stepId, rowId });
    const start = editor.documents();

    expect(move(['tp_a'], 'sp_2_1', 'ch_shop')).toBe(true);
    expect(placeOf('tp_a')).toEqual(['sp_2_1', 'ch_shop', 'ch_phone']);
    editor.undo();
    expect(editor.documents()).toEqual(start);

    // Each stays in its step.
    expect(move(['tp_a', 'tp_b'], undefined, 'ch_phone')).toBe(true);
    expect([placeOf('tp_a'), placeOf('tp_b')]).toEqual([
      ['sp_1_1', 'ch_phone'],
      ['sp_1_2', 'ch_phone'],
    ]);
    editor.undo();
    expect(editor.documents()).toEqual(start);

    // Each stays in its row.
    expect(move(['tp_b', 'tp_c'], 'sp_1_1', undefined)).toBe(true);
    expect([placeOf('tp_b'), placeOf('tp_c')]).toEqual([
      ['sp_1_1', 'ch_web'],
      ['sp_1_1', 'ch_shop'],
    ]);
    editor.undo();
    expect(move(['tp_a'], 'sp_1_1', null)).toBe(true);
    expect(placeOf('tp_a')).toEqual(['sp_1_1']);
    editor.undo();

    expect(move(['cd_one', 'cd_two'], 'sp_2_1', undefined)).toBe(true);
    expect([placeOf('cd_one'), placeOf('cd_two')]).toEqual([
      ['sp_2_1', 'la_thoughts'],
      ['sp_2_1', 'la_pains'],
    ]);
    editor.undo();
    expect(editor.documents()).toEqual(start);
  });

  it('U40 does nothing where nothing changes', () => {
    const { editor } = started();
    const start = editor.documents();
    // Not even the order within the step, in which it stands first.
    expect(moveChosen(editor, ['tp_b'], 'channel', { stepId: 'sp_1_2', rowId: 'ch_web' })).toBe(false);
    expect(moveChosen(editor, ['tp_a', 'cd_one'], 'channel', { stepId: 'sp_2_1', rowId: null })).toBe(false);
    expect(moveChosen(editor, ['cd_one'], 'channel', { stepId: 'sp_1_1', rowId: 'la_thoughts' })).toBe(false);
    expect(editor.documents()).toBe(start);
    expect(editor.undo()).toBeNull();
  });
});
