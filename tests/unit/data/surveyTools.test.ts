import { describe, expect, it } from 'vitest';
import { type ScoreDefinition, scoreOf } from '../../../src/analysis/data/surveyScores.ts';
import { surveyFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { definitionOf, usualScore } from '../../../src/app/dataImport/scoreKpis.ts';
import { guessSurvey } from '../../../src/exchange/data/guessSurvey.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { answerOf, readSurvey, type SurveySettings } from '../../../src/exchange/data/surveyTable.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function survey(text: string, changes: Partial<SurveySettings> = {}) {
  const source = bytesAs('survey.csv', text);
  const report = await inspectTable(source);
  const settings = { ...guessSurvey(report), ...changes };
  return { settings, ...(await readSurvey(source, report, settings)) };
}
const scalesOf = async (text: string) =>
  (await survey(text)).settings.scores.map(({ column, measure, scale }) => [
    column,
    measure,
    `${scale.least}-${scale.greatest}`,
  ]);

describe('answers with words', () => {
  it.each([
    ['Not at all likely - 0', 0],
    ['Extremely likely - 10', 10],
    ['Very satisfied (5)', 5],
    ['5 - very satisfied', 5],
    ['Called me on day 3', null],
    ['Total responses: 3', null],
    ['2026-01-05', null],
    ['no answer-3', null],
    ['room 4 - floor 2', null],
  ])('I61 "%s" is %s', (cell, value) => {
    expect(answerOf(cell, '.')).toBe(value);
  });

  it('I61 both ends of a scale count', async () => {
    const { answers } = await survey('NPS\nNot at all likely - 0\n7\n8\n9\n6\nExtremely likely - 10\n');
    expect(answers.map((each) => [[...each.answers.keys()].sort((a, b) => a - b), each.unread])).toEqual([
      [[0, 6, 7, 8, 9, 10], 0],
    ]);
    expect(await scalesOf('How was it?\nx\n')).toEqual([]);
    const words = 'Satisfaction\nVery satisfied (5)\nNeither (3)\nVery satisfied (5)\n';
    expect(await scalesOf(words)).toEqual([['Satisfaction', 'csat', '1-5']]);
  });
});

describe('exports of Qualtrics', () => {
  const header = ['Status,Q1_NPS', '"Response Type","How likely are you to recommend us?"'].join('\n');
  const ids = ['status', 'QID1'].map((id) => `"{""ImportId"":""${id}""}"`).join(',');

  it('I62 previews, tests and spam are left out where the status is a number too', async () => {
    const codes = [0, 1, 2, 4, 8, 9, 12, 16, 17, 32, 40];
    const rows = codes.map((code) => `${code},${code === 4 ? 9 : 0}`).join('\n');
    const { answers, tests } = await survey(`${header}\n${ids}\n${rows}\n`);
    expect([answers.map((each) => [...each.answers]), tests]).toEqual([
      [
        [
          [0, 3],
          [9, 1],
        ],
      ],
      7,
    ]);
    const plain = await survey('Status,NPS\n1,9\n2,8\n');
    expect(plain.tests).toBe(0);
  });
});

describe('scales of satisfaction', () => {
  it.each([
    ['Satisfaction\n5\n4\n0\n2\n', '0-5'],
    ['CSAT (1-4)\n4\n3\n1\n2\n', '1-4'],
    ['Satisfaction from 1 to 6\n6\n3\n1\n2\n', '1-6'],
    ['Zufriedenheit 1 bis 6\n5\n3\n1\n2\n', '1-6'],
    ['Satisfaction (0-10)\n5\n3\n1\n2\n', '0-10'],
    ['CSAT\n4\n3\n1\n2\n', '1-5'],
    // The answers are beyond it.
    ['CSAT (1-4)\n7\n3\n1\n2\n', '1-7'],
    ['CSAT 2025-10\n4\n3\n1\n2\n', '1-5'],
  ])('WZ114 %j is on %s', async (text, scale) => {
    const [score] = await scalesOf(text);
    expect(score?.slice(1)).toEqual(['csat', scale]);
  });

  it('WZ114 where the lowest is best its share and its mean say so', () => {
    const grades = { column: 'Schulnote Zufriedenheit', measure: 'csat', scale: { least: 1, greatest: 6 } } as const;
    const definition = definitionOf(grades, usualScore(grades));
    const answers = new Map([
      [1, 2],
      [2, 1],
      [3, 3],
      [6, 2],
    ]);
    expect(scoreOf(answers, definition)).toEqual({ value: 37.5, n: 8, outside: 0 });
    const other: ScoreDefinition = { measure: 'csat', as: 'topTwoBox', scale: grades.scale };
    expect(scoreOf(answers, other)?.value).toBe(25);
    expect(definitionOf({ ...grades, column: 'CSAT' }, usualScore({ ...grades, column: 'CSAT' }))).toEqual(other);
  });
});

describe('dates of answers', () => {
  const rows = [
    '2026-01-05,9',
    '2026-01-06,9',
    '2026-02-07,0',
    '2026-02-30,0',
    ',10',
    ...Array(6).fill('2026-02-08,9'),
  ];
  const text = `Submitted,NPS\n${rows.join('\n')}\n`;
  const figures = (answers: Awaited<ReturnType<typeof survey>>['answers'], byMonth: boolean) =>
    surveyFigures(answers, () => ({ placeId: 'mp_1', toId: null }), new Map([['NPS', { measure: 'nps' }]]), {
      byMonth,
      period: { from: '2026-03-01', to: '2026-03-31' },
    });

  it('WZ116 one that cannot be read is said with its line', async () => {
    const { unreadDates, answers, said } = await survey(text);
    expect(unreadDates).toEqual({ column: 'Submitted', role: 'date', count: 1, line: 5, example: '2026-02-30' });
    expect(figures(answers, false).series[0]?.points.map(({ n }) => n)).toEqual([11]);
    expect(said).toMatchObject([{ rows: 11 }]);
  });

  it('WZ116 by month an answer without a date is of no month; it is left out, counted and no row that was taken', async () => {
    const { answers, said } = await survey(text, { byMonth: true });
    const { series, undated } = figures(answers, true);
    expect(series[0]?.points.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2026-01-01', '2026-01-31', 2],
      ['2026-02-01', '2026-02-28', 7],
    ]);
    expect([undated, said[0]?.rows]).toEqual([2, 9]);
  });
});

