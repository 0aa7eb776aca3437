import { describe, expect, it } from 'vitest';
import { readValueText } from '../../../src/app/dataImport/figureTexts.ts';
import { guessCounts, valuesByKpi } from '../../../src/app/dataImport/guessKpi.ts';
import { guessPicks } from '../../../src/app/dataImport/guessPicks.ts';
import { countsOf, factorFor, wishOf } from '../../../src/app/dataImport/kpiPicks.ts';
import { metricFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { bareDocs } from '../../support/startDocs.ts';

const counts = (name: string, values: number[] = [12, 300], hasN = false) => guessCounts(name, { values, hasN });

describe('a KPI that a file names', () => {
  const row = (line: number, value: number, n: number | null) => ({
    ...{ place: String(line), channel: '', device: '', kpi: 'Help solved', value, n, period: null, line },
  });

  it('WZ73 shares in decimals with n are percentages, averaged by n over places', () => {
    const rows = [row(2, 0.815, 340), row(3, 0.702, 28)];
    const { library } = bareDocs();
    const values = valuesByKpi(rows);
    const pick = guessPicks(values, library).get('Help solved');
    const own = values.get('Help solved');
    if (pick === undefined || own === undefined) throw new Error('a KPI was expected');
    const { unit, rollUp } = countsOf(pick, 'Help solved', own, library);
    expect([pick, unit, rollUp]).toEqual([{ kpi: 'own', factor: 100 }, 'percent', 'weightedMean']);
    const all = metricFigures(
      rows,
      () => ({ placeId: 'mp_1', toId: null }),
      new Map([['Help solved', { rollUp, factor: pick.factor }]]),
      { from: '2026-01-01', to: '2026-01-31' },
    );
    expect(all.series[0]?.points).toMatchObject([{ value: expect.closeTo(80.64, 2), n: 368 }]);
  });

  it.each([
    ['Abbruchquote', 'percent', 'weightedMean', 'less'],
    ['Erfolgsquote', 'percent', 'weightedMean', 'more'],
    ['Anteil mobil', 'percent', 'weightedMean', 'more'],
    ['Taux de rebond', 'percent', 'weightedMean', 'less'],
    ['Tasa de abandono', 'percent', 'weightedMean', 'less'],
    ['Доля отказов', 'percent', 'weightedMean', 'less'],
    ['完成率', 'percent', 'weightedMean', 'more'],
    ['อัตราการยกเลิก', 'percent', 'weightedMean', 'less'],
  ])('WZ73 %s is a share by its name', (name, unit, rollUp, better) => {
    expect(counts(name, [12, 30])).toEqual({ unit, rollUp, better });
  });

  it('WZ73 what is whole is counted, what is not and has n is averaged, shares beyond 100 stay numbers', () => {
    expect(counts('Calls', [3, 4], true)).toMatchObject({ unit: 'number', rollUp: 'sum' });
    expect(counts('Basket', [31.5, 4.25], true)).toMatchObject({ unit: 'number', rollUp: 'weightedMean' });
    expect(counts('Basket', [31.5, 4.25])).toMatchObject({ unit: 'number', rollUp: 'sum' });
    expect(counts('Opened', [0, 1], true)).toMatchObject({ unit: 'number', rollUp: 'sum' });
    expect(counts('Growth rate', [20, 140])).toMatchObject({ unit: 'number', rollUp: 'weightedMean' });
    for (const name of ['Shares', 'Quotes', 'Corporate visits', 'Impressions'])
      expect(counts(name), name).toMatchObject({ unit: 'number', rollUp: 'sum' });
  });

  it('WZ73 people are not added over places, what is told of each of them is averaged', () => {
    for (const name of [
      'Active users',
      'Total users',
      'Unique visitors',
      'Besucher',
      'Utilisateurs',
      'Пользователи',
      '访客',
      'ผู้ใช้',
    ])
      expect(counts(name).rollUp, name).toBe('none');
    expect(counts('Views per active user').rollUp).toBe('weightedMean');
  });

  it.each([
    ...[
      'Position',
      'Average position',
      'Exit rate',
      'Wait',
      'Waiting time',
      'Fehler',
      'Complaints',
      'Refunds',
      'Cost per lead',
    ],
    ...['Customer effort', 'Wartezeit', 'Beschwerden', 'Coût', 'Время ожидания', 'Жалобы', '投诉', 'ข้อร้องเรียน'],
  ])('WZ74 of %s less is better', (name) => {
    expect(counts(name).better).toBe('less');
  });

  it.each([
    ...[
      'Conversions',
      'Time on page',
      'On-time delivery',
      'First-time fix',
      'Cost savings',
      'Returning users',
      'Clicks',
    ],
    ...['Complaints resolved', 'Umsatz', 'Просмотры', '满意度'],
  ])('WZ74 of %s more is', (name) => {
    expect(counts(name).better).toBe('more');
  });

  it('WZ75 what is said of a KPI before it is made is what it is made with', () => {
    const { library } = bareDocs();
    const own = { values: [0.5], hasN: true };
    const said = { unit: 'points', rollUp: 'none', better: 'less' } as const;
    for (const kpi of ['own', 'field:conversion'])
      expect(wishOf({ kpi, factor: 1, counts: said }, 'X', own, library, (metric) => metric)).toMatchObject({
        fields: { name: kpi === 'own' ? 'X' : 'conversion', ...said },
      });
  });

  it.each([
    ['First response time of admins', 1],
    ['Response time second line (hours)', 1],
    ['Response time business minutes (h)', 1],
    ['First response time (min)', 1 / 60],
    ['First response time in minutes', 1 / 60],
    ['Minutes of first response time', 1 / 60],
    ['first_response_time_sec', 1 / 3600],
    ['First response time (s)', 1 / 3600],
    ['Response time [ms]', 1 / 3_600_000],
    ['Response time (days)', 24],
    ['Antwortzeit in Stunden', 1],
  ])('WZ115 of %s a value is %s hours', (name, factor) => {
    expect(factorFor(name, [6], 'hours')).toBe(factor);
  });

  it('WZ76 first values are shown with all their digits, times in the unit in which they stand', () => {
    expect([
      readValueText('number', 61.25, 1, 'de'),
      readValueText('percent', 0.702, 100, 'en'),
      readValueText('percent', 61.25, 1, 'en'),
      readValueText('number', 10560.125, 1, 'en'),
      readValueText('hours', 61.25, 1 / 3600, 'en'),
      readValueText('hours', 61.25, 1 / 60, 'en'),
      readValueText('hours', 61.25, 1, 'en'),
      readValueText('hours', 61.25, 24, 'en'),
      readValueText('hours', 61.25, 1 / 3_600_000, 'en'),
    ]).toEqual([
      '61,25',
      '70.2%',
      '61.25%',
      '10,560.125',
      '61.25 sec',
      '61.25 min',
      '61.25 hr',
      '61.25 days',
      '61.25 ms',
    ]);
  });
});
