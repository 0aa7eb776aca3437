import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { readWhole } from '../../support/readWhole.ts';
import { bareDocs } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

describe('a blank row inside a table', () => {
  it.each([
    'NPS,Why?\n9,good\n,\n0,\n10,fine\n',
    'NPS,Why?\n9,good\n\n0,\n10,fine\n',
    'NPS,Why?\n9,good\n\n\n0,\n10,fine\n',
  ])('I65 a lone answer below it is an answer, no title: %j', async (text) => {
    const { totals } = await wizardPlan(text, bareDocs(), null, 'survey');
    expect(totals.map(({ n, value }) => [n, Math.round(value * 10) / 10])).toEqual([[3, 33.3]]);
  });

  it.each(['T1,5,x\n\n', 'T1,5,x\n,,\n', 'T1,5,x\n\n\n'])(
    'I65 rows that begin with # and are as wide as the others are no comments below it: %j',
    async (above) => {
      const { rows, counts } = await readWhole(`Ticket,NPS change,Note\n${above}#2,6,y\n#3,7,z\n#4 again,,w\nT4,8,w\n`);
      expect(rows.map(([ticket]) => ticket)).toEqual(['T1', '#2', '#3', '#4 again', 'T4']);
      expect(counts.comments).toBe(0);
    },
  );

  it.each([
    ['a value that is missing', 'Step,Value\nA,10\n,\nB,n/a\nC,30\nD,40\n', 4],
    ['one that is missing, behind two', 'Step,Value\nA,10\n\n\nB,n/a\nC,30\nD,40\n', 4],
    ['one that is not known', 'Step,Value\nA,10\n,\nB,unknown\nC,30\nD,40\n', 4],
    ['no value at all', 'Step,Value\nA,10\n\nB,\nC,30\nD,40\n', 4],
    ['no time', 'Case,Activity,Time\nc1,A,2026-01-01\n\nc2,B,\nc2,C,2026-01-02\n', 3],
    ['no time, behind two', 'Case,Activity,Time\nc1,A,2026-01-01\n\n\nc2,B,\nc2,C,2026-01-02\n', 3],
    ['a comment and no score', 'Why?,Score\ngood,9\n,\nbad,\nfine,10\n', 3],
    ['words alone, at the end', 'Why?,Score\ngood,9\n,\nbad,\n', 2],
  ])('I65 a row with %s below it stays where it is', async (_, text, count) => {
    const { report, rows } = await readWhole(text);
    expect([report.tables.length, rows.length]).toEqual([1, count]);
  });

  it.each([
    ['other columns', 'Page,Views\n/a,10\n/b,5\n\nChannel,Users,Sessions\nDirect,3,4\n', ''],
    ['other columns, filled up', 'Page,Views,\n/a,10,\n/b,5,\n,,\nChannel,Users,Sessions\nDirect,3,4\n', ''],
    ['a title', 'Page,Views\n/a,10\n/b,5\n\nChannels\nChannel,Users\nDirect,3\n', 'Channels'],
    ['a title with a blank line below', 'Page,Views\n/a,10\n/b,5\n\nChannels\n\nChannel,Users\nDirect,3\n', 'Channels'],
    ['names above figures', 'Page,Views\n/a,10\n/b,5\n\nChannel,Users\nDirect,3\n', ''],
  ])('I65 another table begins with %s', async (_, text, title) => {
    const { report, rows, counts } = await readWhole(text);
    expect(report.tables.map(({ names }) => names[0])).toEqual(['Page', 'Channel']);
    expect([report.tables[1]?.title, rows.length, counts.otherTables]).toEqual([title, 2, 1]);
    expect(report.unsure).toContain('table');
  });
});

