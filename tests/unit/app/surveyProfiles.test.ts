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
const answers = (month: string, list: readonly number[]) =>
  `Response ID,Submitted,CSAT (1-5)\n${list.map((own, at) => `${at},2026-${month}-0${at + 1},${own}`).join('\n')}\n`;
const profileIn = ({ editor }: Small) => {
  const [profile] = Object.values(editor.documents().map.matchProfiles);
  if (profile === undefined) throw new Error('no profile was kept');
  return profile;
};

async function putOn({ editor }: Small, text: string, profile: MatchProfile | null = null) {
  const plan = await wizardPlan(text, editor.documents(), profile, 'survey');
  editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
  return plan;
}

/** The values of each KPI by its name, month by month, rounded. */
function valuesOf({ editor }: Small) {
  const { map, library } = editor.documents();
  return Object.values(map.series).map(({ kpiId, points }) => [
    library.kpis[kpiId]?.name,
    library.kpis[kpiId]?.definition,
    [...points].sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ value }) => Math.round(value)),
  ]);
}

describe('a survey of every month', () => {
  it('WZ81 the profile keeps the definition that was guessed: next month is the same share', async () => {
    const map = smallMap();
    await putOn(map, answers('10', [5, 4, 3, 1, 5]));
    expect(valuesOf(map)).toEqual([['CSAT', 'topTwo', [60]]]);
    const next = await putOn(map, answers('11', [5, 1, 1, 2, 4]), profileIn(map));
    expect([next.newKpis, next.unknown]).toEqual([[], []]);
    expect(valuesOf(map)).toEqual([['CSAT', 'topTwo', [60, 40]]]);
  });

  it('WZ81 a value of another definition than the KPI of that name has is asked about, and gets a KPI of its own', async () => {
    const map = smallMap();
    await putOn(map, answers('10', [5, 4, 3, 1, 5]));
    // A profile of which the definition is another than that of the library's KPI.
    const kept = profileIn(map);
    const columns = { ...kept.columns, '#score:CSAT (1-5)': 'mean|high|1|5' };
    const next = await putOn(map, answers('11', [5, 5, 5, 5, 5]), { ...kept, columns });
    expect(next.newKpis).toEqual(['CSAT (mean)']);
    expect(valuesOf(map)).toEqual([
      ['CSAT', 'topTwo', [60]],
      ['CSAT (mean)', 'mean', [5]],
    ]);
    // From now on it is known.
    const then = await wizardPlan(answers('12', [1, 2, 3, 4, 5]), map.editor.documents(), { ...kept, columns });
    expect(then.newKpis).toEqual([]);
  });

  it('WZ81 two questions of one file with different definitions do not share a KPI', async () => {
    const map = smallMap();
    const text = 'Submitted,CSAT shop (1-5),CSAT call (1-5)\n2026-10-01,5,5\n2026-10-02,3,1\n';
    const plan = await wizardPlan(text, map.editor.documents(), null, 'survey', ({ matching }) => ({
      matching: { ...matching, scores: new Map([['CSAT call (1-5)', { as: 'mean', best: 'high' }]]) },
    }));
    map.editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
    expect(valuesOf(map)).toEqual([
      ['CSAT', 'topTwo', [50]],
      ['CSAT (mean)', 'mean', [3]],
    ]);
  });

  it('WZ89 two questions of one measure in one file are two KPIs, also the next month', async () => {
    const map = smallMap();
    const text = (month: string) =>
      `Submitted,CSAT shop (1-5),CSAT call (1-5)\n2026-${month}-01,5,5\n2026-${month}-02,3,5\n`;
    await putOn(map, text('10'));
    const next = await putOn(map, text('11'), profileIn(map));
    expect(next.newKpis).toEqual([]);
    expect(valuesOf(map)).toEqual([
      ['CSAT', 'topTwo', [50, 50]],
      ['CSAT call (1-5)', 'topTwo', [100, 100]],
    ]);
  });

  it('WZ89 a question whose heading is the usual name is not written over the one before it', async () => {
    const map = smallMap();
    await putOn(map, 'Submitted,Would you recommend us?,NPS\n2026-10-01,10,0\n2026-10-02,9,0\n');
    expect(valuesOf(map)).toEqual([
      ['NPS', 'none', [100]],
      ['NPS (2)', 'none', [-100]],
    ]);
  });

  it('WZ81 answers of which many are not on the scale of the profile are asked about', async () => {
    const map = smallMap();
    await putOn(map, answers('10', [5, 4, 3, 1, 5]));
    const next = await wizardPlan(answers('11', [10, 9, 3, 1, 5]), map.editor.documents(), profileIn(map));
    expect([next.offScale, next.newKpis]).toEqual([2, []]);
    const stray = answers('11', [5, 4, 3, 1, 5]);
    expect((await wizardPlan(stray, map.editor.documents(), profileIn(map))).offScale).toBe(0);
  });
});

describe('a table of every month', () => {
  const table = (month: string, value: string) =>
    `Touchpoint,KPI,Value,n,Period\nVisit,CSAT,${value},50,2026-${month}\n`;

  it('WZ81 a KPI that has become one of another unit or definition, or is gone, is asked about', async () => {
    const map = smallMap();
    const first = await wizardPlan(table('10', '75'), map.editor.documents());
    map.editor.transact('importFigures', (docs) => putFigures(docs, first.ready('2026-12-01T00:00:00Z')));
    const profile = profileIn(map);
    const newKpis = async () => (await wizardPlan(table('11', '80'), map.editor.documents(), profile)).newKpis;
    expect(await newKpis()).toEqual([]);
    const [id = ''] = Object.keys(map.editor.documents().library.kpis);
    map.editor.run('updateKpi', { id, fields: { definition: 'mean', unit: 'points' } });
    expect(await newKpis()).toEqual(['CSAT']);
    map.editor.undo();
    expect(await newKpis()).toEqual([]);
    map.editor.run('updateKpi', { id, fields: { archived: true } });
    expect(await newKpis()).toEqual(['CSAT']);
  });

  it('I52 a comment feels like the score beside it on the scale of the column that the score stands in', async () => {
    const { editor } = smallMap();
    const text = [
      'Touchpoint,NPS,CSAT,Comment',
      ...['Advert,,5,Really happy with this', 'Advert,9,1,Good on the whole', 'Form,,1,Awful', 'Form,0,,Never again'],
      ...['Form,,,No score', 'Form,10,5,Fine', 'Form,7,4,Well'],
    ].join('\n');
    const plan = await wizardPlan(text, editor.documents(), null, 'survey');
    expect(plan.figures.evidence.map(({ fields }) => [fields.text, fields.sentiment])).toEqual([
      ...[['Really happy with this', 2] as const, ['Good on the whole', 1] as const, ['Awful', -2] as const],
      ...[['Never again', -2] as const, ['No score', null] as const, ['Fine', 2] as const, ['Well', 0] as const],
    ]);
  });
});
