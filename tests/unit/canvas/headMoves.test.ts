import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HeadKind, headDropAt, headPlaceBeside, moveHead } from '../../../src/canvas/headMoves.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { draftMap } from '../layout/mapDraft.ts';

/** Four stages of 2, 1, 3 and 1 steps, three lanes above and two below, three rows of channels. */
function opened() {
  const draft = draftMap([2, 1, 3, 1]);
  for (const name of ['one', 'two', 'three']) draft.lane(name);
  for (const name of ['four', 'five']) draft.lane(name, { side: 'below' });
  for (const [index, channel] of ['web', 'shop', 'phone'].entries()) draft.touchpoint(`t${index}`, '1_1', [channel]);
  const editor = createEditor(draft.docs);
  const view = createMapView(editor, createPlainMeasurer());
  const scene = () => view.laid.getState().scene;
  const ids: Record<HeadKind, () => string[]> = {
    stage: () => scene().stages.map(({ id }) => id),
    step: () => scene().columns.map(({ stepId }) => stepId),
    lane: () => scene().rows.flatMap(({ laneId }) => laneId ?? []),
    row: () => scene().rows.flatMap(({ valueId }) => valueId ?? []),
  };
  /** Where the head stands: its middle across or down. */
  const middle = (kind: HeadKind, id: string) => {
    const box =
      kind === 'stage'
        ? scene().stages.find((stage) => stage.id === id)
        : scene().columns.find(({ stepId }) => stepId === id);
    if (box) return box.x + box.width / 2;
    const row = scene().rows.find(({ laneId, valueId }) => laneId === id || valueId === id);
    return (row?.y ?? 0) + (row?.height ?? 0) / 2;
  };
  return { editor, scene, ids, middle };
}

const kinds = fc.constantFrom<HeadKind>('stage', 'step', 'lane', 'row');

describe('moving heads', () => {
  it('U30 what is dropped stands where its line was, and the others keep their order', () => {
    fc.assert(
      fc.property(kinds, fc.nat(20), fc.double({ min: -0.1, max: 1.1, noNaN: true }), (kind, pick, part) => {
        const { editor, scene, ids, middle } = opened();
        const all = ids[kind]();
        const id = all[pick % all.length] as string;
        const { width, height } = scene();
        const drop = headDropAt(scene(), editor.documents(), 'channel', kind, { x: part * width, y: part * height });
        if (drop === null) throw new Error('There is a place everywhere.');
        const before = all.filter((other) => other !== id);
        const expected = before.filter((other) => middle(kind, other) < drop.at);
        moveHead(editor, id, drop.place);
        const after = ids[kind]();
        // A stage that is left without a step gets a new one.
        const known = after.filter((other) => all.includes(other));
        expect(known.filter((other) => other !== id)).toEqual(before);
        expect(known.indexOf(id)).toBe(expected.length);
      }),
    );
  });

  it('U30 a place to one side and back again restores the order; at the edge there is none', () => {
    for (const kind of ['stage', 'lane', 'row', 'step'] as const) {
      const { editor, scene, ids } = opened();
      const beside = (id: string, by: -1 | 1) => headPlaceBeside(editor.documents(), scene(), 'channel', kind, id, by);
      const start = ids[kind]();
      expect(beside(start[0] as string, -1), kind).toBeNull();
      expect(beside(start.at(-1) as string, 1), kind).toBeNull();
      const second = start[1] as string;
      const there = beside(second, -1);
      if (there === null) throw new Error('The second can go before the first.');
      moveHead(editor, second, there);
      expect(ids[kind]().slice(0, 2)).toEqual([start[1], start[0]]);
      const back = beside(second, 1);
      if (back === null) throw new Error('And back.');
      moveHead(editor, second, back);
      expect(ids[kind]()).toEqual(start);
    }
  });
});
