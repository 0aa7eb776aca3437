import { describe, expect, it } from 'vitest';
import { curveSources } from '../../../src/canvas/curveSources.ts';
import { pickRecords } from '../../../src/canvas/feed.ts';
import { createMapView, type Laid } from '../../../src/canvas/mapView.ts';
import { isHandoffSeen } from '../../../src/canvas/shown.ts';
import { createEditor, type Editor } from '../../../src/editor/createEditor.ts';
import type { SessionState } from '../../../src/editor/session.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { bareDocs } from '../../support/startDocs.ts';

/** Anna and Max; `both` on the website -> `hers` (Anna's, by phone) and `his` (Max's, in the shop), a lane of emotion. */
function two() {
  const editor = createEditor(bareDocs());
  const { run } = editor;
  const step2 = run('addStep', { stageId: 'st_1', name: 'Compares' });
  const lane = run('addLane', { name: 'Mood', side: 'above', role: 'emotion' });
  const anna = run('addPersona', { name: 'Anna' });
  const max = run('addPersona', { name: 'Max' });
  const both = run('addTouchpoint', { stepId: 'sp_1', fields: { title: 'Both', channels: ['ch_website'] } });
  const add = (title: string, channel: string, personaId: string) => {
    const id = run('addTouchpoint', { stepId: step2, linkFrom: both, fields: { title, channels: [channel] } });
    run('setMembers', { recordIds: [id], personaIds: [personaId] });
    return id;
  };
  const hers = add('Hers', 'ch_phone', anna);
  const his = add('His', 'ch_shop', max);
  run('setSentiment', { touchpointId: both, personaId: anna, value: 1 });
  run('setSentiment', { touchpointId: both, personaId: max, value: -1 });
  run('setSentiment', { touchpointId: hers, personaId: anna, value: -2 });
  run('judgeHandoff', { from: both, to: hers, state: 'gap', severity: 4, judgedAt: '2026-01-02T00:00:00Z' });
  return { editor, step2, lane, anna, max, both, hers, his, link: (to: string) => `ln_${both}-${to}` };
}
const laid = (editor: Editor, session: Partial<SessionState> = {}): Laid => {
  editor.session.setState(session);
  return createMapView(editor, createPlainMeasurer()).laid.getState();
};

describe('filter and way', () => {
  it('F7 faded, what belongs to others keeps its place and stands back with its links', () => {
    const { editor, anna, his, link } = two();
    const all = laid(editor);
    const { scene, shown } = laid(editor, { personaFilter: [anna] });
    expect([...shown.faded].sort()).toEqual([his, link(his)].sort());
    expect(scene.placements.map(({ recordId }) => recordId)).toEqual(all.scene.placements.map((box) => box.recordId));
  });

  it('F7 what hangs only on what stands back stands back too: opportunities and evidence', () => {
    const { editor, anna, both, hers, his } = two();
    const tied = (...ids: string[]) =>
      editor.run('addOpportunity', {
        fields: { title: 'Idea' },
        places: ids.map((placeId) => ({ placeId, toId: null })),
      });
    const [onHis, onBoth] = [tied(his), tied(his, hers)];
    const way = editor.run('addOpportunity', { fields: { title: 'Way' }, places: [{ placeId: both, toId: his }] });
    const heard = editor.run('addEvidence', { fields: { text: 'Slow' }, places: [{ placeId: his, toId: null }] });
    const { faded } = laid(editor, { personaFilter: [anna] }).shown;
    expect([onHis, way, heard].every((id) => faded.has(id))).toBe(true);
    expect(faded.has(onBoth)).toBe(false);
    expect(laid(editor, { personaFilter: [] }).shown.faded.size).toBe(0);
  });

  it('F7 hidden, it is not laid out, and nothing stands back', () => {
    const { editor, anna, both, hers } = two();
    const { scene, shown } = laid(editor, { personaFilter: [anna], filterMode: 'hide' });
    expect(shown.faded.size).toBe(0);
    expect(scene.placements.map(({ recordId }) => recordId)).toEqual([both, hers]);
    expect(scene.links).toHaveLength(1);
  });

  it('F7 a persona that is not in the map filters nothing', () => {
    const { editor } = two();
    expect(laid(editor, { personaFilter: ['pe_gone'], filterMode: 'hide' }).scene.placements).toHaveLength(3);
  });

  it('F7 a way sets back what is not on it, and its curve follows it', () => {
    const { editor, anna, max, both, his, link } = two();
    const { shown, curves } = laid(editor, { way: [both, his], filterMode: 'hide' });
    expect(shown.faded.has(his)).toBe(false);
    expect(shown.faded.has(link(his))).toBe(false);
    expect(shown.faded.size).toBe(2);
    const along = (who: string) =>
      curves.find(({ personaId }) => personaId === who)?.points.map((point) => point.touchpointId);
    expect(along(max)).toEqual([both, his]);
    // She does not come where only he does.
    expect(along(anna)).toEqual([both]);
  });
});

