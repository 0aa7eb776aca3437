import type { Editor } from '../editor/createEditor.ts';
import { bringIntoView } from './bringIntoView.ts';
import type { MapFlow } from './feed.ts';
import type { MapView } from './mapView.ts';
import { STAGE_HEADS } from './navigate.ts';

/** Adds a stage at the end, brings it into view and begins its name. */
export function addStageLast(editor: Editor, view: MapView, flow: MapFlow | null, area: HTMLElement | null): void {
  const { stageId, stepId } = editor.run('addStage', {});
  const cursor = { stepId, rowKey: STAGE_HEADS, index: 0 };
  bringIntoView(view.laid.getState(), cursor, flow, area);
  editor.session.setState({ cursor, selection: [], naming: stageId });
}
