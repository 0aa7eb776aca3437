import i18next from 'i18next';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { draftFrom } from '../../../src/analysis/data/draftFrom.ts';
import { volumeKpi } from '../../../src/analysis/kpi/linkKpis.ts';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { timeText } from '../../../src/app/dataImport/figureTexts.ts';
import { type LogMeasure, logMeasures, usualMeasures } from '../../../src/app/dataImport/logFigures.ts';
import { mapFromLog } from '../../../src/app/dataImport/mapFromLog.ts';
import { type PlaceCounts, placeCounts } from '../../../src/app/dataImport/placeCounts.ts';
import { sourceOf, today } from '../../../src/app/dataImport/plans.ts';
import { applyProfile, fitsProfile, noMatching, profileOf } from '../../../src/app/dataImport/profile.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { missingFor, type ReadFile, readingOf } from '../../../src/app/dataImport/reading.ts';
import type { Understood } from '../../../src/app/dataImport/useDataImport.ts';
import { useMapPlan } from '../../../src/app/dataImport/useMapPlan.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { loadKpiTexts } from '../../../src/app/kpis/kpiTexts.ts';
import { overlayFacts } from '../../../src/canvas/overlayFacts.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { noOverlay, type Overlay } from '../../../src/editor/session.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { defaultLibrary } from '../../../src/model/defaultLibrary.ts';
import type { MatchProfile } from '../../../src/model/records/dataImport.ts';
import { type Documents, mapRecord } from '../../../src/model/tables.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';
import { countHere } from '../../support/logMap.ts';

const api = createDataApi();
const measurer = createPlainMeasurer();

beforeAll(async () => {
  await startLanguage();
  await loadDataTexts();
  await loadKpiTexts();
});

const textOf = (name: string) => new TextDecoder().decode(sampleLog(name));

/** A log read as the wizard reads it, by a profile where there is one. */
async function readLog(name: string, content: string, profile: MatchProfile | null = null) {
  const file = bytesAs(name, content);
  const found = await api.inspect(file, 'UTC');
  if (!found.ok || found.value.format !== 'table') throw new Error('not read');
  const seen = found.value;
  const { reading, matching } =
    profile === null ? { reading: readingOf(seen), matching: noMatching } : applyProfile(profile, seen);
  if (reading.kind !== 'events') throw new Error('no log');
  const data = await api.count(file, { format: 'table', table: seen.table, settings: reading.settings }, () => {});
  if (!data.ok) throw new Error(data.code);
  const read: ReadFile = { kind: 'events', data: data.value };
  const understood: Understood = { file: file as unknown as File, seen, overrides: {}, reading, matching, profile };
  return { read, understood, seen, reading, log: data.value.log };
}

/** A map of all ways of a sample log. */
async function mapOf(name: string) {
  const { read, seen, reading, log } = await readLog(name, textOf(name));
  const wanted = new Set(usualMeasures);
  const kpis = new Map(
    [...wanted].map((measure) => [measure, { fields: { ...logMeasures[measure], name: nameOf(measure) } }]),
  );
  const profile = profileOf('Log', seen, reading, {}, noMatching);
  const plan = { kpis, profile, source: sourceOf(read, read.data.file.rows, [], '2026-02-03T04:05:06Z') };
  const words = { name: 'Log', scenario: '', stage: 'Journey' };
  const period = log.period ?? today();
  const docs = await mapFromLog(
    { log, draft: draftFrom(log, 1) },
    words,
    plan,
    { wanted, ends: log.regularEnds, period },
    defaultLibrary(String),
    '',
    countHere,
  );
  return { docs, log };
}

const nameOf = (measure: LogMeasure) => i18next.t(`data.measures.${measure}`);
const idOf = ({ map }: Documents, title: string) =>
  Object.values(map.touchpoints).find((touchpoint) => touchpoint.title === title)?.id ?? '';

/** What the overlay of a KPI says and draws of a map. */
function laid(docs: Documents, measure: LogMeasure, overlay: Partial<Overlay>) {
  const kpiId = Object.values(docs.library.kpis).find(({ name }) => name === nameOf(measure))?.id ?? '';
  const looked = { overlay: { ...noOverlay, kpiId, ...overlay }, personaFilter: [] };
  const facts = overlayFacts(docs, looked, i18next.t, 'en');
  const view = {
    lens: 'channel',
    collapsedStages: new Set<string>(),
    collapsedRows: new Set<string>(),
    unfolded: true,
  } as const;
  const scene = layoutMap(docs, view, () => ({ handoff: false, state: 'none', severity: null }), measurer);
  const drawn = overlayInk(scene, facts, measurer);
  const says = (id: string) =>
    drawn
      .filter(({ recordId }) => recordId === id)
      .flatMap(({ inks }) => inks.flatMap((ink) => (ink.kind === 'text' ? ink.text : [])));
  return { facts, drawn, says };
}

