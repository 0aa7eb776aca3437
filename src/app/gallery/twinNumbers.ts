import type { DocRow } from '../../storage/database.ts';

/** Of maps that share their name, which one each is, in the order in which they were made, but the first keeps its name: from 2 on. */
export function twinNumbers(
  maps: readonly Pick<DocRow, 'docId' | 'name' | 'createdAt'>[],
): ReadonlyMap<string, number> {
  const byName = new Map<string, string[]>();
  const made = maps.toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
  for (const { docId, name } of made) byName.set(name, [...(byName.get(name) ?? []), docId]);
  return new Map([...byName.values()].flatMap((ids) => ids.slice(1).map((id, index) => [id, index + 2] as const)));
}
