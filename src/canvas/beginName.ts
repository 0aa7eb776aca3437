import type { Editor } from '../editor/createEditor.ts';
import type { STAGE_HEADS, STEP_HEADS } from './navigate.ts';

/** Goes to the head of a stage or step that was just made and opens its name; the head then comes into view. */
export function beginName(
  editor: Editor,
  rowKey: typeof STAGE_HEADS | typeof STEP_HEADS,
  { id, stepId }: { readonly id: string; readonly stepId: string },
): void {
  editor.session.setState({ cursor: { stepId, rowKey, index: 0 }, selection: [], naming: id });
}
