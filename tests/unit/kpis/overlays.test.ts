import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkKpi, volumeKpi, volumeKpis } from '../../../src/analysis/kpi/linkKpis.ts';
import { linkVolumes } from '../../../src/analysis/kpi/linkVolumes.ts';
import { monthOf, periodBefore, periodsShown } from '../../../src/analysis/kpi/periods.ts';
import type { ActionContext } from '../../../src/app/actions/action.ts';
import { overlayActions } from '../../../src/app/actions/overlayActions.ts';
import { overlayRuns } from '../../../src/app/actions/overlayRuns.ts';
import { overlayPicture } from '../../../src/app/kpis/overlayPicture.ts';
import { en } from '../../../src/app/locales/en.ts';
import { enKpis } from '../../../src/app/locales/enKpis.ts';
import { onlineShopKpis } from '../../../src/app/samples/onlineShopKpis.ts';
import { overlayFacts } from '../../../src/canvas/overlayFacts.ts';
import { standingWord } from '../../../src/canvas/standingWord.ts';
import { noOverlay, type Overlay } from '../../../src/editor/session.ts';
import { keepList } from '../../../src/layout/keepIdentity.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import { OWNER_SIZE, ownerX } from '../../../src/layout/metrics.ts';
import { type Ink, KPI_LANE_HEIGHT, TREND_LANE_HEIGHT } from '../../../src/layout/overlay.ts';
import { overlayInk } from '../../../src/layout/overlayInk.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { mapPersonaId } from '../../../src/model/ids.ts';
import type { Kpi } from '../../../src/model/records/kpi.ts';
import { themes } from '../../../src/paint/theme.ts';
import { overlayChips, overlayKeys } from '../../../src/panels/kpis/overlayChips.ts';
import { smallMap } from '../../support/startDocs.ts';
import { recordContext } from '../paint/recordingContext.ts';

const plainMeasurer = createPlainMeasurer();
const before = { from: '2026-01-01', to: '2026-01-31' };
const now = { from: '2026-02-01', to: '2026-02-28' };

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: { ...en, ...enKpis } } } });
});

/** The small map with a KPI measured at its touchpoints in two periods, and the customers of its links. */
function laid() {
  const { editor, ids } = smallMap();
  const fields = { name: 'CSAT', unit: 'percent', rollUp: 'ratioOfSums', target: 80, warnAt: 70, badAt: 50 } as const;
  const kpiId = editor.run('addKpi', { fields });
  const customers = editor.run('addKpi', { fields: { name: 'Customers', rollUp: 'sum' } });
  const put = (value: number, n: number | null, placeId: string, toId: string | null = null, period = now) =>
    editor.run('setMeasurement', {
      kpiId: toId === null ? kpiId : customers,
      place: { placeId, toId },
      point: { ...period, value, n },
    });
  put(90, 200, ids.a);
  put(84, 200, ids.a, null, before);
  put(60, 100, ids.b);
  put(70, 100, ids.b, null, before);
  put(40, 12, ids.c);
  put(1000, null, ids.a, ids.b);
  put(250, null, ids.b, ids.c);
  const facts = (overlay: Partial<Overlay>, personaFilter: string[] = []) =>
    overlayFacts(editor.documents(), { overlay: { ...noOverlay, kpiId, ...overlay }, personaFilter }, i18next.t, 'en');
  const scene = () =>
    layoutMap(
      editor.documents(),
      { lens: 'channel', collapsedStages: new Set(), collapsedRows: new Set(), unfolded: true },
      () => ({ handoff: false, state: 'none', severity: null }),
      plainMeasurer,
    );
  const texts = (overlay: Partial<Overlay>) =>
    overlayInk(scene(), facts(overlay), plainMeasurer).map(({ recordId, under, inks }) => ({
      at: recordId,
      under,
      says: inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])).join(' '),
    }));
  return { editor, ids, kpiId, customers, put, facts, scene, texts };
}

