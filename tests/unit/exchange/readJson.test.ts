import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addToLibrary } from '../../../src/exchange/finishImport.ts';
import { ImportError } from '../../../src/exchange/importError.ts';
import type { ImportResult } from '../../../src/exchange/importResult.ts';
import { madeIdTables } from '../../../src/exchange/json/fileTables.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { noteText } from '../../../src/exchange/noteText.ts';
import { blankEntry } from '../../../src/model/blanks.ts';
import { repair } from '../../../src/model/repair.ts';
import {
  type Documents,
  emptyLibraryTables,
  emptyMapTables,
  type LibraryTables,
  mapRecord,
} from '../../../src/model/tables.ts';
import { migrateRows } from '../../../src/storage/migrations.ts';
import { describeDocs } from './describeDocs.ts';

const fixture2 = readFileSync(new URL('../../fixtures/schema-2.journey.json', import.meta.url), 'utf8');
const fixture4 = readFileSync(new URL('../../fixtures/schema-4.journey.json', import.meta.url), 'utf8');
const fixture3 = readFileSync(new URL('../../fixtures/schema-3.journey.json', import.meta.url), 'utf8');
const fixture = readFileSync(new URL('../../fixtures/schema-1.journey.json', import.meta.url), 'utf8');
type Loose = Record<string, Record<string, unknown>[]>;
interface File {
  format: unknown;
  formatVersion: unknown;
  map: Loose;
  library: Loose;
  [key: string]: unknown;
}