describe('rows', () => {
  it('F8 a mean has of each persona its own feeling, and everyone’s only where it has none, as its curve', () => {
    const { editor, anna, hers, both } = two();
    editor.run('setSentiment', { touchpointId: hers, personaId: 'everyone', value: 1 });
    expect(laid(editor).facts.get('row:ch_phone')?.mean).toBe(-2);
    editor.run('setSentiment', { touchpointId: hers, personaId: anna, value: null });
    expect(laid(editor).facts.get('row:ch_phone')?.mean).toBe(1);
    editor.run('setSentiment', { touchpointId: both, personaId: anna, value: null });
    editor.run('setSentiment', { touchpointId: both, personaId: 'everyone', value: 2 });
    // Hers is everyone's, +2, his is his own, -1.
    expect(laid(editor).facts.get('row:ch_website')?.mean).toBe(0.5);
    expect(laid(editor, { personaFilter: [anna] }).facts.get('row:ch_website')?.mean).toBe(2);
  });

  it('F8 tell count, gaps and mean feeling of what is shown', () => {
    const { editor, anna, max } = two();
    const all = laid(editor).facts;
    // The gap begins here and ends below: both rows have it.
    expect(all.get('row:ch_website')).toEqual({ count: 1, of: 1, mean: 0, gaps: 1 });
    expect(all.get('row:ch_phone')).toEqual({ count: 1, of: 1, mean: -2, gaps: 1 });
    expect(all.get('row:ch_shop')).toEqual({ count: 1, of: 1, mean: null, gaps: 0 });
    const hers = laid(editor, { personaFilter: [anna] }).facts;
    expect(hers.get('row:ch_website')).toEqual({ count: 1, of: 1, mean: 1, gaps: 1 });
    // What stands back is seen, but does not count; what is hidden is not there.
    expect(hers.get('row:ch_shop')).toEqual({ count: 0, of: 1, mean: null, gaps: 0 });
    const his = laid(editor, { personaFilter: [max], filterMode: 'hide' }).facts;
    expect(his.get('row:ch_phone')).toBeUndefined();
  });

  it('F8 in bands each tells its persona’s', () => {
    const { editor, anna, max } = two();
    const { facts } = laid(editor, { sideBySide: true });
    expect(facts.get(`row:ch_website@${anna}`)?.mean).toBe(1);
    expect(facts.get(`row:ch_website@${max}`)?.mean).toBe(-1);
    expect(facts.get(`row:ch_phone@${anna}`)?.gaps).toBe(1);
    expect(facts.has(`row:ch_phone@${max}`)).toBe(false);
  });
});

describe('the legend', () => {
  it('F8 counts the handoffs of which nothing is left out or stands back', () => {
    const { editor, anna, max, hers, his } = two();
    const seen = (session: Partial<SessionState>) => {
      const { handoffs, shown } = laid(editor, { personaFilter: [], sideBySide: false, focusIds: null, ...session });
      return [...handoffs.values()].flatMap((handoff) => (isHandoffSeen(shown, handoff) ? handoff.to : []));
    };
    expect(seen({})).toEqual([hers, his]);
    expect(seen({ personaFilter: [anna], filterMode: 'fade' })).toEqual([hers]);
    expect(seen({ personaFilter: [max], filterMode: 'hide' })).toEqual([his]);
    expect(seen({ sideBySide: true })).toEqual([hers, his]);
    expect(seen({ focusIds: [hers] })).toEqual([]);
  });
});

describe('side by side', () => {
  it('F6 all boxes of a record are chosen together, and dropped together', () => {
    const { editor, anna, max, both, hers } = two();
    const { boxOf, scene } = laid(editor, { sideBySide: true });
    const [a, b] = [`${both}@${anna}`, `${both}@${max}`];
    const pick = (before: string[], ...changes: [string, boolean][]) =>
      pickRecords(
        boxOf,
        scene.placements,
        before,
        changes.map(([id, selected]) => ({ id, selected })),
      );
    expect(pick([], [a, true])).toEqual([both]);
    // A marquee that goes on to another card drops the box it does not touch.
    expect(pick([both], [b, false], [`${hers}@${anna}`, true])).toEqual([both, hers]);
    expect(pick([both], [a, false], [b, false])).toEqual([]);
    expect(pick([both], [b, false])).toEqual([]);
  });
});