describe('what is laid over the map', () => {
  it('Q20 a badge bears value, state and n; below 30 it is grey and says so', () => {
    const { ids, facts, texts } = laid();
    expect(facts({ badge: true }).figures.get(ids.a)).toEqual({
      ...{ value: '90%', n: 'n 200', shortN: 'n 200', few: false, tone: 'good', difference: '' },
    });
    expect(facts({ badge: true }).figures.get(ids.b)?.tone).toBe('warning');
    expect(facts({ badge: true }).figures.get(ids.c)).toMatchObject({ few: true, n: 'n 12 few' });
    expect(texts({ badge: true }).map(({ says }) => says)).toEqual(['90% n 200', '60% n 100', '40% n 12 few']);
  });

  it('Q29 the legend counts what the whole map rests on: touchpoints, and steps and stages measured themselves', () => {
    const { editor, ids, kpiId, put, facts } = laid();
    const { map } = editor.documents();
    const whole = () => facts({ badge: true }).legend?.lines.find((line) => line.startsWith('The whole map'));
    expect(whole()).toContain('rolled up from 3 of 3 touchpoints');
    // A stage that was measured itself stands for its touchpoints.
    const stageOf = (id: string) => map.steps[map.touchpoints[id]?.stepId ?? '']?.stageId ?? '';
    const within = [ids.a, ids.b, ids.c].filter((id) => stageOf(id) === stageOf(ids.a)).length;
    put(50, 400, stageOf(ids.a));
    expect(whole()).toMatch(
      within === 3
        ? /1 step or stage measured itself$/
        : new RegExp(`from ${3 - within} of 3 .* and 1 step or stage measured itself$`),
    );
    expect(kpiId).not.toBe('');
  });

  it('Q28 what was measured day by day is shown by month, and as a course by day', () => {
    const { editor, ids, kpiId, put } = laid();
    const lane = editor.run('addLane', { name: 'CSAT', side: 'below', role: 'trend', kpiId });
    const day = (number: number) => ({ from: `2026-03-0${number}`, to: `2026-03-0${number}` });
    put(90, 100, ids.a, null, day(1));
    put(60, 300, ids.a, null, day(2));
    put(80, 40, ids.b, null, { from: '2026-03-03', to: '2026-03-28' });
    const looked = { overlay: { ...noOverlay, kpiId, badge: true }, personaFilter: [] };
    const { figures, lanes, legend } = overlayFacts(editor.documents(), looked, i18next.t, 'en');
    // By the KPI's own rule: (90 × 100 + 60 × 300) / 400.
    expect([ids.a, ids.b].map((id) => [figures.get(id)?.value, figures.get(id)?.n])).toEqual([
      ['67.5%', 'n 400'],
      ['80%', 'n 40'],
    ]);
    expect(legend?.lines.join(' ')).toMatch(/Mar 1\s–\s31, 2026/);
    expect(Math.max(...[...(lanes.get(lane)?.courses.values() ?? [])].map((course) => course.length))).toBe(2);

    const series = Object.values(editor.documents().map.series).filter((each) => each.kpiId === kpiId);
    const shown = periodsShown(series, 'ratioOfSums');
    expect(shown.slice(0, 2)).toEqual([
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-03-03', to: '2026-03-28' },
    ]);
    expect(shown).toHaveLength(6);
    // Medians of days make no median of a month.
    expect(periodsShown(series, 'none')).toHaveLength(5);
    expect(periodBefore(monthOf('2026-03-14'), shown)).toEqual(now);
    expect([monthOf('2024-02-10'), monthOf('2026-12-31')].map(({ to }) => to)).toEqual(['2024-02-29', '2026-12-31']);
  });

  it('OV6 where no threshold says how a figure stands there is no mark; a ring means few alone', () => {
    const { editor, ids, kpiId, facts, scene } = laid();
    const tonesAt = () =>
      overlayInk(scene(), facts({ badge: true }), plainMeasurer).map(({ recordId, inks }) => [
        recordId,
        ...inks.flatMap((ink) => (ink.kind === 'mark' ? [ink.tone] : [])),
      ]);
    expect(tonesAt()).toEqual([
      [ids.a, 'good'],
      [ids.b, 'warning'],
      [ids.c, 'unknown'],
    ]);
    editor.run('updateKpi', { id: kpiId, fields: { target: null, warnAt: null, badAt: null } });
    expect(tonesAt()).toEqual([[ids.a], [ids.b], [ids.c, 'unknown']]);
  });

  it('Q21 colours name the state of each card, with value and n on it', () => {
    const { ids, facts, texts } = laid();
    expect([...facts({ color: true }).tones]).toEqual([
      [ids.a, 'good'],
      [ids.b, 'warning'],
      [ids.c, 'few'],
    ]);
    expect(texts({ color: true })[0]?.says).toBe('90% n 200');
    expect(facts({ badge: true }).tones.size).toBe(0);
  });

  it('WZ3 thresholds that contradict the direction colour nothing, and the legend says so', () => {
    const { editor, ids, kpiId, facts } = laid();
    const set = (badAt: number) =>
      editor.run('updateKpi', { id: kpiId, fields: { better: 'less', target: null, badAt } });
    set(40);
    expect(facts({ color: true }).tones.get(ids.a)).toBe('unknown');
    const { marks = [], lines = [] } = facts({ color: true }).legend ?? {};
    expect(marks.map(({ tone }) => tone)).toEqual(['unknown']);
    expect(lines.join(' ')).toContain('are not applied');
    set(80);
    expect(facts({ color: true }).tones.get(ids.a)).toBe('bad');
    expect(facts({ color: true }).legend?.lines.join(' ')).not.toContain('are not applied');
  });

  it('Q22 figures are held against the period before or the target: by how much, and whether that is better', () => {
    const { ids, facts } = laid();
    const past = facts({ badge: true, against: 'before' }).figures;
    expect(past.get(ids.a)).toMatchObject({ difference: '▲6 pp', tone: 'good' });
    expect(past.get(ids.b)).toMatchObject({ difference: '▼10 pp', tone: 'bad' });
    expect(past.get(ids.c)).toMatchObject({ difference: '', tone: 'unknown' });
    expect(facts({ badge: true, against: 'before' }).legend?.lines).toContain('pp: percentage points');
    expect(facts({ badge: true }).legend?.lines).not.toContain('pp: percentage points');
    expect(facts({ badge: true, against: 'target' }).figures.get(ids.b)).toMatchObject({ difference: '▼20 pp' });
  });

  it('OV10 what is read aloud of a figure is in the words of the legend that is shown', () => {
    const { editor, ids, kpiId, put, facts } = laid();
    const said = (against: Overlay['against']) => {
      const { figures, legend } = facts({ badge: true, against });
      const words = [ids.a, ids.b, ids.c].map((id) => {
        const figure = figures.get(id);
        return figure && standingWord(figure, against, i18next.t);
      });
      return { words, legend: legend?.marks.map(({ text }) => text) ?? [] };
    };
    expect(said('none').words).toEqual(['good', 'warning', 'bad']);
    const past = said('before');
    expect(past.words).toEqual(['better', 'worse', 'not compared']);
    expect(past.legend).toEqual(expect.arrayContaining(past.words.slice(0, 2)));
    put(60, 100, ids.b, null, before);
    expect(said('before').words[1]).toBe('the same');
    expect(said('target').words).toEqual(['better', 'worse', 'worse']);
    editor.run('updateKpi', { id: kpiId, fields: { target: null } });
    expect(said('target').words).toEqual(['not compared', 'not compared', 'not compared']);
  });

  it('Q23 links are as thick as their volume, with the share that goes no further at the card where it stays', () => {
    const { editor, ids, customers, facts, texts } = laid();
    expect(volumeKpi(editor.documents())?.id).toBe(customers);
    const { volumes, losses } = facts({ links: true });
    expect(volumes.get(ids.ab)).toEqual({
      width: 16,
      text: '1,000',
      n: 'n unknown',
      shortN: 'n ?',
      isCount: false,
      few: false,
    });
    expect(volumes.get(`ln_${ids.b}-${ids.c}`)).toEqual({
      width: 4,
      text: '250',
      n: 'n unknown',
      shortN: 'n ?',
      isCount: false,
      few: false,
    });
    expect([...losses]).toEqual([[ids.b, { text: '▼75%', n: 'n 1,000', shortN: 'n 1K', few: false }]]);
    expect(texts({ links: true }).filter(({ under }) => under)).toHaveLength(2);
    expect(texts({ links: true }).some(({ says }) => says.includes('▼75%'))).toBe(true);
    expect(facts({}).volumes.size).toBe(0);
  });

  it('Q23 who came to a touchpoint is what was measured there, else what its links bring', () => {
    const { editor, ids, customers } = laid();
    const lost = () => {
      const { map, library } = editor.documents();
      const kpi = library.kpis[customers] as Kpi;
      return linkVolumes(map, { kpi, period: now, personaIds: [] }).losses.get(ids.b);
    };
    expect(lost()).toEqual({ share: 0.75, n: 1000 });
    const place = { placeId: ids.b, toId: null };
    editor.run('setMeasurement', { kpiId: customers, place, point: { ...now, value: 500, n: null } });
    expect(lost()).toEqual({ share: 0.5, n: 500 });
  });

  it('OV2 numbers of links bear n and are grey by it, not by what they count; the legend says from how many to how many', () => {
    const { ids, facts, put, texts, scene } = laid();
    const drawn = () => facts({ links: true });
    const lines = () => drawn().legend?.lines.join('\n') ?? '';
    expect(lines()).toContain('On how many each rests: n unknown.');
    put(24, 9600, ids.a, ids.b);
    put(250, 12, ids.b, ids.c);
    expect(drawn().volumes.get(ids.ab)).toMatchObject({ text: '24', n: 'n 9,600', few: false });
    expect(drawn().volumes.get(`ln_${ids.b}-${ids.c}`)).toMatchObject({ text: '250', n: 'n 12 few', few: true });
    expect(texts({ links: true }).map(({ says }) => says)).toContain('250 n 12 few');
    expect(lines()).toContain(
      'On how many each rests: n 12 – 9,600. Not shown where there is no room. Grey and broken: n below 30.',
    );
    const bands = overlayInk(scene(), drawn(), plainMeasurer).flatMap(({ inks }) =>
      inks.flatMap((ink) => (ink.kind === 'volume' ? [ink.few] : [])),
    );
    expect(bands.sort()).toEqual([false, true]);
    expect(drawn().legend?.scale.some((sample) => sample.few)).toBe(false);
    put(250, 40, ids.b, ids.c);
    expect(lines()).not.toContain('Grey and broken');
  });

  it('OV20 where all links rest on few the legend shows their widths grey and broken, as they are', () => {
    const { ids, facts, put } = laid();
    put(24, 9, ids.a, ids.b);
    put(25, 12, ids.b, ids.c);
    expect(facts({ links: true }).legend?.scale[0]).toEqual({ width: 16, text: '25', few: true });
    expect(facts({ links: true }).legend?.scale.every(({ few }) => few)).toBe(true);
  });

  it('OV3 a share that goes no further is grey where few were there', () => {
    const { ids, facts, put } = laid();
    put(20, 400, ids.a, ids.b);
    put(5, 20, ids.b, ids.c);
    expect(facts({ links: true }).losses.get(ids.b)).toEqual({
      text: '▼75%',
      n: 'n 20 few',
      shortN: 'n 20',
      few: true,
    });
    expect(facts({ links: true }).legend?.lines.join('\n')).toContain('Grey and broken');
  });

  it('OV9 from afar and in narrow gutters no number stands without its n', () => {
    const { editor, ids, kpiId, facts, scene, put } = laid();
    editor.run('addLane', { name: 'CSAT', side: 'below', role: 'kpi', kpiId });
    put(24, 9600, ids.a, ids.b);
    put(128_000, 128_000, ids.b, ids.c);
    const drawn = facts({ links: true });
    expect(drawn.volumes.get(`ln_${ids.b}-${ids.c}`)).toMatchObject({ shortN: 'n 128K', isCount: true });
    expect(drawn.legend?.lines.join(' ')).toContain('Where n stands alone, the volume is as much.');
    for (const [scale, isFar] of [
      [1, false],
      [1.35, false],
      [1.75, true],
      [2.25, true],
    ] as const) {
      const written = overlayInk(scene(), drawn, plainMeasurer, scale, isFar)
        .map(({ inks }) => inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])).join(' '))
        .filter((text) => text !== '');
      expect(written.length, String(scale)).toBeGreaterThanOrEqual(1);
      for (const text of written) expect(text, `scale ${scale}`).toMatch(/(^| )n [\d.,]+K?( few)?$/);
    }
  });

  it('Q24 a lane of a KPI has its value by step and by stage; a lane of its course the last periods of each step', () => {
    const { editor, ids, kpiId, facts, scene } = laid();
    const values = editor.run('addLane', { name: 'CSAT', side: 'below', role: 'kpi', kpiId });
    const course = editor.run('addLane', { name: 'CSAT', side: 'below', role: 'trend', kpiId });
    const { lanes } = facts({});
    expect(lanes.get(values)?.figures.get(ids.step2)).toMatchObject({ value: '57.9%', n: 'n 112' });
    expect(lanes.get(values)?.figures.get('st_1')).toMatchObject({ value: '78.5%', n: 'n 312' });
    expect(lanes.get(course)?.courses.get('sp_1')).toEqual([
      [0, (84 - 57.85714285714286) / (90 - 57.85714285714286)],
      [1, 1],
    ]);
    const height = (id: string) => scene().rows.find(({ laneId }) => laneId === id)?.height;
    expect([height(values), height(course)]).toEqual([KPI_LANE_HEIGHT, TREND_LANE_HEIGHT]);
    const said = overlayInk(scene(), facts({}), plainMeasurer).map(({ key }) => key);
    expect(said).toContain(`lane:${values}|st_1`);
    editor.run('setLaneHidden', { id: values, hidden: true });
    expect(facts({}).lanes.has(values)).toBe(false);
  });

  it('Q25 the legend names KPI, period, thresholds, n of the whole and where the figures come from', () => {
    const { facts } = laid();
    const legend = facts({ badge: true }).legend;
    expect(legend?.title).toBe('CSAT');
    expect(legend?.lines.join('\n')).toMatch(
      /Feb 1\s–\s28, 2026\n.*78\.5%, n 312, rolled up from 3 of 3 touchpoints\nFigures on the map: typed by hand/,
    );
    expect(legend?.marks.map(({ tone, text }) => `${tone} ${text}`)).toEqual([
      'good > 70%',
      'warning ≤ 70%',
      'bad ≤ 50%',
      'unknown grey: n below 30',
    ]);
    expect(facts({}).legend).toBeNull();
  });

  it('Q52 with some personas shown figures are theirs alone where there are any, else those of everyone, and it is said', () => {
    const { editor, facts, ids, kpiId } = laid();
    const everyones = facts({ badge: true, links: true }, [ids.persona]);
    expect(everyones.figures.size).toBe(3);
    expect(everyones.legend?.lines.at(-1)).toBe('Of everyone: nothing was measured of Mara alone.');
    const point = { from: '2026-02-01', to: '2026-02-28', value: 55, n: 40 };
    editor.run('setMeasurement', { kpiId, place: { placeId: ids.a, toId: null }, personaId: ids.persona, point });
    const alone = facts({ badge: true }, [ids.persona]);
    expect([...alone.figures].map(([id, { value }]) => [id, value])).toEqual([[ids.a, '55%']]);
    expect(alone.legend?.lines.at(-1)).toBe('Measured of Mara alone');
    expect(facts({ badge: true }).figures.size).toBe(3);
  });

  it('Q52 in bands of personas it is said that the figures are those of everyone', () => {
    const { editor, kpiId } = laid();
    const said = (sideBySide: boolean) =>
      overlayFacts(
        editor.documents(),
        { overlay: { ...noOverlay, kpiId, badge: true }, personaFilter: [], sideBySide },
        i18next.t,
        'en',
      ).legend?.lines.at(-1);
    const bands = 'The bands of all personas show the same figures, those of everyone.';
    expect(said(true)).not.toBe(bands);
    const personaId = editor.run('addPersona', { name: 'Max' });
    expect(Object.values(editor.documents().map.mapPersonas).map((each) => each.personaId)).toContain(personaId);
    expect([said(true), said(false) === bands]).toEqual([bands, false]);
  });

  it('Q53 a KPI that was measured at links alone gives way on cards, and stays at the links', () => {
    const { editor, kpiId, customers } = laid();
    const context = { editor, t: i18next.t } as unknown as ActionContext;
    overlayRuns.links(context);
    expect(editor.session.getState().overlay).toMatchObject({ links: true, kpiId: customers });
    overlayRuns.badge(context);
    expect(editor.session.getState().overlay).toMatchObject({
      ...{ links: true, badge: true },
      ...{ kpiId, linkKpiId: customers },
    });
    const { overlay } = editor.session.getState();
    const drawn = overlayFacts(editor.documents(), { overlay, personaFilter: [] }, i18next.t, 'en');
    expect([drawn.figures.size, drawn.volumes.size]).toEqual([3, 2]);
  });

  it('Q54 who goes no further does not follow where the links that lead on rest on others than came', () => {
    const { ids, facts, put } = laid();
    put(20, 400, ids.a, ids.b);
    put(5, 400, ids.b, ids.c);
    expect(facts({ links: true }).losses.size).toBe(0);
    put(5, 20, ids.b, ids.c);
    expect(facts({ links: true }).losses.get(ids.b)?.text).toBe('▼75%');
  });

  it('Q25 which definition is used stands in the legend, and in the picture', async () => {
    const { editor, kpiId, facts, scene } = laid();
    const overlay = { ...noOverlay, kpiId, badge: true };
    const painted = async () => {
      const picture = await overlayPicture(editor.documents(), scene(), plainMeasurer, { overlay, personaFilter: [] });
      const { ctx, texts } = recordContext();
      picture.paintLegend(ctx, 0, themes.light);
      return texts.map(({ text }) => text).join(' ');
    };
    const top = 'Top-two-box: share of the best two answers';
    expect(facts({ badge: true }).legend?.lines).not.toContain(top);
    expect(await painted()).not.toContain(top);
    editor.run('updateKpi', { id: kpiId, fields: { definition: 'topTwo' } });
    expect(facts({ badge: true }).legend?.lines).toContain(top);
    expect(await painted()).toContain(top);
    editor.run('updateKpi', { id: kpiId, fields: { definition: 'mean' } });
    expect(facts({ badge: true }).legend?.lines).toContain('Mean of the answers');
    expect(await painted()).toContain('Mean of the answers');
  });

  it('Q26 one measurement draws its own place anew and no other', () => {
    const { ids, put, facts, scene } = laid();
    const draw = () => overlayInk(scene(), facts({ badge: true }), plainMeasurer);
    const first = draw();
    put(91, 210, ids.a);
    const next = keepList(first, draw(), ({ key }) => key);
    expect(next.filter((group, index) => group !== first[index]).map(({ recordId }) => recordId)).toEqual([ids.a]);
  });

  it('NB7 against the period before only places measured in both are compared, and it is said how many are not', () => {
    const { editor, ids, kpiId, facts, put } = laid();
    const lane = editor.run('addLane', { name: 'CSAT', side: 'below', role: 'kpi', kpiId });
    // In the step of b and c only b was measured before: 70, now 60. With c it is 57.9 now.
    const drawn = () => facts({ badge: true, against: 'before' });
    const step = drawn().lanes.get(lane)?.figures.get(ids.step2);
    expect([step?.value, step?.difference]).toEqual(['57.9%', '▼10 pp']);
    // The stage: (90 × 200 + 60 × 100) / 300 = 80, against (84 × 200 + 70 × 100) / 300 = 79.3.
    expect(drawn().lanes.get(lane)?.figures.get('st_1')?.difference).toBe('▲0.67 pp');
    expect(drawn().legend?.lines.join(' ')).toContain(
      'Only the 2 places measured in both periods are compared; measured in one of them alone: 1.',
    );
    put(50, 100, ids.c, null, before);
    expect(drawn().legend?.lines.join(' ')).not.toContain('measured in both');
    // Other places than before: there is nothing to compare.
    const later = { from: '2026-03-01', to: '2026-03-31' };
    put(10, 100, ids.c, null, later);
    const alone = facts({ badge: true, against: 'before' }).lanes.get(lane)?.figures;
    expect(alone?.get(ids.step2)?.difference).toBe('▼30 pp');
    expect(alone?.get('st_1')?.value).toBe('10%');
    expect(alone?.get('st_1')?.difference).toBe('▼30 pp');
  });

  it('NB7 a course holds only values over the same touchpoints, and says that there were others', () => {
    const { editor, ids, kpiId, facts, put, scene } = laid();
    const lane = editor.run('addLane', { name: 'CSAT', side: 'below', role: 'trend', kpiId });
    const at = (step: string) => [
      facts({}).lanes.get(lane)?.courses.get(step)?.length,
      facts({}).lanes.get(lane)?.notes.get(step) ?? '',
    ];
    // Before it was b alone, now it is b and c.
    expect(at(ids.step2)).toEqual([1, 'before: other places']);
    expect(at('sp_1')).toEqual([2, '']);
    const texts = overlayInk(scene(), facts({}), plainMeasurer).flatMap(({ inks }) => inks);
    expect(texts).toContainEqual(expect.objectContaining({ text: 'before: other places' }));
    put(50, 100, ids.c, null, before);
    expect(at(ids.step2)).toEqual([2, '']);
  });

  it('NB8 links show the KPI and the period that are looked at, else others that are named, and can be chosen', () => {
    const { editor, ids, customers, facts, put } = laid();
    const calls = editor.run('addKpi', { fields: { name: 'Calls', rollUp: 'sum' } });
    const place = { placeId: ids.a, toId: ids.b };
    editor.run('setMeasurement', { kpiId: calls, place, point: { ...before, value: 7, n: null } });
    put(500, null, ids.a, ids.b, before);
    const width = (overlay: Partial<Overlay>) => {
      const { volumes, legend } = facts({ links: true, ...overlay });
      return [volumes.get(ids.ab)?.text, legend?.lines.find((line) => line.startsWith('Width'))?.split('.')[0]];
    };
    expect(width({})).toEqual(['1,000', expect.stringMatching(/Customers, Feb/)]);
    expect(width({ period: before })).toEqual(['500', expect.stringMatching(/Customers, Jan/)]);
    expect(width({ kpiId: customers, period: before })[0]).toBe('500');
    expect(width({ kpiId: calls })).toEqual(['7', expect.stringMatching(/Calls, Jan/)]);
    expect(width({ linkKpiId: calls })[0]).toBe('7');
    expect(volumeKpis(editor.documents()).map(({ name }) => name)).toEqual(['Customers', 'Calls']);
    expect(facts({ links: true }).legend?.scale).toEqual([
      { width: 16, text: '1,000' },
      { width: 8, text: '500' },
      { width: 1.6, text: '100' },
    ]);
    put(1258, null, ids.a, ids.b);
    const samples = facts({ links: true }).legend?.scale ?? [];
    expect(samples.map(({ text }) => text)).toEqual(['1,258', '500', '100']);
    expect(samples[1]?.width).toBeCloseTo((500 / 1258) * 16, 6);
  });

  it.each([1, 2, 3, 5, 8])(
    'Q35 nothing that is laid over the map covers the marks of %i personas on its cards',
    (owners) => {
      const { editor, ids, kpiId, put, facts, scene } = laid();
      const people = Array.from({ length: 9 }, (_, at) => editor.run('addPersona', { name: `P${at}` }));
      editor.transact('setMembers', (docs) => {
        for (const personaId of people) {
          const id = mapPersonaId(personaId);
          docs.map.mapPersonas[id] ??= { id, personaId, order: `z${people.indexOf(personaId)}` };
        }
      });
      editor.run('setMembers', { recordIds: [ids.a, ids.b, ids.c], personaIds: people.slice(0, owners) });
      put(98_765_432, null, ids.b, ids.c);
      for (const id of [ids.a, ids.b, ids.c]) put(1, 200, id, null, before);
      const laidOut = scene();
      const marks = laidOut.placements.flatMap(({ kind, x, y }) =>
        kind !== 'touchpoint'
          ? []
          : Array.from({ length: owners }, (_, at) => ({ x: x + ownerX(at), y: y - OWNER_SIZE / 2, at })),
      );
      expect(marks).toHaveLength(3 * owners);
      const looks: [Partial<Overlay>, number][] = [
        [{ badge: true }, 1],
        [{ badge: true, against: 'before' }, 1],
        [{ color: true, against: 'target' }, 1.35],
        [{ badge: true, color: true, links: true, against: 'before' }, 1.35],
      ];
      for (const unit of ['number', 'hours', 'percent'] as const)
        for (const value of [9, 123_456.5, 98_765_432]) {
          editor.run('updateKpi', { id: kpiId, fields: { unit, target: 1 } });
          for (const id of [ids.a, ids.b, ids.c]) put(value, 1_234_567, id);
          for (const [overlay, scale] of looks) {
            const drawn = overlayInk(laidOut, facts(overlay), plainMeasurer, scale).filter(({ under }) => !under);
            const rects = drawn.flatMap(({ inks }) => inks.flatMap(rectOf));
            expect(rects.length).toBeGreaterThan(6);
            const covered = marks.filter((mark) =>
              rects.some(
                ({ x, y, width, height }) =>
                  x < mark.x + OWNER_SIZE && x + width > mark.x && y < mark.y + OWNER_SIZE && y + height > mark.y,
              ),
            );
            expect(covered, JSON.stringify({ unit, value, overlay, scale })).toEqual([]);
          }
        }
    },
  );
});

