import { nameKey } from '../../model/nameKey.ts';
import { inOrder } from '../../model/order.ts';

interface Entry {
  readonly id: string;
  readonly order: string;
  readonly name: string;
  readonly archived: boolean;
}

/**
 * What a field of channels, devices or departments offers for what is typed: those that are not `chosen`, in their order,
 * but first the one of that very name, then those that begin with it. `isNew` when none has that name, so that one can be
 * made.
 */
export function offeredValues<T extends Entry>(
  table: Readonly<Record<string, T>>,
  chosen: readonly string[],
  typed: string,
): { readonly offered: readonly T[]; readonly isNew: boolean } {
  const wanted = nameKey(typed);
  const far = ({ name }: Entry) => (nameKey(name) === wanted ? 0 : nameKey(name).startsWith(wanted) ? 1 : 2);
  const offered = inOrder(Object.values(table))
    .filter(({ id, archived, name }) => !archived && !chosen.includes(id) && nameKey(name).includes(wanted))
    .sort((a, b) => far(a) - far(b));
  return { offered, isNew: wanted !== '' && !Object.values(table).some((entry) => far(entry) === 0) };
}
