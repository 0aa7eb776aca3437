import { MantineProvider } from '@mantine/core';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import type { CountedLog } from '../../../src/analysis/data/countedLog.ts';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { createEventCollector, wholeRow } from '../../../src/analysis/data/eventColumns.ts';
import { valueText } from '../../../src/analysis/kpi/kpiText.ts';
import { Compare } from '../../../src/app/dataImport/Compare.tsx';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { percentText } from '../../../src/app/dataImport/figureTexts.ts';
import { LogTables } from '../../../src/app/dataImport/LogTables.tsx';
import { startLanguage } from '../../../src/app/i18n.ts';
import { smallMap } from '../../support/startDocs.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

type Step = readonly [activity: string, channel: string];
function logOf(cases: readonly (readonly Step[])[]): CountedLog {
  const collector = createEventCollector();
  for (const [which, way] of cases.entries())
    for (const [at, [activity, channel]] of way.entries())
      collector.add({
        ...{ caseId: String(which), activity, start: at * 1000, end: Number.NaN, phase: wholeRow, instance: '' },
        ...{ channel, device: '', department: '', resource: '' },
      });
  return countLog(collector.columns());
}
const textOf = (element: Parameters<typeof renderToString>[0]) =>
  renderToString(createElement(MantineProvider, null, element)).replace(/<!-- -->/g, '');

it('WZ85 the links that nobody went are counted among those whose ends are in the log, and the page says of how many', () => {
  const { editor, ids } = smallMap();
  const { map } = editor.documents();
  const log = logOf([
    [
      ['Advert', ''],
      ['Visit', ''],
    ],
  ]);
  const page = (touchpoints: readonly (string | null)[]) =>
    textOf(createElement(Compare, { map, names: new Map(), log, touchpoints, onAdd: () => {} }));
  // The map links a -> b -> c.
  expect(page([ids.a, ids.b])).toContain('Among 1 of 2 links: those whose two ends are in the log. Of 1 other the log');
  expect(page([ids.a, null])).toContain(
    'Among 0 of 2 links: those whose two ends are in the log. Of the 2 others the log',
  );
});

it('WZ86 percents of the wizard are those of the panel, and none is rounded to 0 or 100', () => {
  expect(percentText(199 / 200, 'en')).toBe('99.5%');
  expect(percentText(0.485, 'en')).toBe('48.5%');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
      fc.pre(part <= whole);
      const text = percentText(part / whole, 'en');
      expect(text).toBe(valueText({ unit: 'percent' }, (part / whole) * 100, 'en'));
      expect(text === '0%').toBe(part === 0);
      expect(text === '100%').toBe(part === whole);
    }),
  );
  // A sum that is 100 but for the noise of counting with fractions.
  expect(valueText({ unit: 'percent' }, 99.99999999999999, 'en')).toBe('100%');
  expect(valueText({ unit: 'percent' }, -0.001, 'en')).toBe('−0.001%');
});

it('WZ87 the cases that change channel anywhere are counted as by hand', () => {
  const step = fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('', 'web', 'shop', 'phone'));
  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (cases) => {
      const named = cases.map((way) => new Set(way.map(([, channel]) => channel).filter((text) => text !== '')));
      expect(logOf(cases).casesChanged.channel).toEqual({
        known: named.filter(({ size }) => size > 0).length,
        changed: named.filter(({ size }) => size > 1).length,
      });
    }),
  );
  const shop: Step[] = [
    ['A', 'web'],
    ['B', ''],
    ['A', 'shop'],
  ];
  const page = textOf(createElement(LogTables, { log: logOf([shop, shop.slice(0, 2), [['A', '']], [['B', 'web']]]) }));
  expect(page).toMatch(/Cases that change channel<\/dt><dd>33\.3% \(1 of 3\)/);
  expect(page).not.toContain('Cases that change device');
});