describe('overlays on a map made of a log', () => {
  it('I39 volumes stand on the cards and make the links as thick as they are', async () => {
    const { docs, log } = await mapOf('running-example.csv');
    const { facts, drawn, says } = laid(docs, 'volume', { badge: true, links: true });
    expect(facts.figures.size).toBe(log.activities.length);
    expect(says(idOf(docs, 'decide'))).toEqual(['9', 'n 6 few']);
    expect(volumeKpi(docs)?.name).toBe(nameOf('volume'));
    const ways = log.links.filter(({ from, to }) => from !== to);
    const widths = new Map(
      drawn.flatMap(({ recordId, inks }) =>
        inks.flatMap((ink) => (ink.kind === 'volume' ? [[recordId, ink.width] as const] : [])),
      ),
    );
    expect(widths.size).toBe(ways.length);
    const most = Math.max(...ways.map(({ volume }) => volume));
    for (const { from, to, volume } of ways) {
      const id = `ln_${idOf(docs, log.activities[from]?.name ?? '')}-${idOf(docs, log.activities[to]?.name ?? '')}`;
      expect(widths.get(id), id).toBeCloseTo(Math.max(1.5, (volume / most) * 16), 6);
    }
    // The lane of volumes, which the map was made with, has a figure at every step.
    const [lane] = Object.values(docs.map.lanes);
    expect(facts.lanes.get(lane?.id ?? '')?.figures.size).toBeGreaterThanOrEqual(Object.keys(docs.map.steps).length);
  });

  it('I39 durations stand on the cards as the wizard tells them, with how many they are of', async () => {
    const { docs, log } = await mapOf('interval_event_log.csv');
    const { facts, says } = laid(docs, 'duration', { badge: true, color: true });
    expect(facts.figures.size).toBe(log.activities.length);
    expect(says(idOf(docs, 'place order'))[0]).toBe('9.5 min');
    for (const { name, duration } of log.activities) {
      const [value, n] = says(idOf(docs, name));
      expect(value).toBe(timeText(duration?.median ?? Number.NaN, 'en'));
      expect(n).toContain(`n ${duration?.n.toLocaleString('en')}`);
    }
  });

  it('I39 next month is one drop: nothing is asked, both months are there, and they are held against each other', async () => {
    const { docs } = await mapOf('running-example.csv');
    const editor = createEditor(docs);
    const before = editor.documents();
    const [profile] = Object.values(docs.map.matchProfiles);
    if (profile === undefined) throw new Error('no profile');
    // Five months on, without the first case.
    const lines = textOf('running-example.csv')
      .replaceAll('2011-01-', '2011-06-')
      .replaceAll('2010-12-', '2011-05-')
      .split('\n');
    const kept = lines.filter((line) => !/,1,[^,]*$/.test(line.trimEnd()));
    expect(kept.length).toBeLessThan(lines.length);
    const { read, understood, seen, reading } = await readLog('june.csv', kept.join('\n'), profile);
    expect(fitsProfile(profile, seen)).toBe(true);
    expect(missingFor(seen, reading)).toEqual([]);

    const plans: ReturnType<typeof useMapPlan>[] = [];
    const asked = {
      wanted: new Set(usualMeasures),
      ...today(),
      profile: 'Log',
      standing: null,
    } as const;
    const planBy = (counts: PlaceCounts | null) => {
      const Probe = () => {
        plans.push(useMapPlan(read, understood, before, asked, () => counts));
        return null;
      };
      renderToString(createElement(Probe));
      return plans.at(-1);
    };
    const open = planBy(null);
    expect([open?.counting, open?.figures.series]).toEqual([true, []]);
    const places = { ...before.map, mapId: mapRecord(before.map).id };
    if (open === undefined || read.kind !== 'events') throw new Error('no plan');
    const counts = await placeCounts(read.data.log, open.activityPlaces, places, open.ends, countHere);
    const plan = planBy(counts);
    expect([plan?.unmatched, plan?.leftOut, plan?.replaces, plan?.standing.all]).toEqual([[], [], [], 0]);
    editor.transact('importFigures', (draft) => {
      if (plan) putFigures(draft, plan.ready('2026-07-01T00:00:00Z'));
    });

    const after = editor.documents();
    expect(Object.keys(after.library.kpis)).toEqual(Object.keys(before.library.kpis));
    expect(Object.keys(after.map.touchpoints)).toEqual(Object.keys(before.map.touchpoints));
    expect(Object.keys(after.map.matchProfiles)).toEqual([profile.id]);
    expect(Object.values(after.map.dataImports).map(({ fileName }) => fileName)).toEqual([
      'running-example.csv',
      'june.csv',
    ]);
    const decides = kept.filter((line) => line.split(',')[1] === 'decide').length;
    const { says } = laid(after, 'volume', { badge: true, against: 'before' });
    expect(says(idOf(after, 'decide'))).toEqual([`${decides}`, `▼${9 - decides}`, 'n 5 few']);
    expect(decides).toBeLessThan(9);
  });
});
