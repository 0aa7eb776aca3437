import { describe, expect, it } from 'vitest';
import { combine } from '../../../src/analysis/kpi/combine.ts';
import { differenceOf, marksProblem, stateOf } from '../../../src/analysis/kpi/judgeFigure.ts';
import { figureAt, kpiFigures } from '../../../src/analysis/kpi/kpiFigures.ts';
import { arithmeticText, differenceText, periodText, valueText } from '../../../src/analysis/kpi/kpiText.ts';
import { periodBefore, periodsOf, pointsIn } from '../../../src/analysis/kpi/periods.ts';
import { blankKpi } from '../../../src/model/blanks.ts';
import type { Kpi } from '../../../src/model/records/kpi.ts';
import { smallMap } from '../../support/startDocs.ts';

const month = (number: number, last: number) => ({
  from: `2026-0${number}-01`,
  to: `2026-0${number}-${last}`,
});
const [january, february, march] = [month(1, 31), month(2, 28), month(3, 31)];
const quarter = { from: '2026-01-01', to: '2026-03-31' };
const kpiOf = (fields: Partial<Kpi>) => ({ ...blankKpi, id: 'kp_x', order: 'a0', ...fields });

/** The small map with a KPI that rolls up by `rollUp`, and what is measured of it. */
function measured(rollUp: Kpi['rollUp'], unit: Kpi['unit'] = 'percent') {
  const { editor, ids } = smallMap();
  const kpiId = editor.run('addKpi', { fields: { name: 'Conversion', unit, rollUp } });
  const put = (
    placeId: string,
    value: number,
    n: number | null,
    {
      toId = null,
      period = january,
      personaId,
    }: { toId?: string | null; period?: typeof january; personaId?: string } = {} as never,
  ) => {
    const place = { placeId, toId: toId ?? null };
    editor.run('setMeasurement', { kpiId, place, personaId, point: { ...period, value, n } });
  };
  const kpi = () => editor.documents().library.kpis[kpiId] as Kpi;
  const all = (period = january, personaIds: string[] = []) =>
    kpiFigures(editor.documents().map, { kpi: kpi(), period, personaIds });
  return { editor, ids, put, kpi, all };
}

