import { describe, expect, it } from 'vitest';
import { cursorAfter } from '../../../src/canvas/cursorAfter.ts';
import { createMapView, type Laid } from '../../../src/canvas/mapView.ts';
import {
  type Direction,
  firstCursor,
  moveCursor,
  placesIn,
  ROW_HEADS,
  STAGE_HEADS,
  STEP_HEADS,
  settleCursor,
} from '../../../src/canvas/navigate.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import type { Cursor, SessionState } from '../../../src/editor/session.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { draftMap } from '../layout/mapDraft.ts';

/** Three stages of 2, 1 and 2 steps; a lane above and below; cells with none, one, two and nine touchpoints. */
function laidOut(session: Partial<SessionState> = {}): Laid {
  const draft = draftMap([2, 1, 2]);
  draft.lane('above');
  draft.lane('below', { side: 'below' });
  draft.card('one', '1_2', 'above', 'text');
  for (const name of ['a', 'b']) draft.touchpoint(name, '1_1', ['web']);
  for (let index = 0; index < 9; index++) draft.touchpoint(`n${index}`, '3_1', ['shop']);
  draft.touchpoint('c', '2_1', []);
  const editor = createEditor(draft.docs);
  editor.session.setState(session);
  return createMapView(editor, createPlainMeasurer()).laid.getState();
}

const named = ({ stepId, rowKey, index }: Cursor) => `${stepId}|${rowKey}|${index}`;
const directions: Direction[] = ['up', 'down', 'left', 'right', 'rowStart', 'rowEnd'];

/** Every place there is: the heads of stages and of steps that are shown, and for each row its head and the places of its cells. */
function allPlaces(laid: Laid): Cursor[] {
  const { columns, rows, stages } = laid.scene;
  const firstOf = (stageId: string) => columns.find((column) => column.stageId === stageId)?.stepId as string;
  const heads = [
    ...stages.map(({ id }) => ({ stepId: firstOf(id), rowKey: STAGE_HEADS, index: 0 })),
    ...columns.filter((column) => !column.collapsed).map(({ stepId }) => ({ stepId, rowKey: STEP_HEADS, index: 0 })),
  ];
  const cells = rows.flatMap(({ key: rowKey }) => [
    { stepId: ROW_HEADS, rowKey, index: 0 },
    ...columns.flatMap(({ stepId }) =>
      Array.from({ length: placesIn(laid, stepId, rowKey) }, (_, index) => ({ stepId, rowKey, index })),
    ),
  ]);
  return [...heads, ...cells];
}

function reachable(laid: Laid, from: Cursor): Set<string> {
  const seen = new Map([[named(from), from]]);
  for (const cursor of seen.values())
    for (const direction of directions) {
      const next = settleCursor(laid, moveCursor(laid, cursor, direction)) as Cursor;
      if (!seen.has(named(next))) seen.set(named(next), next);
    }
  return new Set(seen.keys());
}

const views: [string, Partial<SessionState>][] = [
  ['as it opens', {}],
  ['by device', { lens: 'device' }],
  ['with a stage collapsed', { collapsedStages: new Set(['st_1']) }],
  ['with rows collapsed', { collapsedRows: new Set(['row:ch_shop', 'lane:la_above']) }],
];

describe.each(views)('arrow keys over a map %s', (_, session) => {
  it('N1 reach every cell, every record and every head, and nothing that is not there', () => {
    const laid = laidOut(session);
    const start = firstCursor(laid.scene) as Cursor;
    const seen = reachable(laid, start);
    for (const place of allPlaces(laid)) expect(seen, named(place)).toContain(named(place));
    const places = new Set(allPlaces(laid).map(named));
    for (const place of seen) expect(places).toContain(place);
  });

  it('N2 lead back from everywhere: there are no dead ends', () => {
    const laid = laidOut(session);
    const start = firstCursor(laid.scene) as Cursor;
    for (const place of allPlaces(laid)) expect(reachable(laid, place), named(place)).toContain(named(start));
  });

  it('N1 right goes through a row in reading order from its head to its end; left goes back', () => {
    const laid = laidOut(session);
    for (const { key: rowKey } of laid.scene.rows) {
      const way = [ROW_HEADS, ...laid.scene.columns.map((column) => column.stepId)];
      let cursor: Cursor = { stepId: ROW_HEADS, rowKey, index: 0 };
      for (const stepId of way) {
        expect(cursor.stepId).toBe(stepId);
        cursor = moveCursor(laid, cursor, 'right');
      }
      expect(moveCursor(laid, cursor, 'right')).toBe(cursor);
      for (const stepId of [...way].reverse()) {
        expect(cursor.stepId).toBe(stepId);
        cursor = moveCursor(laid, cursor, 'left');
      }
    }
  });

  it('N1 down goes through a column in reading order: stage, step, and all records of each row; up goes back', () => {
    const laid = laidOut(session);
    for (const { stepId, stageId } of laid.scene.columns) {
      const places = allPlaces(laid);
      const stage = places.find(
        (place) =>
          place.rowKey === STAGE_HEADS &&
          laid.scene.columns.find((column) => column.stepId === place.stepId)?.stageId === stageId,
      ) as Cursor;
      const below = places.filter((place) => place.stepId === stepId && place.rowKey !== STAGE_HEADS);
      let cursor = below[0] as Cursor;
      for (const place of below.map(named)) {
        expect(named(cursor)).toBe(place);
        cursor = moveCursor(laid, cursor, 'down');
      }
      expect(moveCursor(laid, cursor, 'down')).toBe(cursor);
      for (const place of [...below].reverse().map(named)) {
        expect(named(cursor)).toBe(place);
        cursor = moveCursor(laid, cursor, 'up');
      }
      expect(cursor).toEqual(stage);
      const first = places.find((place) => place.stepId === stage.stepId && place.rowKey !== STAGE_HEADS) as Cursor;
      expect(moveCursor(laid, stage, 'down')).toEqual(first);
    }
  });
});

