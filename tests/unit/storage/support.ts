import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { blankEntry, blankMap } from '../../../src/model/blanks.ts';
import { applyPatches, type Patch } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import { type Documents, emptyLibraryTables, emptyMapTables, type MapTables } from '../../../src/model/tables.ts';
import type { CommitLike, EditorPort } from '../../../src/storage/editorPort.ts';
import type { ChannelPort, OpenChannel } from '../../../src/storage/tabMessage.ts';

export const MAP_ID = 'mp_one';

/** A sound map of one stage, one step and one lane. */
export function smallMap(id = MAP_ID, name = 'Loan'): MapTables {
  return {
    ...emptyMapTables(),
    map: { [id]: { ...blankMap, id, name, createdAt: '2026-01-02T03:04:05.000Z' } },
    stages: { st_a: { id: 'st_a', order: 'a0', name: 'Aware' } },
    steps: { sp_a: { id: 'sp_a', order: 'a0', stageId: 'st_a', name: 'Sees an ad' } },
    lanes: {
      la_a: { id: 'la_a', order: 'a0', name: 'Thoughts', role: 'thoughts', side: 'below', hidden: false, kpiId: null },
    },
  };
}

export function smallDocuments(): Documents {
  return { map: smallMap(), library: emptyLibraryTables() };
}

export const channelRecord = (id: string, name = '') => ({
  ...blankEntry,
  id,
  order: 'a0',
  name,
});
export const cardRecord = (id: string, text = '') => ({ id, order: 'a0', stepId: 'sp_a', laneId: 'la_a', text });

export interface FakeEditor extends EditorPort {
  /** A commit of the person's; like a command it leaves nothing to repair. */
  edit(...patches: Patch[]): void;
  undo(...patches: Patch[]): void;
}

/** The smallest thing that keeps the editor's side of the bargain. */
export function fakeEditor(initial: Documents): FakeEditor {
  let documents = initial;
  const listeners = new Set<(commit: CommitLike) => void>();
  const commit = (patches: readonly Patch[], origin: CommitLike['origin']) => {
    const next = applyPatches(documents, patches);
    if (next === documents) return;
    documents = next;
    for (const listener of listeners) listener({ origin, patches });
  };
  const byHand = (patches: Patch[], origin: CommitLike['origin']) =>
    commit([...patches, ...repair(applyPatches(documents, patches), MAP_ID).patches], origin);
  return {
    documents: () => documents,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    applyForeign(patches, origin) {
      commit(patches, origin);
      if (origin === 'tab') commit(repair(documents, MAP_ID).patches, 'repair');
    },
    edit: (...patches) => byHand(patches, 'user'),
    undo: (...patches) => byHand(patches, 'history'),
  };
}

export interface FakeHub {
  readonly open: OpenChannel;
  /** Number of pairs of channels with a message under way. */
  pending(): number;
  /** Delivers the oldest message of one pair. */
  deliver(pair?: number): void;
  deliverAll(): void;
  /** Everything ever posted. */
  readonly log: unknown[];
}

/** A BroadcastChannel whose messages travel when told to: in order between two tabs, in any order between pairs. */
export function fakeHub(immediate = false): FakeHub {
  interface End extends ChannelPort {
    receive(data: unknown): void;
  }
  const ends = new Set<End>();
  const queues = new Map<string, { to: End; data: unknown }[]>();
  const numbers = new Map<End, number>();
  const log: unknown[] = [];
  const busy = () => [...queues.values()].filter((queue) => queue.length > 0);
  const deliver = (pair = 0) => {
    const all = busy();
    const message = all[pair % Math.max(1, all.length)]?.shift();
    if (message !== undefined && ends.has(message.to)) message.to.receive(message.data);
  };
  return {
    log,
    pending: () => busy().length,
    deliver,
    deliverAll() {
      while (busy().length > 0) deliver();
    },
    open() {
      const listeners = new Set<(event: { data: unknown }) => void>();
      const end: End = {
        receive: (data) => listeners.forEach((listener) => void listener({ data })),
        postMessage(message) {
          if (!ends.has(end)) throw new Error('The channel is closed.');
          log.push(structuredClone(message));
          for (const to of ends) {
            if (to === end) continue;
            const key = `${numbers.get(end)}>${numbers.get(to)}`;
            queues.set(key, [...(queues.get(key) ?? []), { to, data: structuredClone(message) }]);
          }
          if (immediate)
            queueMicrotask(() => {
              while (busy().length > 0) deliver();
            });
        },
        addEventListener: (_, listener) => void listeners.add(listener),
        close: () => void (immediate ? setTimeout(() => ends.delete(end)) : ends.delete(end)),
      };
      numbers.set(end, numbers.size);
      ends.add(end);
      return end;
    },
  };
}

export function fakeStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** A page whose events are sent by hand. */
export function fakePage() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const send = (type: string, fields: object = {}) => window.dispatchEvent(Object.assign(new Event(type), fields));
  return {
    target: Object.assign(window, { document }),
    send,
    hide() {
      document.visibilityState = 'hidden';
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

/** A database of this test's own. */
export const newBackend = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