describe('rolling up', () => {
  it('Q10 a weighted mean counts each place by its n, and shows the arithmetic', () => {
    const { ids, put, kpi, all } = measured('weightedMean');
    put(ids.b, 31, 1200);
    put(ids.c, 28, 800);
    const step = all().get(ids.step2);
    expect(step).toMatchObject({ n: 2000, source: 'typed', leftOut: 0 });
    expect(step?.value).toBeCloseTo(29.8, 10);
    expect(arithmeticText(kpi(), step as never, 'en')).toBe('(31% × 1,200 + 28% × 800) / 2,000 = 29.8%');
  });

  it('Q10 a sum adds values and n; a ratio of sums adds parts and wholes before it divides', () => {
    const sum = measured('sum', 'number');
    sum.put(sum.ids.b, 310, null);
    sum.put(sum.ids.c, 280, 40);
    const added = sum.all().get('st_1');
    expect(added).toMatchObject({ value: 590, n: null });
    expect(arithmeticText(sum.kpi(), sum.all().get(sum.ids.step2) as never, 'en')).toBe('310 + 280 = 590');

    const ratio = measured('ratioOfSums');
    ratio.put(ratio.ids.b, 31, 1200);
    ratio.put(ratio.ids.c, 28, 800);
    const figure = ratio.all().get(ratio.ids.step2) as never;
    expect(arithmeticText(ratio.kpi(), figure, 'en')).toBe('(372 + 224) / 2,000 = 29.8%');
  });

  it('Q10 touchpoints roll up into steps, stages and the map; what is measured at a place itself counts there', () => {
    const { ids, put, all } = measured('sum', 'number');
    put(ids.a, 1, 10);
    put(ids.b, 2, 10);
    put(ids.c, 4, 10);
    put(ids.a, 100, 10, { toId: ids.b });
    expect([...all()].map(([place, { value }]) => [place, value])).toEqual([
      [ids.a, 1],
      [ids.b, 2],
      [ids.c, 4],
      [`${ids.a} ${ids.b}`, 100],
      ['sp_1', 1],
      [ids.step2, 6],
      ['st_1', 7],
      ['mp_1', 7],
    ]);
    put(ids.step2, 5, 9);
    expect(all().get(ids.step2)).toMatchObject({ value: 5, n: 9, terms: [] });
    expect(all().get('mp_1')).toMatchObject({ value: 6, n: 19 });
  });

  it('Q11 what has no n is left out of a mean and that is said; where none has it each counts alike', () => {
    expect(
      combine('weightedMean', [
        { value: 10, n: 100 },
        { value: 50, n: null },
      ]),
    ).toEqual({
      ...{ value: 10, n: 100, leftOut: 1, alike: false },
    });
    expect(
      combine('weightedMean', [
        { value: 10, n: null },
        { value: 50, n: null },
      ]),
    ).toEqual({
      ...{ value: 30, n: null, leftOut: 0, alike: true },
    });
    expect(
      combine('ratioOfSums', [
        { value: 10, n: null },
        { value: 50, n: null },
      ]),
    ).toBeNull();
    expect(
      combine('weightedMean', [
        { value: 10, n: 0 },
        { value: 50, n: 0 },
      ]),
    ).toBeNull();
    expect(combine('weightedMean', [{ value: 10, n: null }])).toMatchObject({ value: 10, n: null });
    expect(combine('sum', [])).toBeNull();
  });

  it('Q12 without named personas it is everyone, or all personas together; with them these and nobody else', () => {
    const { ids, put, all } = measured('weightedMean');
    put(ids.a, 20, 10, { personaId: ids.persona });
    expect(all().get(ids.a)?.value).toBe(20);
    put(ids.a, 40, 90);
    expect(all().get(ids.a)?.value).toBe(40);
    expect(all(january, [ids.persona]).get(ids.a)?.value).toBe(20);
    expect(all(january, ['pe_other']).has(ids.a)).toBe(false);
  });

  it('Q12 the figure of a place can be asked for alone, and says where it comes from', () => {
    const { editor, ids, put, kpi } = measured('weightedMean');
    put(ids.a, 20, 10);
    const at = (placeId: string) =>
      figureAt(editor.documents().map, { kpi: kpi(), period: january, personaIds: [] }, { placeId, toId: null });
    expect(at(ids.a)).toMatchObject({ value: 20, source: 'typed', terms: [] });
    expect(at(ids.c)).toBeNull();
  });
});

describe('periods', () => {
  const point = (period: typeof january, value: number) => ({ ...period, value, n: 100, importId: null });

  it('Q13 the latest comes first, and the one before is about as long', () => {
    const series = [
      { points: [point(january, 1), point(march, 1)] },
      { points: [point(february, 1), point(quarter, 1)] },
    ];
    expect(periodsOf(series)).toEqual([quarter, march, february, january]);
    expect(periodBefore(march, periodsOf(series))).toEqual(february);
    expect(periodBefore(january, periodsOf(series))).toBeNull();
    expect(periodBefore({ from: '2026-04-01', to: '2026-06-30' }, periodsOf(series))).toEqual(quarter);
  });

  it('Q13 a period is its own point, else the points within it, no day twice', () => {
    const week = { from: '2026-01-05', to: '2026-01-11' };
    const points = [point(week, 9), point(january, 1), point(february, 2)];
    expect(pointsIn(points, january).map(({ value }) => value)).toEqual([1]);
    expect(pointsIn(points, quarter).map(({ value }) => value)).toEqual([1, 2]);
    expect(pointsIn(points, march)).toEqual([]);
  });
});

