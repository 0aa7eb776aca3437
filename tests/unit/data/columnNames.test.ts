import { describe, expect, it } from 'vitest';
import { namesTime } from '../../../src/exchange/data/columnNames.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function read(text: string) {
  const source = bytesAs('figures.csv', text);
  const report = await inspectTable(source);
  const settings = guessMetrics(report);
  const { rows } = await readMetrics(source, report, settings);
  return { values: settings.values, days: rows.map(({ value, period }) => [value, period?.from ?? null]) };
}

describe('headings that name a time', () => {
  it.each([
    ...['Date', 'event_date', 'eventDate', 'startTime', 'start_time', 'Time', 'End', 'Session start', 'created_at'],
    ...['Date + hour (YYYYMMDDHH)', 'Bestelldatum', 'Enddatum', 'Event timestamp', 'time:timestamp', 'StartDate'],
    ...[
      'Woche',
      'Monat',
      'start_ts',
      'Erstellt am',
      'Received on',
      'visitStartTime',
      'Дата события',
      '开始时间',
      'วันที่',
      'Completion time',
      'Month',
    ],
  ])('I79 %s does', (name) => {
    expect(namesTime(name, false)).toBe(true);
  });

  it.each([
    ...['Ad spend', 'Candidates', 'Trend', 'Visits per day', 'Attendees', 'End users', 'Back end', 'Response time'],
    ...['Wait time', 'Time on page', 'Updates', 'Phone', 'Start page visits', 'Wartezeit', '等待时间', 'Session time'],
  ])('I79 %s does not', (name) => {
    expect(namesTime(name, true)).toBe(false);
  });
});

it('I79 a word of what was done names a time of numbers that hardly are anything else', () => {
  expect([namesTime('Completed', true), namesTime('Completed', false), namesTime('Completed at', false)]).toEqual([
    true,
    false,
    true,
  ]);
});

describe('numbers as large as times', () => {
  it('I79 the hours of analytics are hours of a day, not seconds from 1970', async () => {
    const { days } = await read('Date + hour (YYYYMMDDHH),Sessions\n2025010113,5\n2025010114,6\n');
    expect(days).toEqual([
      [5, '2025-01-01'],
      [6, '2025-01-01'],
    ]);
  });

  it('I79 amounts and numbers of phones date nothing', async () => {
    const spent = await read('Touchpoint,Clicks,Ad spend\nAdvert,100,25000\nVisit,200,42000\n');
    expect(spent.values).toEqual(['Clicks', 'Ad spend']);
    expect(spent.days).toEqual([100, 25000, 200, 42000].map((value) => [value, null]));
    const phones = await read('Store,Phone,Visits\nNorth,1234567890,10\nSouth,1987654321,20\n');
    expect(phones).toEqual({ values: ['Visits'], days: [10, 20].map((value) => [value, null]) });
    const counts = await read('Store,Phone,Mail\nNorth,12,10\nSouth,14,20\n');
    expect(counts.values).toEqual(['Phone', 'Mail']);
  });

  it.each([
    ['case_id,activity,timestamp', '1000000001,2026-01-01 10:00', '1000000002,2026-01-01 11:00', 'timestamp'],
    ['user_pseudo_id,event_name,event_timestamp', '1234567890.17,1769898600000000', '987654321.5,1769898700000000', ''],
    ['case_id,activity,t', '2026010101,1769898600', '2026010102,1769898700', 't'],
    ['Column,activity,id', '1769898600,2026010101', '1769898700,2026010102', 'Column'],
  ])('I79 an id of ten digits is the case of a log: %s', async (head, one, other, time) => {
    const row = (cells: string, activity: string) => cells.replace(',', `,${activity},`);
    const source = bytesAs('log.csv', [head, row(one, 'Pay'), row(one, 'Ship'), row(other, 'Pay')].join('\n'));
    const report = await inspectTable(source);
    const { settings } = guessEventTable(report, 'UTC');
    const names = head.split(',');
    expect(settings.roles.case).toBe(names.find((name) => name.endsWith('id')));
    expect(settings.roles.time).toBe(time || 'event_timestamp');
    const { columns, leftOut } = await readEventTable(source, report, settings);
    expect([columns.size, leftOut]).toEqual([3, []]);
    expect(columns.span?.first.day.slice(0, 7)).toMatch(/^2026-0[12]$/);
  });
});
