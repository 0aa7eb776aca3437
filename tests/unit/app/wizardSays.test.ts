import { describe, expect, it } from 'vitest';
import { isEvidence } from '../../../src/app/dataImport/isEvidence.ts';
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

  it('WZ78 a table of quotes is told from figures, answers and logs', async () => {
    const quotes =
      'Quote,Touchpoint,Kind,Source,Date,Feeling,Persona\n' +
      'Nobody rang me back for a week,Calls support,ticket,Helpdesk,2026-09-01,-2,Anna\n' +
      'The parcel came a day early,Parcel arrives,review,Trustpilot,2026-09-02,2,Max\n';
    expect(isEvidence(await inspect(quotes))).toBe(true);
    expect(isEvidence(await inspect('Zitat;Quelle;Persona\nIch habe lange gewartet;Forum;Anna\n'))).toBe(true);
    for (const other of [
      'Touchpoint,KPI,Value,n,Source,Comment\nPays,CSAT,4,20,Survey,all went very well\nAsks,CSAT,3,30,Survey,it took too long\n',
      'Page,Views,Source\n/a,10,web\n/b,20,app\n',
      'How likely are you to recommend us? NPS,Comment,Source,Page\n9,I liked it a lot,web,/a\n3,It was far too slow,app,/b\n0,It was all wrong,app,/b\n',
      'case,activity,time,source,comment\n1,a,2026-01-01,web,all is well here\n1,b,2026-01-02,web,all is well here\n',
    ])
      expect(isEvidence(await inspect(other)), other).toBe(false);
  });

  it('WZ79 one column of dates settles the order for those of the same shape', async () => {
    const order = async (text: string) => (await inspect(text)).metrics.order;
    const row = (from: string, to: string) => `Ort;KPI;Wert;von;bis\nPays;CSAT;4;${from};${to}\n`;
    expect(await order(row('01.09.2026', '30.09.2026'))).toBe('dayFirst');
    expect(await order(row('01/09/2026', '01/30/2026'))).toBe('monthFirst');
    expect(await order(row('01.09.2026', '01/30/2026'))).toBeNull();
    expect(await order(row('01.09.2026', '02.09.2026'))).toBeNull();
  });
});
