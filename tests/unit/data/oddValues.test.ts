import { beforeAll, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

it('WZ122 rows that name no KPI, or end before they begin, are left out with their line; the others go on the map', async () => {
  const { editor } = smallMap();
  const text = `Touchpoint,KPI,Value,n,From,To
Advert,NPS,10,50,2026-01-01,2026-01-31
Visit,,30,50,2026-01-01,2026-01-31
Till,NPS,20,50,2026-02-01,2026-01-01
Till, ,20,50,2026-02-01,2026-02-28
Visit,NPS,30,40,2026-02-01,2026-02-28
`;
  const { leftOut, ready } = await wizardPlan(text, editor.documents());
  expect(leftOut.slice(0, 2)).toEqual([
    '2 rows that name no KPI in "KPI" (first on line 3).',
    '1 row whose last day is before its first (line 4: 2026-02-01 – 2026-01-01).',
  ]);
  editor.transact('importFigures', (docs) => putFigures(docs, ready('2026-11-20T00:00:00Z')));
  const { series } = editor.documents().map;
  expect(Object.values(series).map(({ points }) => points.map(({ value }) => value))).toEqual([[10], [30]]);
});
