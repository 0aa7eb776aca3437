import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { spreadOf } from '../../../src/analysis/data/quantiles.ts';
import type { ByteSource } from '../../../src/exchange/data/byteBlocks.ts';
import { inspectTable, type TableSettings } from '../../../src/exchange/data/inspectTable.ts';
import { readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { readRows } from '../../../src/exchange/data/readRows.ts';
import { readTable } from '../../../src/exchange/data/readTable.ts';
import { inspectXes, readXes } from '../../../src/exchange/data/readXes.ts';
import { createRowSplitter } from '../../../src/exchange/data/splitRows.ts';
import { readSurvey } from '../../../src/exchange/data/surveyTable.ts';
import { bytesAs, gzipped, inCodePage, inUtf16 } from '../../support/bytesAs.ts';
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

const letters = {
  'utf-8': ['ж', 'é', '日本', '😀'],
  'utf-16le': ['ж', 'é', '日本', '😀'],
  'utf-16be': ['ж', 'é', '日本', '😀'],
  'windows-1251': ['ж', 'Ё', 'Я'],
  'windows-1252': ['é', 'ß', '»'],
} as const;
type AnyEncoding = keyof typeof letters;

/** A text as the bytes of a file in an encoding. */
function encoded(text: string, encoding: AnyEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return inUtf16(text, encoding === 'utf-16be');
  return inCodePage(text, encoding);
}

/** A table that can be read as events, figures, answers and evidence alike. */
const anyTable = fc.constantFrom(...(Object.keys(letters) as AnyEncoding[])).chain((encoding) => {
  const word = fc
    .array(fc.constantFrom<string>(...letters[encoding], 'a', 'b', ' ', ',', '"', '\n', '#'), { maxLength: 5 })
    .map((parts) => `w${parts.join('')}`);
  const row = fc.tuple(
    ...[fc.constantFrom('1', '2', 'c'), word, fc.constantFrom('2026-01-02T10:00:00Z', '2026-01-03', 'soon', '')],
    ...[fc.constantFrom('0', '5', '10', 'nine', ''), fc.constantFrom('1', '5 - good', 'NA'), word],
    ...[fc.constantFrom('12', '1.5', '40%', 'none', '')],
  );
  return fc.record({ encoding: fc.constant(encoding), rows: fc.array(row, { minLength: 1, maxLength: 8 }) });
});

describe('every kind of file', () => {
  const columns = ['case_id', 'page', 'time', 'nps', 'csat', 'comment', 'views'];
  const day = { order: 'dayFirst', numbers: null } as const;
  const nothing = { channel: null, device: null, persona: null };
  const scores = [
    { column: 'nps', measure: 'nps', scale: { least: 0, greatest: 10 } },
    { column: 'csat', measure: 'csat', scale: { least: 1, greatest: 5 } },
  ] as const;

  /** All that can be read from a file. */
  async function everything(source: ByteSource, said: Partial<TableSettings>, blockSize?: number) {
    const report = await inspectTable(source, said);
    const options = blockSize === undefined ? {} : { blockSize };
    const log = await readEventTable(
      source,
      report,
      { ...settings, ...day, roles: { case: 'case_id', time: 'time' }, activity: ['page'] },
      options,
    );
    const metrics = {
      place: 'page',
      ...nothing,
      kpi: null,
      values: ['views'],
      n: null,
      nOf: {},
      from: 'time',
      to: null,
    };
    const survey = { scores, comments: ['comment'], place: 'page', ...nothing, date: 'time', byMonth: true, ...day };
    return {
      log: countLog(log.columns),
      leftOut: log.leftOut,
      metrics: await readMetrics(source, report, { ...metrics, period: null, nthDay: false, ...day }, options),
      survey: await readSurvey(source, report, survey, options),
      evidence: await readRows(source, report, 9, options),
    };
  }

  it('I15 what is read of a table does not depend on its encoding, on gzip or on how its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 4, max: 60 }),
        async ({ encoding, rows }, isPacked, piece, blockSize) => {
          // One time at least can be read.
          const all = [columns, ['1', 'w', '2026-01-02', '5', '1', 'w', '12'], ...rows];
          const text = all.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
          const said = { delimiter: ',', headerRows: 1, decimal: '.', comments: false } as const;
          const plain = await everything(bytesAs('table.csv', text), { ...said, encoding: 'utf-8' });
          const bytes = encoded(text, encoding);
          const source = bytesAs('table.csv', isPacked ? gzipped(bytes) : bytes, piece);
          const found = await everything(source, { ...said, encoding }, blockSize);
          expect(plain.evidence.counts.rows).toBe(rows.length + 1);
          const told = (all: typeof plain) => JSON.parse(JSON.stringify(all, asPlain).replaceAll(encoding, 'utf-8'));
          expect(told(found)).toEqual(told(plain));
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Maps as lists, so that they can be told as JSON. */
const asPlain = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);

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
