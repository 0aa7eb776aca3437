import fc from 'fast-check';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { countPlaces, type PlaceCount } from '../../../src/analysis/data/countPlaces.ts';
import { repeatsOf } from '../../../src/analysis/data/draftFrom.ts';
import { createEventCollector, wholeRow } from '../../../src/analysis/data/eventColumns.ts';
import { kpiFigures } from '../../../src/analysis/kpi/kpiFigures.ts';
import { volumeKpi } from '../../../src/analysis/kpi/linkKpis.ts';
import { dropOffKpi, linkVolumes } from '../../../src/analysis/kpi/linkVolumes.ts';
import { guessCounts } from '../../../src/app/dataImport/guessKpi.ts';
import type { LogMeasure } from '../../../src/app/dataImport/logFigures.ts';
import { endsOf } from '../../../src/app/dataImport/placeCounts.ts';
import { applyProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { readingOf } from '../../../src/app/dataImport/reading.ts';
import { metricFigures } from '../../../src/app/dataImport/rowFigures.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { overlayFacts } from '../../../src/canvas/overlayFacts.ts';
import { noOverlay } from '../../../src/editor/session.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Kpi } from '../../../src/model/records/kpi.ts';
import { mapRecord } from '../../../src/model/tables.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';
import { mapOfLog } from '../../support/logMap.ts';
import { type SlowEvent, slowPlace } from '../../support/slowLog.ts';
import { smallMap } from '../../support/startDocs.ts';
import { lay } from '../layout/mapDraft.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enKpis } } } });
});

type LogMap = Awaited<ReturnType<typeof mapOfLog>>;

/** Who goes no further where, in percent, by title. */
function lostAtCards({ docs, period }: LogMap): Record<string, number> {
  const kpi = volumeKpi(docs) as Kpi;
  const { losses } = linkVolumes(docs.map, { kpi, period, personaIds: [] }, dropOffKpi(docs.library));
  return Object.fromEntries(
    [...losses].map(([id, { share }]) => [docs.map.touchpoints[id]?.title, Math.round(share * 1000) / 10]),
  );
}

describe('drop-off', () => {
  it('NB1 repeats and ways that are not drawn are no loss: what stands at cards is what the log was counted to have', async () => {
    // 316 of its 936 reminders are repeats, which no link shows; everybody goes on.
    const interval = await mapOfLog('interval_event_log.csv');
    expect(lostAtCards(interval)).not.toHaveProperty('send reminder');
    // Of the 55 fines that were sent 12 went no further, whatever part of the ways is drawn.
    for (const share of [0.75, 1]) {
      const fines = lostAtCards(await mapOfLog('roadtraffic100traces.xes', share));
      expect(fines, String(share)).toMatchObject({ 'Send Fine': 21.8 });
      expect(fines).not.toHaveProperty('Insert Fine Notification');
      expect(fines).not.toHaveProperty('Add penalty');
    }
  });

  it('NB1 of volumes from a file nothing follows, and nothing of those of some links alone', () => {
    const { editor, ids } = smallMap();
    const kpiId = editor.run('addKpi', { fields: { name: 'Customers', rollUp: 'sum' } });
    const period = { from: '2026-01-01', to: '2026-01-31' };
    const put = (placeId: string, toId: string | null, value: number) =>
      editor.run('setMeasurement', { kpiId, place: { placeId, toId }, point: { ...period, value, n: null } });
    const lost = () => {
      const { map, library } = editor.documents();
      return linkVolumes(map, { kpi: library.kpis[kpiId] as Kpi, period, personaIds: [] }).losses.get(ids.a);
    };
    put(ids.a, null, 100);
    put(ids.a, ids.b, 60);
    expect(lost()).toEqual({ share: 0.4, n: 100 });
    editor.run('addLink', { from: ids.a, to: ids.c });
    expect(lost()).toBeUndefined();
    put(ids.a, ids.c, 20);
    expect(lost()).toEqual({ share: 0.2, n: 100 });
  });

  it('NB2 no loss is drawn that rounds to nothing, and small ones keep a decimal', () => {
    const { editor, ids } = smallMap();
    const kpiId = editor.run('addKpi', { fields: { name: 'Customers', rollUp: 'sum' } });
    const point = { from: '2026-01-01', to: '2026-01-31', n: null };
    const drawn = (came: number) => {
      const put = (toId: string | null, value: number) =>
        editor.run('setMeasurement', { kpiId, place: { placeId: ids.a, toId }, point: { ...point, value } });
      put(null, came);
      put(ids.b, 10_000);
      const looked = { overlay: { ...noOverlay, kpiId, links: true }, personaFilter: [] };
      return overlayFacts(editor.documents(), looked, i18next.t, 'en').losses.get(ids.a)?.text;
    };
    expect([10_000, 10_001, 10_100, 20_000].map(drawn)).toEqual([undefined, undefined, '▼0.99%', '▼50%']);
    expect(drawn(10_040)).toBe('▼0.4%');
  });
});

