import { describe, expect, it } from 'vitest';
import { guessCounts, valuesByKpi } from '../../../src/app/dataImport/guessKpi.ts';
import { isWrittenOtherwise, pickOf } from '../../../src/app/dataImport/kpiPicks.ts';
import { cellReader } from '../../../src/app/dataImport/understoodCells.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { readDuration } from '../../../src/exchange/data/readNumber.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { bareDocs } from '../../support/startDocs.ts';

async function read(text: string) {
  const source = bytesAs('figures.csv', text);
  const report = await inspectTable(source);
  const settings = guessMetrics(report);
  return { settings, ...(await readMetrics(source, report, settings)) };
}

describe('durations', () => {
  it.each([
    ['00:05:00', 1 / 12],
    ['123:30:00', 123.5],
    ['-0:00:36', -0.01],
    ['0:00:01,8', 0.0005],
    ['05:30', null],
    ['00:61:00', null],
    ['00:05:00 PM', null],
  ])('I82 %s is %s hours', (cell, hours) => {
    if (hours === null) expect(readDuration(cell)).toBeNull();
    else expect(readDuration(cell)).toBeCloseTo(hours, 12);
  });

  it('I82 a column of them becomes a KPI in hours, and a figure among them is listed', async () => {
    const text = 'Step,Calls,Talk time (sec)\nA,10,00:06:00\nB,12,01:30:00\nC,12,00:12:00\nD,9,00:00:36\nE,9,120\n';
    const { rows, unread } = await read(text);
    const values = valuesByKpi(rows).get('Talk time (sec)');
    expect(values?.values.map((value) => Math.round(value * 1000) / 1000)).toEqual([0.1, 1.5, 0.2, 0.01]);
    expect(unread).toEqual([{ column: 'Talk time (sec)', role: 'value', count: 1, line: 6, example: '120' }]);
    if (values === undefined) throw new Error('values were expected');
    expect(guessCounts('Talk time (sec)', values)).toMatchObject({ unit: 'hours', rollUp: 'weightedMean' });
    // They are in hours already, whatever the name says of its figures.
    const { library } = bareDocs();
    const pick = pickOf('own', 'Talk time (sec)', values, library);
    expect(pick.factor).toBe(1);
    // The next file writes plain seconds under the same name, which is asked about, and the other way round.
    const plain = { values: [360], hasN: false };
    expect(isWrittenOtherwise({ ...pick, written: 'durations' }, 'Talk time (sec)', plain, library)).toBe(true);
    expect(isWrittenOtherwise({ ...pick, written: 'plain' }, 'Talk time (sec)', values, library)).toBe(true);
    expect(isWrittenOtherwise({ ...pick, written: 'durations' }, 'Talk time (sec)', values, library)).toBe(false);
  });

  it('I82 two parts that may be minutes or hours are listed, and no place is taken for them', async () => {
    const { rows, unread, settings } = await read('Step,Calls,Talk time\nA,10,05:00\nB,12,06:30\n');
    expect([settings.place, rows.map(({ kpi }) => kpi)]).toEqual(['Step', ['Calls', 'Calls']]);
    expect(unread).toEqual([{ column: 'Talk time', role: 'value', count: 2, line: 2, example: '05:00' }]);
  });

  it('I82 the time of a day is none, and the preview says what each is read as', async () => {
    expect((await read('Step,Start time,Calls\nA,09:00:00,10\nB,10:00:00,12\n')).settings.values).toEqual(['Calls']);
    const file = bytesAs('a.csv', 'Step,Calls,Talk time\nA,10,00:06:00\nB,12,01:30:00\n');
    const seen = await createDataApi().inspect(file, 'UTC');
    if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
    const understood = cellReader(seen.value, { kind: 'metrics', settings: seen.value.metrics }, 'en');
    expect([understood('value', '01:30:00'), understood('value', '05:30')]).toEqual(['1.5 hr', 'unread']);
  });
});