/** The fixture with one thing changed. */
function changed(change: (file: File) => void): string {
  const file = JSON.parse(fixture) as File;
  change(file);
  return JSON.stringify(file);
}
function read(
  text: string,
  library: LibraryTables = emptyLibraryTables(),
): ImportResult & { docs: Documents; codes: string[] } {
  const result = readJson(text, library);
  const docs = { map: result.map, library: addToLibrary(library, result.libraryAdditions) };
  expect(repair(docs).notes).toEqual([]);
  for (const note of result.notes) expect(noteText(note)).not.toMatch(/\{\{|undefined/);
  return { ...result, docs, codes: result.notes.map((note) => note.code) };
}
function refusal(text: string): ImportError {
  try {
    readJson(text, emptyLibraryTables());
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).message).not.toMatch(/\{\{|undefined/);
    return error as ImportError;
  }
  throw new Error('The file was not refused.');
}
const touchpoints = (file: File) => file.map.touchpoints as Record<string, unknown>[];
const titled = (result: ImportResult, title: string) =>
  Object.values(result.map.touchpoints).find((touchpoint) => touchpoint.title === title);

/** A file whose ids are replaced by table and place, and whose records with made ids are sorted by content. */
function withoutIds(file: File): File {
  const ids = new Map<unknown, string>();
  for (const part of [file.map, file.library]) {
    for (const [table, rows] of Object.entries(part)) {
      if (Array.isArray(rows) && !(table in madeIdTables))
        for (const [index, row] of rows.entries()) ids.set(row.id, `${table} ${index}`);
    }
  }
  for (const { id, from, to } of file.map.links ?? []) ids.set(id, `link ${ids.get(from)} ${ids.get(to)}`);
  const made = Object.keys(madeIdTables);
  for (const table of made) for (const row of file.map[table] ?? []) delete row.id;
  const text = JSON.stringify(file, (key, value: unknown) =>
    key === 'order' ? undefined : typeof value === 'string' ? (ids.get(value) ?? value) : value,
  );
  const plain = JSON.parse(text) as File;
  for (const table of made.filter((name) => name !== 'mapPersonas')) {
    const textOf = (row: object) => JSON.stringify(Object.entries(row).sort());
    plain.map[table]?.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  }
  return plain;
}

describe('a sound journey file', () => {
  it('X1 the frozen file of schema 4 opens without a note and is written back with the same content', () => {
    const { docs, notes, assets } = read(fixture4);
    expect(notes).toEqual([]);
    const written = JSON.parse(writeJson(docs, assets)) as File;
    const original = JSON.parse(fixture4) as File;
    expect(Object.keys(written)).toEqual(Object.keys(original));
    expect(withoutIds(written)).toEqual(withoutIds(original));
  });

  it.each([
    [1, fixture],
    [2, fixture2],
    [3, fixture3],
  ])(
    'X1 the frozen file of schema %i opens without a note, with what later schemas added as their migrations would add it',
    (version, text) => {
      const { docs, notes, assets } = read(text);
      expect(notes).toEqual([]);
      const written = withoutIds(JSON.parse(writeJson(docs, assets)) as File);
      const original = JSON.parse(text) as File;
      original.formatVersion = 4;
      for (const part of [original.map, original.library]) {
        for (const [table, records] of Object.entries(part)) {
          const rows = records.map((record) => ({ docId: 'x', id: String(record.id), table, record }));
          part[table] = migrateRows('map', rows, version, 4).map(({ record }) => record as (typeof records)[number]);
        }
      }
      for (const row of original.library.personas ?? []) if ('age' in row && row.age === 34) row.age = '34';
      for (const table of Object.keys(emptyMapTables())) original.map[table] ??= [];
      original.library.kpis ??= [];
      expect(written).toEqual(withoutIds(original));
    },
  );

  it('X2 the same documents give the same text, whatever the order of their records and fields', () => {
    const { docs } = read(fixture);
    const turned = <T extends object>(table: T): T => Object.fromEntries(Object.entries(table).reverse()) as T;
    const other = structuredClone(docs);
    const touchpoints = Object.entries(other.map.touchpoints).map(([id, one]) => [id, turned(one)]);
    const map = { ...other.map, touchpoints: turned(Object.fromEntries(touchpoints)) as typeof other.map.touchpoints };
    expect(writeJson({ map, library: { ...other.library, channels: turned(other.library.channels) } })).toBe(
      writeJson(docs),
    );
    expect(writeJson(docs)).toMatch(/^\{\n {2}"format": "desirepath.journey",\n {2}"formatVersion": 4,\n {2}"map"/);
  });

  it('X3 only library entries that the map uses are written, those of verdicts too', () => {
    const { docs } = read(fixture);
    docs.library.channels.ch_unused = {
      ...blankEntry,
      id: 'ch_unused',
      order: 'z0',
      name: 'Fax',
      icon: 'phone',
      color: 'grey',
      archived: false,
    };
    const file = JSON.parse(writeJson(docs)) as File;
    expect(file.library.channels?.map(({ name }) => name)).toEqual(['Website', 'Social media', 'Shop']);
    expect(file.library.departments?.map(({ name }) => name)).toEqual(['Marketing', 'Sales']);
  });

  it('X4 every reading gives new ids, and unknown tables still point to their records', () => {
    const first = read(fixture);
    const second = read(fixture);
    for (const table of ['map', 'stages', 'touchpoints', 'links', 'verdicts'] as const) {
      const ids = Object.keys(first.map[table]);
      expect(Object.keys(second.map[table]).filter((id) => ids.includes(id))).toEqual([]);
      expect(ids.filter((id) => fixture.includes(`"${id}"`))).toEqual([]);
    }
    const file = JSON.parse(writeJson(first.docs)) as File;
    expect(file.map.weather?.[0]?.touchpoint).toBe(titled(first, 'Visits the shop')?.id);
    expect(describeDocs(first.docs)).toEqual(describeDocs(second.docs));
  });

  it('X5 library entries match by name, however it is written, with a note; "No device" by its id', () => {
    const library = emptyLibraryTables();
    library.channels.ch_mine = {
      ...blankEntry,
      id: 'ch_mine',
      order: 'a0',
      name: '  WEBSITE ',
      icon: 'globe',
      color: 'sky',
      archived: false,
    };
    library.devices.dv_none = {
      ...blankEntry,
      id: 'dv_none',
      order: 'a0',
      name: 'Без устройства',
      icon: 'none',
      color: 'grey',
      archived: false,
    };
    const { libraryAdditions, notes, docs, map } = read(fixture, library);
    expect(notes).toEqual([{ code: 'libraryMatched', params: { table: 'channels', record: 'Website' } }]);
    expect(Object.values(libraryAdditions.channels).map(({ name }) => name)).toEqual(['Social media', 'Shop']);
    expect(Object.keys(libraryAdditions.devices)).toHaveLength(1);
    expect(
      titled({ ...docs, map, libraryAdditions, assets: [], personaMatches: [], notes }, 'Searches the web')
        ?.channels[0],
    ).toBe('ch_mine');
    expect(Object.keys(read(fixture).libraryAdditions.devices)).toContain('dv_none');
  });

  it('X6 what ties in order keeps its order, though ids are new', () => {
    for (let round = 0; round < 10; round++) {
      const result = read(
        changed((file) => {
          for (const [index, stage] of (file.map.stages as Record<string, unknown>[]).entries()) {
            Object.assign(stage, { order: 'a0', name: `Stage ${index}` });
          }
        }),
      );
      // The older tie-break was by id: st_buy before st_dream.
      const names = Object.values(result.map.stages)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ name }) => name);
      expect(names).toEqual(['Stage 1', 'Stage 0']);
    }
  });
});