/** The room that a box or a text takes. */
function rectOf(ink: Ink): { x: number; y: number; width: number; height: number }[] {
  if (ink.kind === 'box') return [ink];
  if (ink.kind !== 'text') return [];
  const style = { size: ink.size, lineHeight: ink.size * 1.3, weight: ink.bold ? 600 : 400 } as const;
  const width = plainMeasurer.lines(ink.text, style, 10_000, 1)[0]?.width ?? 0;
  return [{ x: ink.x, y: ink.y - ink.size, width, height: ink.size }];
}

it('OV11 a KPI measured at links alone says so, and stands there with n, on bands as wide as what counts', () => {
  const { editor, ids, kpiId: csat, customers, facts, texts } = laid();
  const fields = { name: 'Conversion', unit: 'percent', rollUp: 'ratioOfSums' } as const;
  const kpiId = editor.run('addKpi', { fields });
  const place = { placeId: ids.a, toId: ids.b };
  editor.run('setMeasurement', { kpiId, place, point: { ...now, value: 62, n: 12 } });
  const onCards = facts({ kpiId, badge: true });
  expect([onCards.figures.size, onCards.legend?.isOnLinks]).toEqual([0, true]);
  expect(onCards.legend?.lines).toContain('Measured at links, at no touchpoint.');
  expect(onCards.legend?.lines.join(' ')).not.toContain('Figures on the map');
  expect(facts({ kpiId: csat, badge: true }).legend?.isOnLinks).toBe(false);

  const both = facts({ kpiId, badge: true, links: true });
  const bc = `ln_${ids.b}-${ids.c}`;
  expect(both.legend?.isOnLinks).toBe(false);
  // Grey by its own n, not by that of what makes the width; a way at which it was not measured has the width alone.
  expect(both.volumes.get(ids.ab)).toMatchObject({ text: '62%', n: 'n 12 few', few: true, isCount: false, width: 16 });
  expect(both.volumes.get(bc)).toMatchObject({ text: '', few: false, width: 4 });
  expect(texts({ kpiId, links: true }).filter(({ says }) => says !== '' && !says.includes('▼'))).toEqual([
    { at: ids.ab, under: false, says: '62% n 12 few' },
  ]);
  expect(both.legend?.lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^At links: Conversion, Feb/),
      expect.stringMatching(/^Width of links: Customers, Feb/),
      'On how many each rests: n 12. Not shown where there is no room. Grey and broken: n below 30.',
      'Figures of links: typed by hand',
    ]),
  );
  expect(both.legend?.scale[0]).toEqual({ width: 16, text: '1,000' });
  // What is chosen for links goes before what lies on the cards; one of cards alone leaves links to what counts.
  const at = (linkKpiId: string | null, looked: string) =>
    linkKpi(editor.documents(), { linkKpiId, kpiId: looked })?.id;
  expect([at(customers, kpiId), at(null, kpiId), at(null, csat)]).toEqual([customers, kpiId, customers]);
  const chip = overlayChips(editor.documents(), { ...noOverlay, kpiId, badge: true }, kpiId).find(
    ({ mode }) => mode === 'links',
  );
  expect(chip).toMatchObject({ mode: 'links', isOn: false, next: { links: true, linkKpiId: kpiId } });

  // Where nothing counts, its own value makes the width.
  editor.run('updateKpi', { id: customers, fields: { archived: true } });
  const alone = facts({ kpiId, links: true });
  expect([...alone.volumes].map(([id, { text, width }]) => [id, text, width])).toEqual([[ids.ab, '62%', 16]]);
  expect(alone.losses.size).toBe(0);
});

