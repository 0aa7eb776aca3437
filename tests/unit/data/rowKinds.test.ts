import { describe, expect, it } from 'vitest';
import { type ScoreDefinition, scoreOf } from '../../../src/analysis/data/surveyScores.ts';
import { missingFor, readingOf, withRole } from '../../../src/app/dataImport/reading.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { guessKind, kindReasonTexts } from '../../../src/exchange/data/guessKind.ts';
import { guessSurvey } from '../../../src/exchange/data/guessSurvey.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, type MetricSettings, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { readPeriod } from '../../../src/exchange/data/readPeriod.ts';
import { readSurvey, type SurveySettings } from '../../../src/exchange/data/surveyTable.ts';
import { fillText } from '../../../src/exchange/fillText.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';

async function survey(text: string, changes: Partial<SurveySettings> = {}) {
  const source = bytesAs('survey.csv', text);
  const report = await inspectTable(source);
  const settings = { ...guessSurvey(report), ...changes };
  return { kind: guessKind(report), settings, ...(await readSurvey(source, report, settings)) };
}

async function metrics(text: string, changes: Partial<MetricSettings> = {}, table?: number) {
  const source = bytesAs('metrics.csv', text);
  const report = await inspectTable(source, table === undefined ? {} : { table });
  const settings = { ...guessMetrics(report), ...changes };
  const read = await readMetrics(source, report, settings);
  return {
    kind: guessKind(report),
    settings,
    ...read,
    plain: read.rows.map(({ place, kpi, value, n, period }) => [
      place,
      kpi,
      value,
      n,
      period?.from ?? null,
      period?.to ?? null,
    ]),
  };
}

const answers = (counts: Record<number, number>) =>
  new Map(Object.entries(counts).map(([value, n]) => [Number(value), n]));
const five = { least: 1, greatest: 5 };
const seven = { least: 1, greatest: 7 };

describe('scores by their published formulas', () => {
  it.each([
    // 70 promoters, 20 passives, 10 detractors of 100: 70 - 10.
    ['NPS', { measure: 'nps' }, { 10: 50, 9: 20, 8: 15, 7: 5, 6: 4, 0: 6 }, 60, 100],
    ['NPS below zero', { measure: 'nps' }, { 9: 1, 6: 3 }, -50, 4],
    // 140 of 200 answers are 4 or 5.
    [
      'CSAT, top two',
      { measure: 'csat', as: 'topTwoBox', scale: five },
      { 5: 90, 4: 50, 3: 30, 2: 20, 1: 10 },
      70,
      200,
    ],
    ['CSAT, mean', { measure: 'csat', as: 'mean', scale: five }, { 5: 2, 4: 1, 2: 1 }, 4, 4],
    ['CSAT of seven, top two', { measure: 'csat', as: 'topTwoBox', scale: seven }, { 7: 1, 6: 1, 5: 2 }, 50, 4],
    ['CES 2.0, mean', { measure: 'ces', as: 'mean', scale: seven, best: 'high' }, { 7: 3, 5: 1 }, 6.5, 4],
    [
      'CES 2.0, share that agrees',
      { measure: 'ces', as: 'share', scale: seven, best: 'high' },
      { 7: 1, 5: 2, 4: 4, 1: 1 },
      37.5,
      8,
    ],
    [
      'CES 1.0, share with little effort',
      { measure: 'ces', as: 'share', scale: five, best: 'low' },
      { 1: 3, 2: 1, 3: 2, 5: 2 },
      50,
      8,
    ],
  ] as [string, ScoreDefinition, Record<number, number>, number, number][])(
    'I19 %s',
    (_, definition, counts, value, n) => {
      expect(scoreOf(answers(counts), definition)).toEqual({ value, n, outside: 0 });
    },
  );

  it('I19 answers off the scale are left out of n and counted; no answers make no score', () => {
    expect(scoreOf(answers({ 10: 3, 11: 2, 6.5: 1 }), { measure: 'nps' })).toEqual({ value: 100, n: 3, outside: 3 });
    expect(scoreOf(answers({}), { measure: 'nps' })).toBeNull();
    expect(scoreOf(answers({ 9: 2 }), { measure: 'csat', as: 'mean', scale: five })).toBeNull();
  });
});

