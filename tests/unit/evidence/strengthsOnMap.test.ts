import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { allHandoffs } from '../../../src/analysis/handoffs.ts';
import { en } from '../../../src/app/locales/en.ts';
import { pictureTitle } from '../../../src/app/pictureTitle.ts';
import { feelingLabel } from '../../../src/canvas/curveKeys.ts';
import { pointText } from '../../../src/canvas/feelingText.ts';
import { linkTitle } from '../../../src/canvas/linkTitle.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { lookAtAll, shownOf } from '../../../src/canvas/shown.ts';
import { createEditor } from '../../../src/editor/createEditor.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { CurvePoint } from '../../../src/layout/scene.ts';
import { strengthDots } from '../../../src/layout/strengthDots.ts';
import type { Place } from '../../../src/model/records/place.ts';
import { EVERYONE } from '../../../src/model/records/sentiment.ts';
import { paintCurves } from '../../../src/paint/paintCurves.ts';
import { paintMarks } from '../../../src/paint/paintLinks.ts';
import type { Pens } from '../../../src/paint/pens.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { feel } from '../analysis/people.ts';
import { draftMap } from '../layout/mapDraft.ts';
import { recordContext } from '../paint/recordingContext.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
});

const way: Place = { placeId: 'tp_a', toId: 'tp_b' };
const here: Place = { placeId: 'tp_a', toId: null };

/** A way that was judged a gap, a feeling of everyone where it begins, and what the map draws of both. */
function judged() {
  const draft = draftMap([2]);
  draft.touchpoint('a', '1_1', ['web'], { title: 'Orders' });
  draft.touchpoint('b', '1_2', ['shop']);
  draft.touchpoint('c', '1_2', ['web']);
  draft.link('a', 'b');
  draft.link('a', 'c');
  draft.lane('feelings', { role: 'emotion' });
  for (const name of ['a', 'b', 'c']) feel(draft.docs, name, EVERYONE, -1);
  const editor = createEditor(draft.docs);
  editor.run('judgeHandoff', { from: 'tp_a', to: 'tp_b', state: 'gap', severity: 4 });
  const view = createMapView(editor, createPlainMeasurer());
  const scene = () => view.laid.getState().scene;
  const route = (to: string) => scene().links.find(({ linkId }) => linkId.endsWith(to));
  const points = () => scene().curves[0]?.runs.flat() ?? [];
  const said = (point: CurvePoint | undefined) => {
    const [curve] = scene().curves;
    return curve && point && pointText(editor.documents(), curve, point, i18next.t);
  };
  const add = (place: Place, source: string) =>
    editor.run('addEvidence', { fields: { text: 'Bad', kind: 'quote', source, sentiment: -1 }, places: [place] });
  return { editor, laid: view.laid.getState, scene, route, points, said, add };
}

