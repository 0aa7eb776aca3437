import { describe, expect, it } from 'vitest';
import { allHandoffs, compareValues, handoffOf } from '../../../src/analysis/handoffs.ts';
import { smallMap } from '../../support/startDocs.ts';

describe('comparing the two ends of a link', () => {
  it.each([
    ['A1 share none: a handoff', ['ch_ad'], ['ch_shop'], 'handoff'],
    ['A1 several each, none shared: a handoff', ['ch_ad', 'ch_app'], ['ch_shop', 'ch_post'], 'handoff'],
    ['A2 overlap without being equal: possible', ['ch_ad', 'ch_app'], ['ch_app'], 'possible'],
    ['A2 each with one of its own: possible', ['ch_ad', 'ch_app'], ['ch_app', 'ch_post'], 'possible'],
    ['A3 an end without a value: not set', [], ['ch_app'], 'notSet'],
    ['A3 the other end without a value: not set', ['ch_app'], [], 'notSet'],
    ['A3 both without: not set', [], [], 'notSet'],
    ['A4 equal: the same', ['ch_app'], ['ch_app'], 'same'],
    ['A4 equal in another order: the same', ['ch_ad', 'ch_app'], ['ch_app', 'ch_ad'], 'same'],
    ['A5 no device to no device: none', ['dv_none'], ['dv_none'], 'same'],
    ['A5 no device to a device: a handoff, as for any other value', ['dv_none'], ['dv_mobile'], 'handoff'],
  ])('%s', (_, from, to, change) => {
    expect(compareValues(from, to)).toBe(change);
  });
});

describe('the handoff of a link', () => {
  it('A6 compares channels, devices and departments apart; one handed over makes it a handoff', () => {
    const { editor, ids } = smallMap();
    editor.run('updateTouchpoint', { id: ids.a, fields: { devices: ['dv_none'], departments: ['dp_it'] } });
    editor.run('updateTouchpoint', { id: ids.b, fields: { devices: ['dv_none'] } });
    editor.run('clearVerdict', { from: ids.a, to: ids.b });
    const handoff = handoffOf(editor.documents().map, ids.ab);
    expect(handoff?.changes).toEqual({ channel: 'handoff', device: 'same', department: 'notSet' });
    expect(handoff).toMatchObject({ state: 'unreviewed', severity: null, stale: false });
  });

  it('A6 possible and not set are no handoffs, whatever was judged', () => {
    const { editor, ids } = smallMap();
    expect(handoffOf(editor.documents().map, `ln_${ids.b}-${ids.c}`)).toMatchObject({ state: 'none' });
    editor.run('updateTouchpoint', { id: ids.b, fields: { channels: ['ch_ad'] } });
    editor.run('judgeHandoff', { from: ids.a, to: ids.b, state: 'gap', severity: 5 });
    const handoff = handoffOf(editor.documents().map, ids.ab);
    expect(handoff).toMatchObject({ state: 'none', severity: null, stale: false });
    expect(handoff?.changes.channel).toBe('possible');
  });

  it('A7 a verdict gives its state, a gap its severity', () => {
    const { editor, ids } = smallMap();
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'gap', severity: 4, stale: false });
    editor.run('judgeHandoff', { from: ids.a, to: ids.b, state: 'smooth', severity: 4 });
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'smooth', severity: null });
    editor.run('clearVerdict', { from: ids.a, to: ids.b });
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'unreviewed', severity: null });
  });

  it('A7 a verdict holds for its direction only and survives the link being drawn anew', () => {
    const { editor, ids } = smallMap();
    const back = editor.run('addLink', { from: ids.b, to: ids.a });
    expect(handoffOf(editor.documents().map, back)?.state).toBe('unreviewed');
    editor.run('removeLink', { id: ids.ab });
    expect(handoffOf(editor.documents().map, ids.ab)).toBeNull();
    editor.run('addLink', { from: ids.a, to: ids.b });
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'gap', severity: 4 });
  });

  it.each(['channels', 'devices', 'departments'] as const)(
    'A8 other %s at an end make a verdict stale: unreviewed again; undo makes it valid again',
    (field) => {
      const { editor, ids } = smallMap();
      const value = { channels: 'ch_post', devices: 'dv_kiosk', departments: 'dp_sales' }[field];
      for (const end of [ids.a, ids.b]) {
        editor.run('updateTouchpoint', { id: end, fields: { [field]: [value] } });
        const stale = handoffOf(editor.documents().map, ids.ab);
        expect(stale?.stale).toBe(true);
        expect(['unreviewed', 'none']).toContain(stale?.state);
        expect(stale?.severity).toBeNull();
        editor.undo();
        expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'gap', severity: 4, stale: false });
        editor.redo();
        expect(handoffOf(editor.documents().map, ids.ab)?.stale).toBe(true);
        editor.undo();
      }
    },
  );

  it('A8 nothing else makes it stale: titles, places and notes do not', () => {
    const { editor, ids } = smallMap();
    editor.run('updateTouchpoint', { id: ids.a, fields: { title: 'Other', importance: 2 } });
    editor.run('moveTouchpoints', { ids: [ids.b], stepId: ids.step3 });
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { note: 'Ask support' } });
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'gap', stale: false });
  });

  it('A8 judging again makes it valid and keeps the note', () => {
    const { editor, ids } = smallMap();
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { note: 'Ask support' } });
    editor.run('updateTouchpoint', { id: ids.a, fields: { channels: ['ch_post'] } });
    editor.run('judgeHandoff', { from: ids.a, to: ids.b, state: 'gap' });
    expect(handoffOf(editor.documents().map, ids.ab)).toMatchObject({ state: 'gap', severity: 4, stale: false });
    expect(Object.values(editor.documents().map.verdicts)[0]?.note).toBe('Ask support');
  });

  it('A9 every link has its handoff, one with an end missing has none', () => {
    const { editor, ids } = smallMap();
    const { map } = editor.documents();
    expect([...allHandoffs(map).keys()].sort()).toEqual(Object.keys(map.links).sort());
    const { [ids.b]: _, ...touchpoints } = map.touchpoints;
    expect(allHandoffs({ ...map, touchpoints }).size).toBe(0);
  });
});
