import type { TFunction } from 'i18next';
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

/** What a map is called wherever it is told from others; `number` is that of `twinNumbers`. */
export function tileName(name: string, number: number | undefined, t: TFunction): string {
  const plain = name || t('gallery.unnamed');
  return number === undefined ? plain : t('gallery.twin', { name: plain, number });
}
