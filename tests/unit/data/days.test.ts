import { describe, expect, it } from 'vitest';
import { applyProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { asksNumbers, columnsOf, readingOf, withRole } from '../../../src/app/dataImport/reading.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { guessEvidence } from '../../../src/exchange/data/evidenceTable.ts';
import { guessSurvey } from '../../../src/exchange/data/guessSurvey.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, type MetricSettings, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { readPieces } from '../../../src/exchange/data/readPieces.ts';
import { readRows } from '../../../src/exchange/data/readRows.ts';
import { createDayReader } from '../../../src/exchange/data/readTime.ts';
import { readSurvey } from '../../../src/exchange/data/surveyTable.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { bareDocs } from '../../support/startDocs.ts';

async function daysOf(text: string, changes: Partial<MetricSettings> = {}) {
  const source = bytesAs('metrics.csv', text);
  const report = await inspectTable(source);
  const settings = { ...guessMetrics(report), ...changes };
  const { rows, unread } = await readMetrics(source, report, settings);
  const days = rows.map(({ period }) => period && `${period.from}${period.to === period.from ? '' : ` ${period.to}`}`);
  return { numbers: settings.numbers, days, unread: unread.length };
}

// 31 January 2026, 22:30 UTC, and a day later; 46053 is that day in Excel.
const [first, second] = [1_769_898_600, 1_769_985_000];
const table = (head: string, ...cells: (string | number)[]) =>
  `${head},Page,Views\n${cells.map((cell, at) => `${cell},/p${at},${at + 3}`).join('\n')}\n`;

describe('dates that are bare numbers', () => {
  it.each([
    ['seconds', 1],
    ['milliseconds', 1000],
    ['microseconds', 1_000_000],
  ])('WZ31 %s from 1970 are the days of a table of figures', async (numbers, by) => {
    const read = await daysOf(table('Date', first * by, second * by));
    expect(read).toEqual({ numbers, days: ['2026-01-31', '2026-02-01'], unread: 0 });
  });

  it('WZ31 days as Excel counts them are read under names of days, weeks and months, with their end', async () => {
    for (const head of ['Date', 'Week', 'Monat']) {
      const read = await daysOf(table(head, 46053, 46054.5));
      expect(read, head).toEqual({ numbers: 'excel', days: ['2026-01-31', '2026-02-01'], unread: 0 });
    }
    const ends = 'From,To,Page,Views\n46053,46059,/a,3\n46060,46066,/b,4\n';
    expect((await daysOf(ends)).days).toEqual(['2026-01-31 2026-02-06', '2026-02-07 2026-02-13']);
    // Such numbers under another name are values.
    expect((await daysOf(table('Cost', 46053, 46054))).numbers).toBeNull();
  });

  it('WZ31 what they count can be said otherwise, and a profile keeps it', async () => {
    const text = table('Date', first, second);
    expect(await daysOf(text, { numbers: null })).toEqual({ numbers: null, days: [], unread: 1 });
    const seen = await createDataApi().inspect(bytesAs('a.csv', text), 'UTC');
    if (!seen.ok) throw new Error(seen.code);
    const reading = readingOf(seen.value, 'metrics');
    if (reading.kind !== 'metrics') throw new Error('figures were expected');
    const date = columnsOf(seen.value)[0];
    if (date === undefined) throw new Error('no column');
    expect([reading.settings.from, asksNumbers(seen.value, reading)]).toEqual(['Date', true]);
    const again = withRole(withRole(reading, date, 'none'), date, 'from');
    expect(again.settings.numbers).toBe('seconds');
    for (const numbers of ['milliseconds', null] as const) {
      const said = { ...reading, settings: { ...reading.settings, numbers } };
      const profile = { ...profileOf('Pages', seen.value, said, {}, noMatching), id: 'pf_1', order: 'a0' };
      expect(applyProfile(profile, seen.value).reading.settings.numbers).toBe(numbers);
    }
  });

  it('WZ31 answers of a survey are dated by them', async () => {
    const source = bytesAs('nps.csv', `Date,How likely are you to recommend us?\n${first},9\n${second},3\n`);
    const report = await inspectTable(source);
    const { answers } = await readSurvey(source, report, guessSurvey(report));
    expect(answers.map(({ period }) => period)).toEqual([{ from: '2026-01-31', to: '2026-02-01' }]);
  });
});

describe('the day of a time with an offset', () => {
  const readDay = createDayReader({ order: 'monthFirst', numbers: null });

  it.each([
    ['2026-01-31 23:30-05:00', '2026-01-31'],
    ['2026-02-01T00:30:00+09:00', '2026-02-01'],
    ['2026-01-31T23:30:00.5+0530', '2026-01-31'],
    ['2026-01-31 23:30 EST', '2026-01-31'],
    ['1/31/2026 11:30 PM PST', '2026-01-31'],
    ['Sat, 31 Jan 2026 23:30:00 -0800', '2026-01-31'],
    ['2026-01-31T23:30:00Z', '2026-01-31'],
    ['2026-01-31 23:30', '2026-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31 23:30 XYZ', null],
    ['2026-02-30', null],
    ['soon', null],
  ])('WZ32 %s is the day that it names', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  it('WZ32 figures, answers and evidence are of that day', async () => {
    const [late, early] = ['2026-01-31 23:30-05:00', '2026-02-01 00:10+09:00'];
    expect((await daysOf(table('Date', late, early))).days).toEqual(['2026-01-31', '2026-02-01']);
    const answers = bytesAs('nps.csv', `Date,How likely are you to recommend us?\n${late},9\n${early},3\n`);
    const survey = await inspectTable(answers);
    const said = await readSurvey(answers, survey, guessSurvey(survey));
    expect(said.answers[0]?.period).toEqual({ from: '2026-01-31', to: '2026-02-01' });
    const voices = bytesAs(
      'voices.csv',
      `Comment,Date\nIt took so very long,${late}\nIt was quick and good,${early}\n`,
    );
    const report = await inspectTable(voices);
    const rows = await readRows(voices, report, 10);
    const { pieces } = readPieces(rows, guessEvidence(report), '.', bareDocs());
    expect(pieces.map(({ fields }) => fields.date)).toEqual(['2026-01-31', '2026-02-01']);
  });
});
