import { describe, expect, it } from 'vitest';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';

async function seen(text: string) {
  const found = await createDataApi().inspect(bytesAs('a.csv', text), 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
  return found.value;
}
const kindOf = async (text: string) => {
  const { kind } = await seen(text);
  return [kind.kind, kind.sure];
};

describe('ready figures and answers', () => {
  it.each([
    ['means with n', 'Touchpoint,Month,CSAT,n\nSees an advert,2026-01,4.2,130\nIs asked,2026-01,3.9,80\n', true],
    ['German heads', 'Touchpoint;Zufriedenheit;Anzahl\nWerbung;4,2;130\nKauf;3,9;80\n', true],
    ['two with n each', 'Touchpoint,NPS,n,CSAT,n\nAdvert,-20,50,4.1,60\nVisit,30,40,3.6,70\n', true],
    ['two with n each, on scales', 'Touchpoint,NPS,n,CSAT,n\nAdvert,9,50,4,60\nVisit,8,40,3,70\n', true],
    ['means without n', 'Touchpoint,CSAT\nAdvert,4.2\nVisit,3.9\nAdvert,3.7\n', true],
    ['a whole mean among others', 'Touchpoint,CSAT\nAdvert,4.21\nVisit,4\nAdvert,3.87\n', true],
    ['places that come once', 'Touchpoint,CSAT\nAdvert,4\nVisit,3\nTill,5\n', false],
    ['places once a month', 'Touchpoint,Month,CSAT\nAdvert,2026-01,4\nVisit,2026-01,3\nAdvert,2026-02,5\n', false],
  ])('I60 %s are figures', async (_, text, sure) => {
    expect(await kindOf(text)).toEqual(['metrics', sure]);
  });

  it.each([
    ['answers at places', 'Touchpoint,CSAT\nAdvert,4\nVisit,3\nAdvert,5\n'],
    ['answers with a stray fraction', 'Touchpoint,CSAT\nAdvert,4\nVisit,3\nAdvert,5\nVisit,2.2\n'],
    ['half stars', 'Touchpoint,Rating\nAdvert,4.5\nVisit,3.5\nAdvert,5\n'],
    ['numbered answers', 'n,Touchpoint,CSAT\n1,Advert,4\n2,Visit,3\n3,Advert,5\n'],
    ['answers with ids', 'Response ID,Touchpoint,CSAT\nR1,Advert,4\nR2,Visit,3\n'],
    ['answers of days', 'Date,Touchpoint,CSAT\n2026-01-02,Advert,4\n2026-01-03,Visit,3\n'],
    ['answers with comments', 'Touchpoint,CSAT,Comment\nAdvert,4,Fine\nVisit,3,Slow\n'],
  ])('I60 %s stay answers', async (_, text) => {
    expect((await kindOf(text))[0]).toBe('survey');
  });

  it.each([
    [
      'of a respondent with a count',
      'Response ID,Date,NPS,Sample,Comment\n1,2026-01-03,9,12,good one\n2,2026-01-04,3,9,bad\n',
      true,
    ],
    ['of an id with a count', 'Response ID,Touchpoint,NPS,Count\n1,Visit,9,3\n2,Visit,3,1\n3,Till,10,5\n', true],
    ['with a base of one', 'Respondent,Segment,NPS,Base\n1,A,9,1\n2,B,3,1\n3,A,10,1\n', true],
    ['of users with a count', 'User,Touchpoint,Rating,Count\nann,Visit,5,2\nbob,Till,3,1\ncy,Visit,4,7\n', false],
    ['that are means of each', 'Respondent,Date,Avg rating\nR1,2026-01-03,4.33\nR2,2026-01-04,3.67\n', false],
    ['of participants', 'Participant,CSAT,CES\nP1,5,6\nP2,3,2\nP3,4,5\n', true],
    ['of Teilnehmer', 'Teilnehmer;Zufriedenheit;CES\nT1;5;6\nT2;3;2\nT3;4;5\n', true],
    ['of companies by month', 'Company,Month,NPS\nAcme,2026-01,8\nBeta,2026-01,9\nAcme,2026-02,7\n', false],
    ['of ids with a dash', 'Teilnehmer-ID;Zufriedenheit;Anzahl\nT1;5;3\nT2;4;2\n', true],
    ['of companies', 'Company,NPS\nAcme,9\nBeta,10\nGamma,3\n', true],
  ])('I60 answers %s stay answers; where something speaks for figures they are asked', async (_, text, sure) => {
    expect(await kindOf(text)).toEqual(['survey', sure]);
  });

  it.each([
    ['two signs beside people', 'Customer,Touchpoint,CSAT,n\nAcme,Advert,4.21,20\nBeta,Visit,3.87,31\n', false],
    ['days of sliders or means', 'Date,Touchpoint,CSAT\n2026-01-03,Visit,4.3\n2026-01-04,Visit,3.7\n', false],
    ['a count with comments', 'Touchpoint,CSAT,n,Comment\nAdvert,4,20,It was fine\nVisit,3,31,It was slow\n', false],
    ['participants behind', 'Touchpoint;CSAT;Teilnehmer\nWerbung;4,2;130\nKauf;3,9;80\n', true],
    ['users behind', 'Touchpoint,Month,NPS,Users,Responses\nAdvert,2026-01,8,900,20\nVisit,2026-01,7,400,31\n', true],
  ])('I60 figures with %s', async (_, text, sure) => {
    expect(await kindOf(text)).toEqual(['metrics', sure]);
  });

  it('I60 why they are figures is said', async () => {
    const { kind } = await seen('Touchpoint,CSAT,n\nAdvert,4.2,5\nVisit,3.9,6\n');
    expect(kind.reasons).toContainEqual({ code: 'countBeside', params: { column: 'n' } });
    expect(kind.reasons).toContainEqual({ code: 'betweenSteps', params: { column: 'CSAT' } });
  });
});

describe('names, types and counts', () => {
  it.each([
    ['a name beside a score', 'Name,NPS\nAnn,9\nBob,10\nCy,3\n', 'survey', null],
    ['a name beside any score', 'Name,Score\nAnn,9\nBob,10\nCy,3\n', 'metrics', 'Name'],
    ['a name beside means', 'Name,CSAT\nAdvert,4.21\nVisit,3.87\n', 'metrics', null],
    ['a name beside values', 'Name,Value\nNPS,45\nCSAT,80\n', 'metrics', 'Name'],
  ])('I90 %s is asked, and is a KPI only beside values', async (_, text, kind, kpi) => {
    const found = await seen(text);
    expect([found.kind.kind, found.metrics.kpi]).toEqual([kind, kpi]);
    if (!text.includes('Value')) expect(found.kind.sure).toBe(false);
  });

  it.each(['Touchpoint ID', 'stepId', 'Page_ID', 'uuid'])('I91 %s of numbers is no figure', async (name) => {
    const { metrics } = await seen(`${name},Touchpoint,CSAT,n\n1,Advert,4.21,130\n2,Visit,3.87,80\n`);
    expect(metrics.values).toEqual(['CSAT']);
    const { metrics: counts } = await seen(`${name},Touchpoint,Count\n1,Advert,130\n2,Visit,80\n`);
    expect(counts.values).toEqual(['Count']);
  });

  it('I90 a name beside dates and comments is of who answered', async () => {
    expect(await kindOf('Date,Name,NPS,Comment\n2026-01-02,Ann,9,Fine\n2026-01-03,Bob,3,Slow\n')).toEqual([
      'survey',
      true,
    ]);
  });

  it.each([
    ['Survey Type', 'NPS', 'nps', 10],
    ['Survey', 'CES', 'ces', 10],
    ['Type', 'Customer satisfaction', 'csat', 10],
    ['Survey Type', 'Yearly', 'csat', 10],
  ])('I90 %s %s on all rows says what the scores are', async (name, type, measure, greatest) => {
    const { survey } = await seen(`${name},Score,Comment\n${type},9,Great\n${type},3,Too slow\n${type},10,\n`);
    expect(survey.scores).toMatchObject([{ column: 'Score', measure, scale: { greatest } }]);
  });

  it.each([
    ['Touchpoint,Count\nAdvert,1000\nVisit,50\n', ['Count']],
    ['Touchpoint,Month,Responses\nAdvert,2026-01,1000\nVisit,2026-01,50\n', ['Responses']],
    ['Touchpoint,Month,Responses\nAdvert,202601,1000\nVisit,202601,50\n', ['Responses']],
    ['Touchpoint,Responses,Count\nAdvert,20,1000\nVisit,30,50\n', ['Responses', 'Count']],
  ])('I91 counts alone are the figures: %j', async (text, values) => {
    const { kind, metrics } = await seen(text);
    expect([kind.kind, metrics.values, metrics.n, metrics.nOf]).toEqual(['metrics', values, null, {}]);
  });
});

describe('columns that count answers', () => {
  it.each([
    ['Touchpoint,NPS,n,CSAT,n', ['NPS', 'CSAT'], { NPS: 'n', CSAT: 'n (2)' }],
    ['Touchpoint,n,NPS,n,CSAT', ['NPS', 'CSAT'], { NPS: 'n', CSAT: 'n (2)' }],
    ['Touchpoint,NPS,CSAT,NPS responses,n (CSAT)', ['NPS', 'CSAT'], { NPS: 'NPS responses', CSAT: 'n (CSAT)' }],
    ['Touchpoint,Sessions,Generated leads,Services,Bounce_rate', null, { Bounce_rate: 'Sessions' }],
    ['Touchpoint,Sessions,Corporate visits,Click rate,CTR', null, { 'Click rate': 'Sessions', CTR: 'Sessions' }],
  ])('I63 of %s', async (head, values, nOf) => {
    const { metrics } = await seen(`${head}\nAdvert,20,50,70,60\nVisit,30,40,80,90\n`);
    expect([metrics.n, metrics.nOf]).toEqual([null, nOf]);
    expect(metrics.values).toEqual(values ?? head.split(',').slice(1));
  });

  it('I63 one alone is n of all figures', async () => {
    const { metrics } = await seen('Touchpoint,NPS,CSAT,n\nAdvert,20,50,60\nVisit,30,40,70\n');
    expect([metrics.n, metrics.nOf, metrics.values]).toEqual(['n', {}, ['NPS', 'CSAT']]);
  });
});