describe('survey answers', () => {
  it('I20 a file of R: row names, NA bare; blanks and NA are no answers', async () => {
    const {
      kind,
      settings,
      answers: read,
      comments,
    } = await survey(
      '"","date","touchpoint","nps","comment"\n"1","2026-01-02","Checkout",9,"Fast, and ""easy"""\n"2","2026-01-03","Checkout",NA,NA\n' +
        '"3","2026-01-04","Delivery",3,"Came late"\n"4",NA,"Delivery",,""\n"5","2026-01-05","Delivery",x,""\n',
    );
    expect(kind).toMatchObject({ kind: 'survey', sure: true });
    expect(settings).toMatchObject({ place: 'touchpoint', date: 'date', comments: ['comment'] });
    expect(
      read.map((group) => [group.place, [...group.answers], group.unread, group.firstUnread?.line ?? null]),
    ).toEqual([
      ['Checkout', [[9, 1]], 0, null],
      ['Delivery', [[3, 1]], 1, 6],
    ]);
    expect(comments).toMatchObject([
      { text: 'Fast, and "easy"', question: 'comment', place: 'Checkout', date: '2026-01-02', score: 9, line: 2 },
      { text: 'Came late', question: 'comment', place: 'Delivery', date: '2026-01-04', score: 3, line: 4 },
    ]);
  });

  it('I20 Qualtrics: three header rows; previews are left out, "IP Address" is a normal answer; a group says nothing more', async () => {
    const header =
      'StartDate,Status,Q1_NPS_GROUP,Q1,Q2\n"Start Date","Response Type","How likely are you to recommend us? - Group","How likely are you\nto recommend us?","Why is that?"\n' +
      ['startDate', 'status', 'QID1_GROUP', 'QID1', 'QID2_TEXT'].map((id) => `"{""ImportId"":""${id}""}"`).join(',');
    const {
      settings,
      answers: read,
      comments,
      tests,
      kind,
    } = await survey(
      `${header}\n2026-02-01 10:00:00,IP Address,Promoter,10,Lovely\n2026-02-01 11:00:00,Survey Preview,Detractor,0,testing\n2026-02-02 11:00:00,IP Address,Detractor,4,\n`,
    );
    expect(kind.kind).toBe('survey');
    expect(settings.scores).toEqual([{ column: 'Q1', measure: 'nps', scale: { least: 0, greatest: 10 } }]);
    expect([...(read[0]?.answers ?? [])]).toEqual([
      [10, 1],
      [4, 1],
    ]);
    expect([tests, comments.map(({ text }) => text)]).toEqual([1, ['Lovely']]);
  });

  it('I20 SurveyMonkey: two header rows, values with words', async () => {
    const {
      settings,
      answers: read,
      comments,
    } = await survey(
      'Respondent ID,Start Date,How satisfied are you?,How easy was it to order?,What should we do better?\n,,Response,Response,Open-Ended Response\n' +
        '11,01/25/2026 10:00,5 - Very satisfied,7,Nothing at all\n12,01/26/2026 10:00,2 - Dissatisfied,1,\n',
    );
    expect(settings.scores.map(({ column, measure, scale }) => [column, measure, scale.greatest])).toEqual([
      ['How satisfied are you?', 'csat', 5],
      ['How easy was it to order?', 'ces', 7],
    ]);
    expect([...(read[0]?.answers.keys() ?? [])]).toEqual([5, 2]);
    expect(comments).toMatchObject([{ text: 'Nothing at all', date: '2026-01-25', score: 5 }]);
  });
});