it('Q54 the figures of the sample do not contradict each other', () => {
  const onward: Record<string, [number, number][]> = {};
  for (const [way, [count, n]] of Object.entries(onlineShopKpis.customers.at)) {
    const from = way.slice(0, way.indexOf('>'));
    onward[from] = [...(onward[from] ?? []), [count, n]];
  }
  let compared = 0;
  for (const [place, [share, n]] of Object.entries(onlineShopKpis.goesOn.at)) {
    const ways = onward[place];
    if (ways === undefined) continue;
    compared++;
    expect(ways.map(([, rests]) => rests)).toEqual(ways.map(() => n));
    expect(Math.round((ways.reduce((sum, [count]) => sum + count, 0) / n) * 100), place).toBe(share);
  }
  expect(compared).toBeGreaterThan(5);
});

it('WZ33 one click makes links as thick as a KPI that counts on them, whatever lies on the cards', () => {
  const { editor, kpiId, customers } = laid();
  const chips = (overlay: Overlay, id: string) => overlayChips(editor.documents(), overlay, id);
  expect(chips(noOverlay, kpiId).map(({ mode }) => mode)).toEqual(['badge', 'color', 'before', 'target']);
  const onCards = chips(noOverlay, kpiId)[0]?.next ?? noOverlay;
  const links = (overlay: Overlay) => chips(overlay, customers).find(({ mode }) => mode === 'links');
  expect(links(onCards)?.isOn).toBe(false);
  const both = links(onCards)?.next ?? noOverlay;
  expect(both).toMatchObject({ kpiId, badge: true, links: true });
  expect(links(both)?.isOn).toBe(true);
  expect(volumeKpi(editor.documents(), both)?.id).toBe(customers);
  expect(chips(both, kpiId).map(({ isOn }) => isOn)).toEqual([true, false, false, false]);
  expect(links(both)?.next).toMatchObject({ kpiId, badge: true, links: false });
});

