import type { Row, Scene } from '../layout/scene.ts';
import { holdsTexts } from '../model/records/lane.ts';

/** The rows that hold nothing yet, though one can write into them; those that are collapsed do not count. */
export function emptyRows(scene: Pick<Scene, 'rows' | 'placements'>): readonly Row[] {
  const taken = new Set(scene.placements.map(({ rowKey }) => rowKey));
  return scene.rows.filter((row) => !row.collapsed && holdsTexts(row.laneRole) && !taken.has(row.key));
}
