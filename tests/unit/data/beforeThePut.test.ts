import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import type { ReadFile, Reading } from '../../../src/app/dataImport/reading.ts';
import { Scores } from '../../../src/app/dataImport/Scores.tsx';
import { monthsInOne } from '../../../src/app/dataImport/surveyTotals.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

/** Answers of some days as they are read; by month where it is wanted. */
async function monthsOf(days: readonly string[], byMonth = false): Promise<number> {
  const api = createDataApi();
  const file = bytesAs('nps.csv', `Date,NPS\n${days.map((day, at) => `${day},${at % 11}`).join('\n')}\n`);
  const seen = await api.inspect(file, 'UTC');
  if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
  const reading: Reading = { kind: 'survey', settings: { ...seen.value.survey, byMonth } };
  const data = await api.survey(file, { table: seen.value.table, settings: reading.settings }, () => {});
  if (!data.ok) throw new Error(data.code);
  const read: ReadFile = { kind: 'survey', data: data.value };
  return monthsInOne(read, reading);
}

describe('answers of several months', () => {
  it('WZ106 it is counted how many months become one figure, over the end of a year too', async () => {
    expect(await monthsOf(['2026-01-31', '2026-03-01', '2026-02-02'])).toBe(3);
    expect(await monthsOf(['2025-12-31', '2026-01-01'])).toBe(2);
    expect(await monthsOf(['2026-01-01', '2026-01-31'])).toBe(1);
    expect(await monthsOf(['2026-01-31', '2026-03-01'], true)).toBe(0);
  });

  it('WZ106 before they are put it is said, with how to have a course', () => {
    const shown = (months: number) => renderToStaticMarkup(createElement(Scores, { scores: [], months }));
    expect(shown(3)).toContain('The answers of 3 months become one figure.');
    expect([shown(1), shown(0)].join('')).not.toContain('become one figure');
  });
});

describe('columns of figures that are read as nothing', () => {
  it('WZ107 are listed before the figures are put', async () => {
    const plan = await wizardPlan(
      'KPI,2026-01,2026-02,2026-03\nNPS,12,14,16\nCSAT,80,81,82\n',
      smallMap().editor.documents(),
    );
    expect(plan.leftOut.join(' ')).toContain('2 columns of figures that were not taken: 2026-02, 2026-03.');
    const all = await wizardPlan('Touchpoint,Views,Users\nVisit,12,14\n', smallMap().editor.documents());
    expect(all.leftOut.join(' ')).not.toContain('not taken');
  });
});