describe('columns of a survey', () => {
  it('WZ117 groups beside the score that they were made of are no second score, whatever their heading', async () => {
    const text = (heading: string, group: string) =>
      `NPS,${heading}\n9,Promoter\n7,Passive\n0,${group}\n,Promoter\n10,Promoter\n`;
    for (const heading of ['NPS category', 'NPS Group', 'Segment'])
      expect((await scalesOf(text(heading, 'Detractor'))).map(([column]) => column)).toEqual(['NPS']);
    // Of another question they are another score.
    expect((await scalesOf(text('Group of the shop', 'Promoter'))).map(([column]) => column)).toEqual([
      'NPS',
      'Group of the shop',
    ]);
  });

  it.each([
    ['Recommanderiez-vous notre service ?', 'Commentaire', 'Lent'],
    ['Würden Sie uns empfehlen?', 'Kommentar', 'Langsam'],
    ['Würden Sie uns weiterempfehlen?', 'Grund', 'Langsam'],
    ['¿Nos recomendaría?', 'Comentario', 'Lento'],
  ])('I64 %s and %s are known', async (question, comment, text) => {
    const { settings } = await survey(`Datum,${question},${comment}\n2026-01-02,9,${text}\n2026-01-03,0,\n`);
    expect([settings.scores.map(({ measure }) => measure), settings.comments, settings.date]).toEqual([
      ['nps'],
      [comment],
      'Datum',
    ]);
  });
});
