import type { DocRow } from '../../storage/database.ts';

/** Of maps that share their name, which one each is, from 1, in the order in which they were made; others are not in it. */
export function twinNumbers(
  maps: readonly Pick<DocRow, 'docId' | 'name' | 'createdAt'>[],
): ReadonlyMap<string, number> {
  const byName = new Map<string, string[]>();
  const made = maps.toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
  for (const { docId, name } of made) byName.set(name, [...(byName.get(name) ?? []), docId]);
  const twins = [...byName.values()].filter((ids) => ids.length > 1);
  return new Map(twins.flatMap((ids) => ids.map((id, index) => [id, index + 1] as const)));
}