describe('heads', () => {
  it('N1 left and right go from stage to stage', () => {
    const laid = laidOut();
    let cursor: Cursor = { stepId: 'sp_1_2', rowKey: STAGE_HEADS, index: 0 };
    const seen = [];
    for (let count = 0; count < 3; count++) {
      cursor = moveCursor(laid, cursor, 'right');
      seen.push(cursor.stepId);
    }
    expect(seen).toEqual(['sp_2_1', 'sp_3_1', 'sp_3_1']);
    expect(moveCursor(laid, cursor, 'left').stepId).toBe('sp_2_1');
  });

  it('N1 Home and End go to the ends of a row', () => {
    const laid = laidOut();
    const cursor = { stepId: 'sp_2_1', rowKey: 'row:ch_web', index: 0 };
    expect(moveCursor(laid, cursor, 'rowStart').stepId).toBe('sp_1_1');
    expect(moveCursor(laid, cursor, 'rowEnd').stepId).toBe('sp_3_2');
  });
});

describe('settling', () => {
  const cell = { stepId: 'sp_1_1', rowKey: 'row:ch_web', index: 1 };

  it('N3 a place that is there stays the same object', () => {
    expect(settleCursor(laidOut(), cell)).toBe(cell);
    const head = { stepId: 'sp_1_1', rowKey: STAGE_HEADS, index: 0 };
    expect(settleCursor(laidOut(), head)).toBe(head);
  });

  it('N3 past the last record it goes to the empty place after it', () => {
    expect(settleCursor(laidOut(), { ...cell, index: 7 })).toEqual({ ...cell, index: 2 });
    expect(settleCursor(laidOut(), { ...cell, stepId: 'sp_2_1', index: 7 })?.index).toBe(0);
  });

  it('N3 on a stage it goes to the head that is shown', () => {
    const cursor = { stepId: 'sp_1_2', rowKey: STAGE_HEADS, index: 0 };
    expect(settleCursor(laidOut(), cursor)).toEqual({ ...cursor, stepId: 'sp_1_1' });
    const step = { stepId: 'sp_1_1', rowKey: STEP_HEADS, index: 0 };
    expect(settleCursor(laidOut({ collapsedStages: new Set(['st_1']) }), step)?.rowKey).toBe(STAGE_HEADS);
  });

  it('N3 without a place, or in one that is gone, it is the first cell of touchpoints', () => {
    const first = { stepId: 'sp_1_1', rowKey: 'row:ch_web', index: 0 };
    for (const cursor of [null, { ...cell, stepId: 'sp_gone' }, { ...cell, rowKey: 'row:dv_web' }])
      expect(settleCursor(laidOut(), cursor)).toEqual(first);
  });
});

describe('a cursor whose place is gone', () => {
  it('U7 goes to what stands there now, and stays where it can', () => {
    const before = laidOut().scene;
    const without = (stepId: string) => ({
      ...before,
      columns: before.columns.filter((column) => column.stepId !== stepId),
    });
    const steps = before.columns.map(({ stepId }) => stepId);
    const at = (stepId: string | undefined): Cursor => ({ stepId: stepId ?? '', rowKey: 'row:ch_shop', index: 2 });
    const stays = at(steps[1]);
    expect(cursorAfter(before, without(steps[2] as string), stays)).toBe(stays);
    expect(cursorAfter(before, without(steps[2] as string), at(steps[2])).stepId).toBe(steps[3]);
    expect(cursorAfter(before, without(steps.at(-1) as string), at(steps.at(-1))).stepId).toBe(steps.at(-2));
    const noShop = { ...before, rows: before.rows.filter(({ key }) => key !== 'row:ch_shop') };
    const rows = before.rows.map(({ key }) => key);
    const next = rows[rows.indexOf('row:ch_shop') + 1] ?? rows.at(-2);
    expect(cursorAfter(before, noShop, at(steps[0]))).toEqual({ stepId: steps[0], rowKey: next, index: 0 });
  });
});
