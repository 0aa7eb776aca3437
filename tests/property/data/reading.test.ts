import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { spreadOf } from '../../../src/analysis/data/quantiles.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { readTable } from '../../../src/exchange/data/readTable.ts';
import { inspectXes, readXes } from '../../../src/exchange/data/readXes.ts';
import { createRowSplitter } from '../../../src/exchange/data/splitRows.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { quantile, type SlowEvent, slowCount } from '../../support/slowLog.ts';

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'ж', '日本', '😀', 'x y', 'é', '"', 'a"b', ',', ';', '\n', 'two\nlines', ' ', '#'),
  fc.string({ maxLength: 6, unit: 'grapheme' }).filter((text) => !/[\r\0\uFEFF\uFFFD]/.test(text)),
);
const quoted = (text: string) => (/[",;\t|\n\r#]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text);

function split(text: string, pieces: readonly string[] = [text]): string[][] {
  const rows: string[][] = [];
  const splitter = createRowSplitter(',', (cells) => rows.push([...cells]));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return rows;
}

function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => text.slice(from, at[index] ?? text.length));
}

describe('rows', () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('I14 what was written is read, wherever the text is cut', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(), { maxLength: 8 }), (rows, end, places) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end) + end;
        expect(split(text, cut(text, places))).toEqual(rows);
      }),
    );
  });

  it('I14 it reads what papaparse reads', () => {
    const anything = fc
      .array(fc.constantFrom('a', 'b ', '""', '"x"', '"x,y"', '"1\n2"', ',', ',', '\n', '', '7'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anything, (text) => {
        const papa = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        fc.pre(papa.errors.every((error) => error.type !== 'Quotes'));
        const expected = papa.data;
        // It gives the line after the last line break as a row too.
        if (text === '' || text.endsWith('\n')) expected.pop();
        expect(split(text)).toEqual(expected);
      }),
    );
  });
});

const named = fc.constantFrom('A', 'B', 'C', 'Ж d', '登录', 'E, or "F"');
const event = fc.record({
  caseId: fc.constantFrom('1', '2', '3', 'c,4', 'Zoë'),
  activity: named,
  start: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  lasts: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(null)),
  channel: fc.constantFrom('web', 'shop', ''),
});
const log = fc.array(event, { minLength: 1, maxLength: 40 }).filter((all) => all.some(({ start }) => start !== null));
type Written = { caseId: string; activity: string; start: number | null; lasts: number | null; channel: string };

const instant = (minutes: number | null) =>
  minutes === null ? '' : new Date(Date.UTC(2026, 2, 29, 0, minutes)).toISOString();
const slow = ({ caseId, activity, start, lasts, channel }: Written): SlowEvent => {
  const begins = start === null ? Number.NaN : Date.parse(instant(start));
  return {
    caseId,
    activity,
    start: begins,
    end: start === null || lasts === null ? Number.NaN : begins + lasts * 60_000,
    channel,
  };
};