describe('the wizard', () => {
  it('NB3 counts as links what becomes links: repeats are none', async () => {
    const { draft, docs, log } = await mapOfLog('interval_event_log.csv');
    expect([draft.links.length, Object.keys(docs.map.links).length, draft.linksLeftOut]).toEqual([13, 13, 0]);
    expect(log.links).toHaveLength(14);
  });

  it('WZ18 links that lead from an activity to itself are named: with them it is all that the figures list', async () => {
    const interval = await mapOfLog('interval_event_log.csv');
    expect(repeatsOf(interval.log)).toEqual(['send reminder']);
    for (const name of ['patients.csv', 'running-example.csv', 'roadtraffic100traces.xes']) {
      const { draft, log } = await mapOfLog(name);
      expect(draft.links.length + repeatsOf(log).length, name).toBe(log.links.length);
    }
  });
});

/** What is measured at a place of a map made of a log, and its n. */
function measuredAt({ docs, period, kpi }: LogMap, measure: LogMeasure) {
  const figures = kpiFigures(docs.map, { kpi: kpi(measure), period, personaIds: [] });
  return (placeId: string) => {
    const figure = figures.get(placeId);
    return figure && [Math.round(figure.value * 10) / 10, figure.n, figure.source, figure.terms.length];
  };
}

const stageNamed = ({ stages }: LogMap, name: string) => stages.find((stage) => stage.name === name)?.id ?? '';
const stepOf = (map: LogMap, title: string) => map.titled(title).stepId;

