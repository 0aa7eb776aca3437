import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allGaps } from '../../../src/analysis/gaps.ts';
import { allHandoffs, handoffOf } from '../../../src/analysis/handoffs.ts';
import { frictionMarks, markOf } from '../../../src/analysis/mark.ts';
import { handoffMatrix } from '../../../src/analysis/matrix.ts';
import { waysOf } from '../../../src/analysis/paths.ts';
import { en } from '../../../src/app/locales/en.ts';
import { pointText } from '../../../src/canvas/feelingText.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { markText } from '../../../src/canvas/markText.ts';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { paintScene } from '../../../src/paint/canvasPainter.ts';
import { paintMark } from '../../../src/paint/paintLinks.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { smallMap } from '../../support/startDocs.ts';
import { recordContext } from '../paint/recordingContext.ts';

beforeAll(async () => {
  vi.stubGlobal('Path2D', class {});
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});
afterAll(() => void vi.unstubAllGlobals());

/** The small map, with its gap from a to b: `state` is what is marked there, `friction` what is at b. */
function judged() {
  const { editor, ids } = smallMap();
  const laid = () => createMapView(editor, createPlainMeasurer()).laid.getState();
  const map = () => editor.documents().map;
  return {
    editor,
    ids,
    laid,
    map,
    state: () => laid().scene.links.find(({ linkId }) => linkId === ids.ab)?.state,
    friction: () => frictionMarks(map()).get(ids.b),
  };
}
const said = (mark: Parameters<typeof markText>[0], what: 'handoff' | 'inside' = 'handoff') =>
  markText(mark, what, i18next.t);

