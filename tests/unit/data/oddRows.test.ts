import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { readTable } from '../../../src/exchange/data/readTable.ts';
import { bytesAs, gzipped } from '../../support/bytesAs.ts';
import { readWhole } from '../../support/readWhole.ts';
import { bareDocs } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const saidOf = async (text: string) => (await wizardPlan(text, bareDocs())).leftOut;

describe('rows that may have been cut in the wrong place', () => {
  it('I66 a quotation mark that is not closed is said with the lines that were read as one row', async () => {
    const text = 'Touchpoint,Note,Value\nAdvert,"abc,2\nVisit,"def",3\nTill,x,4\n';
    const { counts } = await readWhole(text);
    expect([counts.rows, counts.swallowed, counts.strayQuotes]).toEqual([2, { count: 1, line: 2, last: 3 }, 1]);
    expect((await saidOf(text)).slice(0, 2)).toEqual([
      '1 row may be several: lines 2 to 3 were read as one, since a quotation mark there seems not to be closed. Check them, or double the quotation marks inside of cells.',
      '1 quotation mark inside of a cell is not doubled; it was kept as it is.',
    ]);
  });

  it('I66 rows with more cells than the header are said with the first line', async () => {
    const text = 'Touchpoint,CSAT,n\nAdvert,4,5,100\nVisit,4.1,100\nTill,4,2,100\n';
    expect((await readWhole(text)).counts.tooWide).toEqual({ count: 2, line: 2, cells: 4, names: 3 });
    expect((await saidOf(text))[0]).toBe(
      '2 rows have more cells than the header has columns (first on line 2: 4 instead of 3): their values may stand in the wrong columns. Put cells that hold the delimiter into quotation marks.',
    );
  });

  it.each([
    ['rows that are shorter, or end with delimiters', 'a,b,c\n1,2\n1,2,3,,\n'],
    ['a column without a name', 'a,b,\n1,2,3\n4,5,6\n'],
    ['cells of several lines', 'a,b\n1,"x\ny"\n2,"say ""hi""\nand go"\n'],
  ])('I66 nothing is said of %s', async (_, text) => {
    const { counts } = await readWhole(text);
    expect([counts.tooWide, counts.swallowed, counts.strayQuotes]).toEqual([null, null, 0]);
  });

  it('I66 a cell in quotation marks behind a space is one cell; a text that begins with a word in quotes is not', async () => {
    const { rows } = await readWhole(
      'a,b,c\nA, "x, y", 5\nB,  "say ""hi"", you" ,6\nC, "so" they said,7\nD, "open,8\nE, "x", "y"\n',
    );
    expect(rows).toEqual([
      ['A', 'x, y', ' 5'],
      ['B', 'say "hi", you', '6'],
      ['C', ' "so" they said', '7'],
      ['D', ' "open', '8'],
      ['E', 'x', 'y'],
    ]);
  });

  it.each([1, 2, 3, 7])('I66 it is so too where blocks of %i bytes cut the file', async (blockSize) => {
    const text = 'a,b\r\nA, "x, y"\rB,  "so" it\r\n  ,"1\r\n2"\rC,3\r\n';
    const source = bytesAs('a.csv', text);
    const rows: string[][] = [];
    await readTable(source, await inspectTable(source), (cells) => rows.push([...cells]), { blockSize });
    expect(rows).toEqual([
      ['A', 'x, y'],
      ['B', '  "so" it'],
      ['  ', '1\n2'],
      ['C', '3'],
    ]);
  });
});

describe('lines that end in several ways', () => {
  it('I67 a return alone ends a line where others end with a line feed', async () => {
    const { rows, lines, names } = await readWhole('Step,Value\r\nA,1\rB,2\rC,3\r\n');
    expect([names, rows, lines]).toEqual([
      ['Step', 'Value'],
      [
        ['A', '1'],
        ['B', '2'],
        ['C', '3'],
      ],
      [2, 3, 4],
    ]);
    const source = bytesAs('log.csv', 'case,activity,time\r\nc1,A,2026-01-01\rc1,B,2026-01-02\rc2,A,2026-01-03\r\n');
    const report = await inspectTable(source);
    const { columns } = await readEventTable(source, report, guessEventTable(report, 'UTC').settings);
    expect(columns.size).toBe(3);
  });

  it('I67 a return inside of a cell ends no line', async () => {
    const { rows } = await readWhole('a,b,c\n1,one\rtwo,3\n4,"five\rsix",7\n');
    expect(rows).toEqual([
      ['1', 'one\rtwo', '3'],
      ['4', 'five\rsix', '7'],
    ]);
  });
});

describe('cells of megabytes', () => {
  const log = (cell: string) => `case,activity,time,note\nc1,Look,2026-01-01,${cell}\nc2,Buy,2026-01-02,x\n`;

  it('I68 one in the first row below the header is looked at as a whole', async () => {
    for (const bytes of [log('x'.repeat(2_000_000)), gzipped(log('x'.repeat(2_000_000)))]) {
      const { report, rows } = await readWhole(bytes);
      expect([report.columns.map(({ kind }) => kind), rows.length]).toEqual([['text', 'text', 'time', 'text'], 2]);
    }
  });

  it('I68 one that is longer than rows may be is refused with its line and the limit, quoted or not', async () => {
    const problemOf = (text: string) => readWhole(text).then(String, ({ message }) => message);
    expect(await problemOf(log('x'.repeat(6_000_000)))).toMatch(/^Line 2 is longer than 4194304 characters\./);
    const further = 'case,note\n1,x\n2,'.concat(`"${'x\n'.repeat(3_000_000)}"\n3,y\n`);
    expect(await problemOf(further)).toMatch(
      /^A quotation mark opened on line 3 is not closed within 4194304 characters, which is as long as a row may be\./,
    );
  });

  it('I68 a packed file of which the beginning ends within a quoted cell is read', async () => {
    const rows = 'name,note\n'.concat('a,"one\ntwo"\n'.repeat(200_000));
    expect((await readWhole(gzipped(rows))).counts.rows).toBe(200_000);
  });
});
