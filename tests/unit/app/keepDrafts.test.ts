import { describe, expect, it } from 'vitest';
import { keepDrafts } from '../../../src/app/keepDrafts.ts';
import { createSession, showBeside } from '../../../src/editor/session.ts';
import { fakeStorage } from '../storage/support.ts';

describe('what is being written in panels', () => {
  it('EV25 it outlives the way to the gallery and back, by map; what cannot be read or kept is no obstacle', () => {
    const storage = fakeStorage();
    const open = (mapId: string) => {
      const session = createSession();
      return { session, close: keepDrafts(session, mapId, () => storage) };
    };
    const first = open('mp_a');
    first.session.setState({ drafts: { evidence: 'I gave up', kpi: '' } });
    first.close();
    first.session.setState({ drafts: {} });
    expect(open('mp_a').session.getState().drafts).toEqual({ evidence: 'I gave up', kpi: '' });
    expect(open('mp_b').session.getState().drafts).toEqual({});

    for (const text of ['{', 'null', '[1]', '{"a":1,"b":"c"}']) {
      storage.setItem('desirepath:drafts:mp_c', text);
      expect(Object.values(open('mp_c').session.getState().drafts)).toEqual(text.includes('b') ? ['c'] : []);
    }
    const session = createSession();
    keepDrafts(session, 'mp_a', () => expect.fail('refused'));
    session.setState({ drafts: { evidence: 'more' } });
    expect(session.getState().drafts).toEqual({ evidence: 'more' });
  });

  it('EV25 a panel that waits for a choice on the map stays while something is written in it, any other gives way', () => {
    const session = createSession();
    const panelThen = (panel: 'evidence' | 'opportunities' | 'kpis' | null, drafts: Record<string, string>) => {
      session.setState({ panel, drafts });
      showBeside(session, 'inspector');
      return session.getState().panel;
    };
    expect(panelThen('evidence', { evidence: 'I gave up' })).toBe('evidence');
    expect(panelThen('opportunities', { opportunities: 'Ring back' })).toBe('opportunities');
    expect(panelThen('evidence', { evidence: ' ' })).toBe('inspector');
    expect(panelThen('evidence', { opportunities: 'Ring back' })).toBe('inspector');
    expect(panelThen('kpis', { kpi: 'Returns' })).toBe('inspector');
    expect(panelThen(null, { evidence: 'I gave up' })).toBe('inspector');
  });
});
