import { describe, expect, it } from 'vitest';
import { asksNumbers, readingOf } from '../../../src/app/dataImport/reading.ts';
import { cellReader } from '../../../src/app/dataImport/understoodCells.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';

const api = createDataApi();

async function seenOf(text: string, overrides = {}) {
  const found = await api.inspect(bytesAs('file.csv', text), 'UTC', overrides);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

/** Kinds of spaces are the browser's business. */
const plain = (text: string | null) => text?.replace(/[\u202f\u2009]/g, ' ') ?? null;
const log = 'case_id,activity,timestamp\n1,Look,2026-03-29 01:30\n1,Buy,2026-03-29 12:00+02:00\n2,Look,soon\n';

describe('what cells of a preview were read as', () => {
  it('WZ27 a time without a zone is an instant of the zone that is chosen, one with a zone is not moved, and what is no time says so', async () => {
    const seen = await seenOf(log);
    const reading = readingOf(seen, 'events');
    if (reading.kind !== 'events') throw new Error('events were expected');
    const inZone = (zone: string) => {
      const read = cellReader(seen, { ...reading, settings: { ...reading.settings, zone } }, 'en');
      return ['2026-03-29 01:30', '2026-03-29 12:00+02:00', 'soon', ''].map((cell) => plain(read('time', cell)));
    };
    const fixed = 'Mar 29, 2026, 10:00 AM UTC';
    expect(inZone('UTC')).toEqual(['Mar 29, 2026, 1:30 AM UTC', fixed, 'unread', null]);
    expect(inZone('Asia/Bangkok')).toEqual(['Mar 28, 2026, 6:30 PM UTC', fixed, 'unread', null]);
  });

  it('WZ27 days and numbers follow the order and the decimal sign that are chosen', async () => {
    const table = 'place;value;period\nShop;1.234;03/04/2026\nTill;2,5;05/04/2026\n';
    const of = async (decimal: string, order: 'dayFirst' | 'monthFirst' | null) => {
      const seen = await seenOf(table, { decimal });
      const reading = readingOf(seen, 'metrics');
      if (reading.kind === 'events' || reading.kind === 'survey') throw new Error('values were expected');
      const read = cellReader(seen, { ...reading, settings: { ...reading.settings, order } }, 'en');
      return [read('value', '1.234'), read('value', '7'), read('from', '03/04/2026'), plain(read('from', '2026-Q1'))];
    };
    const quarter = 'Jan 1 – Mar 31, 2026';
    expect(await of(',', 'dayFirst')).toEqual(['1,234', null, 'Apr 3, 2026', quarter]);
    expect(await of('.', 'monthFirst')).toEqual(['1.234', null, 'Mar 4, 2026', quarter]);
    // What is asked about is not read yet.
    expect((await of('.', null))[2]).toBeNull();
  });

  it('WZ100 days that are counted from the first of a report are told as the days they are read as, and nothing is asked of their numbers', async () => {
    const lines = (...days: string[]) =>
      `Nth day,Active users\n${days.map((day, at) => `${day},${at + 3}`).join('\n')}\n`;
    const seen = await seenOf(`# Start date: 20250130\n# End date: 20250202\n${lines('0000', '0001', '0003', '')}`);
    const reading = readingOf(seen, 'analytics');
    const read = cellReader(seen, reading, 'en');
    expect(['0000', '0001', '\u200B0003', 'Total', ''].map((cell) => read('from', cell))).toEqual([
      ...['Jan 30, 2025', 'Jan 31, 2025', 'Feb 2, 2025'],
      ...['unread', null],
    ]);
    expect(asksNumbers(seen, reading)).toBe(false);
    // Of another column of numbers it is open, and so it is where no line says the first day.
    const bare = await seenOf(lines('0000', '0001'));
    expect(cellReader(bare, readingOf(bare, 'analytics'), 'en')('from', '0001')).toBe('unread');
    const excel = await seenOf('Touchpoint,Conversion,Date\nShop,5,46000\nTill,6,46001\n');
    const metrics = readingOf(excel, 'metrics');
    if (metrics.kind !== 'metrics') throw new Error('values were expected');
    expect(asksNumbers(excel, { ...metrics, settings: { ...metrics.settings, from: 'Date' } })).toBe(true);
  });
});