describe('curves', () => {
  it('F9 a feeling changes its curve, its row’s mean and no box, line or cell', () => {
    const { editor, anna, hers } = two();
    const view = createMapView(editor, createPlainMeasurer());
    const before = view.laid.getState();
    editor.run('setSentiment', { touchpointId: hers, personaId: anna, value: 2 });
    const after = view.laid.getState();
    expect(after.facts.get('row:ch_phone')?.mean).toBe(2);
    expect(after.scene.curves).not.toBe(before.scene.curves);
    expect(after.scene.placements).toBe(before.scene.placements);
    expect(after.scene.links).toBe(before.scene.links);
    expect(after.cells).toBe(before.cells);
    expect(after.shown.faded).toBe(before.shown.faded);
  });

  it('F9 a title changes nothing of the map’s layout, a moment of truth its star', () => {
    const { editor, both } = two();
    const view = createMapView(editor, createPlainMeasurer());
    const before = view.laid.getState();
    editor.run('updateTouchpoint', { id: both, fields: { title: 'Other' } });
    expect(view.laid.getState()).toBe(before);
    editor.run('setMomentOfTruth', { ids: [both], value: true });
    expect(view.laid.getState().scene.curves[0]?.runs[0]?.[0]?.momentOfTruth).toBe(true);
  });

  it('A22 what is to be reviewed is counted as the filter shows it, handoffs and touchpoints, and the rest as left out', () => {
    const { editor, anna, max, both, hers, his } = two();
    const count = (personaFilter: string[], more: Partial<SessionState> = {}) =>
      laid(editor, { personaFilter, ...more }).toReview;
    // Anna's way on is judged, Max's is not.
    expect(count([])).toEqual({ handoffs: 1, touchpoints: 0, again: 0, leftOut: 0 });
    expect(count([anna])).toEqual({ handoffs: 0, touchpoints: 0, again: 0, leftOut: 1 });
    expect(count([anna], { filterMode: 'hide' })).toEqual({ handoffs: 0, touchpoints: 0, again: 0, leftOut: 1 });
    editor.run('judgeHandoff', { from: hers, to: hers, state: 'gap' });
    expect(count([])).toMatchObject({ touchpoints: 0 });
    editor.run('updateTouchpoint', { id: hers, fields: { devices: ['dv_none'] } });
    expect(count([])).toEqual({ handoffs: 2, touchpoints: 1, again: 2, leftOut: 0 });
    expect(count([anna])).toEqual({ handoffs: 1, touchpoints: 1, again: 2, leftOut: 1 });
    expect(count([max])).toEqual({ handoffs: 1, touchpoints: 0, again: 0, leftOut: 2 });
    expect(count([], { way: [both, his] })).toEqual({ handoffs: 1, touchpoints: 0, again: 0, leftOut: 2 });
  });

  it('F10 the stroke of a persona stays, whoever else is looked at', () => {
    const { editor, anna, max } = two();
    const dashOf = (personaFilter: string[]) =>
      new Map(laid(editor, { personaFilter }).scene.curves.map(({ personaId, dash }) => [personaId, dash]));
    const all = dashOf([]);
    expect(all.get(anna)).not.toEqual(all.get(max));
    expect(dashOf([max])).toEqual(new Map([[max, all.get(max)]]));
    expect(dashOf([anna])).toEqual(new Map([[anna, all.get(anna)]]));
  });

  it('F10 five personas have a curve at most, and everyone; without feelings there is none', () => {
    const { editor, both } = two();
    const personas = () => createMapView(editor, createPlainMeasurer()).laid.getState().shown.personas;
    for (const name of ['C', 'D', 'E', 'F']) {
      const personaId = editor.run('addPersona', { name });
      editor.run('setSentiment', { touchpointId: both, personaId, value: 0 });
    }
    expect(curveSources(editor.documents(), personas(), null)).toHaveLength(5);
    editor.run('setSentiment', { touchpointId: both, personaId: 'everyone', value: 0 });
    expect(curveSources(editor.documents(), personas(), null).map(({ look }) => look === null)).toEqual([
      ...Array(5).fill(false),
      true,
    ]);
    const bare = createEditor(bareDocs()).documents();
    expect(curveSources(bare, [], null)).toEqual([]);
  });

  it('F10 the single values behind a mean are there too, and each cell of the lane knows its touchpoints', () => {
    const { editor, anna, step2, lane, both, hers, his } = two();
    const third = editor.run('addTouchpoint', { stepId: step2, linkFrom: both, fields: { title: 'Third' } });
    editor.run('setSentiment', { touchpointId: third, personaId: anna, value: 0 });
    const { curves, feelings, scene } = laid(editor);
    const curve = curves.find(({ personaId }) => personaId === anna);
    expect(curve?.points.at(-1)).toMatchObject({ mean: true, value: -1 });
    expect(curve?.behindMeans.map(({ touchpointId, value }) => [touchpointId, value])).toEqual([
      [hers, -2],
      [third, 0],
    ]);
    expect(scene.curves[0]?.behindMeans).toHaveLength(2);
    expect(feelings.get(`${step2}|lane:${lane}`)).toEqual([hers, his, third]);
  });
});
