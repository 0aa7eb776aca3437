import { describe, expect, it } from 'vitest';
import { hasUnread, leftOutWords } from '../../../src/app/dataImport/plans.ts';
import { cellReader } from '../../../src/app/dataImport/understoodCells.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { guessKind } from '../../../src/exchange/data/guessKind.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { readPeriod } from '../../../src/exchange/data/readPeriod.ts';
import { createDayReader, looksLikeTime } from '../../../src/exchange/data/readTime.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function read(text: string) {
  const source = bytesAs('figures.csv', text);
  const report = await inspectTable(source);
  const settings = guessMetrics(report);
  const { rows, unread } = await readMetrics(source, report, settings);
  const plain = rows.map(({ value, period }) => [value, period && `${period.from} ${period.to}`]);
  return { plain, unread, settings, counts: rows.map(({ n }) => n) };
}

describe('periods', () => {
  it.each([
    ['Jan-26', '2026-01'],
    ["Feb '26", '2026-02'],
    ['202603', '2026-03'],
    ['2026M03', '2026-03'],
    ['März 2026', '2026-03'],
    ['Mrz-26', '2026-03'],
    ['Mai 2026', '2026-05'],
    ['Dez. 2026', '2026-12'],
    ['janv. 2026', '2026-01'],
    ['févr. 2026', '2026-02'],
    ['FEVRIER 2026', '2026-02'],
    ['enero de 2026', '2026-01'],
    ['settembre 2026', '2026-09'],
    ['Январь 2026 г.', '2026-01'],
    ['сент. 2026', '2026-09'],
    ['ม.ค. 2569', '2026-01'],
    ['กุมภาพันธ์ 2026', '2026-02'],
    ['2026年12月', '2026-12'],
    ['2026年三月', '2026-03'],
    ['2026 January', '2026-01'],
  ])('I77 %s is a month', (cell, month) => {
    const days = readPeriod(cell);
    expect([days?.from, days?.to.slice(0, 7)]).toEqual([`${month}-01`, month]);
  });

  it.each([
    ['Q1 26', '2026-01-01', '2026-03-31'],
    ["Q2'26", '2026-04-01', '2026-06-30'],
    ['3Q 2026', '2026-07-01', '2026-09-30'],
    ['T4 2026', '2026-10-01', '2026-12-31'],
    ['1. Quartal 2026', '2026-01-01', '2026-03-31'],
    ['2 кв. 2026', '2026-04-01', '2026-06-30'],
    ['2026年第二季度', '2026-04-01', '2026-06-30'],
    ['KW 1 2026', '2025-12-29', '2026-01-04'],
    ['KW 01/26', '2025-12-29', '2026-01-04'],
    ['2026-W5', '2026-01-26', '2026-02-01'],
    ['CW05-2026', '2026-01-26', '2026-02-01'],
    ['Week 5, 2026', '2026-01-26', '2026-02-01'],
    ['5. KW 2026', '2026-01-26', '2026-02-01'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
  ])('I77 %s is a quarter or a week', (cell, from, to) => {
    expect(readPeriod(cell)).toEqual({ from, to });
  });

  it.each([
    ['H1 2026', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['1H26', '2026-01-01', '2026-06-30'],
    ['2. Halbjahr 2026', '2026-07-01', '2026-12-31'],
  ])('I77 %s is a half of a year', (cell, from, to) => {
    expect(readPeriod(cell)).toEqual({ from, to });
  });

  it.each([
    ['Month', 'Jan 26', '2026-01'],
    ['Monat', 'Mrz 26', '2026-03'],
    ['Month', 'Jan. 26', '2026-01'],
    ['Report month', 'May 26', '2026-05'],
    ['Month', '1/26', '2026-01'],
    ['Period', '12/26', '2026-12'],
  ])('I77 under %s %s is a month, which else may be a day', (heading, cell, month) => {
    expect(readPeriod(cell, heading)?.from).toBe(`${month}-01`);
    for (const other of ['', 'Date', 'Touchpoint']) expect(readPeriod(cell, other), other).toBeNull();
  });

  it.each([
    ['03-Jan-26', '2026-01-03'],
    ['3-Jan-26', '2026-01-03'],
    ['13-gen-26', '2026-01-13'],
    ['3 Dez. 26', '2026-12-03'],
    ['03.Mai.26', '2026-05-03'],
    ['31/Dec/99', '1999-12-31'],
    ['03-Jan-26 10:00', '2026-01-03'],
    ['31-Feb-26', null],
    ['12-Marvel-26', null],
    ['3-Jan 26', null],
  ])('I77 the day of %s is %s', (cell, day) => {
    expect(createDayReader({ order: 'dayFirst', numbers: null })(cell)).toBe(day);
    // What has the shape of a day that there is not is looked at as one.
    expect(looksLikeTime(cell)).toBe(day !== null || cell.startsWith('31-Feb'));
  });

  it('I77 days with years of two digits date figures and logs', async () => {
    const { plain } = await read('Touchpoint,Date,Visits\nA,03-Jan-26,100\nB,04-Jan-26,200\n');
    expect(plain.map(([, days]) => days)).toEqual(['2026-01-03 2026-01-03', '2026-01-04 2026-01-04']);
    const log = bytesAs('a.csv', 'Case,Activity,Date\n1,Pay,03-Jan-26 10:00\n1,Ship,04-Jan-26 11:00\n');
    const report = await inspectTable(log);
    expect(guessKind(report).kind).toBe('events');
    const { columns } = await readEventTable(log, report, guessEventTable(report, 'UTC').settings);
    expect([columns.size, columns.span?.first.day]).toEqual([2, '2026-01-03']);
  });

  it.each(['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'th', 'zh', 'ja'])(
    'I77 every month is read as it is written in %s, its days too',
    (language) => {
      const readDay = createDayReader({ order: 'dayFirst', numbers: null });
      for (const month of ['long', 'short'] as const)
        for (let at = 0; at < 12; at++) {
          const first = Date.UTC(2026, at, 1);
          const format = (options: Intl.DateTimeFormatOptions) =>
            new Intl.DateTimeFormat(language, { month, year: 'numeric', timeZone: 'UTC', ...options }).format(first);
          const days = [readPeriod(format({}))?.from, readDay(format({ day: 'numeric' }))];
          expect(days, format({})).toEqual(Array(2).fill(new Date(first).toISOString().slice(0, 10)));
        }
    },
  );

  it('I77 what might be a day or names no week of the year is none', () => {
    for (const cell of [
      '2025-W53',
      '2026-W60',
      '2026-W00',
      'Jan 26',
      '26-Jan',
      'ม.ค. 69',
      '202613',
      'Marvel 2026',
      'W 2026',
    ])
      expect(readPeriod(cell), cell).toBeNull();
    expect(readPeriod('202605', 'ISO week of ISO year')).toEqual({ from: '2026-01-26', to: '2026-02-01' });
    // Those of analytics begin on Sundays.
    expect(readPeriod('202605', 'Year week')).toBeNull();
  });

  it('I77 each row of a table is of its own month', async () => {
    const { plain, unread } = await read('Month,Visits\nJan-26,100\nFeb-26,200\n');
    expect([plain, unread]).toEqual([
      [
        [100, '2026-01-01 2026-01-31'],
        [200, '2026-02-01 2026-02-28'],
      ],
      [],
    ]);
    const digits = await read('Kalendermonat,Besuche\n202601,100\n202602,200\n');
    expect(digits.plain.map(([, days]) => days)).toEqual(['2026-01-01 2026-01-31', '2026-02-01 2026-02-28']);
  });
});

it('I77 a cell may name its first and its last day', async () => {
  const text = `Period,Step,Visits
2026-01-01 - 2026-01-31,A,5
13.02.2026 – 28.02.2026,A,6
20260301-20260307,A,7
2026-05-02 to 2026-05-01,A,8
`;
  const { plain, unread } = await read(text);
  expect(plain.map(([, days]) => days)).toEqual([
    '2026-01-01 2026-01-31',
    '2026-02-13 2026-02-28',
    '2026-03-01 2026-03-07',
  ]);
  expect(unread).toMatchObject([{ role: 'date', line: 5 }]);
  const named = await read('Span of days,Step,Visits\n2026-01-01 - 2026-01-31,A,5\n2026-02-01 - 2026-02-28,A,6\n');
  expect(named.plain.map(([, days]) => days)).toEqual(['2026-01-01 2026-01-31', '2026-02-01 2026-02-28']);
});

describe('rows that cannot be read whole', () => {
  it('I78 a figure beside a date that is none is left out and listed', async () => {
    const text = 'Date,Visits\n2026-01-01,5\n2026-01-02,7\nsomewhen,12\n,3\n';
    const { plain, unread } = await read(text);
    expect(plain).toEqual([
      [5, '2026-01-01 2026-01-01'],
      [7, '2026-01-02 2026-01-02'],
    ]);
    expect(unread).toEqual([
      { column: 'Date', role: 'date', count: 1, line: 4, example: 'somewhen' },
      { column: 'Date', role: 'blankDate', count: 1, line: 5, example: '' },
    ]);
    const ends = await read('From,To,Visits\n2026-01-01,2026-01-31,5\n2026-02-01,31.02.2026,7\n');
    expect(ends.plain).toEqual([[5, '2026-01-01 2026-01-31']]);
    expect(ends.unread).toEqual([{ column: 'To', role: 'date', count: 1, line: 3, example: '31.02.2026' }]);
  });

  it('I78 a blank cell below one that was merged dates no row', async () => {
    const merged = await read('Month,Touchpoint,Visits\nJan 2026,Advert,500\n,Visit,620\n,Till,20\n');
    expect(merged.plain).toEqual([[500, '2026-01-01 2026-01-31']]);
    expect(merged.unread).toEqual([{ column: 'Month', role: 'blankDate', count: 2, line: 3, example: '' }]);
    // Where no cell of the column names days, all rows are of the days asked for.
    const none = await read('Month,Touchpoint,Visits\nJanuary,Advert,500\n,Visit,620\n');
    expect([none.plain, none.unread]).toEqual([
      [
        [500, null],
        [620, null],
      ],
      [],
    ]);
  });

  it('I81 an n that is no number is listed, once for each cell, and its figures are taken without it', async () => {
    const text =
      'Step,Rate,Quality,n\nA,10%,0.5,>30\nB,20%,0.6,40\nC,20%,0.6,50\nD,20%,0.6,60\nE,30%,0.7,ca. 30\nF,1%,0.1,70\n';
    const { plain, unread, counts } = await read(text);
    expect(plain.length).toBe(12);
    expect(counts.filter((count) => count === null).length).toBe(4);
    expect(unread).toEqual([{ column: 'n', role: 'count', count: 2, line: 2, example: '>30' }]);
  });

  it('I78 it is said in words', async () => {
    const source = bytesAs(
      'figures.csv',
      'Date,Step,Rate,n\n2026-01-01,A,10%,30\nsoon,B,20%,40\n2026-01-01,C,30%,many\n',
    );
    const report = await inspectTable(source);
    const settings = { ...guessMetrics(report), n: 'n' };
    const data = { ...(await readMetrics(source, report, settings)), file: { name: 'a', hash: null, rows: 3 } };
    expect([hasUnread({ kind: 'metrics', data } as never), hasUnread({ kind: 'survey', data } as never)]).toEqual([
      true,
      false,
    ]);
    const said: string[] = [];
    const t = ((key: string, values: { line: number }) => said.push(`${key} ${values.line}`)) as never;
    leftOutWords({ kind: 'metrics', data } as never, [], t);
    expect(said).toEqual(['data.leftOut.dateUnread 3', 'data.leftOut.countUnread 4']);
  });
});

describe('days that stand for more', () => {
  it.each([
    ['Month', ['2026-01-01', '2026-02-01'], ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28']],
    ['Monat', ['31.01.2026', '28.02.2026'], ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28']],
    ['Quarter', ['2026-01-01', '2026-04-01'], ['2026-01-01 2026-03-31', '2026-04-01 2026-06-30']],
    ['Week', ['2026-01-05', '2026-01-12'], ['2026-01-05 2026-01-11', '2026-01-12 2026-01-18']],
    ['Week ending', ['2026-01-11', '2026-01-18'], ['2026-01-05 2026-01-11', '2026-01-12 2026-01-18']],
    ['Month', ['2026-01-01', '2026-01-15'], ['2026-01-01 2026-01-01', '2026-01-15 2026-01-15']],
    ['Week', ['2026-01-05', '2026-01-06'], ['2026-01-05 2026-01-05', '2026-01-06 2026-01-06']],
    ['Date', ['2026-01-01', '2026-02-01'], ['2026-01-01 2026-01-01', '2026-02-01 2026-02-01']],
  ])('I80 under %s %j are %j', async (heading, cells, days) => {
    const text = `${heading},Touchpoint,Visits\n${cells.map((cell, at) => `${cell},A,${at + 100}`).join('\n')}\n`;
    expect((await read(text)).plain.map(([, period]) => period)).toEqual(days);
  });

  it('I80 the preview says so', async () => {
    const file = bytesAs('a.csv', 'Month,Touchpoint,Visits\n2026-01-01,A,100\n2026-02-01,A,200\n');
    const seen = await createDataApi().inspect(file, 'UTC');
    if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
    const understood = cellReader(seen.value, { kind: 'metrics', settings: seen.value.metrics }, 'en');
    expect(understood('from', '2026-01-01')).toMatch(/^Jan 1\W+31, 2026$/);
  });
});
