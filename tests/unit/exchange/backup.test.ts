import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../src/exchange/backup.ts';
import { addToLibrary } from '../../../src/exchange/finishImport.ts';
import { ImportError } from '../../../src/exchange/importError.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { blankEntry } from '../../../src/model/blanks.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { describeDocs } from './describeDocs.ts';

const fixture = readFileSync(new URL('../../fixtures/schema-1.journey.json', import.meta.url), 'utf8');
const first = readJson(fixture, emptyLibraryTables());
const second = readJson(fixture, first.libraryAdditions);
const library = structuredClone(first.libraryAdditions);
library.channels.ch_fax = { ...blankEntry, id: 'ch_fax', order: 'zz', name: 'Fax', archived: true };
const text = writeBackup({ maps: [first.map, second.map], library });

describe('a workspace backup', () => {
  it('K1 a backup restored into an empty workspace gives all maps and the whole library', () => {
    const { maps, libraryAdditions, notes } = readBackup(text, emptyLibraryTables());
    expect(notes).toEqual([]);
    expect(Object.values(libraryAdditions.channels).map(({ name }) => name)).toContain('Fax');
    maps.forEach((result, index) => {
      expect(result.notes).toEqual([]);
      const docs = { map: result.map, library: libraryAdditions };
      expect(repair(docs).notes).toEqual([]);
      expect(describeDocs(docs)).toEqual(
        describeDocs({ map: [first, second][index]?.map as typeof first.map, library }),
      );
      expect(JSON.parse(writeJson(docs))).toMatchObject({
        generator: { name: 'by hand' },
        library: { moods: ['fine'] },
      });
    });
  });

  it('K2 restoring makes copies with new ids and replaces nothing', () => {
    const { maps, libraryAdditions } = readBackup(text, library);
    expect(Object.keys(libraryAdditions.channels)).toEqual([]);
    const old = new Set(
      [first, second].flatMap(({ map }) => Object.values(map).flatMap((table) => Object.keys(table))),
    );
    for (const { map } of maps) {
      const made = Object.entries(map)
        .filter(([table]) => table !== 'mapPersonas')
        .flatMap(([, table]) => Object.keys(table));
      expect(made.filter((id) => old.has(id))).toEqual([]);
    }
  });

  it('K3 the maps of a backup share what they add, so adding it twice changes nothing', () => {
    const { maps, libraryAdditions } = readBackup(text, emptyLibraryTables());
    const once = maps.reduce((sum, one) => addToLibrary(sum, one.libraryAdditions), emptyLibraryTables());
    expect(once).toEqual(libraryAdditions);
  });

  it('K4 a map that cannot be read is left out with a note and takes no other with it', () => {
    const file = JSON.parse(text) as { maps: unknown[] };
    file.maps.splice(1, 0, 'nonsense', { stages: 5 }, { stages: [{ id: '__proto__' }] });
    const { maps, notes } = readBackup(JSON.stringify(file), emptyLibraryTables());
    expect(maps).toHaveLength(2);
    expect(notes.map(({ code, params }) => [code, params.number])).toEqual([
      ['mapRefused', 2],
      ['mapRefused', 3],
      ['mapRefused', 4],
    ]);
  });

  it('K5 a file that is no backup, cut short or newer is refused', () => {
    const refused = (bad: string) => expect(() => readBackup(bad, emptyLibraryTables())).toThrow(ImportError);
    [fixture, text.slice(0, -10), text.replace('"formatVersion": 4', '"formatVersion": 5'), '', '[]'].forEach(refused);
  });
});
