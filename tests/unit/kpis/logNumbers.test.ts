import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropOffKpi, linkVolumes, volumeKpi } from '../../../src/analysis/kpi/linkVolumes.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { overlayFacts } from '../../../src/canvas/overlayFacts.ts';
import { noOverlay } from '../../../src/editor/session.ts';
import type { Kpi } from '../../../src/model/records/kpi.ts';
import { mapOfLog } from '../../support/logMap.ts';
import { smallMap } from '../../support/startDocs.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enKpis } } } });
});

type LogMap = Awaited<ReturnType<typeof mapOfLog>>;

/** Who goes no further, as it stands at the links, by the title of where they begin. */
function lostAtLinks({ docs, period }: LogMap): Record<string, number> {
  const kpi = volumeKpi(docs) as Kpi;
  const volumes = linkVolumes(docs.map, { kpi, period, personaIds: [] }, dropOffKpi(docs.library));
  return Object.fromEntries(
    Object.values(docs.map.links).flatMap(({ id, from }) => {
      const lost = volumes.get(id)?.dropOff ?? null;
      return lost === null ? [] : [[docs.map.touchpoints[from]?.title, Math.round(lost * 1000) / 10]];
    }),
  );
}

describe('drop-off at links', () => {
  it('NB1 repeats and ways that are not drawn are no loss: what stands at links is what the log was counted to have', async () => {
    // 316 of its 936 reminders are repeats, which no link shows; everybody goes on.
    const interval = await mapOfLog('interval_event_log.csv');
    expect(lostAtLinks(interval)).not.toHaveProperty('send reminder');
    // Of the 55 fines that were sent 12 went no further, whatever part of the ways is drawn.
    for (const share of [0.75, 1]) {
      const fines = lostAtLinks(await mapOfLog('roadtraffic100traces.xes', share));
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
      const volumes = linkVolumes(map, { kpi: library.kpis[kpiId] as Kpi, period, personaIds: [] });
      return volumes.get(ids.ab)?.dropOff;
    };
    put(ids.a, null, 100);
    put(ids.a, ids.b, 60);
    expect(lost()).toBe(0.4);
    editor.run('addLink', { from: ids.a, to: ids.c });
    expect(lost()).toBeNull();
    put(ids.a, ids.c, 20);
    expect(lost()).toBe(0.2);
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
      return overlayFacts(editor.documents(), looked, i18next.t, 'en').volumes.get(ids.ab)?.dropOff;
    };
    expect([10_000, 10_001, 10_100, 20_000].map(drawn)).toEqual(['', '', '▼1%', '▼50%']);
    expect(drawn(10_040)).toBe('▼0.4%');
  });
});

describe('the wizard', () => {
  it('NB3 counts as links what becomes links: repeats are none', async () => {
    const { draft, docs, log } = await mapOfLog('interval_event_log.csv');
    expect([draft.links.length, Object.keys(docs.map.links).length, draft.linksLeftOut]).toEqual([13, 13, 0]);
    expect(log.links).toHaveLength(14);
  });
});
