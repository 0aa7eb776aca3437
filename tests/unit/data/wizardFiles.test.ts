import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { isDataFile } from '../../../src/app/dataImport/isDataFile.ts';
import { KpiRows } from '../../../src/app/dataImport/KpiRows.tsx';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

describe('files that are dropped', () => {
  it.each([
    ['Costs.XLSX', [0x50, 0x4b, 0x03, 0x04]],
    ['costs.ods', [0x50, 0x4b, 0x03, 0x04]],
    ['costs.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('WZ19 %s goes where files with numbers are read, which says to save the sheet as CSV', async (name, bytes) => {
    expect(await isDataFile(new File([Uint8Array.from(bytes)], name))).toBe(true);
    const seen = await createDataApi().inspect(bytesAs(name, Uint8Array.from(bytes)), 'UTC');
    expect(seen).toMatchObject({ ok: false, code: 'spreadsheet' });
  });
});

describe('values before they are put on the map', () => {
  it('WZ20 they are shown in the unit of the KPI they become: percentages as the file has them, seconds as such', async () => {
    const { library } = smallMap().editor.documents();
    const text = 'Page,Click-through rate,Average engagement time,Visits\n/a,12.5%,63.2,1200\n/b,33%,40,7\n';
    const { values, picks } = await wizardPlan(text, smallMap().editor.documents());
    if (values === null) throw new Error('no values');
    const html = renderToString(
      createElement(KpiRows, { values, picks, countOf: () => null, library, onPick: () => {} }),
    );
    const first = (name: string) => new RegExp(`>${name}<small.*?</th><td>([^<]*)<`).exec(html)?.[1];
    expect(first('Click-through rate')).toBe('12.5%; 33%');
    expect(first('Average engagement time')).toBe('63.2 sec; 40 sec');
    expect(first('Visits')).toBe('1,200; 7');
    const plain = new Map([...picks, ['Click-through rate', { kpi: 'none', factor: 100 }] as const]);
    expect(
      renderToString(createElement(KpiRows, { values, picks: plain, countOf: () => null, library, onPick: () => {} })),
    ).toContain('12.5%');
  });
});
