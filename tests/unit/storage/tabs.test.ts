import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../src/model/patch.ts';
import type { Notice } from '../../../src/storage/notice.ts';
import { createClock } from '../../../src/storage/stamp.ts';
import { createTabs } from '../../../src/storage/tabs.ts';
import { cardRecord, channelRecord, fakeEditor, fakeHub, MAP_ID, smallDocuments } from './support.ts';

const name = (value: string): Patch => ({ path: ['map', 'map', MAP_ID, 'name'], value });
const channel: Patch = { path: ['library', 'channels', 'ch_a'], value: channelRecord('ch_a', 'Shop') };

function setUp() {
  const hub = fakeHub();
  const open = (
    tab: string,
    options: { mapId?: string; codeVersion?: number; unconfirmedMs?: number; attach?: boolean } = {},
  ) => {
    const notices: Notice[] = [];
    const marked: Patch[] = [];
    const touched = new Set<string>();
    let newer = false;
    const tabs = createTabs({
      mapId: options.mapId ?? MAP_ID,
      channel: hub.open('x'),
      clock: createClock(tab),
      codeVersion: options.codeVersion ?? 1,
      onNewer: () => (newer = true),
      onNotice: (notice) => notices.push(notice),
      unconfirmedMs: options.unconfirmedMs ?? 60_000,
    });
    const editor = fakeEditor(smallDocuments());
    const attach = () =>
      tabs.attach(editor, {
        markDirty: (patches) => void marked.push(...patches),
        touched: (patch) => touched.has(patch.path.join('/')),
        isDirty: () => false,
      });
    if (options.attach !== false) attach();
    return {
      tabs,
      editor,
      notices,
      marked,
      touched,
      attach,
      nameNow: () => editor.documents().map.map[MAP_ID]?.name,
      isNewer: () => newer,
    };
  };
  const raw = (message: unknown) => {
    const end = hub.open('x');
    end.postMessage(message);
    hub.deliverAll();
    end.close();
  };
  return { hub, open, raw };
}
const ops = (patches: unknown, fields: object = {}) => ({
  kind: 'ops',
  schema: 1,
  tab: 'Z',
  mapId: MAP_ID,
  batches: [{ stamp: { counter: 2 ** 52, tab: 'Z' }, patches }],
  ...fields,
});

