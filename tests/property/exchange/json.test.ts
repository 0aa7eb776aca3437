import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../src/exchange/backup.ts';
import { addToLibrary } from '../../../src/exchange/finishImport.ts';
import { ImportError } from '../../../src/exchange/importError.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { scanJson } from '../../../src/exchange/json/scanJson.ts';
import { usedLibrary, writeJson } from '../../../src/exchange/json/writeJson.ts';
import { parseMermaid } from '../../../src/exchange/mermaid/parseMermaid.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { describeDocs } from '../../unit/exchange/describeDocs.ts';
import { anyDocs, anyText } from './arbitraryDocs.ts';

const fixture = readFileSync(new URL('../../fixtures/schema-2.journey.json', import.meta.url), 'utf8');

/** The fixture as a value, with one of its values, picked by number, replaced. */
function withValue(pick: number, value: unknown): string {
  const root = JSON.parse(fixture) as unknown;
  const places: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push(() => {
        (node as Record<string, unknown>)[key] = value;
      });
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  places[pick % places.length]?.();
  return JSON.stringify(root);
}

/** Reads a ruined file: it may be refused in words, and otherwise gives a sound map. */
function survives(text: string): void {
  try {
    const result = readJson(text, emptyLibraryTables());
    expect(repair({ map: result.map, library: result.libraryAdditions }).notes).toEqual([]);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

describe('journey files', () => {
  it('X27 any map written and read again is equal up to ids, without notes', () => {
    fc.assert(
      fc.property(anyDocs, (docs) => {
        expect(repair(docs).notes).toEqual([]);
        const result = readJson(writeJson(docs), emptyLibraryTables());
        expect(result.notes).toEqual([]);
        const again = { map: result.map, library: result.libraryAdditions };
        expect(repair(again).patches).toEqual([]);
        expect(describeDocs(again)).toEqual(describeDocs({ map: docs.map, library: usedLibrary(docs) }));
        // Read where all its library is known already, it adds nothing.
        const home = readJson(writeJson(docs), docs.library);
        expect(Object.values(home.libraryAdditions).flatMap((table) => Object.keys(table))).toEqual([]);
        expect(repair({ map: home.map, library: addToLibrary(docs.library, home.libraryAdditions) }).patches).toEqual(
          [],
        );
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('X28 a file with any value replaced is read or refused in words, and pollutes nothing', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'tp_search',
        'everyone',
        'javascript:alert(1)',
        '',
        -0,
        1e308,
        null,
        [],
        {},
      ),
      fc.jsonValue(),
      fc.constant({ ['__proto__']: { polluted: 1 } }),
      fc.constant(JSON.parse('{"__proto__": {"polluted": 1}}')),
    );
    fc.assert(
      fc.property(fc.nat(), odd, (pick, value) => survives(withValue(pick, value))),
      { numRuns: 1000 },
    );
  });

  it('X29 a file with bytes cut, doubled or replaced is read or refused in words, and pollutes nothing', () => {
    const change = fc.record({
      at: fc.nat(fixture.length),
      cut: fc.nat(60),
      put: fc.oneof(
        fc.constant(''),
        fc.string({ maxLength: 5 }),
        fc.constantFrom('{', '[', '"', '\\', '"__proto__":', 'NaN', '-', '1e999', ','),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        survives(changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), fixture));
      }),
      { numRuns: 1000 },
    );
  });

  it('X30 the check before parsing accepts exactly what is JSON', () => {
    const bits = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '1',
        '-',
        '.5',
        'e1',
        'true',
        'nul',
        'null',
        ' ',
        '\n',
        '0',
      ),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          bits.map((parts) => parts.join('')),
          fc.json(),
        ),
        (text) => {
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          try {
            scanJson(text);
            expect(valid).toBe(true);
          } catch (error) {
            if (!(error instanceof ImportError)) throw error;
            if (error.code === 'notJson' || error.code === 'cutShort') expect(valid).toBe(false);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('K6 a ruined backup and M18 a ruined diagram are read or refused in words', () => {
    const backup = JSON.stringify({
      format: 'desirepath.workspace',
      formatVersion: 1,
      library: (JSON.parse(fixture) as { library: unknown }).library,
      maps: [(JSON.parse(fixture) as { map: unknown }).map],
    });
    const inWords = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
      }
    };
    fc.assert(
      fc.property(fc.nat(backup.length), fc.nat(20), fc.string({ maxLength: 4 }), (at, cut, put) => {
        inWords(() => readBackup(backup.slice(0, at) + put + backup.slice(at + cut), emptyLibraryTables()));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (lines) =>
        inWords(() => parseMermaid(`journey\n${lines.join('\n')}`)),
      ),
      { numRuns: 1000 },
    );
  });
});
