import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { CountColumns } from '../../../src/app/dataImport/CountColumns.tsx';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { KpiRows } from '../../../src/app/dataImport/KpiRows.tsx';
import { applyProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { columnsOf, countColumnOf, readingOf, withCount, withRole } from '../../../src/app/dataImport/reading.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { schemas } from '../../../src/model/tables.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const report = `# Pages and screens
# Start date: 20261001
# End date: 20261031
Page path and screen class,Views,Active users,Views per active user,Bounce rate
/product,12000,8000,1.5,0.4512345
/basket,3100,2500,1.24,0.21
`;
const file = bytesAs('Pages.csv', report);
const api = createDataApi();
async function inspect() {
  const found = await api.inspect(file, 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
  return found.value;
}

it('WZ88 the page says which column is n of each figure, of an analytics report and of a table with one for all', async () => {
  const seen = await inspect();
  const reading = readingOf(seen);
  const page = renderToString(
    createElement(MantineProvider, null, createElement(CountColumns, { seen, reading, onChange: () => {} })),
  );
  const chosen = [...page.matchAll(/<label[^>]*>([^<]*)<\/label><select.*?<\/select>/g)].map(([choice, label]) => [
    label,
    /<option value="[^"]*" selected="">([^<]*)</.exec(choice)?.[1],
  ]);
  expect(chosen).toEqual([
    ['Views', 'No n'],
    ['Active users', 'No n'],
    ['Views per active user', 'n: Active users'],
    ['Bounce rate', 'n: Active users'],
  ]);
  const views = columnsOf(seen).find(({ name }) => name === 'Views');
  if (views === undefined) throw new Error('no column');
  const all = withRole(reading, views, 'n');
  const said = renderToString(
    createElement(MantineProvider, null, createElement(CountColumns, { seen, reading: all, onChange: () => {} })),
  );
  expect(said).toContain('n of all figures is “Views”.');
  expect(countColumnOf(all, 'Bounce rate')).toBe('Views');

  const values = new Map([['Bounce rate', { values: [0.45], hasN: true }]]);
  const { library } = smallMap().editor.documents();
  const rows = (countOf: (name: string) => string | null) =>
    renderToString(createElement(KpiRows, { values, picks: new Map(), countOf, library, onPick: () => {} }));
  expect(rows((name) => countColumnOf(reading, name))).toContain('n: Active users');
  expect(rows(() => null)).toContain('No n');
});

it('WZ88 another column can be n, or none: the figures follow, and a profile keeps it', async () => {
  const seen = await inspect();
  const counted = withCount(withCount(readingOf(seen), 'Bounce rate', 'Views'), 'Views per active user', null);
  if (counted.kind !== 'analytics') throw new Error('a report was expected');
  const read = await api.metrics(file, { table: seen.table, settings: counted.settings }, () => {});
  if (!read.ok) throw new Error(read.code);
  const product = read.value.rows.filter(({ place }) => place === '/product').map(({ kpi, n }) => [kpi, n]);
  expect(product).toEqual([
    ['Views', null],
    ['Active users', null],
    ['Views per active user', null],
    ['Bounce rate', 12000],
  ]);
  const profile = { ...profileOf('Pages', seen, counted, {}, noMatching), id: 'pf_1', order: 'a0' };
  expect(schemas.map.matchProfiles.safeParse(profile).success).toBe(true);
  expect(applyProfile(profile, seen).reading).toEqual(counted);
  // Of a profile from before, and of one that somebody has written into, it is guessed or nothing.
  const { '#counts': _, ...old } = profile.columns;
  expect(applyProfile({ ...profile, columns: old }, seen).reading).toEqual(readingOf(seen));
  const broken = applyProfile({ ...profile, columns: { ...old, '#counts': 'said', '#n:["': 'n', '#n:7': 'n' } }, seen);
  expect(countColumnOf(broken.reading, 'Bounce rate')).toBe('Views');
});
