import { type Check, checks } from '../../model/records/verdict.ts';

/** What a key asks for during a review. */
export type ReviewKey =
  | { readonly kind: 'smooth' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'severity'; readonly value: number | null }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'text'; readonly field: ReviewText };

/** What is written about a gap. */
export type ReviewText = 'cause' | 'owner' | 'note';

/** The letters that lead into the texts; N for the note is taken by the next handoff. */
export const textKeys = { cause: 'C', owner: 'O', note: 'M' } as const satisfies Record<ReviewText, string>;

/** The letters that answer the checks, in their order: the first row of the keyboard. */
export const checkKeys = ['Q', 'W', 'E', 'R', 'T'] as const;

/**
 * What a key press asks for, or null. Letters count as printed; where the keyboard writes another script, by their place.
 * Digits count by their place too, since some keyboards need Shift for them.
 */
export function reviewKey({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): ReviewKey | null {
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : /^Key[A-Z]$/.test(code) ? code.slice(3) : '';
  if (ctrlKey || metaKey) {
    if (altKey) return null;
    if (letter === 'Z') return { kind: shiftKey ? 'redo' : 'undo' };
    return letter === 'Y' ? { kind: 'redo' } : null;
  }
  if (altKey) return null;
  if (key === ' ' || key === 'ArrowRight' || letter === 'N') return { kind: 'skip' };
  if (key === 'ArrowLeft' || letter === 'B') return { kind: 'back' };
  if (letter === 'S') return { kind: 'smooth' };
  if (letter === 'G') return { kind: 'gap' };
  const text = (Object.keys(textKeys) as ReviewText[]).find((field) => textKeys[field] === letter);
  if (text !== undefined) return { kind: 'text', field: text };
  const digit = /^[0-9]$/.test(key) ? key : /^(Digit|Numpad)[0-9]$/.test(code) ? code.at(-1) : undefined;
  if (digit !== undefined)
    return digit > '5' ? null : { kind: 'severity', value: digit === '0' ? null : Number(digit) };
  const index = checkKeys.indexOf(letter as (typeof checkKeys)[number]);
  return index < 0 ? null : { kind: 'check', check: checks[index] as Check };
}