describe('what stands below a table', () => {
  it.each([
    ['Touchpoint,NPS,n\nAdvert,12,130\nVisit,31,80\n,,\nTouchpoint,Visits,Orders\nAdvert,12034,20\nVisit,3001,30\n', 2],
    ['Touchpoint,NPS\nAdvert,12\nVisit,31\n,\nTouchpoint,CSAT\nAdvert,4.1\n', 2],
    ['Month,NPS\n2026-01,46\n2026-02,50\n,\nMonth,CSAT\n2026-01,81%\n', 2],
    [
      'case,activity,time\n1,Order,2026-01-03 10:00\n1,Pay,2026-01-04 10:00\n\ncase,type,country\n1,new,DE\n2,old,FR\n',
      2,
    ],
    ['Touchpoint,NPS\nAdvert,12\nVisit,31\n\n\nTouchpoint,Owner\nAdvert,Ann\nVisit,Bob\n', 2],
  ])('I92 is another table where its first name is said again: %j', async (text, rows) => {
    const read = await readWhole(text);
    expect([read.report.tables.length, read.rows.length]).toEqual([2, rows]);
    expect(read.report.unsure).toContain('table');
  });

  it.each([
    [
      'NPS,Comment\n9,good\n3,bad\n10,\n\nExported on 2026-02-01,\nTotal responses: 3,\n',
      3,
      2,
      'Exported on 2026-02-01',
    ],
    ['NPS\n9\n3\n10\n\nTotal responses: 3\n', 3, 1, 'Total responses: 3'],
    ['NPS,Comment\n9,good\n3,bad\n10,\n,\n3 responses,\n', 3, 1, '3 responses'],
    ['NPS,Comment\n9,good\n3,bad\n\nNPS: 33,\n', 2, 1, 'NPS: 33'],
    ['Comment,NPS\ngood,9\nbad,3\n\nExported on 2026-02-01\n', 2, 1, 'Exported on 2026-02-01'],
  ])('I92 is no row where a tool wrote it there, and is said: %j', async (text, rows, notes, example) => {
    const read = await readWhole(text);
    expect([read.report.tables.length, read.rows.length]).toEqual([1, rows]);
    expect(read.counts.notes).toMatchObject({ count: notes, example });
  });

  it('I92 answers in words and comments below a blank row stay rows', async () => {
    const worded = await readWhole('NPS,Why?\n7,a\n8,b\n,\nExtremely likely - 10,\n9,c\n');
    expect([worded.rows.length, worded.counts.notes]).toEqual([4, null]);
    const said = await readWhole('Why?,NPS\na,7\n,\nWe waited since 2026-01-03,\nb,9\n');
    expect([said.rows.length, said.counts.notes]).toEqual([3, null]);
    const { leftOut } = await wizardPlan('NPS,Why?\n9,a\n10,b\n,\nTotal responses: 2,\n', bareDocs(), null, 'survey');
    expect(leftOut.join(' ')).toContain('1 line below the table that is no row of it: “Total responses: 2” on line 5.');
  });
});

describe('a column that only makes room', () => {
  it.each([
    ['Case,Activity,,Time\n1,A,,2026-01-01\n1,B,,2026-01-02\n2,A,,2026-01-03\n', ['Case', 'Activity', 'Time']],
    ['Case,,Activity,Time\nc1,,A,2026-01-01\nc1,,B,2026-01-02\n', ['Case', 'Activity', 'Time']],
    ['Touchpoint,KPI,,Value,n\nAdvert,NPS,,20,50\nVisit,NPS,,30,40\n', ['Touchpoint', 'KPI', 'Value', 'n']],
  ])('I69 does not cut a table in two; its parts are offered: %j', async (text, names) => {
    const { report, rows } = await readWhole(text);
    expect(report.columns.filter(({ kind }) => kind !== 'empty').map(({ name }) => name)).toEqual(names);
    expect([report.settings.table, report.tables.length, report.unsure.includes('table')]).toEqual([0, 3, true]);
    expect(rows[0]).toHaveLength(names.length + 1);
    const part = await readWhole(text, { table: 1 });
    expect(part.names).toEqual(names.slice(0, text.indexOf(',,') === 4 ? 1 : 2));
  });

  it('I69 tables of one length beside each other are told apart, and can be read as one', async () => {
    const text = 'id,score,,team,city\na,5,,Red,Oslo\nb,4,,Blue,Rome\n';
    const { report, names } = await readWhole(text);
    expect([names, report.tables.length]).toEqual([['id', 'score'], 3]);
    expect((await readWhole(text, { table: 2 })).rows).toEqual([
      ['a', '5', '', 'Red', 'Oslo'],
      ['b', '4', '', 'Blue', 'Rome'],
    ]);
  });
});

describe('a header that begins with #', () => {
  it.each(['#Step,Value\nA,1\nB,2\n', '# Step,Value\nA,1\nB,2\n', '# made by hand\n#Step,Value\nA,1\nB,2\n'])(
    'I72 is one where figures stand right below it: %j',
    async (text) => {
      const { names, rows } = await readWhole(text);
      expect([names[1], rows]).toEqual([
        'Value',
        [
          ['A', '1'],
          ['B', '2'],
        ],
      ]);
      expect(names[0]).toMatch(/^# ?Step$/);
    },
  );

  it.each([
    '# Account: Shop, Inc\nStep,Value\nA,1\n',
    '# Shop, Inc\n# 3, 4\nStep,Value\nA,1\n',
    '# Shop, Inc\n\nStep,Value\nA,1\n',
  ])('I72 comments above a header are comments: %j', async (text) => {
    const { names, rows, report } = await readWhole(text);
    expect([names, rows]).toEqual([['Step', 'Value'], [['A', '1']]]);
    expect(report.tables[0]?.comments[0]).toContain('Shop');
  });
});
