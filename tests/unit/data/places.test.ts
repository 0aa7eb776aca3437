import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBrokenPattern,
  matchSpots,
  type PlaceRule,
  type Spot,
  suggestPlaces,
} from '../../../src/analysis/data/matchPlaces.ts';
import { comparedName, similarity } from '../../../src/analysis/data/similarWords.ts';
import { guessSurvey } from '../../../src/exchange/data/guessSurvey.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessMetrics, readMetrics } from '../../../src/exchange/data/metricTable.ts';
import { readSurvey } from '../../../src/exchange/data/surveyTable.ts';
import { bytesAs } from '../../support/bytesAs.ts';

const like = (a: string, b: string) => similarity(comparedName(a), comparedName(b));
const spot = (place: string, channel = '', device = ''): Spot => ({ place, channel, device, rows: 1 });
const rule = (
  touchpointId: string,
  how: PlaceRule['how'],
  text: string,
  column: PlaceRule['column'] = 'place',
): PlaceRule => ({ how, column, text, touchpointId });

describe('how alike two names are', () => {
  it.each([
    ['https://shop.example/Check-Out.html?utm=1#top', 'Checkout'],
    ['addToCart', 'Add to cart'],
    ['Übersicht', 'ubersicht'],
    ['caf%C3%A9', 'caf%C3%A9'],
    ['/blog/caf%C3%A9', 'Blog: café'],
    ['  LANDING_PAGE ', 'Landing page'],
  ])('I27 %s is %s', (a, b) => {
    expect(like(a, b)).toBe(1);
  });

  it.each([
    ['/products/running-shoes', 'Product page'],
    ['Order confirmations', 'Order confirmation e-mail'],
    ['оплата картой', 'Оплата'],
    ['ชำระเงิน', 'หน้าชำระเงิน'],
    ['支付页面', '支付'],
    ['checkout/step-2', 'Checkout'],
  ])('I27 %s is like %s', (a, b) => {
    expect(like(a, b)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['/careers', 'Checkout'],
    ['Доставка', 'Оплата'],
    ['การจัดส่ง', 'ชำระเงิน'],
    ['客服电话', '在线支付'],
    ['', 'Checkout'],
    ['!?', '!?'],
  ])('I27 %s is not like %s', (a, b) => {
    expect(like(a, b)).toBeLessThan(0.5);
  });

  it('I27 likeness is from 0 to 1, the same either way round, and 1 with itself', () => {
    const name = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('ชำระเงิน', '支付页面', 'aB cD', '/é/Ёж-2'));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const both = like(a, b);
        expect(both).toBeGreaterThanOrEqual(0);
        expect(both).toBeLessThanOrEqual(1);
        expect(like(b, a)).toBeCloseTo(both, 10);
        if (/[\p{L}\p{N}]/u.test(comparedName(a).joined)) expect(like(a, a)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('I27 of several touchpoints the most similar is suggested, and none where nothing is', () => {
    const touchpoints = [
      { id: 'tp_1', title: 'Basket' },
      { id: 'tp_2', title: 'Checkout' },
      { id: 'tp_3', title: 'Order confirmation' },
    ];
    const ids = suggestPlaces(['/checkout', '/order-confirmation', '/jobs', 'basket view'], touchpoints);
    expect(ids.map((each) => each?.touchpointId ?? null)).toEqual(['tp_2', 'tp_3', null, 'tp_1']);
  });
});

describe('rules that match rows to touchpoints', () => {
  it('I28 equals, contains and pattern, without regard to case and outer spaces', () => {
    const rules = [
      rule('tp_1', 'equals', ' Checkout '),
      rule('tp_2', 'contains', 'BASKET'),
      rule('tp_3', 'pattern', '^/p/\\d+$'),
    ];
    const spots = ['checkout', 'Checkout 2', 'my basket', '/p/12', '/p/x', ''].map((place) => spot(place));
    expect(matchSpots(spots, rules)).toEqual(['tp_1', null, 'tp_2', 'tp_3', null, null]);
  });

  it('I28 rules about one column stand for each other, those about several must all fit', () => {
    const rules = [
      rule('tp_any', 'contains', 'pay'),
      rule('tp_any', 'equals', 'checkout'),
      rule('tp_app', 'contains', 'pay'),
      rule('tp_app', 'equals', 'app', 'channel'),
    ];
    expect(matchSpots([spot('Pay', 'App'), spot('Pay', 'web'), spot('checkout', 'app')], rules)).toEqual([
      'tp_app',
      'tp_any',
      'tp_any',
    ]);
  });

  it('I85 of names that differ in case alone each is matched by its own, whatever comes first', () => {
    const rules = [rule('tp_1', 'equals', 'Pay'), rule('tp_2', 'equals', 'pay')];
    const spots = ['pay', 'Pay', 'PAY'].map((place) => spot(place));
    expect(matchSpots(spots, rules)).toEqual(['tp_2', 'tp_1', 'tp_1']);
    const onApp = rules.map((each) => ({ ...each, channel: 'App' }));
    expect(
      matchSpots(
        spots.map((each) => ({ ...each, channel: 'app' })),
        onApp,
      ),
    ).toEqual(['tp_2', 'tp_1', 'tp_1']);
    // What asks for more comes first all the same.
    const more = [rule('tp_3', 'equals', 'Pay'), rule('tp_3', 'equals', 'App', 'channel'), ...rules];
    expect(matchSpots([spot('pay', 'app')], more)).toEqual(['tp_3']);
  });

  it('I86 no pattern takes for ever, in any script; what cannot be tried in time is no pattern', () => {
    const text = `${'a'.repeat(400)}!`;
    const found = (pattern: string, place: string) => matchSpots([spot(place)], [rule('tp_1', 'pattern', pattern)])[0];
    for (const pattern of ['(a+)+$', '^(a|a)*$', 'a*a*a*a*a*a*b', '^(([a-z])+.)+[A-Z]([a-z])+$'])
      expect(found(pattern, text)).toBeNull();
    expect([found('^ЗАКАЗ \\d+$', 'Заказ 12'), found('\\u0416', 'ёж'), found('สั่งซื้อ|订单', '新订单')]).toEqual(
      Array(3).fill('tp_1'),
    );
    for (const pattern of ['(?=a)', '(?<!a)b', '(a)\\1'])
      expect(isBrokenPattern(rule('tp_1', 'pattern', pattern))).toBe(true);
  });

  it('I28 a pattern that is none, and an empty text that would be in everything, fit nothing', () => {
    const broken = rule('tp_1', 'pattern', '(');
    expect([isBrokenPattern(broken), isBrokenPattern(rule('tp_1', 'equals', '('))]).toEqual([true, false]);
    expect(matchSpots([spot('('), spot('x')], [broken, rule('tp_2', 'contains', '')])).toEqual([null, null]);
    // Rows that name no place can be given one.
    expect(matchSpots([spot('')], [rule('tp_2', 'equals', '')])).toEqual(['tp_2']);
  });

  it('I28 tables say on which channel and device a row is', async () => {
    const figures = bytesAs('a.csv', 'Touchpoint,Channel,Device,KPI,Value\nPay,App,phone,Conversion,3\n');
    const report = await inspectTable(figures);
    const { rows } = await readMetrics(figures, report, guessMetrics(report));
    expect(rows).toMatchObject([{ place: 'Pay', channel: 'App', device: 'phone', kpi: 'Conversion' }]);
    const answers = bytesAs('b.csv', 'Touchpoint,Channel,Date,NPS,Comment\nPay,App,2026-01-31,9,Very good\n');
    const survey = await inspectTable(answers);
    const read = await readSurvey(answers, survey, guessSurvey(survey));
    expect([read.answers, read.comments]).toMatchObject([
      [{ place: 'Pay', channel: 'App' }],
      [{ channel: 'App', text: 'Very good' }],
    ]);
  });

  it('I28 answers can be counted by month; each group knows its days', async () => {
    const text = 'Date,NPS\n2026-01-30,9\n2026-01-02,3\n2026-02-01,10\n,8\n';
    const file = bytesAs('c.csv', text);
    const report = await inspectTable(file);
    const settings = guessSurvey(report);
    const all = await readSurvey(file, report, settings);
    expect(all.answers.map(({ period }) => period)).toEqual([{ from: '2026-01-02', to: '2026-02-01' }]);
    const monthly = await readSurvey(file, report, { ...settings, byMonth: true });
    expect(monthly.answers.map(({ period, answers }) => [period?.from, period?.to, [...answers.keys()]])).toEqual([
      ['2026-01-02', '2026-01-30', [9, 3]],
      ['2026-02-01', '2026-02-01', [10]],
      [undefined, undefined, [8]],
    ]);
  });
});
