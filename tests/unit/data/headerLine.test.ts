import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { noMatching, profileOf, profileOverrides } from '../../../src/app/dataImport/profile.ts';
import { readingOf } from '../../../src/app/dataImport/reading.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { schemas } from '../../../src/model/tables.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { readWhole } from '../../support/readWhole.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const pairs = 'Project;CX\nOwner;Me\nSource;CRM\nStep;Value\nA;1\nB;2\n';

describe('lines above the header', () => {
  it('I73 the line of the header can be said, and what stands above it is left aside', async () => {
    const { report } = await readWhole(pairs);
    expect(report.unsure).toContain('headerLine');
    expect(report.firstRows.slice(0, 4).map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'Project'],
      [2, 'Owner'],
      [3, 'Source'],
      [4, 'Step'],
    ]);
    const said = await readWhole(pairs, { headerLine: 4 });
    expect([said.names, said.rows, said.lines, said.counts.comments]).toEqual([
      ['Step', 'Value'],
      [
        ['A', '1'],
        ['B', '2'],
      ],
      [5, 6],
      3,
    ]);
    expect(said.report.tables.map(({ comments }) => comments)).toEqual([['Project;CX', 'Owner;Me', 'Source;CRM']]);
    expect(said.report.unsure).not.toContain('headerLine');
  });

  it('I73 it is guessed, and marked as a guess, where the lines above are shorter than the table', async () => {
    for (const end of ['', ';']) {
      const text = `Project;CX${end}\nOwner;Me${end}\nStep;Value;n\nA;1;5\nB;2;6\nC;3;7\nD;4;8\n`;
      const { report, names, rows } = await readWhole(text);
      expect([report.settings.headerLine, names, rows.length]).toEqual([3, ['Step', 'Value', 'n'], 4]);
      expect(report.unsure).toContain('headerLine');
      const kept = await readWhole(text, { headerLine: 0 });
      expect(kept.names[0]).toBe('Project');
    }
  });

  it.each([
    'Step,Value\nA,n/a\nB,unknown\nC,5\n',
    'Step,Value\nA,1\nB,2\n',
    'All we know\nAs told by us\nStep,Value,n\nA,1,2\nB,2,3\n',
    'Touchpoint,Quote\nAdvert,fine\nVisit,slow\nTill,late\n',
    '# Account: Shop, Inc\n# Start date: 20260101\n# All, users\nStep,Value\nA,1\n',
  ])('I73 nothing is asked, and the header is where it was found, of %j', async (text) => {
    const { report } = await readWhole(text);
    expect([report.settings.headerLine, report.unsure.includes('headerLine')]).toEqual([0, false]);
  });

  it('I73 a profile keeps the line that was said', async () => {
    const found = await createDataApi().inspect(bytesAs('a.csv', pairs), 'UTC', { headerLine: 4 });
    if (!found.ok) throw new Error(found.code);
    const kept = profileOf('Kept', found.value, readingOf(found.value), { headerLine: 4 }, noMatching);
    const profile = { ...kept, id: 'pf_1', order: 'a0' };
    expect(schemas.map.matchProfiles.safeParse(profile).success).toBe(true);
    expect(profileOverrides(profile)).toEqual({ headerLine: 4 });
  });
});
