import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { moveRecords } from '../../../src/canvas/dragGesture.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { lensField } from '../../../src/model/lens.ts';
import { draftMap } from '../layout/mapDraft.ts';

const t = ((key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`) as unknown as TFunction;

describe('a card that is dragged', () => {
  it.each([
    ['channel', 'ch'],
    ['device', 'dv'],
    ['department', 'dp'],
  ] as const)(
    'U15 to another row of the lens %s changes the first value of that property and no other; one undo takes it back',
    (lens, kind) => {
      const draft = draftMap([2]);
      const all = (...names: string[]) => ({
        devices: names.map((name) => `dv_${name}`),
        departments: names.map((name) => `dp_${name}`),
      });
      const id = draft.touchpoint('moved', '1_1', ['web', 'phone'], all('web', 'phone'));
      draft.touchpoint('other', '1_1', ['shop'], all('shop'));
      const editor = createEditor(draft.docs);
      editor.session.setState({ lens });
      const view = createMapView(editor, createPlainMeasurer());
      const before = editor.documents().map.touchpoints[id];
      const rowKey = view.laid.getState().scene.rows.find(({ valueId }) => valueId === `${kind}_shop`)?.key ?? '';
      moveRecords(editor, view, t, [id], { stepId: 'sp_1_2', rowKey, beforeId: null });
      const moved = editor.documents().map.touchpoints[id];
      expect(moved).toEqual({
        ...before,
        stepId: 'sp_1_2',
        order: moved?.order,
        [lensField[lens]]: [`${kind}_shop`, `${kind}_phone`],
      });
      expect(view.laid.getState().placementOf.get(id)?.rowKey).toBe(rowKey);
      editor.undo();
      expect(editor.documents().map.touchpoints[id]).toEqual(before);
      expect(editor.undo()).toBeNull();
    },
  );
});
