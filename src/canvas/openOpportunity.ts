import type { Editor } from '../editor/createEditor.ts';

/** Frames that the panel is given to come; it may have to be fetched first. */
const MOST_FRAMES = 120;

/** Opens an opportunity in its panel and goes there, unless the focus has gone elsewhere before it came. */
export function openOpportunity(editor: Editor, id: string): void {
  editor.session.setState({ selection: [id], panel: 'opportunities' });
  const from = document.activeElement;
  const follow = (frames: number) => {
    if (document.activeElement !== from && document.activeElement !== document.body) return;
    const line = document.querySelector<HTMLElement>(`#opportunity-${CSS.escape(id)} button`);
    if (line !== null) line.focus();
    else if (frames > 0) requestAnimationFrame(() => follow(frames - 1));
  };
  requestAnimationFrame(() => follow(MOST_FRAMES));
}
