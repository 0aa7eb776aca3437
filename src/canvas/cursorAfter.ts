import type { Cursor } from '../editor/session.ts';
import type { Scene } from '../layout/scene.ts';

/**
 * Where a cursor goes whose step or row is no longer on the map: to what stands in its place now, else to the last. The
 * same cursor where it can stay.
 */
export function cursorAfter(before: Scene, after: Scene, cursor: Cursor): Cursor {
  const kept = (key: string, was: readonly string[], now: readonly string[]) =>
    was.includes(key) && !now.includes(key) ? (now[Math.min(was.indexOf(key), now.length - 1)] ?? key) : key;
  const steps = (scene: Scene) => scene.columns.map((column) => column.stepId);
  const rows = (scene: Scene) => scene.rows.map((row) => row.key);
  const stepId = kept(cursor.stepId, steps(before), steps(after));
  const rowKey = kept(cursor.rowKey, rows(before), rows(after));
  return stepId === cursor.stepId && rowKey === cursor.rowKey ? cursor : { stepId, rowKey, index: 0 };
}
