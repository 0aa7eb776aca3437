import { describe, expect, it } from 'vitest';
import type { Spot } from '../../../src/analysis/data/matchPlaces.ts';
import { guessCounts, valuesByKpi } from '../../../src/app/dataImport/guessKpi.ts';
import { guessPicks } from '../../../src/app/dataImport/guessPicks.ts';
import { isDataFile } from '../../../src/app/dataImport/isDataFile.ts';
import { factorFor } from '../../../src/app/dataImport/kpiPicks.ts';
import { confirmed, matchRows, several, textsTogether, withPlace } from '../../../src/app/dataImport/matchRows.ts';
import { accountOf, importsOf } from '../../../src/app/dataImport/plans.ts';
import {
  applyProfile,
  fitsProfile,
  type Matching,
  noMatching,
  profileOf,
  profileOverrides,
} from '../../../src/app/dataImport/profile.ts';
import { type FiguresPlan, putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { columnsOf, missingFor, readingOf, roleOf, withRole } from '../../../src/app/dataImport/reading.ts';
import { commentEvidence, feelingOf, metricFigures, surveyFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { definitionOf, scoreWish, usualScore } from '../../../src/app/dataImport/scoreKpis.ts';
import { createDataApi, type FileAccount, type Inspection } from '../../../src/exchange/data/dataApi.ts';
import type { TableSettings } from '../../../src/exchange/data/inspectTable.ts';
import type { MetricRow } from '../../../src/exchange/data/metricTable.ts';
import type { SurveyAnswers } from '../../../src/exchange/data/surveyTable.ts';
import { schemas } from '../../../src/model/tables.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { bareDocs, smallMap } from '../../support/startDocs.ts';

const period = { from: '2026-01-01', to: '2026-01-31' };
const at = (placeId: string) => ({ placeId, toId: null });
const row = (place: string, kpi: string, value: number, n: number | null, line: number): MetricRow => ({
  ...{ place, kpi, value, n, line, channel: '', device: '' },
  period: null,
});
const placeOf = ({ place }: { place: string }) => (place === '' ? null : at(`tp_${place}`));

async function inspect(text: string, overrides?: Partial<TableSettings>): Promise<Inspection> {
  const seen = await createDataApi().inspect(bytesAs('a.csv', text), 'UTC', overrides);
  if (!seen.ok) throw new Error(seen.code);
  return seen.value;
}

describe('values of a table as measurements', () => {
  it('I30 rows of one place and KPI are added, or averaged by what they rest on', () => {
    const rows = [row('a', 'Views', 10, null, 2), row('a', 'Views', 5, null, 3), row('b', 'Views', 1, 7, 4)];
    const rates = [row('a', 'Rate', 0.5, 100, 2), row('a', 'Rate', 0.2, 300, 3), row('', 'Rate', 1, 9, 5)];
    const kpis = new Map([
      ['Views', { rollUp: 'sum', factor: 1 } as const],
      ['Rate', { rollUp: 'ratioOfSums', factor: 100 } as const],
    ]);
    const { series, taken } = metricFigures([...rows, ...rates], placeOf, kpis, period);
    expect(series.map(({ kpi, place, points }) => [kpi, place.placeId, points[0]?.value, points[0]?.n])).toEqual([
      ['Views', 'tp_a', 15, null],
      ['Views', 'tp_b', 1, 7],
      // (50 % of 100 + 20 % of 300) / 400
      ['Rate', 'tp_a', 27.5, 400],
    ]);
    expect(taken).toBe(3);
    expect(metricFigures(rows, placeOf, new Map(), period)).toMatchObject({ series: [], taken: 0 });
  });

  it('WZ36 shares of several rows for one place are not averaged without n; what is left out is counted', () => {
    const way = (rollUp: 'ratioOfSums' | 'weightedMean' | 'none') => new Map([['Rate', { rollUp, factor: 100 }]]);
    const figures = (rows: MetricRow[], rollUp: Parameters<typeof way>[0]) => {
      const { series, taken, leftOut } = metricFigures(rows, placeOf, way(rollUp), period);
      return [series.map(({ points }) => points.map(({ value, n }) => [value, n])), taken, leftOut];
    };
    const bare = [row('a', 'Rate', 0.5, null, 2), row('a', 'Rate', 0.25, null, 3), row('b', 'Rate', 0.75, null, 4)];
    const none = { noCount: 0, noRollUp: 0 };
    // One alone stays what it is.
    expect(figures(bare, 'ratioOfSums')).toEqual([[[[75, null]]], 1, { ...none, noCount: 2 }]);
    expect(figures(bare, 'weightedMean')).toEqual([[[[37.5, null]], [[75, null]]], 3, none]);
    expect(figures(bare, 'none')).toEqual([[[[75, null]]], 1, { ...none, noRollUp: 2 }]);
    const mixed = [...bare.slice(0, 2), row('a', 'Rate', 1, 30, 5), row('a', 'Rate', 0, 10, 6)];
    expect(figures(mixed, 'ratioOfSums')).toEqual([[[[75, 40]]], 2, { ...none, noCount: 2 }]);
    const nobody = [row('a', 'Rate', 1, 0, 2), row('a', 'Rate', 0, 0, 3)];
    expect(figures(nobody, 'ratioOfSums')).toEqual([[], 0, { ...none, noCount: 2 }]);
  });

  it('I30 each period is a point of its own; rows without one take the period that is said', () => {
    const days = { from: '2026-02-01', to: '2026-02-28' };
    const rows = [row('a', 'Views', 1, null, 2), { ...row('a', 'Views', 2, null, 3), period: days }];
    const { series } = metricFigures(rows, placeOf, new Map([['Views', { rollUp: 'sum', factor: 1 }]]), period);
    expect(series[0]?.points).toEqual([
      { ...period, value: 1, n: null },
      { ...days, value: 2, n: null },
    ]);
  });

  it('I30 names are recognised as KPIs of the field or the library; fractions become percentages', () => {
    const { library } = bareDocs();
    const values = valuesByKpi([
      row('a', 'Bounce rate', 0.3, null, 2),
      row('a', 'Views', 300, null, 2),
      row('a', 'First response time (min)', 30, null, 2),
      row('a', 'Bounce rate', 0.4, null, 3),
    ]);
    expect([...guessPicks(values, library)]).toEqual([
      ['Bounce rate', { kpi: 'field:bounceRate', factor: 100 }],
      ['Views', { kpi: 'own', factor: 1 }],
      ['First response time (min)', { kpi: 'field:timeToAnswer', factor: 1 / 60 }],
    ]);
    expect([factorFor('x', [0, 0], 'percent'), factorFor('x', [0.2, 30], 'percent')]).toEqual([1, 1]);
    const engagement = 'Average engagement time per active user';
    expect([
      guessCounts(engagement, { values: [63.2], hasN: false }).unit,
      factorFor(engagement, [63.2], 'hours'),
    ]).toEqual(['hours', 1 / 3600]);
    const { editor } = smallMap();
    const id = editor.run('addKpi', { fields: { name: ' VIEWS ' } });
    expect(guessPicks(values, editor.documents().library).get('Views')?.kpi).toBe(id);
  });
});

describe('answers as scores and evidence', () => {
  const answers = (place: string, counts: Record<number, number>, month = '01'): SurveyAnswers => ({
    ...{ column: 'nps', measure: 'nps', place, channel: '', device: '', unread: 0, firstUnread: null },
    period: { from: `2026-${month}-03`, to: `2026-${month}-20` },
    answers: new Map(Object.entries(counts).map(([value, n]) => [Number(value), n])),
  });
  const nps = new Map([['nps', { measure: 'nps' } as const]]);

  it('I30 places that are one touchpoint are counted together, not averaged', () => {
    const all = [answers('a', { 9: 1 }), answers('A', { 0: 3, 11: 1 }), answers('', { 9: 5 })];
    const { series, outside } = surveyFigures(all, ({ place }) => placeOf({ place: place.toLowerCase() }), nps, {
      byMonth: false,
      period,
    });
    expect(series).toEqual([
      { kpi: 'nps', place: at('tp_a'), points: [{ from: '2026-01-03', to: '2026-01-20', value: -50, n: 4 }] },
    ]);
    expect(outside).toBe(1);
  });

  it('I30 months make a series', () => {
    const all = [answers('a', { 9: 1 }), answers('a', { 0: 1 }, '02')];
    const { series } = surveyFigures(all, placeOf, nps, { byMonth: true, period });
    expect(series[0]?.points.map(({ from, to, value }) => [from, to, value])).toEqual([
      ['2026-01-01', '2026-01-31', 100],
      ['2026-02-01', '2026-02-28', -100],
    ]);
  });

  it('I30 all figures of a file are of its days, whoever answered first and last at a place', () => {
    const ofDays = (place: string, from: string, to: string): SurveyAnswers => ({
      ...answers(place, { 9: 3, 0: 1 }),
      period: { from, to },
    });
    const all = [ofDays('a', '2026-01-01', '2026-01-27'), ofDays('b', '2026-01-03', '2026-01-28')];
    // One that answered about nothing on the map counts for the days of the file all the same.
    const { series } = surveyFigures([...all, ofDays('', '2026-01-05', '2026-01-30')], placeOf, nps, {
      byMonth: false,
      period,
    });
    expect(series.map(({ place, points }) => [place.placeId, points])).toEqual(
      ['tp_a', 'tp_b'].map((id) => [id, [{ from: '2026-01-01', to: '2026-01-30', value: 50, n: 4 }]]),
    );
  });

  it('I30 comments become evidence at their touchpoint; those without one are kept', () => {
    const comment = {
      ...{ text: 'Slow', question: 'Why?', channel: '', device: '', date: '2026-01-02', line: 2 },
      ...{ score: 3, scoreColumn: 'nps' },
    };
    const evidence = commentEvidence(
      [
        { ...comment, place: 'a' },
        { ...comment, place: '', score: null, scoreColumn: null },
      ],
      placeOf,
      nps,
      'nps.csv',
    );
    expect(evidence).toEqual([
      {
        fields: {
          kind: 'quote',
          text: 'Slow',
          source: 'nps.csv: Why?',
          date: '2026-01-02',
          personaId: null,
          sentiment: -2,
        },
        places: [at('tp_a')],
      },
      {
        fields: {
          kind: 'quote',
          text: 'Slow',
          source: 'nps.csv: Why?',
          date: '2026-01-02',
          personaId: null,
          sentiment: null,
        },
        places: [],
      },
    ]);
  });

  it('I30 a score is a feeling: the groups of NPS, or the place on the scale', () => {
    expect([0, 3, 4, 6, 7, 8, 9, 10, 11].map((score) => feelingOf(score, { measure: 'nps' }))).toEqual([
      ...[-2, -2, -1, -1, 0, 0, 1, 2, null],
    ]);
    const scale = { least: 1, greatest: 5 };
    expect([1, 3, 5].map((score) => feelingOf(score, { measure: 'csat', as: 'mean', scale }))).toEqual([-2, 0, 2]);
    const effort = { measure: 'ces', as: 'mean', scale, best: 'low' } as const;
    expect([1, 3, 5].map((score) => feelingOf(score, effort))).toEqual([2, 0, -2]);
  });

  it('I30 a score goes to the KPI of its definition: CSAT as a mean is another than as two best answers', () => {
    const score = { column: 'q', measure: 'csat', scale: { least: 1, greatest: 5 } } as const;
    const { editor } = smallMap();
    const wish = scoreWish(definitionOf(score, usualScore(score)), 'CSAT', editor.documents().library);
    if ('id' in wish) throw new Error('there is none yet');
    expect(wish.fields).toMatchObject({ metric: 'csat', definition: 'topTwo', unit: 'percent', better: 'more' });
    const id = editor.run('addKpi', wish);
    const again = (as: 'mean' | 'topTwoBox') =>
      scoreWish(definitionOf(score, { as, best: 'high' }), 'CSAT', editor.documents().library);
    expect(again('topTwoBox')).toEqual({ id });
    expect(again('mean')).toMatchObject({ fields: { definition: 'mean', unit: 'points' } });
  });
});

describe('places to be matched', () => {
  const touchpoints = [
    { id: 'tp_1', title: 'Basket' },
    { id: 'tp_2', title: 'Checkout' },
  ];
  const spots: Spot[] = [
    { place: '/basket', channel: 'app', device: '', rows: 3 },
    { place: '/basket', channel: 'web', device: '', rows: 2 },
    { place: '/checkout', channel: 'web', device: '', rows: 9 },
    { place: '/jobs', channel: 'web', device: '', rows: 1 },
  ];

  it('I28 each place is listed once with its rows, its touchpoint or a suggestion', () => {
    const rules = withPlace([], 'place', '/checkout', 'tp_2');
    const rows = matchRows(spots, rules, touchpoints, new Map());
    expect(rows).toMatchObject([
      { text: '/checkout', rows: 9, matched: 'tp_2', suggested: null, isSame: false, maybe: null },
      { text: '/basket', rows: 5, matched: null, suggested: 'tp_1', isSame: true, maybe: null },
      { text: '/jobs', rows: 1, matched: null, suggested: null, isSame: false, maybe: null },
    ]);
    // A suggestion counts once it is confirmed, and not when it is refused.
    expect(confirmed(rows, rules, 'place').map(({ text, touchpointId }) => [text, touchpointId])).toEqual([
      ['/checkout', 'tp_2'],
      ['/basket', 'tp_1'],
    ]);
    expect(matchRows(spots, rules, touchpoints, new Map([['/basket', 'said']]))[1]?.suggested).toBeNull();
  });

  it('WZ10 the very name is told from a guess; what shares little is offered and not taken', () => {
    const titles = ['Tracks the parcel', 'Asks in the live chat', 'Reads the help pages'];
    const some = titles.map((title, at) => ({ id: `tp_${at}`, title }));
    const names = ['tracks the parcel', 'Tracks the percel', 'Asks the chatbot', '/help', 'jobs'];
    const rows = matchRows(
      names.map((place) => ({ place, channel: '', device: '', rows: 1 })),
      ...([[], some, new Map<string, 'said'>()] as const),
    );
    expect(rows.map(({ suggested, isSame, maybe }) => [suggested, isSame, maybe])).toEqual([
      ['tp_0', true, null],
      ['tp_0', false, null],
      ['tp_1', false, null],
      [null, false, 'tp_2'],
      [null, false, null],
    ]);
    expect(confirmed(rows, [], 'place').map(({ text }) => text)).toEqual(names.slice(0, 3));
    expect([...textsTogether(rows)]).toEqual([
      ['tracks the parcel', ['Tracks the percel']],
      ['Tracks the percel', ['tracks the parcel']],
    ]);
  });

  it('I28 a touchpoint that has its text is proposed for another only when that is nearly the same', () => {
    const steps = ['register request', 'reject request', 'Register requests'].map((place) => ({
      ...{ place, channel: '', device: '', rows: 1 },
    }));
    const one = [{ id: 'tp_1', title: 'Register request' }];
    expect(matchRows(steps, [], one, new Map()).map(({ suggested }) => suggested)).toEqual(['tp_1', null, 'tp_1']);
    const rules = withPlace([], 'place', 'register request', 'tp_1');
    expect(matchRows(steps, rules, one, new Map())[1]?.suggested).toBeNull();
  });

  it('I28 where the channel decides, the list says so; a text can be given away and taken back', () => {
    const app = { how: 'equals', column: 'channel', text: 'app', touchpointId: 'tp_2' } as const;
    expect(matchRows(spots, [app], touchpoints, new Map())[1]?.matched).toBe(several);
    const given = withPlace(withPlace([app], 'place', '/basket', 'tp_2'), 'place', '/basket', 'tp_1');
    expect(given.map(({ text, touchpointId }) => [text, touchpointId])).toEqual([
      ['/basket', 'tp_1'],
      ['app', 'tp_2'],
    ]);
    expect(withPlace(given, 'place', '/basket', null)).toEqual([app]);
  });
});

describe('profiles', () => {
  const shop = 'Page;Channel;Views;Bounce rate\n/basket;app;10;0,5\n/checkout;web;7;0,25\n';
  const matching: Matching = {
    ...noMatching,
    rules: [{ how: 'contains', column: 'place', text: 'basket', touchpointId: 'tp_1' }],
    picks: new Map([['Bounce rate', { kpi: 'field:bounceRate', factor: 100 }]]),
  };

  it('I31 what was said about columns, settings and KPIs is there again for the next file of the same columns', async () => {
    const overrides = { decimal: ',', totals: false } as const;
    const seen = await inspect(shop, overrides);
    const views = columnsOf(seen).find(({ name }) => name === 'Views');
    if (views === undefined) throw new Error('no column');
    const reading = withRole(readingOf(seen, 'metrics'), views, 'n');
    expect(roleOf(reading, 'Views')).toBe('n');
    const fields = profileOf('Shop', seen, reading, overrides, matching);
    const record = { ...fields, id: 'pf_1', order: 'a0' };
    expect(schemas.map.matchProfiles.safeParse(record).success).toBe(true);
    expect(profileOverrides(record)).toEqual(overrides);
    const next = await inspect(shop.replace('app;10', 'phone;11'), overrides);
    expect(fitsProfile(record, next)).toBe(true);
    expect(applyProfile(record, next)).toEqual({ reading, matching });
    expect(fitsProfile(record, await inspect('Page;Views\n/a;1\n/b;2\n'))).toBe(false);
  });

  it('I31 scales, definitions, months and zones are kept too', async () => {
    const seen = await inspect('Date,Place,How satisfied are you?\n03/04/2026,a,5\n04/05/2026,b,2\n');
    const guessed = readingOf(seen, 'survey');
    expect(missingFor(seen, guessed)).toEqual(['order']);
    if (guessed.kind !== 'survey') throw new Error('a survey was expected');
    const scores = guessed.settings.scores.map((score) => ({ ...score, scale: { least: 1, greatest: 7 } }));
    const reading = {
      kind: 'survey',
      settings: { ...guessed.settings, scores, order: 'monthFirst', byMonth: true },
    } as const;
    const said: Matching = {
      ...noMatching,
      scores: new Map([['How satisfied are you?', { as: 'mean', best: 'high' }]]),
    };
    const record = { ...profileOf('Survey', seen, reading, {}, said), id: 'pf_1', order: 'a0' };
    expect(applyProfile(record, seen)).toEqual({ reading, matching: { ...said, rules: [] } });
    expect(missingFor(seen, reading)).toEqual([]);
    const log = await inspect('case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n');
    const events = readingOf(log);
    if (events.kind !== 'events') throw new Error('a log was expected');
    const zoned = { kind: 'events', settings: { ...events.settings, zone: 'Asia/Bangkok' } } as const;
    const kept = { ...profileOf('Log', log, zoned, {}, noMatching), id: 'pf_2', order: 'a1' };
    expect(applyProfile(kept, log).reading).toEqual(zoned);
    for (const measures of [null, [], ['volume', 'repeats']] as const) {
      const fields = profileOf('Log', log, zoned, {}, { ...noMatching, measures });
      expect(applyProfile({ ...fields, id: 'pf_3', order: 'a2' }, log).matching.measures).toEqual(measures);
    }
  });

  it('I31 roles go from column to column: one case, several activities, and none left behind', async () => {
    const seen = await inspect('case,step,detail,time\n1,a,x,2026-01-01\n1,b,y,2026-01-02\n');
    const column = (name: string) => {
      const found = columnsOf(seen).find((each) => each.name === name);
      if (found === undefined) throw new Error(name);
      return found;
    };
    let reading = withRole(readingOf(seen, 'events'), column('detail'), 'activity');
    expect([roleOf(reading, 'step'), roleOf(reading, 'detail')]).toEqual(['activity', 'activity']);
    reading = withRole(withRole(reading, column('step'), 'case'), column('detail'), 'none');
    expect(['case', 'step', 'detail'].map((name) => roleOf(reading, name))).toEqual(['none', 'case', 'none']);
    expect(missingFor(seen, reading)).toEqual(['activity']);
  });
});

describe('figures on a map', () => {
  const source: FiguresPlan['source'] = {
    ...{ kind: 'metrics', fileName: 'a.csv', hash: 'c'.repeat(64), leftOut: '' },
    ...{ importedAt: '2026-02-03T04:05:06Z', rows: 1, rowsTaken: 1 },
  };
  const planAt = (placeId: string, replaces: string[] = []): FiguresPlan => ({
    ...{ source, replaces, evidence: [], links: [] },
    kpis: new Map([
      ['Views', { fields: { name: 'Views', unit: 'number', rollUp: 'sum' } }],
      ['Unused', { fields: { name: 'Unused' } }],
    ]),
    series: [{ kpi: 'Views', place: at(placeId), points: [{ ...period, value: 2, n: null }] }],
    profile: { name: 'Pages', kind: 'metrics', columns: { Page: 'place', '#kpi:Views': 'own|1' }, rules: [] },
  });

  it('I32 figures, the KPIs made for them and the profile are one gesture, and undone as one', () => {
    const { editor, ids } = smallMap();
    const before = editor.documents();
    const id = editor.transact('importFigures', (docs) => putFigures(docs, planAt(ids.a)));
    const { map, library } = editor.documents();
    const [kpi, ...more] = Object.values(library.kpis);
    expect([kpi?.name, more]).toEqual(['Views', []]);
    expect(Object.values(map.series)).toMatchObject([{ kpiId: kpi?.id, points: [{ value: 2, importId: id }] }]);
    // Next time the KPI is that of the library.
    expect(Object.values(map.matchProfiles)[0]?.columns).toEqual({
      ...{ Page: 'place', '#kpi:Views': `${kpi?.id}|1` },
      '#was:Views': `${kpi?.unit}:none`,
    });
    expect(editor.undo()).toBe('importFigures');
    expect(editor.documents()).toEqual(before);
  });

  it('I32 the same file twice is known by its hash, and replaces what it brought', () => {
    const { editor, ids } = smallMap();
    const put = (plan: FiguresPlan) => editor.transact('importFigures', (docs) => putFigures(docs, plan));
    const first = put(planAt(ids.a));
    const file = { name: 'b.csv', size: 1, hash: source.hash, rows: 1 };
    const known = importsOf(editor.documents().map, file);
    expect([known, importsOf(editor.documents().map, { ...file, hash: null })]).toEqual([[first], []]);
    const second = put(planAt(ids.b, known));
    const { map, library } = editor.documents();
    expect(Object.keys(map.dataImports)).toEqual([second]);
    expect(Object.values(map.series).map(({ placeId }) => placeId)).toEqual([ids.b]);
    expect(Object.keys(library.kpis)).toHaveLength(1);
    editor.run('removeImport', { id: second });
    expect(editor.documents().map.series).toEqual({});
  });

  it('WZ30 another table of a file joins what the first brought; the same table takes its place', async () => {
    const { editor, ids } = smallMap();
    const text = 'Channel,Users\nSearch,3\nMail,4\n\n\nDevice,Views\nPhone,5\nLaptop,6\n';
    const account = async (table: number) => {
      const seen = await inspect(text, { table });
      if (seen.format !== 'table') throw new Error('no table');
      const request = { table: seen.table, settings: seen.metrics };
      const read = await createDataApi().metrics(bytesAs('a.csv', text), request, () => undefined);
      if (!read.ok) throw new Error(read.code);
      return read.value.file;
    };
    const put = (place: string, file: FileAccount) => {
      const plan = planAt(place, importsOf(editor.documents().map, file));
      const own = { ...plan, source: accountOf('metrics', file, 2, [], source.importedAt) };
      return editor.transact('importFigures', (docs) => putFigures(docs, own));
    };
    const [first, second] = [await account(0), await account(1)];
    expect([first.hash === second.hash, first.table, second.table]).toEqual([true, 0, 1]);
    const kept = put(ids.a, first);
    const beside = put(ids.b, second);
    expect(Object.keys(editor.documents().map.dataImports).sort()).toEqual([kept, beside].sort());
    const again = put(ids.b, second);
    expect(Object.keys(editor.documents().map.dataImports).sort()).toEqual([kept, again].sort());
    const places = Object.values(editor.documents().map.series).map(({ placeId }) => placeId);
    expect(places.sort()).toEqual([ids.a, ids.b].sort());
  });

  it('I32 a plan that cannot be carried out leaves nothing behind', () => {
    const { editor } = smallMap();
    const before = editor.documents();
    expect(() => editor.transact('importFigures', (docs) => putFigures(docs, planAt('tp_gone')))).toThrow(/place/);
    expect(editor.documents()).toBe(before);
  });
});

describe('which files hold numbers', () => {
  it('I33 by the name, and for plain text by how it begins', async () => {
    const is = (name: string, text = '') => isDataFile(new File([text], name));
    for (const name of ['a.csv', 'A.TSV', 'log.xes', 'log.xes.gz', 'a.csv.gz']) expect(await is(name), name).toBe(true);
    for (const name of ['a.json', 'a.mmd', 'a.md', 'a.png']) expect(await is(name), name).toBe(false);
    expect(await is('a.txt', 'journey\n  title Shop')).toBe(false);
    expect(await is('a.txt', '---\ntitle: x\n---\njourney')).toBe(false);
    expect(await is('a.txt', 'case;activity\n1;a')).toBe(true);
  });
});
