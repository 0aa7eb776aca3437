import type { Editor } from '../editor/createEditor.ts';
import type { Row, Scene } from '../layout/scene.ts';
import { type Lens, lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { Lane } from '../model/records/lane.ts';
import type { Documents } from '../model/tables.ts';

export type HeadKind = 'stage' | 'step' | 'lane' | 'row';

/** Where a head would go: before another of its kind, or last. */
export type HeadPlace =
  | { readonly kind: 'stage' | 'row'; readonly beforeId: string | null }
  | { readonly kind: 'step'; readonly stageId: string; readonly beforeId: string | null }
  | { readonly kind: 'lane'; readonly side: Lane['side']; readonly beforeId: string | null };

/** A place under the pointer, and where its line is drawn: across the map at x, or along it at y, in map coordinates. */
export interface HeadDrop {
  readonly place: HeadPlace;
  readonly axis: 'x' | 'y';
  readonly at: number;
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The gap between spans that is nearest to a position: the span after it, if any, and where it lies. */
function gapAt(spans: readonly Span[], position: number): { after: Span | null; at: number } | null {
  const first = spans[0];
  if (first === undefined) return null;
  const index = spans.findIndex(({ from, to }) => position < (from + to) / 2);
  const after = index < 0 ? null : (spans[index] as Span);
  const before = index < 0 ? spans.at(-1) : spans[index - 1];
  const at = before && after ? (before.to + after.from) / 2 : (after?.from ?? before?.to ?? first.from);
  return { after, at };
}

/** Where a head of this kind would fall at a point of the map; null where it cannot go. */
export function headDropAt(
  scene: Scene,
  documents: Documents,
  lens: Lens,
  kind: HeadKind,
  point: { readonly x: number; readonly y: number },
): HeadDrop | null {
  if (kind === 'stage') {
    const spans = scene.stages.map(({ id, x, width }) => ({ id, from: x, to: x + width }));
    const gap = gapAt(spans, point.x);
    return gap && { axis: 'x', at: gap.at, place: { kind, beforeId: gap.after?.id ?? null } };
  }
  if (kind === 'step') {
    const stage =
      scene.stages.find(({ x, width }) => point.x < x + width) ?? (scene.stages.at(-1) as Scene['stages'][number]);
    const columns = scene.columns.filter(({ stageId }) => stageId === stage.id);
    const gap = gapAt(
      columns.map(({ stepId, x, width }) => ({ id: stepId, from: x, to: x + width })),
      point.x,
    );
    return gap && { axis: 'x', at: gap.at, place: { kind, stageId: stage.id, beforeId: gap.after?.id ?? null } };
  }
  return kind === 'lane' ? laneDropAt(scene, point.y) : rowDropAt(scene, documents, lens, point.y);
}

const spanOf = (row: Row, id: string | null): Span[] =>
  id === null ? [] : [{ id, from: row.y, to: row.y + row.height }];

/** Lanes go above or below the rows of touchpoints, whichever half the point lies in. */
function laneDropAt(scene: Scene, y: number): HeadDrop | null {
  const rows = scene.rows.filter(({ kind }) => kind === 'touchpoints');
  const [top, last] = [rows[0], rows.at(-1)];
  if (top === undefined || last === undefined) return null;
  const bottom = last.y + last.height;
  const side = y < (top.y + bottom) / 2 ? 'above' : 'below';
  const lanes = scene.rows.filter((row) => row.kind === 'lane' && (side === 'above' ? row.y < top.y : row.y >= bottom));
  const gap = gapAt(
    lanes.flatMap((row) => spanOf(row, row.laneId)),
    y,
  );
  const edge = side === 'above' ? top.y : bottom;
  return {
    axis: 'y',
    at: side === 'above' && gap?.after === null ? edge : (gap?.at ?? edge),
    place: { kind: 'lane', side, beforeId: gap?.after?.id ?? null },
  };
}

function rowDropAt(scene: Scene, documents: Documents, lens: Lens, y: number): HeadDrop | null {
  const spans = scene.rows.flatMap((row) => spanOf(row, row.valueId));
  const gap = gapAt(spans, y);
  if (gap === null) return null;
  const beforeId = gap.after?.id ?? entryAfter(documents, lens, spans.at(-1)?.id);
  return { axis: 'y', at: gap.at, place: { kind: 'row', beforeId } };
}

/** The library entry after one: rows that no touchpoint uses are not shown but keep their place. */
function entryAfter({ library }: Documents, lens: Lens, id: string | undefined): string | null {
  const entries = inOrder(Object.values(library[lensField[lens]]));
  return entries[entries.findIndex((entry) => entry.id === id) + 1]?.id ?? null;
}

/** One place to the left or up (-1), right or down (1); null at the edge. */
export function headPlaceBeside(
  documents: Documents,
  scene: Scene,
  lens: Lens,
  kind: HeadKind,
  id: string,
  by: -1 | 1,
): HeadPlace | null {
  const { map } = documents;
  const beside = (ids: readonly string[]): { beforeId: string | null } | null => {
    const index = ids.indexOf(id);
    if (index < 0 || ids[index + by] === undefined) return null;
    return { beforeId: ids[by < 0 ? index - 1 : index + 2] ?? null };
  };
  if (kind === 'stage') {
    const found = beside(inOrder(Object.values(map.stages)).map((stage) => stage.id));
    return found && { kind, ...found };
  }
  if (kind === 'row') {
    // In bands of personas the same rows come again.
    const shown = [...new Set(scene.rows.flatMap(({ valueId }) => valueId ?? []))];
    const found = beside(shown);
    if (found === null) return null;
    return { kind, beforeId: found.beforeId ?? entryAfter(documents, lens, shown.at(-1)) };
  }
  if (kind === 'lane') {
    const lane = map.lanes[id];
    if (lane === undefined) return null;
    const onSide = (side: Lane['side']) =>
      inOrder(Object.values(map.lanes).filter((other) => other.side === side && !other.hidden)).map(({ id }) => id);
    const found = beside(onSide(lane.side));
    if (found) return { kind, side: lane.side, ...found };
    // Past the rows of touchpoints a lane goes over to their other side.
    if (lane.side === 'above' && by > 0) return { kind, side: 'below', beforeId: onSide('below')[0] ?? null };
    return lane.side === 'below' && by < 0 ? { kind, side: 'above', beforeId: null } : null;
  }
  const step = map.steps[id];
  if (step === undefined) return null;
  const stepsIn = (stageId: string) =>
    inOrder(Object.values(map.steps).filter((other) => other.stageId === stageId)).map(({ id }) => id);
  const found = beside(stepsIn(step.stageId));
  if (found) return { kind, stageId: step.stageId, ...found };
  // At the edge of its stage a step goes over into the next one.
  const stages = inOrder(Object.values(map.stages)).map((stage) => stage.id);
  const stageId = stages[stages.indexOf(step.stageId) + by];
  return stageId === undefined ? null : { kind, stageId, beforeId: by > 0 ? (stepsIn(stageId)[0] ?? null) : null };
}

/** Moves what a head stands for. Moves of one head with the same `merge` in quick succession are one step of undo. */
export function moveHead(editor: Editor, id: string, place: HeadPlace, merge?: string): void {
  const { beforeId } = place;
  if (place.kind === 'stage') editor.run('moveStage', { id, beforeId }, merge);
  else if (place.kind === 'step') editor.run('moveStep', { id, stageId: place.stageId, beforeId }, merge);
  else if (place.kind === 'lane') editor.run('moveLane', { id, side: place.side, beforeId }, merge);
  else editor.run('moveLibraryEntry', { table: lensField[editor.session.getState().lens], id, beforeId }, merge);
}