describe('steps, stages and the whole map', () => {
  it('NB4 medians there are counted from the log, as measured there and not from those of the touchpoints', async () => {
    const interval = await mapOfLog('interval_event_log.csv');
    const waiting = measuredAt(interval, 'waiting');
    expect(waiting(stageNamed(interval, 'prepare delivery'))).toEqual([26, 3375, 'file', 0]);
    expect(waiting(stageNamed(interval, 'place order'))).toEqual([156.5, 3468, 'file', 0]);
    expect(waiting(stepOf(interval, 'cancel order'))).toEqual([142.2, 1266, 'file', 0]);
    expect(waiting(mapRecord(interval.docs.map).id)).toEqual([88.2, 6843, 'file', 0]);
    const example = await mapOfLog('running-example.csv');
    const hours = measuredAt(example, 'waiting');
    expect(hours(stepOf(example, 'reinitiate request'))?.[0]).toBe(27.1);
    expect(hours(example.stages.at(-1)?.id ?? '')?.[0]).toBe(25.4);
  });

  it('NB4 a median of some touchpoints alone is that of no step, and several make none together', () => {
    const { editor, ids } = smallMap();
    const kpiId = editor.run('addKpi', { fields: { name: 'Median', unit: 'hours', rollUp: 'none' } });
    const period = { from: '2026-01-01', to: '2026-01-31' };
    const put = (placeId: string) =>
      editor.run('setMeasurement', { kpiId, place: { placeId, toId: null }, point: { ...period, value: 5, n: 50 } });
    const at = () => {
      const { map, library } = editor.documents();
      return [...kpiFigures(map, { kpi: library.kpis[kpiId] as Kpi, period, personaIds: [] }).keys()];
    };
    put(ids.b);
    expect(at()).toEqual([ids.b]);
    // The only touchpoint of its step is that step.
    put(ids.a);
    expect(at()).toEqual([ids.b, ids.a, 'sp_1']);
    put('st_1');
    expect(at()).toContain('st_1');
    expect(at()).not.toContain('mp_1');
  });

  it('NB4 the median of a KPI that a table brings does not roll up, nor do several rows of one place', () => {
    expect(
      ['Median wait', 'p90 wait', 'Mean wait', 'Calls'].map(
        (name) => guessCounts(name, { values: [300], hasN: false }).rollUp,
      ),
    ).toEqual([...['none', 'none', 'weightedMean', 'sum']]);
    const row = (line: number, place: string) => ({ kpi: 'Median wait', value: line, n: null, line, place });
    const rows = [row(2, 'a'), row(3, 'a'), row(4, 'b')].map((each) => ({
      ...{ ...each, channel: '', device: '', period: null },
    }));
    const ways = new Map([['Median wait', { rollUp: 'none', factor: 1 } as const]]);
    const at = ({ place }: { place: string }) => ({ placeId: `tp_${place}`, toId: null });
    const made = metricFigures(rows, at, ways, { from: '2026-01-01', to: '2026-01-31' });
    expect([made.series.map(({ place }) => place.placeId), made.taken]).toEqual([['tp_b'], 1]);
  });

  it('NB5 drop-off, reach and n there count each case once', async () => {
    const interval = await mapOfLog('interval_event_log.csv');
    const lost = measuredAt(interval, 'dropOff');
    // 141 of 1,266 cancel; all 1,125 others arrive.
    expect(lost(stageNamed(interval, 'place order'))).toEqual([11.1, 1266, 'file', 0]);
    expect(lost(stageNamed(interval, 'prepare delivery'))).toEqual([0, 1125, 'file', 0]);
    expect(measuredAt(interval, 'reach')(stageNamed(interval, 'prepare delivery'))).toEqual([88.9, 1266, 'file', 0]);
    const example = await mapOfLog('running-example.csv');
    // 42 events of six cases rest on six, and are grey.
    const whole = mapRecord(example.docs.map).id;
    expect(measuredAt(example, 'volume')(whole)).toEqual([42, 6, 'file', 0]);
    const overlay = { ...noOverlay, kpiId: example.kpi('volume').id, badge: true };
    const facts = overlayFacts(example.docs, { overlay, personaFilter: [] }, i18next.t, 'en');
    expect(facts.figures.get(example.titled('decide').id)).toMatchObject({ value: '9', n: 'n 6 few', few: true });
  });

  it('WZ17 the n of a median is how many times it is the median of, at touchpoints, ways and larger places', async () => {
    const example = await mapOfLog('running-example.csv');
    const { docs, log } = example;
    const waiting = measuredAt(example, 'waiting');
    // Of 42 events of six cases all but the first of each have waited.
    expect(waiting(mapRecord(docs.map).id)?.[1]).toBe(36);
    for (const { name, waiting: spread } of log.activities)
      expect(waiting(example.titled(name).id)?.[1], name).toBe(spread?.n);
    const check = log.activities.find(({ name }) => name === 'check ticket');
    expect([check?.cases, check?.waiting?.n]).toEqual([6, 9]);
    // The same case goes back to be examined more than once.
    const again = log.links.find(({ volume, cases, from, to }) => volume > cases && from !== to);
    const at = (index = -1) => example.titled(log.activities[index]?.name ?? '').id;
    const way = Object.values(docs.map.series).find(
      ({ kpiId, placeId, toId }) =>
        kpiId === example.kpi('waiting').id && placeId === at(again?.from) && toId === at(again?.to),
    );
    expect(way?.points[0]?.n).toBe(again?.volume);
  });

  it('NB6 where the journey regularly ends nobody is lost; who stops elsewhere is', async () => {
    const names = ({ log }: LogMap) => log.regularEnds.map((at) => log.activities[at]?.name);
    const patients = await mapOfLog('patients.csv');
    expect(names(patients)).toEqual(['Check-out']);
    expect(measuredAt(patients, 'dropOff')(patients.titled('Check-out').id)).toEqual([0, 492, 'file', 0]);
    const interval = await mapOfLog('interval_event_log.csv');
    // Paid and delivered in either order; those who cancel have not arrived.
    expect(names(interval)).toEqual(['make delivery', 'confirm payment']);
    expect(lostAtCards(interval)).toEqual({ 'cancel order': 100 });
    expect(measuredAt(interval, 'dropOff')(interval.titled('cancel order').id)).toEqual([100, 141, 'file', 0]);
    expect(names(await mapOfLog('running-example.csv'))).toEqual(['pay compensation', 'reject request']);
    expect(names(await mapOfLog('roadtraffic100traces.xes'))).toEqual(['Payment', 'Send for Credit Collection']);
  });

  it('OV1 a place where cases end that is no regular end bears its loss, though no link leads on from it', async () => {
    const { docs, kpi, titled } = await mapOfLog('interval_event_log.csv');
    const { id } = titled('cancel order');
    expect(Object.values(docs.map.links).filter(({ from }) => from === id)).toEqual([]);
    const overlay = { ...noOverlay, kpiId: kpi('volume').id, links: true };
    const facts = overlayFacts(docs, { overlay, personaFilter: [] }, i18next.t, 'en');
    expect([...facts.losses]).toEqual([[id, { text: '▼100%', n: 'n 141', shortN: 'n 141', few: false }]]);
    const drawn = overlayInk(lay(docs), facts, createPlainMeasurer());
    const said = drawn.flatMap(({ recordId, inks }) =>
      recordId === id ? inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])) : [],
    );
    expect(said).toEqual(['▼100%', 'n 141']);
    expect(facts.legend?.lines.join(' ')).toContain('except where the journey ends');
  });

  it('OV19 the numbers of links of a log are written alike, and say few where there is the room', async () => {
    for (const name of ['running-example.csv', 'interval_event_log.csv', 'patients.csv', 'roadtraffic100traces.xes']) {
      const { docs, kpi } = await mapOfLog(name);
      const overlay = { ...noOverlay, kpiId: kpi('volume').id, links: true };
      const facts = overlayFacts(docs, { overlay, personaFilter: [] }, i18next.t, 'en');
      for (const scale of [1, 1.35]) {
        const said = overlayInk(lay(docs), facts, createPlainMeasurer(), scale)
          .filter(({ key }) => key.endsWith('|volume'))
          .map(({ inks }) => inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])));
        expect(said.length, name).toBeGreaterThan(facts.volumes.size / 2);
        expect(new Set(said.map((words) => words.length)).size, `${name}: ${said.join('; ')}`).toBe(1);
        // Where n is another number there is none without it.
        if ([...facts.volumes.values()].some(({ isCount }) => !isCount)) expect(said[0]).toHaveLength(2);
        expect(said.flat().some((word) => word.endsWith('few'))).toBe(
          [...facts.volumes.values()].some(({ few }) => few),
        );
      }
    }
  });

  it('NB6 the ends that people choose go with the profile', async () => {
    const { log } = await mapOfLog('running-example.csv');
    const ends = endsOf(log, ['reject request']);
    expect(ends.map((at) => log.activities[at]?.name)).toEqual(['reject request']);
    expect(endsOf(log, null)).toEqual(log.regularEnds);
    const seen = await createDataApi().inspect(bytesAs('a.csv', sampleLog('running-example.csv')), 'UTC');
    if (!seen.ok) throw new Error(seen.code);
    const chosen = { ...noMatching, ends: ['reject request'] };
    const profile = { ...profileOf('Log', seen.value, readingOf(seen.value), {}, chosen), id: 'pf_1', order: 'a0' };
    expect(applyProfile(profile, seen.value).matching).toEqual(chosen);
  });

  it('NB5 any places of any log come out as a slow count has them', () => {
    const way = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.nat(9)), { minLength: 1, maxLength: 8 });
    const part = fc.subarray(['A', 'B', 'C', 'D']);
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 6 }), part, part, (ways, own, ends) => {
        const collector = createEventCollector();
        const events = ways.flatMap((each, which) => {
          let time = 0;
          return each.map(([activity, wait]): SlowEvent => {
            time += wait;
            return { caseId: String(which), activity, start: time, end: Number.NaN };
          });
        });
        for (const event of events)
          collector.add({
            ...event,
            ...{ phase: wholeRow, instance: '', channel: '', device: '', department: '', resource: '' },
          });
        const columns = collector.columns();
        const { trail } = countLog(columns);
        const placeOf = Int32Array.from(columns.activities, (name) => (own.includes(name as 'A') ? 0 : -1));
        const at = ends.flatMap((name) => columns.activities.indexOf(name));
        const count = countPlaces(trail, [{ places: 1, placeOf }], at)[0]?.[0];
        const { events: all, cases, lost, waiting } = count as PlaceCount;
        const medianWaiting = waiting?.median ?? null;
        expect({ events: all, cases, lost, medianWaiting, waits: waiting?.n ?? 0 }).toEqual(
          slowPlace(events, own, ends),
        );
      }),
    );
  });
});
