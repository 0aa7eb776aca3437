import type { Editor } from '../editor/createEditor.ts';
import { bringIntoView } from './bringIntoView.ts';
import type { MapFlow } from './feed.ts';
import { placeCursorOn } from './gridEdits.ts';
import type { MapView } from './mapView.ts';
import { showRecords } from './showRecords.ts';

/**
 * Selects a record, opens what hides it, brings it into view and shows its details; the cursor goes to a step or stage. A
 * KPI is laid over the links, which are then as thick as their volume. A record that is gone changes nothing.
 */
export function goToRecord(
  editor: Editor,
  view: MapView,
  id: string,
  flow: MapFlow | null,
  area: HTMLElement | null,
): void {
  const { map } = editor.documents();
  layOverLinks(editor, id);
  if (map.steps[id] || map.stages[id]) showRecords(editor, view, [id], flow, area);
  if (map.touchpoints[id] === undefined && map.cards[id] === undefined) return;
  placeCursorOn(editor, view, id);
  editor.session.setState({ panel: 'inspector' });
  const { cursor } = editor.session.getState();
  if (cursor !== null) bringIntoView(view.laid.getState(), cursor, flow, area);
}

/** Makes links as thick as their volume by a KPI. Nothing changes where they are, or where the id is of no KPI. */
export function layOverLinks(editor: Editor, id: string): void {
  const { overlay } = editor.session.getState();
  if (editor.documents().library.kpis[id] === undefined || (overlay.links && overlay.kpiId === id)) return;
  editor.session.setState({ overlay: { ...overlay, kpiId: id, links: true } });
}