describe('marks', () => {
  it('GP8 a severity follows importance and weights at once, and no card is another for it', () => {
    const { editor, ids } = smallMap();
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { severity: null } });
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'gap' });
    const view = createMapView(editor, createPlainMeasurer());
    const laid = () => view.laid.getState();
    const marked = () => laid().scene.links.find(({ linkId }) => linkId === ids.ab)?.state.severity;
    const inCell = () => laid().scene.cells.map(({ severity }) => severity);
    const { placements } = laid().scene;
    const truth = () => handoffOf(editor.documents().map, ids.ab)?.severity;
    const seen = [marked()];
    const look = () => {
      expect(marked()).toBe(truth());
      expect(laid().scene.placements).toBe(placements);
      seen.push(marked());
    };
    editor.run('updateTouchpoint', { id: ids.b, fields: { importance: 1 } });
    look();
    editor.run('updateMap', { kindWeights: { channel: 100, device: 0, department: 0 } });
    look();
    editor.run('updateTouchpoint', { id: ids.b, fields: { importance: 5 } });
    look();
    expect(seen).toEqual([3, 2, 3, 4]);
    editor.run('updateTouchpoint', { id: ids.b, fields: { importance: 1 } });
    editor.run('updateVerdict', { from: ids.b, to: ids.b, fields: { customerKnown: 'no', dataTravels: 'no' } });
    const low = inCell();
    editor.run('updateTouchpoint', { id: ids.b, fields: { importance: 5 } });
    expect(inCell()).not.toEqual(low);
    editor.undo();
    expect(inCell()).toEqual(low);
  });

  it('GP9 friction inside a touchpoint is the worst of its cell when nothing worse arrives there', () => {
    const { editor, ids, laid } = judged();
    editor.run('clearVerdict', { from: ids.a, to: ids.b });
    const cell = () => {
      const { scene, placementOf } = laid();
      const { stepId, rowKey } = placementOf.get(ids.a) as { stepId: string; rowKey: string };
      return scene.cells.find((each) => each.stepId === stepId && each.rowKey === rowKey);
    };
    expect(cell()).toMatchObject({ worst: 'none', severity: null });
    editor.run('judgeHandoff', { from: ids.a, to: ids.a, state: 'gap', severity: 5 });
    expect(cell()).toMatchObject({ worst: 'gap', severity: 5 });
    editor.run('updateVerdict', { from: ids.a, to: ids.a, fields: { status: 'accepted' } });
    expect(cell()).toMatchObject({ worst: 'settled', severity: 5 });
  });

  it('GP1 a gap that is accepted or closed keeps its shape and severity, hollow, and says its status', () => {
    const { editor, ids, state } = judged();
    const set = (status: 'inWork' | 'accepted' | 'closed') =>
      editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { status } });
    expect(state()).toEqual({ handoff: true, state: 'gap', severity: 4, strength: 'assumed' });
    set('inWork');
    expect(state()?.state).toBe('gap');
    for (const status of ['accepted', 'closed'] as const) {
      set(status);
      expect(state()).toEqual({ handoff: true, state: 'settled', severity: 4, status, strength: 'assumed' });
      expect(said({ state: 'settled', severity: 4, status })).toBe(`Handoff, a gap: severe, 4 of 5, ${status}`);
    }
    const recording = recordContext();
    paintMark(recording.ctx, [0, 0], { state: 'settled', severity: 4, status: 'closed' }, lightTheme);
    expect(recording.fills).not.toContain(lightTheme.gap);
    expect(recording.texts.map(({ text }) => text)).toEqual(['4']);
  });

  it('GP2 a stale verdict is asked for again in the outline of what it was, and no dashed circle', () => {
    const { editor, ids, state } = judged();
    const drawn = (mark: Parameters<typeof paintMark>[2]) => {
      const recording = recordContext();
      paintMark(recording.ctx, [0, 0], mark, lightTheme);
      expect(recording.texts.map(({ text }) => text)).toEqual(['?']);
      return recording.strokes.at(-1);
    };
    editor.run('updateTouchpoint', { id: ids.b, fields: { departments: ['dp_sales'] } });
    expect(state()).toEqual({ handoff: true, state: 'unreviewed', severity: null, was: 'gap', strength: 'assumed' });
    expect(said({ state: 'unreviewed', severity: null, was: 'gap' })).toContain('was a gap');
    expect(drawn({ state: 'unreviewed', severity: null, was: 'gap' })?.color).toBe(lightTheme.gap);
    expect(drawn({ state: 'unreviewed', severity: null, was: 'smooth' })).toMatchObject({
      color: lightTheme.smooth,
      dash: [],
    });
    expect(drawn({ state: 'unreviewed', severity: null })?.dash.length).toBeGreaterThan(0);
    editor.run('judgeHandoff', { from: ids.a, to: ids.b, state: 'smooth' });
    expect(state()).toEqual({ handoff: true, state: 'smooth', severity: null, strength: 'assumed' });
    editor.run('clearVerdict', { from: ids.a, to: ids.b });
    expect(state()).toEqual({ handoff: true, state: 'unreviewed', severity: null });
  });

  it('GP3 a touchpoint judged a gap bears its mark, settled and stale as handoffs do', () => {
    const { editor, ids, friction } = judged();
    expect(friction()).toBeUndefined();
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'gap', severity: 5 });
    expect(friction()).toEqual({ state: 'gap', severity: 5 });
    expect(said({ state: 'gap', severity: 5 }, 'inside')).toBe('Friction here, a gap: blocking, 5 of 5');
    editor.run('updateVerdict', { from: ids.b, to: ids.b, fields: { status: 'accepted' } });
    expect(friction()).toEqual({ state: 'settled', severity: 5, status: 'accepted' });
    editor.run('updateTouchpoint', { id: ids.b, fields: { channels: ['ch_post'] } });
    expect(friction()).toEqual({ state: 'unreviewed', severity: null, was: 'gap' });
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'smooth' });
    expect(friction()).toBeUndefined();
  });

  it('GP3 it is painted at the corner of the card where nothing else stands, titles alone or not', () => {
    const { editor, ids, laid, map } = judged();
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'gap', severity: 5 });
    const { scene, boxOf } = laid();
    const card = boxOf.get(ids.b);
    for (const level of ['card', 'title'] as const) {
      const recording = recordContext();
      paintScene(recording.ctx, scene, {
        docs: editor.documents(),
        content: createCardContent(createPlainMeasurer()),
        theme: lightTheme,
        words: { untitled: '', notSet: '', cards: () => '', gaps: () => '', feeling: () => '' } as never,
        level,
        heads: false,
        frictions: frictionMarks(map()),
      });
      const mark = recording.texts.find(({ text }) => text === '5');
      expect(mark?.x).toBeGreaterThan((card?.x ?? 0) + CARD_WIDTH - 12);
      expect(mark?.y).toBeGreaterThan((card?.y ?? 0) + CARD_HEIGHT - 12);
      expect(mark?.y).toBeLessThan((card?.y ?? 0) + CARD_HEIGHT + 12);
    }
  });
});

