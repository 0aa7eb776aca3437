import { type BroughtField, broughtFields, type Link, sourceOf } from '../model/records/link.ts';
import type { MapTables } from '../model/tables.ts';
import { nameSource } from './links.ts';

/** Sets what an import measured of a link; null says nothing. A figure that somebody typed alike stays theirs. */
export function setLinkFigures(
  link: Link,
  figures: { readonly [F in BroughtField]: number | null },
  importId: string,
): void {
  for (const field of broughtFields) {
    const value = figures[field];
    if (value === null) continue;
    nameSource(link, field, link[field] === value && sourceOf(link, field) == null ? null : importId);
    link[field] = value;
  }
}

/**
 * Takes back the shares and waits that an import brought. Where the document does not say where one is from, it is the
 * import's if it is what its measurements say.
 */
export function dropLinkFigures(map: MapTables, importId: string): void {
  const own = Object.values(map.series).flatMap(({ points, ...place }) =>
    points.filter((point) => point.importId === importId).map(({ value, n }) => ({ ...place, value, n: n ?? 0 })),
  );
  const all = own.filter(({ toId }) => toId === null);
  for (const link of Object.values(map.links)) {
    for (const field of broughtFields) {
      const figure = link[field];
      const source = sourceOf(link, field);
      const isMeasured = () =>
        own.some(
          ({ placeId, toId, value, n }) =>
            toId === link.to &&
            placeId === link.from &&
            (field === 'share' ? all.some((whole) => n / whole.n === figure) : value === figure),
        );
      if (figure === null || !(source === importId || (source === undefined && isMeasured()))) continue;
      link[field] = null;
      nameSource(link, field, null);
    }
  }
}