describe('tabs', () => {
  it('S14 a commit reaches the other tab as one commit of origin tab, and is not sent on', () => {
    const { hub, open } = setUp();
    const a = open('A');
    const b = open('B');
    hub.deliverAll();
    const origins: string[] = [];
    b.editor.subscribe((commit) => origins.push(commit.origin));
    a.editor.edit(name('New'), { path: ['map', 'cards', 'cd_a'], value: cardRecord('cd_a') });
    hub.deliverAll();
    expect(b.editor.documents()).toEqual(a.editor.documents());
    expect(origins).toEqual(['tab']);
    expect(hub.log.filter((message) => (message as { kind: string }).kind === 'ops')).toHaveLength(1);
  });

  it('S15 what makes no sense is left out and noted; the rest is applied', () => {
    const { open, raw } = setUp();
    const a = open('A');
    const bad = [
      { path: ['map', 'map', '__proto__', 'name'], value: 'x' },
      { path: ['map', 'nowhere', 'mp_a'], value: {} },
      7,
      name(5 as never),
    ];
    raw(ops([...bad, name('Good')]));
    expect(a.nameNow()).toBe('Good');
    expect(a.notices).toEqual([{ code: 'refusedPatches', count: 4 }]);
  });

  it('S15 messages without form are ignored', () => {
    const { open, raw } = setUp();
    const a = open('A');
    for (const message of [
      null,
      1,
      {},
      { schema: 1, tab: 'Z' },
      ops(1),
      ops([], { batches: 3 }),
      ops([], { batches: [{ stamp: {}, patches: [] }] }),
    ]) {
      raw(message);
    }
    raw(ops([name('x')], { batches: [{ stamp: { counter: 1e300, tab: 'Z' }, patches: [name('x')] }] }));
    expect(a.editor.documents()).toEqual(smallDocuments());
    expect(a.notices).toEqual([]);
  });

  it("S16 another map's patches are left alone, the library's always apply", () => {
    const { hub, open } = setUp();
    const a = open('A', { mapId: 'mp_two' });
    const b = open('B');
    a.editor.edit(name('Other map'), channel);
    hub.deliverAll();
    expect(b.nameNow()).toBe('Loan');
    expect(b.editor.documents().library.channels.ch_a?.name).toBe('Shop');
  });

  it('S17 a newer schema is reported and its changes are not applied; an older one is ignored with a note', () => {
    const { open, raw } = setUp();
    const a = open('A');
    raw(ops([name('newer')], { schema: 2 }));
    expect(a.isNewer()).toBe(true);
    raw(ops([name('older')], { schema: 0 }));
    expect(a.notices).toEqual([{ code: 'olderTab' }]);
    expect(a.nameNow()).toBe('Loan');
  });

  it('S17 a newer schema is recognised in a message of a kind not known here', () => {
    const { open, raw } = setUp();
    const a = open('A', { attach: false });
    raw({ kind: 'something new', schema: 2, tab: 'Z' });
    expect(a.isNewer()).toBe(true);
  });

  it('S18 messages that arrive while loading are held and replayed', () => {
    const { hub, open } = setUp();
    const a = open('A');
    const b = open('B', { attach: false });
    a.editor.edit(name('Meanwhile'));
    hub.deliverAll();
    expect(b.nameNow()).toBe('Loan');
    b.attach();
    expect(b.nameNow()).toBe('Meanwhile');
  });

  it('S19 a tab that opens is told of recent changes of its map and the library', () => {
    const { hub, open } = setUp();
    const a = open('A');
    a.editor.edit(name('Just now'), channel);
    const b = open('B');
    const other = open('C', { mapId: 'mp_two' });
    hub.deliverAll();
    expect(b.nameNow()).toBe('Just now');
    expect(other.nameNow()).toBe('Loan');
    expect(other.editor.documents().library.channels.ch_a?.name).toBe('Shop');
  });

  it('S20 a change of a path this tab has written makes it dirty again, whoever wins', () => {
    const { hub, open } = setUp();
    const a = open('A');
    const b = open('B');
    hub.deliverAll();
    b.touched.add(`map/map/${MAP_ID}/name`);
    a.editor.edit(name('a'));
    b.editor.edit(name('b'));
    hub.deliverAll();
    expect(b.marked).toEqual([name('a')]);
    expect(a.nameNow()).toBe(b.nameNow());
  });

  it('S21 a change whose sender never says it is on disk is written by whoever has seen it', async () => {
    const { hub, open } = setUp();
    const a = open('A');
    const b = open('B', { unconfirmedMs: 20 });
    a.editor.edit(name('written'));
    a.tabs.sendWritten(a.tabs.lastSent());
    a.editor.edit(channel);
    hub.deliverAll();
    await expect.poll(() => b.marked).toEqual([channel]);
  });

  it('S14 a closed tab neither sends nor hears', () => {
    const { hub, open } = setUp();
    const a = open('A');
    const b = open('B');
    b.tabs.close();
    a.editor.edit(name('x'));
    b.editor.edit(name('y'));
    hub.deliverAll();
    expect([a.nameNow(), b.nameNow()]).toEqual(['x', 'y']);
  });

  it('S14 a change that cannot be sent is noted, and the edit stands', () => {
    const { open } = setUp();
    const a = open('A');
    a.editor.applyForeign([{ path: ['map', 'map', MAP_ID, 'name'], value: () => 'not to be cloned' }], 'repair');
    expect(a.notices).toEqual([{ code: 'channelFailed' }]);
  });
});
