import type { Editor } from '../../editor/createEditor.ts';
import { type Lens, lensField } from '../../model/lens.ts';
import { inOrder } from '../../model/order.ts';
import { holdsTexts } from '../../model/records/lane.ts';
import type { Documents } from '../../model/tables.ts';

/**
 * What the chosen records are, and where all of them stand; undefined where they differ. `rowId` is a value of the lens,
 * null for "not set", or a lane's id.
 */
export interface MoveStart {
  readonly kind: 'touchpoint' | 'card';
  readonly stepId: string | undefined;
  readonly rowId: string | null | undefined;
}

const common = <T>(values: readonly T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

/** Touchpoints alone or cards of lanes alone can be moved together; of anything else this is null. */
export function moveStart({ map }: Documents, ids: readonly string[], lens: Lens): MoveStart | null {
  const touchpoints = ids.flatMap((id) => map.touchpoints[id] ?? []);
  const cards = ids.flatMap((id) => map.cards[id] ?? []);
  if (ids.length === 0) return null;
  if (touchpoints.length === ids.length) {
    const rows = touchpoints.map((touchpoint) => touchpoint[lensField[lens]][0] ?? null);
    return { kind: 'touchpoint', stepId: common(touchpoints.map(({ stepId }) => stepId)), rowId: common(rows) };
  }
  if (cards.length !== ids.length) return null;
  return {
    kind: 'card',
    stepId: common(cards.map(({ stepId }) => stepId)),
    rowId: common(cards.map(({ laneId }) => laneId)),
  };
}

/**
 * The rows such records can go to, in their order, and the one they stand in; null stands for "not set", which lanes do
 * not have.
 */
export function moveRows({ map, library }: Documents, { kind, rowId }: MoveStart, lens: Lens) {
  if (kind === 'card') {
    return inOrder(Object.values(map.lanes))
      .filter((lane) => !lane.hidden && holdsTexts(lane.role))
      .map(({ id, name }) => ({ id, name }));
  }
  const entries = inOrder(Object.values(library[lensField[lens]])).filter(
    ({ id, archived }) => !archived || id === rowId,
  );
  return [...entries.map(({ id, name }) => ({ id, name })), { id: null, name: '' }];
}

/**
 * Moves them as one gesture to a step, a row or both; what is undefined stays as it is for each of them. In its new cell
 * each stands last. True when anything changed.
 */
export function moveChosen(
  editor: Editor,
  ids: readonly string[],
  lens: Lens,
  { stepId, rowId }: { readonly stepId: string | undefined; readonly rowId: string | null | undefined },
): boolean {
  const before = editor.documents();
  const start = moveStart(before, ids, lens);
  if (start === null) return false;
  const changesStep = stepId !== undefined && stepId !== start.stepId;
  const changesRow = rowId !== undefined && rowId !== start.rowId;
  if (start.kind === 'touchpoint') {
    const primary = changesRow ? { lens, value: rowId } : undefined;
    if (changesStep) editor.run('moveTouchpoints', { ids: [...ids], stepId, ...(primary && { primary }) });
    else if (primary) editor.run('setPrimary', { ids: [...ids], ...primary });
  } else if (changesStep || changesRow) {
    const cells = new Map<string, string[]>();
    for (const id of ids) {
      const card = before.map.cards[id];
      if (card === undefined) continue;
      const key = `${stepId ?? card.stepId}|${rowId ?? card.laneId}`;
      cells.set(key, [...(cells.get(key) ?? []), id]);
    }
    for (const [key, moving] of cells) {
      const [step = '', lane = ''] = key.split('|');
      editor.run('moveCards', { ids: moving, stepId: step, laneId: lane }, `moveTo ${ids.join(' ')}`);
    }
  }
  return editor.documents() !== before;
}
