import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { CommandError } from '../../../src/commands/commandError.ts';
import { seriesId } from '../../../src/model/ids.ts';
import type { Place } from '../../../src/model/records/place.ts';
import { mapRecord, schemas } from '../../../src/model/tables.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
});

const day = (at: number) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
const days = (from: number, count: number) => Array.from({ length: count }, (_, at) => day(from + at));
const source = {
  ...{ kind: 'metrics' as const, fileName: 'a.csv', hash: '0'.repeat(64) },
  ...{ importedAt: '2026-11-20T00:00:00Z', rows: 1, rowsTaken: 1, leftOut: '' },
};
const now = '2026-11-20T00:00:00Z';

it('WZ121 a series of days over years is put on the map, and grows by the next file', async () => {
  const { editor } = smallMap();
  for (const [from, count] of [
    [0, 2001],
    [2001, 31],
  ] as const) {
    const text = `Date,Zebra visits\n${days(from, count)
      .map((date) => `${date},7`)
      .join('\n')}\n`;
    const { ready } = await wizardPlan(text, editor.documents());
    editor.transact('importFigures', (docs) => putFigures(docs, ready(now)));
  }
  const [series] = Object.values(editor.documents().map.series);
  expect(series?.points).toHaveLength(2032);
  expect(schemas.map.series.safeParse(series).success).toBe(true);
});

it('WZ121 more measurements than a place holds are refused with the KPI, the place and the limit, and nothing is changed', () => {
  const { editor, ids } = smallMap();
  const points = days(0, 10_001).map((from) => ({ from, to: from, value: 1, n: null }));
  const kpiId = editor.run('addKpi', { fields: { name: 'Zebra visits' } });
  const { map } = editor.documents();
  const kpis = new Map([['visits', { id: kpiId }]]);
  const put = (place: Place, count: number) =>
    editor.transact('importFigures', (docs) => {
      const series = [{ kpi: 'visits', place, points: points.slice(0, count) }];
      putFigures(docs, { source, kpis, series, evidence: [], links: [], replaces: [], profile: null });
    });
  const refusal = (place: Place) => {
    try {
      put(place, 10_001);
      return null;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return i18next.t(`refused.${error.code}`, error.params);
    }
  };
  const sentence = (at: string) =>
    `A place holds at most 10,000 measurements of a KPI, and those of “Zebra visits” at “${at}” would be more. Nothing was changed: put them on the map by month, or remove a file that is no longer needed.`;
  expect(refusal({ placeId: ids.a, toId: null })).toBe(sentence('Advert'));
  expect(refusal({ placeId: ids.a, toId: ids.b })).toBe(sentence('Advert → Visit'));
  expect(refusal({ placeId: ids.step2, toId: null })).toBe(sentence('Compares'));
  expect(refusal({ placeId: mapRecord(map).id, toId: null })).toBe(sentence(mapRecord(map).name));
  expect([editor.documents().map.series, editor.documents().map.dataImports]).toEqual([{}, {}]);
  put({ placeId: ids.a, toId: null }, 10_000);
  const id = seriesId(kpiId, { placeId: ids.a, toId: null }, 'everyone');
  expect(editor.documents().map.series[id]?.points).toHaveLength(10_000);
  // A file that says the same days anew takes their place.
  put({ placeId: ids.a, toId: null }, 10_000);
  expect(editor.documents().map.series[id]?.points).toHaveLength(10_000);
});