describe('judging figures', () => {
  const less = kpiOf({ better: 'less', target: 2, warnAt: 4, badAt: 6 });
  const more = kpiOf({ better: 'more', target: 80, warnAt: 70, badAt: 60 });

  it('Q14 a value is good, a warning or bad by the thresholds and the direction', () => {
    expect([1, 3.9, 4, 6].map((value) => stateOf(less, value))).toEqual(['good', 'good', 'warning', 'bad']);
    expect([71, 70, 60].map((value) => stateOf(more, value))).toEqual(['good', 'warning', 'bad']);
    expect([80, 79].map((value) => stateOf(kpiOf({ target: 80 }), value))).toEqual(['good', 'warning']);
    expect(stateOf(kpiOf({}), 1)).toBe('unknown');
  });

  it('Q14 thresholds that contradict the direction are named', () => {
    expect(marksProblem(less)).toBeNull();
    expect(marksProblem(more)).toBeNull();
    expect(marksProblem({ ...more, better: 'less' })).toEqual(['target', 'warnAt']);
    expect(marksProblem({ ...less, badAt: 3 })).toEqual(['warnAt', 'badAt']);
    expect(marksProblem({ ...more, warnAt: null, badAt: 90 })).toEqual(['target', 'badAt']);
  });

  it('WZ3 thresholds in the wrong order for the direction are not applied', () => {
    const bounce = kpiOf({ better: 'less', warnAt: 60, badAt: 40 });
    expect([39.2, 50, 70].map((value) => stateOf(bounce, value))).toEqual(['unknown', 'unknown', 'unknown']);
    expect([39.2, 50, 70].map((value) => stateOf({ ...bounce, badAt: 60, warnAt: 40 }, value))).toEqual([
      ...['good', 'warning', 'bad'],
    ]);
  });

  it('Q34 percentages differ by percentage points, other values by their own unit', () => {
    const points = (amount: string, count: number) => `${amount} point${count === 1 ? '' : 's'}`;
    const text = (unit: 'percent' | 'hours' | 'number' | 'points', by: number, language = 'en') =>
      differenceText({ unit }, by, language, points, true);
    expect(text('percent', 2)).toBe('+2 points');
    expect(text('percent', -1)).toBe('−1 point');
    expect(text('percent', 0.25, 'de')).toBe('+0,25 points');
    expect(text('percent', 0)).toBe('0 points');
    expect([text('hours', -2.5), text('number', 12), text('points', -3)]).toEqual(['−2.5 hr', '+12', '−3']);
  });

  it('Q14 a difference says by how much, and whether that is better', () => {
    expect(differenceOf(less, 0.1, 0.3)).toEqual({ by: -0.2, better: true });
    expect(differenceOf(more, 61, 64)).toEqual({ by: -3, better: false });
    expect(differenceOf(more, 61, 61)).toEqual({ by: 0, better: null });
  });

  it('Q14 values are written with their unit, in the way of the language', () => {
    expect(valueText({ unit: 'percent' }, 3.456, 'en')).toBe('3.46%');
    expect(valueText({ unit: 'points' }, 12.5, 'en', true)).toBe('+12.5');
    expect(valueText({ unit: 'currency' }, 12345.6, 'de')).toBe('12.346');
    expect(valueText({ unit: 'hours' }, 2.5, 'en')).toBe('2.5 hr');
  });

  it('Q27 money is written with the currency that was said, and plain without', () => {
    const { editor } = smallMap();
    const id = editor.run('addKpi', { fields: { name: 'Revenue', unit: 'currency', rollUp: 'sum' } });
    const text = (value: number, language = 'en') =>
      valueText(editor.documents().library.kpis[id] as Kpi, value, language);
    expect([text(12345.6), text(0)]).toEqual(['12,346', '0']);
    editor.run('updateKpi', { id, fields: { currency: 'EUR' } });
    expect([12345.6, 310, 12.5, -3, 0].map((value) => text(value))).toEqual([
      ...['€12,346', '€310', '€12.50', '−€3', '€0'],
    ]);
    expect(text(310.5, 'de')).toMatch(/^310,50\s€$/);
    expect(differenceText({ unit: 'currency', currency: 'CHF' }, 20, 'de', String, true)).toMatch(/^\+20\sCHF$/);
    expect(() => editor.run('updateKpi', { id, fields: { currency: 'euro' } })).toThrow('"currency"');
    editor.run('updateKpi', { id, fields: { currency: '' } });
    expect(text(310)).toBe('310');
  });

  it('WZ9 hours are told in the unit that suits them', () => {
    const text = (hours: number) => valueText({ unit: 'hours' }, hours, 'en');
    expect([63.2 / 3600, 0.4, 1, 47.9, 2089, 0].map(text)).toEqual([
      ...['63.2 sec', '24 min', '1 hr', '47.9 hr', '87 days', '0 hr'],
    ]);
    expect(periodText(january, 'en')).toMatch(/^Jan 1\s–\s31, 2026$/);
  });
});