describe('how well what the map says is evidenced', () => {
  it('EV23 a verdict on a way is assumed, partly or well evidenced by what is attached to the way, and its title says so', () => {
    const { editor, route, add } = judged();
    const shown = () => {
      const link = route('tp_b');
      return [link?.state.strength, link && linkTitle(link, null, i18next.t).split(', ').at(-1)];
    };
    expect(shown()).toEqual(['assumed', 'assumed: no evidence']);
    const first = add(way, 'shop');
    expect(shown()).toEqual(['partly', 'partly evidenced']);
    add(way, 'shop');
    add(way, 'shop');
    expect(shown()).toEqual(['partly', 'partly evidenced']);
    editor.run('updateEvidence', { id: first, fields: { source: 'service' } });
    expect(shown()).toEqual(['well', 'well evidenced']);
    // Nobody has judged the other way (it hands nothing over): it claims nothing.
    expect(route('tp_c')?.state.strength).toBeUndefined();
  });

  it('EV23 a handoff that nobody has judged claims nothing; one to be judged again does', () => {
    const { editor, route, add } = judged();
    add(way, 'shop');
    editor.run('updateTouchpoint', { id: 'tp_b', fields: { channels: ['ch_phone'] } });
    expect(route('tp_b')?.state).toMatchObject({ state: 'unreviewed', was: 'gap', strength: 'partly' });
    editor.run('clearVerdict', { from: 'tp_a', to: 'tp_b' });
    expect(route('tp_b')?.state.strength).toBeUndefined();
  });

  it('EV23 a feeling that was set is as well evidenced as pieces that feel alike make it; a mean is none', () => {
    const { scene, points, said, add } = judged();
    expect(points()[0]?.strength).toBe('assumed');
    expect(said(points()[0])).toMatch(/, assumed: no evidence$/);
    const before = scene().placements;
    for (const source of ['shop', 'shop', 'service']) add(here, source);
    expect(points()[0]?.strength).toBe('well');
    expect(said(points()[0])).toMatch(/, well evidenced$/);
    expect(scene().placements).toBe(before);
    const mean = points().find((point) => point.mean);
    expect(mean).toBeDefined();
    expect(mean?.strength).toBeUndefined();
    expect(scene().curves[0]?.behindMeans.map(({ strength }) => strength)).toEqual(['assumed', 'assumed']);
  });

  it('EV40 a feeling that evidence speaks against is assumed, and says so; one piece near it is what counts again', () => {
    const { editor, points, said, add } = judged();
    const other = add(here, 'survey');
    editor.run('updateEvidence', { id: other, fields: { sentiment: 2 } });
    expect(said(points()[0])).toMatch(/, assumed: the evidence says otherwise$/);
    expect(strengthDots(points()[0]?.strength, 6)).toEqual([]);
    add(here, 'shop');
    expect(said(points()[0])).toMatch(/, partly evidenced$/);
    // A piece without a feeling says nothing of one.
    for (const { id } of Object.values(editor.documents().map.evidence))
      editor.run('updateEvidence', { id, fields: { sentiment: null } });
    expect(said(points()[0])).toMatch(/, assumed: no evidence$/);
  });

  it('EV23 what is read aloud of a feeling says where evidence speaks for it', () => {
    const { editor, laid, scene, add } = judged();
    const row = scene().rows.find(({ laneRole }) => laneRole === 'emotion');
    const at = (stepId: string, index: number) => ({ stepId, rowKey: row?.key ?? '', index });
    const spoken = (stepId: string, index: number) =>
      feelingLabel(laid(), editor.documents(), { feelingOf: null }, at(stepId, index), i18next.t);
    expect(spoken('sp_1_1', 0)).not.toContain('evidenced');
    add(here, 'shop');
    expect(spoken('sp_1_1', 0)).toContain('(-1) (partly evidenced)');
    // One of those behind a mean, too.
    add({ placeId: 'tp_c', toId: null }, 'shop');
    expect([0, 1].map((index) => spoken('sp_1_2', index).includes('partly evidenced'))).toEqual([false, true]);
  });

  it('W11 the mark of a mean says that it cannot be dragged, and what can', () => {
    const { points, said } = judged();
    const mean = points().find((point) => point.mean);
    expect(said(mean)).toContain('mean of 2 values. To change it drag the small marks of its touchpoints');
    expect(said(points()[0])).not.toContain('drag');
  });

  it('EV24 dots say it beside each mark: none, one, two; on the picture too, and above it what they mean', () => {
    expect([undefined, 'assumed', 'partly', 'well'].map((each) => strengthDots(each as 'well', 6).length)).toEqual([
      0, 0, 1, 2,
    ]);
    const { editor, scene, add } = judged();
    const painted = () => {
      const recording = recordContext();
      paintMarks(recording.ctx, scene().links, lightTheme);
      const nothing = () => {};
      const pens = { shape: nothing, star: nothing, outline: nothing } as unknown as Pens;
      paintCurves(recording.ctx, pens, scene(), lightTheme);
      return recording.fills.filter((color) => color === lightTheme.ink).length;
    };
    const above = () => {
      const { map } = editor.documents();
      const docs = editor.documents();
      const shown = shownOf(docs, lookAtAll);
      return pictureTitle(docs, allHandoffs(map), 'channel', shown, new Date(0)).marks.map(({ text }) => text);
    };
    expect(painted()).toBe(0);
    expect(above().join()).not.toContain('evidenced');
    add(way, 'shop');
    expect(painted()).toBe(1);
    for (const source of ['shop', 'shop', 'service']) add(here, source);
    expect(painted()).toBe(3);
    expect(above()).toContain('• partly, •• well evidenced; without dot or speech mark: assumed');
  });
});
