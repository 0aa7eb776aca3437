import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import type { MatchProfile } from '../../../src/model/records/dataImport.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

type Small = ReturnType<typeof smallMap>;
type Change = Parameters<typeof wizardPlan>[4];

/** Puts a table of figures on a map; the number of measurements that the page promises is that of those put there. */
async function putOn({ editor }: Small, text: string, profile: MatchProfile | null = null, change?: Change) {
  const plan = await wizardPlan(text, editor.documents(), profile, 'metrics', change);
  const promised = plan.figures.series.reduce((sum, { points }) => sum + points.length, 0);
  const id = editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
  const put = Object.values(editor.documents().map.series).flatMap(({ points }) =>
    points.filter(({ importId }) => importId === id),
  );
  expect(put).toHaveLength(promised);
  return plan;
}

/** The values of each KPI by its name and unit, with n. */
function valuesOf({ editor }: Small) {
  const { map, library } = editor.documents();
  return Object.values(map.series).map(({ kpiId, points }) => [
    library.kpis[kpiId]?.name,
    library.kpis[kpiId]?.unit,
    ...points.map(({ value, n }) => (n === null ? value : [value, n])),
  ]);
}
const putNew = async (text: string, change?: Change) => {
  const map = smallMap();
  const plan = await putOn(map, text, null, change);
  return { map, plan, values: valuesOf(map) };
};
const profileIn = ({ editor }: Small) => {
  const [profile] = Object.values(editor.documents().map.matchProfiles);
  if (profile === undefined) throw new Error('no profile was kept');
  return profile;
};

