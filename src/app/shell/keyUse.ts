/** Handlers decide for themselves whether a key is used up. */
export const ownDefault = { preventDefault: false };

/** What a field has no use for works from there too. */
const worksInFields: ReadonlySet<string> = new Set(['palette', 'find', 'focusMap', 'exportPng', 'exportJson']);

/** The cell of the grid takes text only to hand it to the editor in place: it is no field. */
export function inField(event: Event): boolean {
  const fields = 'input, textarea, select, [contenteditable]:not([data-cursor])';
  return (event.target as Element | null)?.closest(fields) != null;
}

/** Keys without Ctrl or Cmd work in the map and nowhere else: a button or a list has its own use for them. */
export function takesKey(event: KeyboardEvent, key: string, action: string): boolean {
  if (inField(event)) return worksInFields.has(action) && (event.target as Element).closest('[role="dialog"]') === null;
  if (/mod\+/.test(key) || key === 'shift+?') {
    const isCopy = /^mod\+[XC]$/.test(key);
    return !(isCopy && (window.getSelection()?.toString() ?? '') !== '');
  }
  const target = event.target as Element | null;
  return target === document.body || target?.closest('.map') !== null;
}

/** Escape ends what is composed, leaves a field, or closes what is open over the map, and does nothing else then. */
export function hasOwnEscape(event: KeyboardEvent): boolean {
  const over = (event.target as Element | null)?.closest('[role="menu"], [role="dialog"]');
  return over != null || inField(event) || event.isComposing;
}
