import { describe, expect, it } from 'vitest';
import { namesTime } from '../../../src/exchange/data/columnNames.ts';
import { guessKind } from '../../../src/exchange/data/guessKind.ts';
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

describe('numbers that count from 1970 in a log', () => {
  const log = (name: string, times: readonly (string | number)[]) =>
    `session_id,action,${name}\n${times.map((time, at) => `s${at >> 1},${at % 2 === 0 ? 'view' : 'buy'},${time}`).join('\n')}\n`;
  const seconds = [1_767_434_400, 1_767_434_460, 1_767_435_400, 1_767_435_500];

  it.each([
    ...['request_time', 'hit_time', 'hitTime', 'timeMillis', 'loggedAt', 'logged_at', 'ClickTime', 'page_view_time'],
    ...['visit_time', 'firstSeen', 'last_seen', 'posted', 'mtime', 'unixtime', 'unix', 'logtime', 'eventdatetime'],
    ...['t', 'moment', 'insertion_time', 'xyz'],
  ])('I79 are its times under %s', async (name) => {
    for (const by of [1, 1e3, 1e6]) {
      const source = bytesAs(
        'log.csv',
        log(
          name,
          seconds.map((time) => time * by),
        ),
      );
      const report = await inspectTable(source);
      expect(guessKind(report).kind).toBe('events');
      const { settings } = guessEventTable(report, 'UTC');
      expect([settings.roles.case, settings.activity, settings.roles.time]).toEqual(['session_id', ['action'], name]);
      const { columns, leftOut } = await readEventTable(source, report, settings);
      expect([columns.size, leftOut, columns.span?.first.day]).toEqual([4, [], '2026-01-03']);
    }
  });

  it('I79 phones, ids and amounts are none of them', async () => {
    const kinds = async (text: string) =>
      (await inspectTable(bytesAs('log.csv', text))).columns.map(({ kind }) => kind);
    for (const name of ['Phone', 'account_id', 'order key'])
      expect((await kinds(log(name, seconds)))[2], name).toBe('number');
    // As phones are written, and as amounts are.
    expect((await kinds(log('contact', ['01767434400', '01767434401', '01767434402'])))[2]).toBe('number');
    expect((await kinds(log('contact', [2_125_550_100, 2_125_550_101, 2_125_550_102])))[2]).toBe('number');
    expect((await kinds(log('response_time', [240, 250, 1200])))[2]).toBe('number');
    expect((await kinds(log('response_time', [25_000, 42_000, 31_000])))[2]).toBe('number');
    // Another column says when, and the number of a case is none.
    expect((await kinds('case,activity,date,sum\nA,Pay,2026-01-01,1767434400\n'))[3]).toBe('number');
    expect((await kinds('case,activity,cost\n1767434400,Pay,5\n1767434401,Pay,6\n'))[0]).toBe('number');
    // Of a table of figures nothing but the heading can say it.
    expect((await kinds('Touchpoint,Revenue\nAdvert,1767434400\nVisit,1767434460\n'))[1]).toBe('number');
    expect((await kinds('Touchpoint,Page load time\nAdvert,1767\nVisit,1434\n'))[1]).toBe('number');
  });
});