it('Q41 the panel says the key of each overlay', () => {
  const bound = overlayActions.map(({ id, keys }) => [id.replace('overlay.', ''), keys?.[0]?.replace('shift+', '⇧')]);
  expect(overlayKeys).toEqual(Object.fromEntries(bound.filter(([name]) => name !== 'next')));
});

it('Q41 one click holds a KPI against the period before, another against its target; nothing drawn, it comes on the cards', () => {
  const { editor, kpiId, customers } = laid();
  const chip = (overlay: Overlay, mode: string, id = kpiId) => {
    const found = overlayChips(editor.documents(), overlay, id).find((each) => each.mode === mode);
    return found ?? { isOn: null, next: noOverlay };
  };
  const before = chip(noOverlay, 'before').next;
  expect(before).toEqual({ ...noOverlay, kpiId, badge: true, against: 'before' });
  expect(chip(before, 'before')).toEqual({ mode: 'before', isOn: true, next: { ...before, against: 'none' } });
  expect(chip(before, 'target')).toEqual({ mode: 'target', isOn: false, next: { ...before, against: 'target' } });
  // Taken off the cards it is not drawn, and one more press shows it again.
  expect(chip({ ...before, badge: false }, 'before')).toMatchObject({ isOn: false, next: before });
  expect(chip(before, 'before', customers)).toMatchObject({ isOn: false, next: { ...before, kpiId: customers } });
  const colored = { ...noOverlay, kpiId, color: true };
  expect(chip(colored, 'target').next).toEqual({ ...colored, against: 'target' });
  const laneId = editor.run('addLane', { name: '', side: 'below', role: 'trend', kpiId });
  expect(chip(noOverlay, 'target').next).toEqual({ ...noOverlay, kpiId, against: 'target' });
  editor.run('setLaneHidden', { id: laneId, hidden: true });
  expect(chip(noOverlay, 'target').next).toMatchObject({ badge: true });
});

