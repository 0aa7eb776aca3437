import { nameKey } from '../../model/nameKey.ts';
import type { Place } from '../../model/records/place.ts';
import type { MapTables } from '../../model/tables.ts';

/** What a name in a table stands for on the map: null where nothing, or several touchpoints, bear it. */
export interface FoundPlace {
  readonly name: string;
  readonly place: Place | null;
  readonly several: boolean;
}

/**
 * Finds the touchpoints that a cell names, by title; a way is named as `from → to` or `from > to`, several are set apart
 * by `;` or `|`. A title that is only part of the name, or the reverse, is taken when it is the only one.
 */
export function createPlaceFinder({ touchpoints }: Pick<MapTables, 'touchpoints'>): (cell: string) => FoundPlace[] {
  const byTitle = new Map<string, string[]>();
  for (const { id, title } of Object.values(touchpoints)) {
    const key = nameKey(title);
    if (key === '') continue;
    byTitle.set(key, [...(byTitle.get(key) ?? []), id]);
  }
  const touchpointsOf = (name: string): readonly string[] => {
    const key = nameKey(name);
    const same = byTitle.get(key);
    if (same !== undefined) return same;
    const parts =
      key.length < 4
        ? []
        : [...byTitle].filter(([title]) => title.includes(key) || (title.length > 3 && key.includes(title)));
    return parts.flatMap(([, ids]) => ids);
  };
  const find = (name: string): FoundPlace => {
    const ids = touchpointsOf(name);
    if (ids.length === 1) return { name, place: { placeId: ids[0] as string, toId: null }, several: false };
    const ends = name.split(/→|->|>/).map((end) => touchpointsOf(end));
    if (ends.length === 2 && ends.every((end) => end.length === 1)) {
      const [from, to] = ends.map((end) => end[0]) as [string, string];
      if (from !== to) return { name, place: { placeId: from, toId: to }, several: false };
    }
    return { name, place: null, several: ids.length > 1 };
  };
  return (cell) => {
    if (cell.trim() === '') return [];
    const whole = find(cell);
    if (whole.place !== null || !/[;|]/.test(cell)) return [whole];
    return cell
      .split(/[;|]/)
      .filter((part) => part.trim() !== '')
      .map((part) => find(part.trim()));
  };
}
