import type { WalkStep } from '../../model/records/walk.ts';

const results = { '1': 'missed', '2': 'met', '3': 'exceeded' } as const;

/** What a key press asks for at a stop of a walk; null for what belongs to a field, or to nobody. */
export function stopKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>,
): NonNullable<WalkStep['result']> | 'back' | 'next' | 'watch' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const field = 'input, textarea, select, [role="radiogroup"], [role="listbox"]';
  if ((event.target as Element | null)?.closest?.(field)) return null;
  if (event.key === 'ArrowLeft') return 'back';
  if (event.key === 'ArrowRight') return 'next';
  if (event.key === 'w' || event.key === 'W') return 'watch';
  return results[event.key as keyof typeof results] ?? null;
}
