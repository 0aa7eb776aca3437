import fc from 'fast-check';
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

/** Names that count, in several spellings, some of them of one kind. */
const names = [
  'Total revenue',
  'total revenue',
  ' TOTAL REVENUE ',
  'Ad revenue',
  'Revenue',
  'Calls',
  'calls',
  'Referral visits',
  'Referrals',
];
const cell = fc.record({
  kpi: fc.constantFrom(...names),
  place: fc.constantFrom('Advert', 'Visit'),
  value: fc.integer({ min: 1, max: 500 }),
});

it('WZ110 whatever the names of a file, no value of it is lost on the way to the map', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (cells) => {
      const { editor } = smallMap();
      const rows = cells.map(({ kpi, place, value }) => `${place},"${kpi}",${value}`);
      const plan = await wizardPlan(`Touchpoint,KPI,Value\n${rows.join('\n')}\n`, editor.documents());
      const promised = plan.figures.series.flatMap(({ points }) => points);
      editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
      const put = Object.values(editor.documents().map.series).flatMap(({ points }) => points);
      expect(put).toHaveLength(promised.length);
      const taken = cells.filter(({ kpi }) => plan.picks.get(firstOf(cells, kpi))?.kpi !== 'none');
      const sum = (values: readonly { readonly value: number }[]) => values.reduce((all, { value }) => all + value, 0);
      expect(sum(put)).toBe(sum(taken));
    }),
    { numRuns: 40 },
  );
});

/** The spelling of a name that came first. */
function firstOf(cells: readonly { readonly kpi: string }[], name: string): string {
  const key = (text: string) => text.trim().toLowerCase();
  return (cells.find(({ kpi }) => key(kpi) === key(name))?.kpi ?? name).trim();
}