describe('counts', () => {
  it('GP4 the legend counts the gaps to mend that the heads of rows count, and says what else is marked', () => {
    const { editor, ids, laid } = judged();
    const counts = () => Object.fromEntries(laid().legend.map(({ key, count }) => [key, count]));
    expect(counts()).toEqual({ gap: 1, settled: 0, smooth: 0, unreviewed: 0, again: 0 });
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'gap' });
    expect(counts().gap).toBe(2);
    const inRow = [...laid().facts.values()].map(({ gaps }) => gaps);
    expect(Math.max(...inRow)).toBe(2);
    editor.run('updateVerdict', { from: ids.b, to: ids.b, fields: { status: 'closed' } });
    expect(counts()).toMatchObject({ gap: 1, settled: 1 });
    editor.run('updateTouchpoint', { id: ids.b, fields: { channels: ['ch_post'] } });
    expect(counts()).toEqual({ gap: 1, settled: 0, smooth: 0, unreviewed: 0, again: 2 });
    editor.session.setState({ personaFilter: [ids.persona] });
    expect(counts().gap).toBe(1);
  });

  it('GP5 a settled gap is the worst of a cell, of the overview or the matrix, only when nothing is open there', () => {
    const { editor, ids, laid } = judged();
    const other = editor.run('addTouchpoint', { stepId: 'sp_1', fields: { channels: ['ch_website'] } });
    editor.run('addLink', { from: other, to: ids.b });
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { status: 'closed' } });
    const worst = () => {
      const cell = laid().scene.cells.find(({ rowKey }) => rowKey === 'row:ch_shop');
      const docs = editor.documents();
      const [found] = handoffMatrix(docs, 'channel', allHandoffs(docs.map)).cells;
      expect(found).toMatchObject({ count: 2, worst: cell?.worst, severity: cell?.severity });
      return [cell?.worst, cell?.severity];
    };
    expect(worst()).toEqual(['unreviewed', null]);
    editor.run('judgeHandoff', { from: other, to: ids.b, state: 'gap', severity: 2 });
    expect(worst()).toEqual(['gap', 2]);
    editor.run('judgeHandoff', { from: other, to: ids.b, state: 'smooth' });
    expect(worst()).toEqual(['settled', 4]);
  });

  it('GP6 a way counts the gaps that the list has to mend: stale ones too, settled ones not', () => {
    const { editor, ids, map } = judged();
    editor.run('judgeHandoff', { from: ids.b, to: ids.b, state: 'gap' });
    const both = () => {
      const docs = editor.documents();
      const toMend = allGaps(docs, allHandoffs(docs.map)).filter(({ verdict }) => verdict.status === 'open');
      return [waysOf(map(), []).ways[0]?.gaps, toMend.length];
    };
    expect(both()).toEqual([2, 2]);
    editor.run('updateTouchpoint', { id: ids.b, fields: { channels: ['ch_post'] } });
    const handoff = handoffOf(map(), ids.ab);
    expect(handoff && markOf(handoff).was).toBe('gap');
    expect(both()).toEqual([2, 2]);
    editor.run('updateVerdict', { from: ids.b, to: ids.b, fields: { status: 'accepted' } });
    expect(both()).toEqual([1, 1]);
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { status: 'closed' } });
    expect(both()).toEqual([0, 0]);
  });
});

describe('means on curves', () => {
  it('GP7 a point that is a mean says so, and of how many values', () => {
    const { editor, ids, laid } = judged();
    editor.run('addLane', { name: 'Mood', side: 'above', role: 'emotion' });
    const fork = editor.run('addTouchpoint', { stepId: ids.step2, linkFrom: ids.a, fields: { title: 'Or' } });
    for (const [touchpointId, value] of [
      [ids.b, 2],
      [fork, -1],
    ] as const)
      editor.run('setSentiment', { touchpointId, personaId: ids.persona, value });
    const [curve] = laid().scene.curves;
    const points = curve?.runs.flat() ?? [];
    const text = (mean: boolean) => {
      const point = points.find((each) => each.mean === mean);
      return curve && point && pointText(editor.documents(), curve, point, i18next.t);
    };
    expect(text(true)).toMatch(/: .*, mean of 2 values\. To change it/);
    expect(text(false)).not.toContain('mean');
  });
});
