import { nameKey } from '../model/nameKey.ts';
import { CommandError } from './commandError.ts';

/** The first that has a name: see `nameKey` for what does not count. */
export function findByName<T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined {
  const wanted = nameKey(name);
  return all.find((entry) => nameKey(entry.name) === wanted);
}

/** A name without outer spaces. One that is empty throws a CommandError. */
export function needName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '')
    throw new CommandError('badValue', { field: 'name' }, 'A name is needed. Type at least one letter.');
  return trimmed;
}
