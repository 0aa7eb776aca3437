import { describe, expect, it } from 'vitest';
import { sourceOfPoint } from '../../../src/analysis/kpi/kpiFigures.ts';
import { copyMap } from '../../../src/app/copyMap.ts';
import { type FiguresPlan, putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { metricFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { showFirst } from '../../../src/app/dataImport/showFirst.ts';
import { besideStanding, keptOfImports, standingFor } from '../../../src/app/dataImport/standing.ts';
import { addPoints } from '../../../src/commands/series.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import type { Link } from '../../../src/model/records/link.ts';
import { EVERYONE } from '../../../src/model/records/sentiment.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
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

  it('I51 a value that was taken on a walk is called one of a walk, not of a file without a name', () => {
    const { editor, ids, next } = measuredMap();
    const kpiId = Object.keys(editor.documents().library.kpis)[0] as string;
    const walkId = editor.run('addWalk', { fields: { name: 'Spring' } });
    editor.transact('updateWalk', (docs) => {
      const key = { kpiId, place: at(ids.a), personaId: EVERYONE };
      addPoints(docs, key, [{ ...october, value: 0.5, n: 1, importId: walkId }]);
    });
    const standing = standingFor(editor.documents(), next);
    const { all, typed, walks, files } = standing;
    expect({ all, typed, walks, files }).toEqual({
      ...{ all: 3, typed: 1, walks: 1 },
      files: [{ name: 'metrics.csv', count: 1 }],
    });
    const { map } = editor.documents();
    expect(Object.values(map.series).flatMap(({ points }) => points.map(sourceOfPoint))).toEqual([
      ...['file', 'typed', 'walk'],
    ]);
    const kept = besideStanding(next, map, standing).series.flatMap(({ points }) => points);
    expect(kept.map(({ from }) => from)).toEqual([october.from]);
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

  /** A plan of a log of 50 cases: `cases` of them go from a to b, after so many hours. */
  const logPlan = (ids: { a: string; b: string; ab: string }, cases: number, hours: number, hash = 'd') => {
    const plan = planOf('log.csv', {
      kpis: new Map([
        ['wait', { fields: { name: 'Waiting before', unit: 'hours' as const } }],
        ['volume', { fields: { name: 'Volume', unit: 'number' as const } }],
        ['reach', { fields: { name: 'Reach', unit: 'percent' as const } }],
      ]),
      series: [
        { kpi: 'reach', place: at(ids.a), points: [{ ...october, value: 80, n: 50 }] },
        { kpi: 'volume', place: at(ids.a, ids.b), points: [{ ...october, value: cases + 7, n: cases }] },
        { kpi: 'wait', place: at(ids.a, ids.b), points: [{ ...october, value: hours, n: 40 }] },
      ],
      links: [{ id: ids.ab, share: cases / 50, waitHours: hours }],
    });
    return { ...plan, source: { ...plan.source, kind: 'eventLog' as const, hash: hash.repeat(64) } };
  };
  /** The figures on the link from a to b, once a log has brought some. */
  function logged(cases = 15, hours = 12) {
    const { editor, ids } = smallMap();
    const put = (plan: FiguresPlan) => editor.transact('importFigures', (docs) => putFigures(docs, plan));
    const link = (): Link => editor.documents().map.links[ids.ab] as Link;
    return {
      editor,
      ids,
      put,
      link,
      plan: logPlan(ids, cases, hours),
      figures: () => [link().share, link().waitHours],
    };
  }

  it('I50 shares and waits that a log brought to links go with it, whatever else was typed there', () => {
    const { editor, ids, put, link, plan, figures } = logged();
    const before = editor.documents().map;
    const id = put(plan);
    expect(figures()).toEqual([0.3, 12]);
    editor.run('removeImport', { id });
    expect(figures()).toEqual([null, null]);
    editor.undo();
    editor.run('updateLink', { id: ids.ab, fields: { waitHours: 99, label: 'by phone' } });
    editor.run('removeImport', { id });
    expect([...figures(), link().label]).toEqual([null, 99, 'by phone']);
    for (let steps = 0; steps < 3; steps++) editor.undo();
    expect(editor.documents().map).toEqual(before);
  });

  it('I50 the file of the next month takes their place, also where it says nothing of a way; only its own go with it', () => {
    const { editor, ids, put, figures, plan } = logged();
    const first = put(plan);
    const silent = { ...logPlan(ids, 20, 24, 'e'), links: [] };
    const second = put({ ...silent, replaces: [first] });
    expect(figures()).toEqual([null, null]);
    editor.undo();
    const other = put(logPlan(ids, 20, 24, 'e'));
    expect(figures()).toEqual([0.4, 24]);
    editor.run('removeImport', { id: first });
    expect(figures()).toEqual([0.4, 24]);
    editor.run('removeImport', { id: other });
    expect(figures()).toEqual([null, null]);
    expect(second).not.toBe(other);
  });

  it('I50 what was typed stays, also where a file said the very same, before it or after', () => {
    const { editor, ids, put, figures, plan } = logged();
    editor.run('updateLink', { id: ids.ab, fields: { share: 0.3 } });
    const id = put(plan);
    editor.run('updateLink', { id: ids.ab, fields: { waitHours: 13 } });
    editor.run('updateLink', { id: ids.ab, fields: { waitHours: 12 } });
    expect(standingFor(editor.documents(), logPlan(ids, 20, 24)).links).toBe(2);
    editor.run('removeImport', { id });
    expect(figures()).toEqual([0.3, 12]);
  });

  it('I50 documents of an earlier version, whose links do not say it, give back what equals the measurements of the file', () => {
    const { editor, ids, put, figures, plan } = logged();
    const id = put(plan);
    const forget = (fields: Partial<Link>) =>
      editor.transact('updateLink', ({ map }) => {
        const { brought: _, ...kept } = map.links[ids.ab] as Link;
        map.links[ids.ab] = { ...kept, ...fields };
      });
    forget({});
    editor.run('removeImport', { id });
    expect(figures()).toEqual([null, null]);
    editor.undo();
    forget({ share: 0.31, waitHours: 12.5 });
    editor.run('removeImport', { id });
    expect(figures()).toEqual([0.31, 12.5]);
  });

  it('I50 a copy of a map and a file of it still know which figures of links are from which file', () => {
    const { editor, put, plan } = logged();
    put(plan);
    const { map, library } = editor.documents();
    for (const again of [copyMap(map, 'Copy'), readJson(writeJson({ map, library }), emptyLibraryTables()).map]) {
      const [link] = Object.values(again.links).filter(({ share }) => share !== null);
      const [importId] = Object.keys(again.dataImports);
      expect(link?.brought?.map((one) => one.importId)).toEqual([importId, importId]);
      expect(importId).not.toBe(Object.keys(map.dataImports)[0]);
    }
  });

  it('WZ11 the first KPI of a file is shown on the cards, and on links that it measured; one of it that is looked at stays', () => {
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
    // A file of another KPI is seen at once too; the links go on showing what they did.
    const kpis = new Map([['nps', { fields: { name: 'NPS', rollUp: 'weightedMean' as const } }]]);
    const third = put(
      planOf('nps.csv', {
        kpis,
        series: [{ kpi: 'nps', place: at(ids.b), points: [{ ...october, value: 30, n: 60 }] }],
      }),
    );
    expect(showFirst(editor, third)).toEqual({ name: 'NPS', isOnLinks: false });
    const { kpiId, badge, links } = overlay();
    expect([editor.documents().library.kpis[kpiId ?? '']?.name, badge, links]).toEqual(['NPS', true, true]);
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
