import { describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/analysis/data/draftFrom.ts';
import { type LogMeasure, logFigures, logMeasures } from '../../../src/app/dataImport/logFigures.ts';
import { mapFromLog } from '../../../src/app/dataImport/mapFromLog.ts';
import { placeCounts } from '../../../src/app/dataImport/placeCounts.ts';
import { applyProfile, fitsProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import type { FiguresPlan, KpiWish } from '../../../src/app/dataImport/putFigures.ts';
import { missingFor, readingOf } from '../../../src/app/dataImport/reading.ts';
import { type CountedFile, createDataApi, type Inspection } from '../../../src/exchange/data/dataApi.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import { seriesId } from '../../../src/model/ids.ts';
import { repair } from '../../../src/model/repair.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';
import { countHere } from '../../support/logMap.ts';

const api = createDataApi();
const period = { from: '2026-01-01', to: '2026-01-31' };

async function inspect(name: string, content: string | Uint8Array): Promise<Inspection> {
  const seen = await api.inspect(bytesAs(name, content), 'UTC');
  if (!seen.ok) throw new Error(seen.code);
  return seen.value;
}

async function counted(name: string): Promise<{ seen: Inspection; data: CountedFile }> {
  const file = bytesAs(name, sampleLog(name));
  const seen = await inspect(name, sampleLog(name));
  const request =
    seen.format === 'xes'
      ? ({ format: 'xes', settings: seen.xes.settings } as const)
      : ({ format: 'table', table: seen.table, settings: seen.events.settings } as const);
  const data = await api.count(file, request, () => {});
  if (!data.ok) throw new Error(data.code);
  return { seen, data: data.value };
}

const measures = Object.keys(logMeasures) as LogMeasure[];
const logKpis = new Map(measures.map((name): [string, KpiWish] => [name, { fields: { ...logMeasures[name], name } }]));
const source: FiguresPlan['source'] = {
  ...{ kind: 'eventLog', fileName: 'log.csv', hash: 'b'.repeat(64), leftOut: '' },
  ...{ importedAt: '2026-02-03T04:05:06Z', rows: 3, rowsTaken: 3 },
};
const library = () => defaultLibrary((key) => key);

async function mapOf(name: string, share = 1) {
  const { seen, data } = await counted(name);
  const reading = readingOf(seen);
  const draft = draftFrom(data.log, share);
  const profile = profileOf('Log', seen, reading, {}, noMatching);
  const words = { name: 'Log', scenario: '', stage: 'Journey' };
  const plan = { source, kpis: logKpis, profile };
  const taken = { wanted: new Set(measures), ends: data.log.regularEnds, period };
  const docs = await mapFromLog({ log: data.log, draft }, words, plan, taken, library(), '', countHere);
  const value = (kpi: string, from: string, to: string | null = null) => {
    const id = (title: string) => Object.values(docs.map.touchpoints).find((each) => each.title === title)?.id ?? '';
    const kpiId = Object.values(docs.library.kpis).find((each) => each.name === kpi)?.id ?? '';
    const key = seriesId(kpiId, { placeId: id(from), toId: to === null ? null : id(to) }, 'everyone');
    const point = docs.map.series[key]?.points[0];
    return point && [Math.round(point.value * 1000) / 1000, point.n];
  };
  return { ...data, seen, docs, value };
}

describe('a map made of a log', () => {
  it.each(['running-example.csv', 'interval_event_log.csv', 'patients.csv', 'roadtraffic100traces.xes'])(
    'I29 %s becomes a sound map with all its activities, ways, volumes and times',
    async (name) => {
      const { log, docs } = await mapOf(name);
      expect(repair(docs, Object.keys(docs.map.map)[0] as string).patches).toEqual([]);
      expect(
        Object.values(docs.map.touchpoints)
          .map(({ title }) => title)
          .sort(),
      ).toEqual(log.activities.map((each) => each.name).sort());
      // Repeats are no links.
      expect(Object.keys(docs.map.links)).toHaveLength(log.links.filter(({ from, to }) => from !== to).length);
      const kpis = new Set(Object.values(docs.map.series).map(({ kpiId }) => docs.library.kpis[kpiId]?.name));
      for (const kpi of ['volume', 'reach', 'dropOff', 'direct', 'eventual', 'waiting', 'waiting90'])
        expect(kpis, kpi).toContain(kpi);
      expect(kpis.has('duration')).toBe(log.hasDurations);
      expect(Object.values(docs.map.lanes).map(({ role, name: lane }) => [role, lane])).toEqual([
        ['kpi', 'volume'],
        ['kpi', 'dropOff'],
        ['kpi', 'waiting'],
      ]);
      const [only, ...more] = Object.values(docs.map.dataImports);
      expect([only, more]).toMatchObject([source, []]);
      for (const { points } of Object.values(docs.map.series)) expect(points[0]?.importId).toBe(only?.id);
    },
  );

  it('I29 the figures are those read in the file: volume, reach, shares, hours', async () => {
    const { value, docs } = await mapOf('running-example.csv');
    // Nine times in six cases.
    expect(value('volume', 'decide')).toEqual([9, 6]);
    expect(value('reach', 'pay compensation')).toEqual([50, 6]);
    // The journey ends there.
    expect(value('dropOff', 'pay compensation')).toEqual([0, 3]);
    expect(value('repeats', 'decide')).toEqual([33.333, 6]);
    expect(value('volume', 'decide', 'reinitiate request')).toEqual([3, 2]);
    expect(value('direct', 'decide', 'reinitiate request')).toEqual([33.333, 6]);
    // Of the three cases 72 h 43 min, 144 h 50 min and 210 h 55 min.
    expect(value('waiting', 'decide', 'pay compensation')).toEqual([144.833, 3]);
    const link = Object.values(docs.map.links).find(({ to }) => docs.map.touchpoints[to]?.title === 'pay compensation');
    expect(link).toMatchObject({ share: 0.5 });
    expect(link?.waitHours).toBeCloseTo(144.833, 2);
    const patients = await mapOf('patients.csv');
    expect(patients.value('duration', 'Registration')?.[1]).toBe(500);
  });

  it('I29 a smaller share draws less, and steps are shared out over stages', async () => {
    const { docs } = await mapOf('roadtraffic100traces.xes', 0.5);
    const all = await mapOf('roadtraffic100traces.xes');
    expect(Object.keys(docs.map.touchpoints).length).toBeLessThan(Object.keys(all.docs.map.touchpoints).length);
    expect(Object.values(all.docs.map.stages).map(({ name }) => name)).toContain('Create Fine');
    for (const { id } of Object.values(all.docs.map.stages))
      expect(Object.values(all.docs.map.steps).filter(({ stageId }) => stageId === id).length).toBeGreaterThan(0);
  });

  it('I29 next month the log asks nothing: the profile fits, and every activity has its rule', async () => {
    const { docs, seen, log } = await mapOf('running-example.csv');
    const [profile] = Object.values(docs.map.matchProfiles);
    if (profile === undefined) throw new Error('no profile');
    expect(fitsProfile(profile, seen)).toBe(true);
    const { reading, matching } = applyProfile(profile, seen);
    expect(reading).toEqual(readingOf(seen));
    expect(missingFor(seen, reading)).toEqual([]);
    expect(matching.rules.map(({ text }) => text).sort()).toEqual(log.activities.map(({ name }) => name).sort());
  });

  it('I29 channels of the log are those of the library that have their names, else new ones', () => {
    const log = `case,activity,time,channel\n${['1,Look,2026-01-01,WEBSITE', '1,Buy,2026-01-02,Counter'].join('\n')}\n`;
    return inspect('c.csv', log).then(async (seen) => {
      if (seen.format !== 'table') throw new Error('a table was expected');
      const file = bytesAs('c.csv', log);
      const data = await api.count(
        file,
        { format: 'table', table: seen.table, settings: seen.events.settings },
        () => {},
      );
      if (!data.ok) throw new Error(data.code);
      const start = defaultLibrary((key) => (key === 'library.ch_website' ? 'Website' : key));
      const docs = await mapFromLog(
        { log: data.value.log, draft: draftFrom(data.value.log, 1) },
        { name: 'x', scenario: '', stage: 'Journey' },
        { source, kpis: logKpis, profile: null },
        { wanted: new Set(['volume']), ends: [], period },
        start,
        '',
        countHere,
      );
      const of = (title: string) => Object.values(docs.map.touchpoints).find((each) => each.title === title)?.channels;
      expect(of('Look')).toEqual(['ch_website']);
      expect(docs.library.channels[of('Buy')?.[0] ?? '']?.name).toBe('Counter');
      expect(start.channels[of('Buy')?.[0] ?? '']).toBeUndefined();
    });
  });

  it('I29 activities that share a touchpoint are counted together, case by case', async () => {
    const { log, docs } = await mapOf('running-example.csv');
    const at = (name: string) => log.activities.findIndex((each) => each.name === name);
    const touchpoints = log.activities.map(() => null as string | null);
    touchpoints[at('examine casually')] = 'tp_x';
    touchpoints[at('examine thoroughly')] = 'tp_x';
    touchpoints[at('decide')] = 'tp_d';
    const counts = await placeCounts(log, touchpoints, { ...docs.map, mapId: 'mp_x' }, log.regularEnds, countHere);
    const { series } = logFigures(log, touchpoints, counts, new Set(measures), period, { links: {} });
    const own = series.filter(({ place }) => place.placeId === 'tp_x' && place.toId === null);
    const value = (kpi: string) => own.find((each) => each.kpi === kpi)?.points[0];
    // Nine examinations in all six cases; two of these have more than one of either kind.
    expect(value('volume')).toMatchObject({ value: 9, n: 6 });
    expect(value('reach')).toMatchObject({ value: 100, n: 6 });
    expect(series.some(({ place }) => place.toId !== null)).toBe(false);
  });
});
