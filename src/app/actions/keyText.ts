const names: Record<string, string> = {
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
  enter: '↵',
};

/** A hotkey as a person reads it: `Ctrl+Shift+Z`, or with the signs of a Mac. */
export function keyText(hotkey: string, mac = /Mac|iPhone|iPad/.test(navigator.platform)): string {
  const parts = hotkey.split('+').map((part) => part.toLowerCase());
  if (hotkey.endsWith('++')) parts.splice(-2, 2, '+');
  const words = parts.map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'shift') return mac ? '⇧' : 'Shift';
    if (part === 'alt') return mac ? '⌥' : 'Alt';
    return names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1));
  });
  return words.join(mac ? '' : '+');
}
