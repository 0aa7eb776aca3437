import { describe, expect, it } from 'vitest';
import { guessDecimal, isBlank, readNumber } from '../../../src/exchange/data/readNumber.ts';
import { createTimeReader, guessTimes, type TimeSettings } from '../../../src/exchange/data/readTime.ts';

const settings: TimeSettings = { order: 'dayFirst', numbers: null, zone: 'UTC' };
const readAs = (cell: string, changes: Partial<TimeSettings> = {}) => {
  const time = createTimeReader({ ...settings, ...changes })(cell);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

describe('numbers', () => {
  it.each([
    ['12', '.', 12],
    ['157.0', '.', 157],
    ['1,234.5', '.', 1234.5],
    ['1,234,567', '.', 1234567],
    ['1.234,5', ',', 1234.5],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234\u202f567,25', ',', 1234567.25],
    ["1'234.5", '.', 1234.5],
    ['-3,5', ',', -3.5],
    ['−3', '.', -3],
    ['+4', '.', 4],
    ['(12.5)', '.', -12.5],
    ['0.18%', '.', 0.0018],
    ['12,5 %', ',', 0.125],
    ['$1,200.50', '.', 1200.5],
    ['1.200,50 €', ',', 1200.5],
    ['฿300', '.', 300],
    ['2.05301E+18', '.', 2.05301e18],
    ['.5', '.', 0.5],
  ] as const)('I5 %s with the decimal mark %s is %d', (cell, decimal, value) => {
    expect(readNumber(cell, decimal)).toBeCloseTo(value, 10);
  });

  it.each([
    '',
    ' ',
    'abc',
    '12 apples',
    '1,23,4',
    '1.2.3',
    '12-13',
    '1,5',
    '--',
    '%',
    '1 2',
    '5/10',
    'Infinity',
    '0x10',
  ])('I5 %j is no number, and not 0', (cell) => {
    expect(readNumber(cell, '.')).toBeNull();
  });

  it('I5 blanks of many kinds say that there is no value', () => {
    for (const cell of ['', ' ', 'NA', 'n/a', '-', '—', 'null', '(not set)', '#N/A', 'NaN'])
      expect(isBlank(cell)).toBe(true);
    for (const cell of ['0', 'no', 'x', 'Nancy', '-1']) expect(isBlank(cell)).toBe(false);
  });

  it('I5 the decimal mark follows from the cells; where they fit both readings it is said', () => {
    expect(guessDecimal([['1,5', '2,25']], '.')).toEqual({ decimal: ',', sure: true });
    expect(guessDecimal([['1.234,5', '12']], '.')).toEqual({ decimal: ',', sure: true });
    expect(guessDecimal([['1,234', '12.5']], ',')).toEqual({ decimal: '.', sure: true });
    expect(guessDecimal([['1,234', '2,345']], '.')).toEqual({ decimal: '.', sure: false });
    expect(guessDecimal([['12', '13', 'x']], '.')).toEqual({ decimal: '.', sure: true });
  });
});

describe('times', () => {
  it.each([
    ['2011-10-11 13:45:40.276000+02:00', '2011-10-11T11:45:40.276Z'],
    ['2017-01-02T11:41:53Z', '2017-01-02T11:41:53.000Z'],
    ['2019-10-01 00:00:00 UTC', '2019-10-01T00:00:00.000Z'],
    ['2014/10/22 11:15:41.000', '2014-10-22T11:15:41.000Z'],
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['20260131', '2026-01-31T00:00:00.000Z'],
    ['20260131T101500Z', '2026-01-31T10:15:00.000Z'],
    ['2026-03-01T10:00+0530', '2026-03-01T04:30:00.000Z'],
    ['2026-03-01 10:00 EST', '2026-03-01T15:00:00.000Z'],
    ['31.12.2025 23:59', '2025-12-31T23:59:00.000Z'],
    ['3/4/26', '2026-04-03T00:00:00.000Z'],
    ['03/04/2026 1:05 pm', '2026-04-03T13:05:00.000Z'],
    ['03/04/2026 12:05 AM', '2026-04-03T00:05:00.000Z'],
    ['3 Jan 2026', '2026-01-03T00:00:00.000Z'],
    ['January 3, 2026 10:00', '2026-01-03T10:00:00.000Z'],
    ['29-FEB-2024', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29 10:00:00', '2024-02-29T10:00:00.000Z'],
    ['3. März 2026', '2026-03-03T00:00:00.000Z'],
    ['Di., 3. März 2026 10:30', '2026-03-03T10:30:00.000Z'],
    ['1 févr. 2026', '2026-02-01T00:00:00.000Z'],
    ['3 de enero de 2026', '2026-01-03T00:00:00.000Z'],
    ['5 января 2026 г.', '2026-01-05T00:00:00.000Z'],
    ['5 ม.ค. 2569', '2026-01-05T00:00:00.000Z'],
    ['2026年1月5日 10:30', '2026-01-05T10:30:00.000Z'],
  ])('I6 %s is %s', (cell, instant) => {
    expect(readAs(cell)).toBe(instant);
  });

  it.each([
    '2002-0530T09:30:10Z',
    '2026-02-30',
    '2026-02-30 10:00:00',
    '31/31/2026',
    '?',
    'soon',
    '2026-01-01 25:00',
    '13:00 pm',
    '12',
    '2026-01-01 10:00 XYZ',
    '3 Quartal 2026',
    '31. April 2026',
  ])('I6 %s is no time', (cell) => {
    expect(readAs(cell)).toBeNull();
  });

  it('I6 month first when that is said', () => {
    expect(readAs('03/04/2026', { order: 'monthFirst' })).toBe('2026-03-04T00:00:00.000Z');
    expect(readAs('25/04/2026', { order: 'monthFirst' })).toBeNull();
  });

  it.each([
    ['seconds', '1609459200.5', '2021-01-01T00:00:00.500Z'],
    ['milliseconds', '1609459200500', '2021-01-01T00:00:00.500Z'],
    ['microseconds', '1609459200500000', '2021-01-01T00:00:00.500Z'],
    ['nanoseconds', '1609459200500000000', '2021-01-01T00:00:00.500Z'],
    ['excel', '44197.5', '2021-01-01T12:00:00.000Z'],
    ['excel', '44197,25', '2021-01-01T06:00:00.000Z'],
  ] as const)('I6 numbers counting %s are told by their size', (numbers, cell, instant) => {
    expect(guessTimes([cell, cell])).toMatchObject({ numbers, share: 1 });
    expect(readAs(cell, { numbers })).toBe(instant);
  });

  it('I6 the order of day and month follows from the cells; where none settles it, it has to be asked', () => {
    expect(guessTimes(['03/04/2026', '25/04/2026'])).toMatchObject({ order: 'dayFirst', share: 1 });
    expect(guessTimes(['03/04/2026', '04/25/2026'])).toMatchObject({ order: 'monthFirst', share: 1 });
    expect(guessTimes(['03.04.2026', '04.04.2026'])).toMatchObject({ order: 'either', example: '03.04.2026' });
    expect(guessTimes(['2026-01-01'])).toMatchObject({ order: null, zones: 'none' });
    expect(guessTimes(['2026-01-01 10:00+01:00', '2026-01-01 10:00'])).toMatchObject({ zones: 'some' });
  });

  it('I7 zones and daylight saving: instants, not walls, are compared', () => {
    const berlin = { zone: 'Europe/Berlin' };
    expect(readAs('2026-01-15 12:00:00', berlin)).toBe('2026-01-15T11:00:00.000Z');
    expect(readAs('2026-07-15 12:00:00', berlin)).toBe('2026-07-15T10:00:00.000Z');
    expect(readAs('2026-03-29 01:59:59', berlin)).toBe('2026-03-29T00:59:59.000Z');
    expect(readAs('2026-03-29 03:00:00', berlin)).toBe('2026-03-29T01:00:00.000Z');
    // An hour that there was not, and one that came twice.
    expect(readAs('2026-03-29 02:30:00', berlin)).toBe('2026-03-29T01:30:00.000Z');
    expect(readAs('2026-10-25 02:30:00', berlin)).toBe('2026-10-25T00:30:00.000Z');
    expect(readAs('2026-10-25 03:00:00', berlin)).toBe('2026-10-25T02:00:00.000Z');
    expect(readAs('2026-07-15 12:00:00', { zone: 'Asia/Bangkok' })).toBe('2026-07-15T05:00:00.000Z');
    expect(readAs('2026-07-15 12:00:00', { zone: 'America/New_York' })).toBe('2026-07-15T16:00:00.000Z');
    expect(readAs('2026-07-15 12:00:00Z', berlin)).toBe('2026-07-15T12:00:00.000Z');
  });
});