describe('figures', () => {
  it('I20 Hotjar: every cell quoted, the question is the header, its tags are no comments', async () => {
    const [nps, why] = ['How likely are you to recommend us to a friend?', 'What could we do better?'];
    const about = [
      'Number',
      'User',
      'Date Submitted',
      'Country',
      'Source URL',
      'Device',
      'Browser',
      'OS',
      'Hotjar User ID',
    ];
    const rows = [
      [...about, nps, `Tags for: ${nps}`, why, `Tags for: ${why}`],
      [
        '1',
        'a1',
        '2025-01-03 10:11:12',
        'DE',
        'https://shop.example/pay',
        'desktop',
        'C',
        'W',
        'x',
        '9',
        '',
        'Faster, "much"',
        'speed',
      ],
      ['2', 'a2', '2025-01-04 10:11:12', 'FR', 'https://shop.example/pay', 'mobile', 'S', 'i', 'y', '3', 'bad', '', ''],
      [
        '3',
        'a3',
        '2025-01-05 10:11:12',
        'FR',
        'https://shop.example/',
        'tablet',
        'S',
        'i',
        'z',
        '',
        '',
        'Nothing\nat all',
        'none',
      ],
    ];
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
    const { kind, settings, answers, comments } = await survey(text);
    expect([kind.kind, kind.sure]).toEqual(['survey', true]);
    expect(settings).toMatchObject({
      ...{ scores: [{ column: nps, measure: 'nps' }], comments: [why] },
      ...{ place: 'Source URL', device: 'Device', date: 'Date Submitted' },
    });
    expect(answers.map(({ answers: own }) => [...own])).toEqual([[[9, 1]], [[3, 1]]]);
    expect(comments.map(({ text: said, date, score, device }) => [said, date, score, device])).toEqual([
      ['Faster, "much"', '2025-01-03', 9, 'desktop'],
      ['Nothing\nat all', '2025-01-05', null, 'tablet'],
    ]);
  });

  it('I21 a table made by hand: place, KPI, value, n, period', async () => {
    const { kind, plain, unread } = await metrics(
      'Touchpoint;KPI;Value;n;Period\nCheckout;Conversion;12,5%;1.200;2026-01\nCheckout;NPS;-8;40;Q1 2026\nHelp;CSAT;4,25;;2026\nHelp;CSAT;n/a;3;2026\nHelp;CSAT;good;3;2026\n',
    );
    expect(kind).toMatchObject({ kind: 'metrics', sure: true });
    expect(plain).toEqual([
      ['Checkout', 'Conversion', 0.125, 1200, '2026-01-01', '2026-01-31'],
      ['Checkout', 'NPS', -8, 40, '2026-01-01', '2026-03-31'],
      ['Help', 'CSAT', 4.25, null, '2026-01-01', '2026-12-31'],
    ]);
    expect(unread).toEqual([{ column: 'Value', role: 'value', count: 1, line: 6, example: 'good' }]);
  });

  it('I21 a column for each KPI', async () => {
    const { plain, settings } = await metrics(
      'Step,From,To,CSAT,Contacts\nPay,2026-01-01,2026-01-31,4.5,12\nShip,2026-01-01,2026-01-31,,7\n',
    );
    expect(settings).toMatchObject({ place: 'Step', from: 'From', to: 'To', values: ['CSAT', 'Contacts'] });
    expect(plain).toEqual([
      ['Pay', 'CSAT', 4.5, null, '2026-01-01', '2026-01-31'],
      ['Pay', 'Contacts', 12, null, '2026-01-01', '2026-01-31'],
      ['Ship', 'Contacts', 7, null, '2026-01-01', '2026-01-31'],
    ]);
  });

  const ga4 =
    '# ----------------------------------------\n# Pages and screens: Page path and screen class\n# Account: Shop\n# Property: Shop, web\n# ----------------------------------------\n# \n# All Users\n# Start date: 20250101\n# End date: 20251030\n' +
    'Page path and screen class,Views,Active users,Bounce rate\n/basket,1200,800,0.25\n"/a, ""b""",30,20,0.5\n(not set),,1,\n';

  it('I22 Google Analytics: comment lines give the period, rates rest on a count beside them', async () => {
    const { kind, plain, settings } = await metrics(ga4);
    expect(kind).toMatchObject({ kind: 'analytics', sure: true });
    expect(settings).toMatchObject({ place: 'Page path and screen class', nOf: { 'Bounce rate': 'Active users' } });
    expect(plain.filter(([place]) => place === '/basket')).toEqual([
      ['/basket', 'Views', 1200, null, '2025-01-01', '2025-10-30'],
      ['/basket', 'Active users', 800, null, '2025-01-01', '2025-10-30'],
      ['/basket', 'Bounce rate', 0.25, 800, '2025-01-01', '2025-10-30'],
    ]);
    expect(plain).toHaveLength(7);
    expect(plain[3]?.[0]).toBe('/a, "b"');
  });

  it.each([
    ['German', '# Startdatum: 20250101\n# Enddatum: 20251030\n'],
    ['French', '# Date de début : 20250101\n# Date de fin : 20251030\n'],
    ['Russian', '# Дата начала: 20250101\n# Дата окончания: 20251030\n'],
    ['Chinese', '# 开始日期：20250101\n# 结束日期：20251030\n'],
    ['Thai', '# วันที่เริ่มต้น: 20250101\n# วันที่สิ้นสุด: 20251030\n'],
    // A property may have a number that looks like a day.
    ['Spanish', '# Property: 20240101\n# Fecha de inicio: 20250101\n# Fecha de finalización: 20251030\n'],
    ['saved by a spreadsheet', '# Startdatum: 20250101,,\n# Enddatum: 20251030,,\n'],
    ['of an exploration', '# Exploration\n# 20250101-20251030\n'],
  ])(
    'I53 the days of a report are read from comment lines in any language (%s), and that it is one stays a guess',
    async (_, lines) => {
      const rows = 'Seitenpfad,Aufrufe,Aktive Nutzer\n/basket,1200,800\n/pay,90,70\n';
      const { kind, plain } = await metrics(`# ------\n# Konto: Laden\n${lines}${rows}`);
      expect(kind).toMatchObject({ kind: 'analytics', sure: false });
      expect(kind.reasons.map(({ code }) => code)).toEqual(['reportDays']);
      expect(plain[0]).toEqual(['/basket', 'Aufrufe', 1200, null, '2025-01-01', '2025-10-30']);
      expect(plain).toHaveLength(4);
    },
  );

  it('I53 other comment lines with numbers name no days; a line of days between rows is no row', async () => {
    const rows = 'Ort,Wert\nLaden,12\nKasse,13\n';
    for (const lines of [
      '# Konto: 31234567\n# Property: 44444444\n',
      '# Enddatum: 20251030\n',
      '# Startdatum: 20251030\n# Enddatum: 20250101\n',
      '# 20250101\n# 20251030\n',
      '# Stand: 20251301\n# Ende: 20251332\n',
    ]) {
      const { kind, plain } = await metrics(lines + rows);
      expect(kind.reasons.map(({ code }) => code)).not.toContain('reportDays');
      expect(plain[0]).toEqual(['Laden', 'Wert', 12, null, null, null]);
    }
    const below = `# Startdatum: 20260110\n# Enddatum: 20260120\n${rows}# Startdatum: 20260101\n# Enddatum: 20260131\nKanal,Sitzungen,Neue\nDirekt,4,2\n`;
    const [first, second] = [await metrics(below, {}, 0), await metrics(below, {}, 1)];
    expect([first.plain.length, second.plain[0]]).toEqual([
      2,
      ['Direkt', 'Sitzungen', 4, null, '2026-01-01', '2026-01-31'],
    ]);
  });

  it('I22 of a report blank cells, marks that nobody sees, commas and a # at the beginning are what they are', async () => {
    const odd =
      ga4.slice(0, ga4.indexOf('/basket')) +
      '\u200BHome,\u200B100,80,0.25\n,50,40,0.5\n\uFEFF(not set),20,10,\u200B\n"Say ""hi"", now",10,8,0.1\n#1 best seller,5,4,0\n\u200B,3,2,1';
    const { plain, counts, unread } = await metrics(odd);
    const views = plain.filter(([, kpi]) => kpi === 'Views').map(([place, , value]) => [place, value]);
    expect(views).toEqual([
      ['Home', 100],
      ['', 50],
      ['(not set)', 20],
      ['Say "hi", now', 10],
      ['#1 best seller', 5],
      ['', 3],
    ]);
    // The rate that is not there is no mistake.
    expect([plain.filter(([, kpi]) => kpi === 'Bounce rate').length, unread, counts.rows]).toEqual([5, [], 6]);
  });

  it.each(['\n', ''])('I22 a Search Console file that holds its header only is known and has no rows', async (end) => {
    const found = await createDataApi().inspect(
      bytesAs('Queries.csv', `Top queries,Clicks,Impressions,CTR,Position${end}`),
      'UTC',
    );
    if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
    expect(found.value.kind).toMatchObject({ kind: 'analytics', sure: true });
    expect(found.value.table.rows).toEqual([]);
    expect(missingFor(found.value, readingOf(found.value))).toEqual(['rows']);
  });

  it('I22 a snapshot holds several tables with days of their own; the nth day counts from the first', async () => {
    const snapshot =
      '# Reports snapshot\n# Start date: 20260110\n# End date: 20260120\nNth day,Active users,Views\n0000,5,9\n0001,7,12\n\n# Where from?\n# Start date: 20260101\n# End date: 20260131\nChannel,Sessions,New users\nDirect,4,2\nSearch,3,1\nMail,1,1\n';
    const days = await metrics(snapshot, {}, 0);
    expect(days.plain.filter(([, kpi]) => kpi === 'Active users')).toEqual([
      ['', 'Active users', 5, null, '2026-01-10', '2026-01-10'],
      ['', 'Active users', 7, null, '2026-01-11', '2026-01-11'],
    ]);
    const channels = await metrics(snapshot, {}, 1);
    expect(channels.plain[0]).toEqual(['Direct', 'Sessions', 4, null, '2026-01-01', '2026-01-31']);
  });

  it('I22 Search Console: percentages, n from the impressions', async () => {
    const { kind, plain } = await metrics(
      'Top queries,Clicks,Impressions,CTR,Position\nshoes,9,5000,0.18%,7.3\nred shoes,0,10,0%,12\n',
    );
    expect(kind).toMatchObject({ kind: 'analytics', sure: true });
    expect(plain.slice(0, 4)).toEqual([
      ['shoes', 'Clicks', 9, null, null, null],
      ['shoes', 'Impressions', 5000, null, null, null],
      ['shoes', 'CTR', 0.0018, 5000, null, null],
      ['shoes', 'Position', 7.3, 5000, null, null],
    ]);
    const byDay = await metrics('Date,Clicks,Impressions\n2026-01-02,9,50\n2026-01-01,4,40\n');
    expect(byDay.plain[0]).toEqual(['', 'Clicks', 9, null, '2026-01-02', '2026-01-02']);
  });

  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['02.2024', '2024-02-01', '2024-02-29'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026 Q2', '2026-04-01', '2026-06-30'],
    ['March 2026', '2026-03-01', '2026-03-31'],
    ['2026-W01', '2025-12-29', '2026-01-04'],
  ])('I21 %s is a period', (cell, from, to) => {
    expect(readPeriod(cell)).toEqual({ from, to });
  });

  it('I21 other texts are no periods', () => {
    for (const cell of ['', 'soon', '2026-13', 'May be 2026', '99', 'Smarch 2026']) expect(readPeriod(cell)).toBeNull();
  });
});