function asCsv(events: readonly Written[], end: string): string {
  const rows = events.map(({ caseId, activity, start, lasts, channel }) =>
    [caseId, activity, instant(start), start === null || lasts === null ? '' : instant(start + lasts), channel].map(
      (text) => (text === '' ? '' : quoted(text)),
    ),
  );
  return [['case_id', 'activity', 'start_time', 'end_time', 'channel'], ...rows]
    .map((row) => row.join(',') + end)
    .join('');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function byCase(events: readonly Written[]): Map<string, Written[]> {
  const cases = new Map<string, Written[]>();
  for (const each of events) cases.set(each.caseId, [...(cases.get(each.caseId) ?? []), each]);
  return cases;
}

function asXes(events: readonly Written[]): string {
  const traces = byCase(events);
  const attribute = (type: string, key: string, value: string) =>
    value === '' ? '' : `<${type} key="${key}" value="${escaped(value)}"/>`;
  const body = [...traces].map(
    ([id, own]) =>
      `<trace><string key="concept:name" value="${escaped(id)}"/>${own
        .map(
          ({ activity, start, lasts, channel }) =>
            `<event>${attribute('string', 'concept:name', activity)}${attribute('date', 'start_time', instant(start))}${attribute(
              'date',
              'time:timestamp',
              start === null || lasts === null ? '' : instant(start + lasts),
            )}${attribute('string', 'channel', channel)}</event>`,
        )
        .join('\n')}</trace>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><log>${body.join('\n')}</log>`;
}

const roles = { case: 'case_id', time: 'start_time', end: 'end_time', channel: 'channel' };
const settings = { roles, activity: ['activity'], phases: 'ignore' as const, order: null, numbers: null, zone: 'UTC' };

function compare(counted: ReturnType<typeof countLog>, events: readonly Written[]) {
  const expected = slowCount(events.map(slow));
  const name = (at: number) => counted.activities[at]?.name as string;
  expect([counted.cases, counted.events, counted.variants]).toEqual([
    expected.cases,
    expected.events,
    expected.variants,
  ]);
  for (const activity of counted.activities)
    expect({
      ...{ ...activity, repeating: activity.casesRepeating },
      ...{ median: activity.duration?.median ?? null, p90: activity.duration?.p90 ?? null },
    }).toMatchObject(expected.activities[activity.name] ?? {});
  expect(counted.links).toHaveLength(Object.keys(expected.links).length);
  for (const link of counted.links) {
    const { channel, device, department } = link.changed;
    expect({
      volume: link.volume,
      cases: link.cases,
      eventual: Math.round((link.eventual ?? -1) * (counted.activities[link.from]?.cases ?? 0)),
      medianWaiting: link.waiting?.median ?? null,
      p90Waiting: link.waiting?.p90 ?? null,
      changes: { channel, device, department },
    }).toEqual(expected.links[`${name(link.from)} -> ${name(link.to)}`]);
  }
}

describe('logs', () => {
  it('I15 the count of any log equals a slow count, however its bytes are cut and whatever the size of a block', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 4, max: 50 }),
        async (events, end, piece, blockSize) => {
          const csv = asCsv(events, end);
          const source = bytesAs('log.csv', csv, piece);
          const report = await inspectTable(source, { delimiter: ',', headerRows: 1 });
          const { columns } = await readEventTable(source, report, settings, { blockSize });
          compare(countLog(columns), events);
        },
      ),
    );
  });

  it('I15 the same as XES', async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 4, max: 50 }),
        async (events, piece, blockSize) => {
          const source = bytesAs('log.xes', asXes(events), piece);
          const { columns } = await readXes(
            source,
            { ...settings, roles: { ...roles, end: 'time:timestamp' }, activity: ['concept:name'] },
            { blockSize },
          );
          compare(countLog(columns), [...byCase(events).values()].flat());
        },
      ),
    );
  });

  it('I15 what is guessed of a file does not depend on how its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 30 }), async (events, piece) => {
        const csv = asCsv(events, '\r\n');
        const whole = await inspectTable(bytesAs('log.csv', csv));
        const cutUp = await inspectTable(bytesAs('log.csv', csv, piece));
        expect(cutUp).toEqual(whole);
        expect(guessEventTable(cutUp, 'UTC')).toEqual(guessEventTable(whole, 'UTC'));
        const rows: string[][] = [];
        const counts = await readTable(bytesAs('log.csv', csv, piece), whole, (cells) => rows.push([...cells]));
        expect([counts.rows, rows.length]).toEqual([events.length, events.length]);
        expect(await inspectXes(bytesAs('log.xes', asXes(events), piece), 'UTC')).toEqual(
          await inspectXes(bytesAs('log.xes', asXes(events)), 'UTC'),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('medians', () => {
  it('I16 median and 90th percentile are exact', () => {
    const values = fc.oneof(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 200 }),
      // A zero is a zero: the sign that some have is not looked at.
      fc.array(
        fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((value) => value + 0),
        { minLength: 1, maxLength: 200 },
      ),
      fc.integer({ min: 1, max: 500 }).map((size) => Array.from({ length: size }, (_, at) => Math.min(at, size - at))),
    );
    fc.assert(
      fc.property(values, (list) => {
        expect(spreadOf(Float64Array.from(list))).toEqual({
          n: list.length,
          median: quantile(list, 0.5),
          p90: quantile(list, 0.9),
        });
      }),
    );
    expect(spreadOf(new Float64Array())).toBeNull();
    expect(spreadOf(Float64Array.of(1, 2, 3, 4))).toEqual({ n: 4, median: 2.5, p90: expect.closeTo(3.7, 9) });
  });
});
