import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyMap } from '../../../src/app/copyMap.ts';
import { repair } from '../../../src/model/repair.ts';
import { anyDocs } from './arbitraryDocs.ts';

it('T5 a copy of any map keeps every record under a new id, and nothing in it points to the old ones', () => {
  fc.assert(
    fc.property(anyDocs, ({ map, library }) => {
      const copy = copyMap(map, 'Copy');
      expect(repair({ map: copy, library }).notes).toEqual([]);
      const counts = (tables: object) =>
        Object.entries(tables).map(([table, rows]) => [table, Object.keys(rows).length]);
      expect(counts(copy)).toEqual(counts(map));
      const text = JSON.stringify({ ...copy, mapPersonas: {} });
      for (const [table, rows] of Object.entries<object>(map)) {
        if (table !== 'mapPersonas') for (const id of Object.keys(rows)) expect(text.includes(`"${id}"`)).toBe(false);
      }
    }),
  );
});