describe('a journey file with faults', () => {
  it('X7 a text that is too long is cut with a note, without halving a character', () => {
    const result = read(
      changed((file) => Object.assign(touchpoints(file)[0] as object, { description: `x${'😀'.repeat(20_000)}` })),
    );
    expect(result.codes).toEqual(['textCut']);
    expect(titled(result, 'Searches the web')?.description).toBe(`x${'😀'.repeat(9_999)}`);
  });

  it('X8 a number that cannot be read becomes null with a note, never 0; a sentiment is left out', () => {
    for (const importance of ['high', '', {}, 99, -1, 2.5, true]) {
      const result = read(changed((file) => Object.assign(touchpoints(file)[0] as object, { importance })));
      expect(result.codes).toEqual(['numberRefused']);
      expect(titled(result, 'Searches the web')?.importance).toBeNull();
    }
    const result = read(changed((file) => Object.assign(file.map.sentiments?.[0] as object, { value: 'sad' })));
    expect(result.codes).toEqual(['recordRefused']);
    expect(Object.keys(result.map.sentiments)).toHaveLength(1);
  });

  it('X9 fields of the wrong type take their default with a note; missing ones silently', () => {
    const result = read(
      changed((file) => {
        Object.assign(touchpoints(file)[0] as object, {
          when: 'sometime',
          momentOfTruth: 'yes',
          tags: ['a', 5, 'b'],
          owner: 7,
        });
        delete touchpoints(file)[1]?.objections;
        file.map.cards?.push('nonsense' as never, null as never);
      }),
    );
    expect(result.codes.sort()).toEqual([
      'fieldMended',
      'fieldReplaced',
      'fieldReplaced',
      'itemsDropped',
      'recordRefused',
      'recordRefused',
    ]);
    expect(titled(result, 'Searches the web')).toMatchObject({
      when: null,
      momentOfTruth: false,
      tags: ['a', 'b'],
      owner: '7',
    });
  });

  it('X10 web links that are not http, https or mailto are left out with a note', () => {
    const bad = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//x',
      'file:///etc',
    ];
    const result = read(
      changed((file) => Object.assign(touchpoints(file)[0] as object, { webLinks: [...bad, 'https://ok.example/'] })),
    );
    expect(result.codes).toEqual(bad.map(() => 'webLinkDropped'));
    expect(titled(result, 'Searches the web')?.webLinks).toEqual(['https://ok.example/']);
  });

  it('X11 of records with the same id the later one is left out with a note', () => {
    const result = read(
      changed((file) => {
        touchpoints(file).push({ ...touchpoints(file)[0], title: 'Twin' });
        file.map.links?.push({ ...(file.map.links[0] as object), id: 'ln_other', label: 'Twin' });
        file.library.channels?.push({ ...(file.library.channels[0] as object), name: 'Twin' });
      }),
    );
    expect(result.codes.sort()).toEqual(['duplicateDropped', 'duplicateDropped', 'duplicateDropped']);
    expect(JSON.stringify(result.docs)).not.toContain('Twin');
  });

  it('X12 references that dangle are moved or dropped with a note', () => {
    const result = read(
      changed((file) => {
        Object.assign(file.map.steps?.[2] as object, { stageId: 'st_gone' });
        Object.assign(touchpoints(file)[1] as object, { stepId: 17, channels: ['ch_gone', 'ch_shop'] });
        Object.assign(file.map.cards?.[0] as object, { laneId: 'la_gone' });
        Object.assign(file.map.links?.[0] as object, { to: 'tp_gone' });
        Object.assign(file.map.verdicts?.[1] as object, { from: null });
        Object.assign(file.map.sentiments?.[0] as object, { personaId: 'pe_gone' });
        Object.assign(file.map.mapPersonas?.[1] as object, { personaId: 'pe_gone' });
      }),
    );
    expect(result.codes.sort()).toEqual([
      'cardDropped',
      'linkDropped',
      'personaDropped',
      'sentimentDropped',
      'stageWithoutStep',
      'stepMoved',
      'touchpointMoved',
      'valueDropped',
      'verdictDropped',
    ]);
    expect(Object.keys(result.map.touchpoints)).toHaveLength(3);
  });

  it('X13 a file without a map record, tables or library still gives a sound map', () => {
    const result = read('{"format": "desirepath.journey", "formatVersion": 1, "map": {}}');
    expect(result.codes).toEqual(['mapMissing', 'noStage', 'stageWithoutStep']);
    expect(mapRecord(result.map).name).toBe('');
  });

  it('X14 orders that cannot be read give way to the order of the file', () => {
    const result = read(changed((file) => Object.assign(touchpoints(file)[1] as object, { order: '!!' })));
    expect(result.codes).toEqual(['orderReplaced']);
    const sorted = Object.values(result.map.touchpoints).sort((a, b) => (a.order < b.order ? -1 : 1));
    expect(sorted.map(({ title }) => title)).toEqual(['Searches the web', 'Visits the shop', '']);
  });
});