it('WZ40 the legend says where figures come from without one of the whole map too, and of links', () => {
  const { editor, ids, facts } = laid();
  const sources = (overlay: Partial<Overlay>) =>
    (facts(overlay).legend?.lines ?? []).filter((line) => /^Figures/.test(line));
  expect(sources({ badge: true })).toEqual(['Figures on the map: typed by hand']);
  expect(sources({ links: true })).toEqual(['Figures of links: typed by hand']);
  const wait = editor.run('addKpi', { fields: { name: 'Median wait', unit: 'hours', rollUp: 'none' } });
  const source = {
    ...{ kind: 'metrics' as const, fileName: 'a.csv', hash: 'c'.repeat(64), leftOut: '' },
    ...{ importedAt: '2026-02-03T04:05:06Z', rows: 1, rowsTaken: 1 },
  };
  const point = { ...now, value: 3, n: 40 };
  const series = [{ kpiId: wait, place: { placeId: ids.a, toId: null }, points: [point] }];
  editor.run('importFigures', { figures: { source, series, evidence: [], links: [] } });
  const shown = { kpiId: wait, badge: true };
  editor.run('setMeasurement', { kpiId: wait, place: { placeId: ids.b, toId: null }, point });
  expect(sources(shown)).toEqual(['Figures on the map: from several sources']);
  editor.undo();
  expect(sources(shown)).toEqual(['Figures on the map: from a file']);
});
