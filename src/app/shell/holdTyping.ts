/** Milliseconds after which a dialog that has not come no longer gets what was typed for it. */
const PATIENCE = 3000;

/**
 * Keeps what is typed from the map until a dialog that has been asked for has the focus, and gives it to the dialog, which
 * may have to be fetched first: its field gets the letters, keys of its own are pressed in it. Escape, or too long a
 * wait, ends it.
 */
export function holdTyping(page: Document): void {
  const isInDialog = (element: Element | null) => element?.closest('[role="dialog"]') != null;
  if (isInDialog(page.activeElement)) return;
  let keys: Pick<KeyboardEvent, 'key' | 'code'>[] = [];
  const end = () => {
    clearTimeout(timer);
    page.removeEventListener('keydown', onKey, true);
    page.removeEventListener('focusin', onFocus, true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return end();
    if (event.key === 'Backspace') keys.pop();
    else if (event.key.length === 1) keys.push({ key: event.key, code: event.code });
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !isInDialog(target)) return;
    end();
    if (target instanceof HTMLInputElement) {
      // As if it were typed: fields of React hear of it, and Ctrl+Z takes it back.
      if (keys.length > 0) page.execCommand('insertText', false, keys.map(({ key }) => key).join(''));
      return;
    }
    const held = keys;
    keys = [];
    // Its keys are heard once it is mounted.
    setTimeout(() => {
      for (const key of held)
        target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    }, 0);
  };
  const timer = setTimeout(end, PATIENCE);
  page.addEventListener('keydown', onKey, true);
  page.addEventListener('focusin', onFocus, true);
}