describe('a file that is refused', () => {
  it('X15 a file cut short anywhere is refused with the line and column of its end', () => {
    for (let length = 2; length < fixture.trimEnd().length; length += 41) {
      const lines = fixture.slice(0, length).split('\n');
      expect(refusal(fixture.slice(0, length)).params).toMatchObject({
        line: lines.length,
        column: (lines.at(-1) as string).length + 1,
      });
    }
    expect(refusal('').code).toBe('empty');
    expect(refusal('{"format": "desirepath.jour').code).toBe('cutShort');
  });

  it('X16 text that is not JSON is refused with line and column', () => {
    expect(refusal('{\n  "a": oops }')).toMatchObject({ code: 'notJson', params: { line: 2, column: 8 } });
    for (const text of [
      '{"a":1,}',
      '[1,]',
      '{a:1}',
      "{'a':1}",
      '{"a" 1}',
      '1 2',
      '{"a":01}',
      '"\\x"',
      '"\u0001"',
      '{"a":1}}',
      '[}',
    ]) {
      expect(refusal(text).code).toBe('notJson');
    }
  });

  it('X17 NaN, Infinity and numbers beyond what can be held are refused by place', () => {
    for (const word of ['NaN', 'Infinity', '-Infinity', '1e999']) {
      expect(refusal(fixture.replace('-1.5', word))).toMatchObject({ code: 'badNumber', params: { found: word } });
    }
  });

  it('X18 other formats and newer versions are refused in words', () => {
    expect(refusal('{"a": 1}').code).toBe('notThisFormat');
    expect(refusal('[]').code).toBe('wrongType');
    expect(refusal('{"format": "desirepath.workspace", "formatVersion": 1}').code).toBe('isBackup');
    expect(
      refusal(
        changed((file) => {
          file.formatVersion = 5;
        }),
      ).message,
    ).toMatch(/^This file was made by a newer Desirepath \(format 5, this one reads 4\)\./);
    for (const version of ['1', 0, 1.5, null])
      expect(
        refusal(
          changed((file) => {
            file.formatVersion = version;
          }),
        ).code,
      ).toBe('wrongType');
  });

  it('X19 wrong types at the top name the place', () => {
    expect(
      refusal(
        changed((file) => {
          file.map = [] as never;
        }),
      ).params.path,
    ).toBe('map');
    expect(
      refusal(
        changed((file) => {
          file.library = 'x' as never;
        }),
      ).params.path,
    ).toBe('library');
    expect(
      refusal(
        changed((file) => {
          file.map.stages = {} as never;
        }),
      ).params.path,
    ).toBe('map.stages');
    expect(
      refusal(
        changed((file) => {
          file.library.channels = 5 as never;
        }),
      ).params.path,
    ).toBe('library.channels');
  });

  it('X20 nesting deeper than 100 is refused, 10,000 deep too, without a stack overflow', () => {
    const deep = (depth: number) =>
      changed((file) => {
        file.deep = 'HERE';
      }).replace('"HERE"', '['.repeat(depth) + ']'.repeat(depth));
    expect(refusal(deep(10_000)).code).toBe('tooDeep');
    expect(refusal('{"a":'.repeat(10_000)).code).toBe('tooDeep');
    expect(refusal(deep(100)).code).toBe('tooDeep');
    expect(read(deep(99)).codes).toEqual([]);
  });

  it('X21 text over 50 MB is refused', () => {
    expect(refusal(' '.repeat(50 * 1024 * 1024 + 1))).toMatchObject({
      code: 'tooLarge',
      params: { megabytes: 51, limit: 50 },
    });
  });

  it('X22 names of the prototype are refused as keys and ids and pollute nothing', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      for (const text of [
        fixture.replace('"generator"', `"${name}"`),
        fixture.replace('"weight"', `"${name.replace('p', '\\u0070')}"`),
        fixture.replaceAll('"tp_search"', `"${name}"`),
        fixture.replaceAll('"ch_web"', `"${name}"`),
      ])
        expect(refusal(text)).toMatchObject({ code: 'forbiddenName', params: { name } });
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    for (const name of ['toString', 'hasOwnProperty', 'valueOf']) {
      expect(read(fixture.replaceAll('"tp_search"', `"${name}"`).replaceAll('"ch_web"', `"${name}"`)).codes).toEqual(
        [],
      );
    }
  });
});