describe('each KPI is of one name of a file', () => {
  it('WZ110 of several columns one is the usual KPI, the others are KPIs of their own names', async () => {
    const { values } = await putNew(
      'Touchpoint,Month,Purchase revenue,Total revenue,Ad revenue\nAdvert,2026-03,800,1000,200\n',
    );
    expect(values).toEqual([
      ['Purchase revenue', 'currency', 800],
      ['Revenue', 'currency', 1000],
      ['Ad revenue', 'currency', 200],
    ]);
    const rates = await putNew('Touchpoint,Session key event rate,User key event rate\nAdvert,0.5,0.25\n');
    expect(rates.values).toEqual([
      ['Conversion', 'percent', 50],
      ['User key event rate', 'percent', 25],
    ]);
  });

  it('WZ110 how many answered and what should be are no values of the KPI: they are left out, and it is said', async () => {
    const { values, plan } = await putNew('Touchpoint,CSAT target,CSAT,CSAT responses (n)\nAdvert,85,80,50\n');
    expect(values).toEqual([['CSAT', 'percent', 80]]);
    expect(plan.leftOut.join()).toContain('CSAT target');
    // Alone they are what they say.
    expect((await putNew('Touchpoint,NPS responses\nAdvert,50\n')).values).toEqual([['NPS responses', 'number', 50]]);
  });

  it('WZ110 a second name is rolled up as the first one; how often something happened is no share', async () => {
    const map = smallMap();
    await putOn(map, 'Touchpoint,NPS (previous month),NPS,CSAT mean,CSAT\nAdvert,12,13,4.2,80\n');
    expect(valuesOf(map)).toEqual([
      ['NPS (previous month)', 'points', 12],
      ['NPS', 'points', 13],
      ['CSAT (mean)', 'points', 4.2],
      ['CSAT', 'percent', 80],
    ]);
    const { library } = map.editor.documents();
    expect(Object.values(library.kpis).map(({ rollUp }) => rollUp)).not.toContain('sum');
    expect((await putNew('Touchpoint,Conversions,Abandoned carts\nAdvert,12,9\n')).values).toEqual([
      ['Conversions', 'number', 12],
      ['Abandoned carts', 'number', 9],
    ]);
  });

  it('WZ110 of several names that fit, the one that is the name of the KPI has it', async () => {
    const { values } = await putNew(
      'Touchpoint,Abandoned carts,Cart abandonment,Checkout abandonment rate\nTill,300,61,42\nVisit,200,55,40\n',
    );
    expect(values.map(([name, unit, value]) => [name, unit, value]).slice(0, 3)).toEqual([
      ['Abandoned carts', 'number', 300],
      ['Cart abandonment', 'percent', 61],
      ['Checkout abandonment', 'percent', 42],
    ]);
  });

  it('WZ110 names that differ in case and spaces alone are one KPI and rolled up', async () => {
    const { values } = await putNew(
      'KPI,Touchpoint,Value,n\nNPS,Advert,10,50\n nps ,Advert,30,150\nCalls,Advert,3,\ncalls,Advert,4,\n',
    );
    expect(values).toEqual([
      ['NPS', 'points', [25, 200]],
      ['Calls', 'number', 7],
    ]);
  });

  it('WZ110 names that somebody makes one KPI are put together, which is said, and never unasked', async () => {
    const text = 'Touchpoint,Month,Inbound,Outbound\nAdvert,2026-03,5,7\n';
    const one: Change = ({ matching }) => ({
      matching: {
        ...matching,
        picks: new Map(['Inbound', 'Outbound'].map((name) => [name, { kpi: 'field:supportContacts', factor: 1 }])),
      },
    });
    const { map, plan, values } = await putNew(text, one);
    expect(values).toEqual([['Contacts to support', 'number', 12]]);
    expect(plan.kpiDoubts.join()).toContain('“Inbound”, “Outbound” are one KPI here, Contacts to support');
    expect((await wizardPlan(text, map.editor.documents(), profileIn(map))).kpiDoubts).toHaveLength(1);
  });

  it('WZ110 a column that is new does not fall on the KPI that a profile has for another', async () => {
    const map = smallMap();
    const rows = (...kpis: string[]) =>
      `Touchpoint,KPI,Value\n${kpis.map((kpi, at) => `Advert,${kpi},${at + 5}\n`).join('')}`;
    await putOn(map, rows('Ad revenue'));
    const next = await putOn(map, rows('Total revenue', 'AD revenue'), profileIn(map));
    expect([next.newKpis, next.kpiDoubts]).toEqual([['Total revenue'], []]);
    expect(valuesOf(map)).toEqual([
      ['Revenue', 'currency', 6],
      ['Total revenue', 'currency', 5],
    ]);
  });

  it('WZ113 satisfaction as a mean of its scale is no percentage of answers', async () => {
    const map = smallMap();
    await putOn(map, 'Touchpoint,Month,CSAT,n\nAdvert,2026-01,4.2,130\n');
    const now = await putOn(map, 'Touchpoint,Month,CSAT,n\nAdvert,2026-02,84,130\n');
    expect(now.kpiDoubts).toEqual([]);
    expect(valuesOf(map)).toEqual([
      ['CSAT', 'points', [4.2, 130]],
      ['CSAT (top-two-box)', 'percent', [84, 130]],
    ]);
    const { editor } = map;
    expect(Object.values(editor.documents().library.kpis).map(({ definition }) => definition)).toEqual([
      'mean',
      'topTwo',
    ]);
  });
});

describe('satisfaction by its names', () => {
  it.each([
    'Этап;Удовлетворённость;Ответы',
    'Этап;Удовлетворенность;Количество ответов',
    'Etapa;Satisfacción;Número de respuestas',
    'Étape;Satisfaction;Nombre de réponses',
    'Kontaktpunkt;Zufriedenheit (Ø);Anzahl Antworten',
    'Kontaktpunkt;Kundenzufriedenheit;Zahl der Antworten',
    '阶段;满意度;回答数',
  ])('WZ113 %s', async (head) => {
    const { values } = await putNew(`${head}\nAdvert;4,2;130\nVisit;3,9;80\n`);
    expect(values).toEqual([
      ['CSAT', 'points', [4.2, 130]],
      ['CSAT', 'points', [3.9, 80]],
    ]);
  });

  it.each(['Dissatisfaction', 'Unzufriedenheit', 'Неудовлетворённость', 'Insatisfacción'])(
    'WZ113 %s is none',
    async (name) => {
      const { values } = await putNew(`Touchpoint,${name}\nAdvert,4.2\n`);
      expect(values.map(([own]) => own)).toEqual([name]);
    },
  );
});

