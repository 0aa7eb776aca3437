import type { Node, ReactFlowInstance } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { Drag } from '../editor/session.ts';
import type { Placement } from '../layout/scene.ts';

export type BoxData = { readonly recordId: string };
export type BoxNode = Node<BoxData, Placement['kind']>;
/** React Flow's handle on the viewport. */
export type MapFlow = ReactFlowInstance<BoxNode>;

// Given handles and measures, React Flow can cull a node before it was ever in the DOM.
const handle = { width: 8, height: 8, x: 0, y: 0 };
const handles = [
  { id: 'in', type: 'target' as const, position: Position.Left, ...handle },
  { id: 'out', type: 'source' as const, position: Position.Right, ...handle },
];

/**
 * Turns placements into React Flow's nodes. What did not change keeps its node object, and an unchanged list its array:
 * identity is how React Flow knows what to render.
 */
export function createFeed(): (
  placements: readonly Placement[],
  selection: readonly string[],
  drag: Drag | null,
) => BoxNode[] {
  let cache = new Map<string, { placement: Placement; selected: boolean; dx: number; dy: number; node: BoxNode }>();
  let last: BoxNode[] = [];
  return (placements, selection, drag) => {
    const selected = new Set(selection);
    const dragged = new Set(drag?.ids);
    const next: typeof cache = new Map();
    let same = placements.length === last.length;
    const nodes = placements.map((placement, index) => {
      const isSelected = selected.has(placement.recordId);
      const moves = drag !== null && dragged.has(placement.recordId);
      const dx = moves ? drag.dx : 0;
      const dy = moves ? drag.dy : 0;
      const known = cache.get(placement.key);
      let entry = known;
      if (
        !known ||
        known.placement !== placement ||
        known.selected !== isSelected ||
        known.dx !== dx ||
        known.dy !== dy
      ) {
        entry = { placement, selected: isSelected, dx, dy, node: makeNode(placement, isSelected, dx, dy, known?.node) };
      }
      next.set(placement.key, entry as NonNullable<typeof entry>);
      const { node } = entry as NonNullable<typeof entry>;
      if (last[index] !== node) same = false;
      return node;
    });
    cache = next;
    if (!same) last = nodes;
    return last;
  };
}

function makeNode(
  placement: Placement,
  selected: boolean,
  dx: number,
  dy: number,
  before: BoxNode | undefined,
): BoxNode {
  const { key, kind, recordId, x, y, width, height } = placement;
  return {
    id: key,
    type: kind,
    position: { x: x + dx, y: y + dy },
    data: before?.data.recordId === recordId ? before.data : { recordId },
    width,
    height,
    measured: { width, height },
    ...(kind === 'touchpoint' ? { handles } : {}),
    // It stands where what it is tied to stands.
    ...(kind === 'opportunity' || kind === 'evidence' ? { draggable: false } : {}),
    selected,
    zIndex: dx !== 0 || dy !== 0 ? 10 : 0,
    ariaRole: 'presentation',
  } as BoxNode;
}

/**
 * The records chosen after React Flow has picked and dropped boxes. Of a record in several bands all boxes are chosen;
 * React Flow does not know that, and drops the others when a marquee touches one. So it stays chosen until all of its
 * boxes are dropped, or that very one is.
 */
export function pickRecords(
  boxOf: ReadonlyMap<string, Placement>,
  placements: readonly Placement[],
  before: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): string[] {
  const next = new Set(before);
  const dropped = new Set<string>();
  for (const { id, selected } of changes) {
    const recordId = boxOf.get(id)?.recordId;
    if (recordId === undefined) continue;
    if (selected) next.add(recordId);
    else dropped.add(id);
  }
  for (const id of dropped) {
    const recordId = boxOf.get(id)?.recordId as string;
    const others = placements.filter((placement) => placement.recordId === recordId);
    if (changes.length === 1 || others.every((placement) => dropped.has(placement.key))) next.delete(recordId);
  }
  return [...next];
}