describe('what rows are', () => {
  it('I23 each kind is recognised and says why', async () => {
    const kindOf = async (content: string | Uint8Array) => guessKind(await inspectTable(bytesAs('x.csv', content)));
    for (const name of ['running-example.csv', 'interval_event_log.csv', 'patients.csv', 'running_example.csv'])
      expect(await kindOf(sampleLog(name))).toMatchObject({ kind: 'events', sure: true });
    const survey = await kindOf('id,nps,why\n1,9,It was a very good day\n2,3,I had to wait for weeks\n');
    expect([survey.kind, survey.sure]).toEqual(['survey', true]);
    const sentences = survey.reasons.map(({ code, params }) => fillText(kindReasonTexts[code], params));
    expect(sentences).toContain('"nps" holds answers on a scale.');
    expect(await kindOf('a,b\nx,y\n')).toMatchObject({ sure: false });
  });
});

it('WZ37 a column chosen as n wins over the one that was guessed for a rate', async () => {
  const text = 'Page,Views,Buyers,Conversion rate\n/a,100,40,0.5\n/b,80,30,0.25\n';
  const counts = async (changes: Partial<MetricSettings>) =>
    (await metrics(text, changes)).rows.filter(({ kpi }) => kpi === 'Conversion rate').map(({ n }) => n);
  expect(await counts({})).toEqual([100, 80]);
  const report = await inspectTable(bytesAs('metrics.csv', text));
  const buyers = report.columns.find(({ name }) => name === 'Buyers');
  if (buyers === undefined) throw new Error('no column');
  const chosen = withRole({ kind: 'metrics', settings: guessMetrics(report) }, buyers, 'n');
  if (chosen.kind !== 'metrics') throw new Error('figures were expected');
  expect(await counts(chosen.settings)).toEqual([40, 30]);
});
