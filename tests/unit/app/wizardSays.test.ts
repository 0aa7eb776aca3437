import { describe, expect, it } from 'vitest';
import { spotsOf } from '../../../src/app/dataImport/plans.ts';
import { missingFor, readingOf } from '../../../src/app/dataImport/reading.ts';
import { scoresOf } from '../../../src/app/dataImport/surveyTotals.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';

const api = createDataApi();

async function inspect(text: string) {
  const seen = await api.inspect(bytesAs('a.csv', text), 'UTC');
  if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
  return seen.value;
}

describe('what the wizard says of a file', () => {
  it('WZ6 a table without rows is said to have none, whatever its rows would be', async () => {
    const seen = await inspect('case,activity,time\n');
    for (const kind of ['events', 'metrics', 'survey', 'analytics'] as const)
      expect(missingFor(seen, readingOf(seen, kind)), kind).toEqual(['rows']);
    const filled = await inspect('case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n');
    expect(missingFor(filled, readingOf(filled, 'events'))).toEqual([]);
  });

  it.each([
    ['Ort;KPI;Wert;n;Zeitraum\nPays by card;Conversion;87,5;1.200;2025-09\nTracks;CSAT;74,25;2.100;2025-09\n'],
    ['Ort;Kennzahl;Wert;Anzahl;Irgendwann\nPays by card;Conversion;87,5;1200;2025-09\nTracks;CSAT;74;2100;2025-10\n'],
  ])('WZ7 months are the period of a table in German: %s', async (text) => {
    const { table, metrics: settings } = await inspect(text);
    const read = await api.metrics(bytesAs('a.csv', text), { table, settings }, () => {});
    if (!read.ok) throw new Error(read.code);
    expect(read.value.rows[0]).toMatchObject({
      ...{ place: 'Pays by card', kpi: 'Conversion', value: 87.5, n: 1200 },
      period: { from: '2025-09-01', to: '2025-09-30' },
    });
  });

  it('WZ7 a column of texts that are no periods is none', async () => {
    const { metrics: settings } = await inspect('place,KPI,value,note\na,CSAT,4,Q1 was slow\nb,CSAT,3,fine\n');
    expect(settings.from).toBeNull();
  });

  it('WZ8 all rows that say something count, in a score or a comment; those that say nothing are counted apart', async () => {
    const answers = ['10,Fast', '9,', ',Too many e-mails', '3,', 'NA,', '8,Fine'];
    const text = `How likely are you to recommend us?,comment,date\n${answers.map((own, at) => `${own},2025-10-0${at + 1}`).join('\n')}\n`;
    const { table, survey: settings } = await inspect(text);
    const read = await api.survey(bytesAs('a.csv', text), { table, settings }, () => {});
    if (!read.ok) throw new Error(read.code);
    expect(read.value.blank).toBe(1);
    expect(spotsOf({ kind: 'survey', data: read.value })).toMatchObject([{ place: '', rows: 5 }]);
    const [column = ''] = settings.scores.map((score) => score.column);
    expect(scoresOf(read.value.answers, new Map([[column, { measure: 'nps' }]]))).toMatchObject([
      // (2 - 1) / 4
      { value: 25, n: 4, groups: { promoters: 2, passives: 1, detractors: 1 } },
    ]);
    const shop = { measure: 'csat', as: 'mean', scale: { least: 1, greatest: 10 } } as const;
    expect(scoresOf(read.value.answers, new Map([[column, shop]]))).toMatchObject([{ value: 7.5, groups: null }]);
  });
});
