import { describe, expect, it } from 'vitest';
import { hintsFor, readingOf, roleOf, withRole } from '../../../src/app/dataImport/reading.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, type MetricSettings, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function read(text: string, changes: Partial<MetricSettings> = {}) {
  const source = bytesAs('figures.csv', text);
  const report = await inspectTable(source);
  const settings = { ...guessMetrics(report), ...changes };
  const { rows, unread } = await readMetrics(source, report, settings);
  return { settings, unread, plain: rows.map(({ place, value, period }) => [place, value, period?.from ?? null]) };
}

async function hints(text: string) {
  const found = await createDataApi().inspect(bytesAs('figures.csv', text), 'UTC');
  if (!found.ok) throw new Error(found.code);
  const seen = found.value;
  const reading = readingOf(seen, 'metrics');
  return { seen, reading, said: hintsFor(reading, seen) };
}

describe('columns named after days that name none', () => {
  it.each([
    ...['Month,January,February', 'Month,Jan,Feb', 'Monat,Januar,Februar', 'Месяц,Январь,Февраль', 'Month,1,2'],
    ...['Quarter,Q1,Q2', 'Week,Week 1,Week 2', 'Woche,KW 1,KW 2', 'Day,Monday,Tuesday', 'Period,FY26,FY27'],
    ...[
      'Period,YTD,YTD',
      'Period,Wave 3,Wave 4',
      'Period,Before,After',
      'Period,All time,Current',
      'Nth week,0000,0001',
    ],
  ])('I87 under %s the figures are of the days asked for, which is said', async (cells) => {
    const [heading, one, two] = cells.split(',');
    const text = `${heading},Touchpoint,Visits\n${one},Advert,1200\n${two},Visit,800\n`;
    const { settings, plain, unread } = await read(text);
    expect([settings.from, settings.place, settings.values]).toEqual([null, 'Touchpoint', ['Visits']]);
    expect([plain, unread]).toEqual([
      [
        ['Advert', 1200, null],
        ['Visit', 800, null],
      ],
      [],
    ]);
    expect((await hints(text)).said).toEqual(['noDays']);
  });

  it('I87 given the role by hand, rows that it does not date are left out and listed', async () => {
    const text = 'Month,Touchpoint,Visits\nJanuary,Advert,1200\nFebruary,Visit,800\n';
    const { plain, unread } = await read(text, { from: 'Month' });
    expect(plain).toEqual([]);
    expect(unread).toEqual([{ column: 'Month', role: 'date', count: 2, line: 2, example: 'January' }]);
    const { seen, reading } = await hints(text);
    const column = seen.format === 'table' ? seen.table.columns[0] : undefined;
    if (column === undefined) throw new Error('no column');
    const by = withRole(reading, column, 'from');
    expect([roleOf(by, 'Month'), hintsFor(by, seen)]).toEqual(['from', []]);
  });

  it('I87 places from and to which people go are no days', async () => {
    for (const heads of ['From,To', 'Start,End']) {
      const { plain, unread } = await read(`${heads},Users\nAdvert,Visit,1200\nVisit,Till,300\n`);
      expect(plain, heads).toEqual([
        ['Advert', 1200, null],
        ['Visit', 300, null],
      ]);
      expect(unread).toEqual([]);
    }
    const counts = await read('Touchpoint,Start,End\nAdvert,1200,300\n');
    expect(counts.settings).toMatchObject({ from: null, to: null, values: ['Start', 'End'] });
  });

  it('I87 one cell that names days makes the column one of days', async () => {
    const { plain, unread } = await read('Month,Touchpoint,Visits\nJan 2026,Advert,1200\nFebruary,Visit,800\n');
    expect(plain).toEqual([['Advert', 1200, '2026-01-01']]);
    expect(unread).toMatchObject([{ role: 'date', line: 3 }]);
    expect((await hints('Date,Touchpoint,Visits\n2026-01-01,Advert,1200\n')).said).toEqual([]);
    expect((await hints('Touchpoint,Visits\nAdvert,1200\n')).said).toEqual([]);
  });

  it('I87 that months beside their year are not read is said', async () => {
    const said = async (heads: string, cells: string) =>
      (await hints(`${heads},Touchpoint,Visits\n${cells},Advert,1200\n`)).said;
    expect(await said('Year,Month', '2026,Jan')).toEqual(['noDays']);
    expect(await said('Year,Country', '2026,Chile')).toEqual([]);
    expect(await said('Date,Day', '2026-01-05,Monday')).toEqual([]);
  });
});

describe('months without their year in a report that names its days', () => {
  const report = (first: string, last: string, months: readonly string[]) =>
    `# Start date: ${first}\n# End date: ${last}\nMonth,Page path,Views\n${months.map((month, at) => `${month},/shop,${at + 500}`).join('\n')}\n`;
  const days = async (text: string) => {
    const source = bytesAs('report.csv', text);
    const table = await inspectTable(source);
    const { rows, unread } = await readMetrics(source, table, guessMetrics(table));
    return [rows.map(({ period }) => period && `${period.from} ${period.to}`), unread.length];
  };

  it('I88 each is the one that lies in them, as far as it does', async () => {
    const two = [['2026-01-01 2026-01-31', '2026-02-01 2026-02-28'], 0];
    expect(await days(report('20260101', '20260228', ['01', '02']))).toEqual(two);
    expect(await days(report('20260101', '20260228', ['January', 'February']))).toEqual(two);
    expect(await days(report('20251215', '20260110', ['12', '01']))).toEqual([
      ['2025-12-15 2025-12-31', '2026-01-01 2026-01-10'],
      0,
    ]);
  });

  it('I88 where two could be meant, or none, all figures are of the days of the report, which is said', async () => {
    for (const [first, last] of [
      ['20250101', '20260228'],
      ['20250301', '20250430'],
    ] as const) {
      const text = report(first, last, ['01', '02']);
      const span = `${first} ${last}`.replace(/(\d{4})(\d\d)(\d\d)/g, '$1-$2-$3');
      expect(await days(text), span).toEqual([[span, span], 0]);
      expect((await hints(text)).said).toEqual(['noDays']);
    }
  });
});