describe('percent signs', () => {
  it.each([
    ['Conversion rate', '100%', '120%', ['Conversion', 'percent', 100, 120]],
    ['Usage change rate', '-5%', '3%', ['Usage change rate', 'percent', -5, 3]],
    ['Share of budget', '80%', '120%', ['Share of budget', 'percent', 80, 120]],
    ['NPS', '45%', '7%', ['NPS', 'points', 45, 7]],
    ['Conversion rate', '0.4%', '13.5 %', ['Conversion', 'percent', 0.4, 13.5]],
    // Without a sign the numbers tell as before.
    ['Bounce rate', '0.25', '0.5', ['Bounce rate', 'percent', 25, 50]],
    ['Bounce rate', '12.5', '0.5', ['Bounce rate', 'percent', 12.5, 0.5]],
  ])('WZ112 %s of %s and %s', async (name, first, second, expected) => {
    const { values } = await putNew(`Touchpoint,Month,${name}\nAdvert,2026-01,${first}\nAdvert,2026-02,${second}\n`);
    expect(values).toEqual([expected]);
  });

  it('WZ112 values with a sign and without stand in one column of values', async () => {
    const { values } = await putNew(
      'Touchpoint,KPI,Value\nAdvert,Bounce rate,12.5%\nVisit,Bounce rate,0.25\nAdvert,Calls,7\n',
    );
    expect(values).toEqual([
      ['Bounce rate', 'percent', 12.5],
      ['Bounce rate', 'percent', 25],
      ['Calls', 'number', 7],
    ]);
  });
});

describe('a file written otherwise than the one before', () => {
  const month = (number: string, value: string) => `Touchpoint,Month,Bounce rate\nAdvert,2026-${number},${value}\n`;
  const asked = (plan: Awaited<ReturnType<typeof wizardPlan>>) => plan.kpiDoubts.length > 0;

  it.each([
    ['12.5', '13.5%', false, 13.5],
    ['0.125', '13.5%', false, 13.5],
    ['12.5%', '13.5%', false, 13.5],
    ['0.125', '0.135', false, 13.5],
    ['12.5', '13.5', false, 13.5],
    ['12.5%', '13.5', true, 13.5],
    ['12.5%', '0.135', true, 13.5],
    ['0.125', '13.5', true, 13.5],
    ['12.5', '0.135', true, 13.5],
    ['12.5', '0', false, 0],
  ])('WZ111 after %s comes %s: asked %s, then %s', async (first, second, isAsked, value) => {
    const map = smallMap();
    await putOn(map, month('01', first));
    const next = await putOn(map, month('02', second), profileIn(map));
    expect([asked(next), next.newKpis]).toEqual([isAsked, []]);
    expect(valuesOf(map)).toEqual([['Bounce rate', 'percent', 12.5, value]]);
  });

  it('WZ111 what somebody has looked at is not asked about again, and the profile keeps it', async () => {
    const map = smallMap();
    await putOn(map, month('01', '12.5'));
    const [kpi = ''] = Object.keys(map.editor.documents().library.kpis);
    await putOn(map, month('02', '0.5'), profileIn(map), ({ matching }) => ({
      matching: { ...matching, picks: new Map([['Bounce rate', { kpi, factor: 1, written: 'fractions' as const }]]) },
    }));
    const next = await putOn(map, month('03', '0.6'), profileIn(map));
    expect(asked(next)).toBe(false);
    expect(valuesOf(map)).toEqual([['Bounce rate', 'percent', 12.5, 0.5, 0.6]]);
  });

  it('WZ111 a profile of before that says nothing of it asks where its factor does not suit the values', async () => {
    const map = smallMap();
    await putOn(map, month('01', '0.125'));
    const profile = profileIn(map);
    const columns = Object.fromEntries(
      Object.entries(profile.columns).filter(([head]) => !head.startsWith('#written:')),
    );
    const old = { ...profile, columns };
    const of = async (value: string) => asked(await wizardPlan(month('02', value), map.editor.documents(), old));
    expect([await of('0.135'), await of('13.5%'), await of('13.5')]).toEqual([false, false, true]);
  });
});
