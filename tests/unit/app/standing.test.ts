import { describe, expect, it } from 'vitest';
import { type FiguresPlan, putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { metricFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { showFirst } from '../../../src/app/dataImport/showFirst.ts';
import { besideStanding, keptOfImports, standingFor } from '../../../src/app/dataImport/standing.ts';
import type { Link } from '../../../src/model/records/link.ts';
import { smallMap } from '../../support/startDocs.ts';

const september = { from: '2025-09-01', to: '2025-09-30' };
const october = { from: '2025-10-01', to: '2025-10-31' };
const at = (placeId: string, toId: string | null = null) => ({ placeId, toId });
const planOf = (fileName: string, more: Partial<FiguresPlan>): FiguresPlan => ({
  source: {
    ...{ kind: 'metrics', fileName, hash: 'c'.repeat(64), leftOut: '' },
    ...{ importedAt: '2026-02-03T04:05:06Z', rows: 6, rowsTaken: 6 },
  },
  kpis: new Map([['conv', { fields: { name: 'Conversion', unit: 'percent' } }]]),
  ...{ series: [], evidence: [], links: [], replaces: [], profile: null },
  ...more,
});

/** A map with a value typed by hand at `a` and one of metrics.csv at `b`, both for September, of one KPI. */
function measuredMap() {
  const { editor, ids } = smallMap();
  const put = (plan: FiguresPlan) => editor.transact('importFigures', (docs) => putFigures(docs, plan));
  const point = { ...september, value: 83.1, n: 50 };
  const first = put(planOf('metrics.csv', { series: [{ kpi: 'conv', place: at(ids.b), points: [point] }] }));
  const kpiId = Object.keys(editor.documents().library.kpis)[0] as string;
  editor.run('setMeasurement', { kpiId, place: at(ids.a), point });
  const values = (value: number) => [
    { ...september, value, n: 50 },
    { ...october, value, n: 50 },
  ];
  const next = planOf('orders.csv', {
    series: [ids.a, ids.b].map((id) => ({ kpi: 'conv', place: at(id), points: values(87.5) })),
  });
  const valuesNow = () =>
    Object.values(editor.documents().map.series)
      .flatMap(({ points }) => points.map(({ value, from }) => `${from.slice(0, 7)} ${value}`))
      .sort();
  return { editor, ids, put, next, first, valuesNow };
}

describe('values that are on the map where a file has some too', () => {
  it('WZ1 are counted by hand and by file; those of another period, place or KPI, and of imports that go, are not', () => {
    const { editor, ids, next, first } = measuredMap();
    const count = (plan: FiguresPlan) => {
      const { all, typed, files, links } = standingFor(editor.documents(), plan);
      return { all, typed, files, links };
    };
    expect(count(next)).toEqual({ all: 2, typed: 1, files: [{ name: 'metrics.csv', count: 1 }], links: 0 });
    expect(count({ ...next, replaces: [first] })).toEqual({ all: 1, typed: 1, files: [], links: 0 });
    const other = { ...next, kpis: new Map([['conv', { fields: { name: 'Bounce rate' } }]]) };
    expect(count(other).all).toBe(0);
    const elsewhere = [{ kpi: 'conv', place: at(ids.a, ids.b), points: [{ ...september, value: 1, n: 1 }] }];
    expect(count({ ...next, series: elsewhere }).all).toBe(0);
  });

  it('WZ1 stay when that is chosen, with the rest added; rows of them do not count as taken', () => {
    const { editor, ids, put, next, valuesNow } = measuredMap();
    const { map } = editor.documents();
    const standing = standingFor(editor.documents(), next);
    put(besideStanding(next, map, standing));
    expect(valuesNow()).toEqual(['2025-09 83.1', '2025-09 83.1', '2025-10 87.5', '2025-10 87.5']);
    const row = (place: string, period: typeof september, line: number) => ({
      ...{ place, kpi: 'conv', value: 87.5, n: 50, channel: '', device: '' },
      ...{ period, line },
    });
    const rows = [row(ids.a, september, 2), row(ids.a, october, 3), row(ids.b, october, 4)];
    const kpis = new Map([['conv', { rollUp: 'weightedMean' as const, factor: 1 }]]);
    const taken = (isTaken?: typeof standing.isTaken) =>
      metricFigures(rows, ({ place }) => at(place), kpis, october, isTaken).taken;
    expect([taken(), taken(standing.isTaken)]).toEqual([3, 2]);
  });

  it('WZ1 are replaced when that is chosen, and undo brings them back, after a removal too', () => {
    const { editor, put, next, valuesNow } = measuredMap();
    const before = valuesNow();
    const second = put(next);
    expect(valuesNow()).toEqual(['2025-09 87.5', '2025-09 87.5', '2025-10 87.5', '2025-10 87.5']);
    editor.run('removeImport', { id: second });
    expect(valuesNow()).toEqual([]);
    editor.undo();
    editor.undo();
    expect(valuesNow()).toEqual(before);
  });

  it('WZ1 on links are asked about where somebody typed them; those that a file brought are renewed', () => {
    const { editor, ids, put } = measuredMap();
    const { ab } = ids;
    const link = (): Link => editor.documents().map.links[ab] as Link;
    const kpis = new Map([['wait', { fields: { name: 'Waiting before', unit: 'hours' as const } }]]);
    const withWait = (wait: number) =>
      planOf('log.csv', {
        kpis,
        series: [{ kpi: 'wait', place: at(ids.a, ids.b), points: [{ ...october, value: wait, n: 40 }] }],
        links: [{ id: ab, share: wait / 100, waitHours: wait }],
      });
    put(withWait(12));
    expect(standingFor(editor.documents(), { ...withWait(20), series: [] }).links).toBe(0);
    editor.run('updateLink', { id: ab, fields: { waitHours: 99 } });
    const standing = standingFor(editor.documents(), { ...withWait(20), series: [] });
    expect(standing.links).toBe(1);
    put(besideStanding({ ...withWait(20), series: [] }, editor.documents().map, standing));
    expect([link().waitHours, link().share]).toEqual([99, 0.2]);
  });

  it('WZ11 the first KPI of a file is shown on the cards, and on links that it measured; what is looked at stays', () => {
    const { editor, ids, put, next, first } = measuredMap();
    const overlay = () => editor.session.getState().overlay;
    const link = { kpi: 'conv', place: at(ids.a, ids.b), points: [{ ...october, value: 3, n: 3 }] };
    expect(showFirst(editor, 'im_other')).toBeNull();
    expect(overlay().badge).toBe(false);
    expect(showFirst(editor, first)).toEqual({ name: 'Conversion', isOnLinks: false });
    expect([overlay().badge, overlay().links, overlay().period]).toEqual([true, false, september]);
    const second = put({ ...next, series: [...next.series, link] });
    expect(showFirst(editor, second)).toBeNull();
    expect([overlay().badge, overlay().links, overlay().period]).toEqual([true, false, october]);
    editor.session.setState({ overlay: { ...overlay(), badge: false } });
    expect(showFirst(editor, second)).toEqual({ name: 'Conversion', isOnLinks: true });
    expect([overlay().badge, overlay().links]).toEqual([true, true]);
  });

  it('WZ2 of each file it is known what is on the map now', () => {
    const { editor, ids, put, next, first } = measuredMap();
    const evidence = [{ fields: { text: 'Fast' }, places: [at(ids.a)] }];
    const second = put({ ...next, evidence });
    const kept = keptOfImports(editor.documents().map);
    expect([kept.get(first), kept.get(second)]).toEqual([undefined, { points: 4, evidence: 1 }]);
    editor.undo();
    expect(keptOfImports(editor.documents().map).get(first)).toEqual({ points: 1, evidence: 0 });
  });
});
