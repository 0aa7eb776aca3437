import { describe, expect, it } from 'vitest';
import { dropEditStamp, keepEditStamp, putEditStamps } from '../../../src/storage/editStamps.ts';

/** As much of localStorage as is used: its keys are its own properties, as in a browser. */
function storage(): Storage {
  const store = Object.create({
    getItem: (key: string) => (store as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => {
      (store as Record<string, string>)[key] = value;
    },
    removeItem: (key: string) => {
      delete (store as Record<string, string>)[key];
    },
  }) as Storage;
  return store;
}

describe('when a map was last edited', () => {
  it('D14 what a page that went has kept is noted once at the next start, also after a map that is gone', async () => {
    const store = storage();
    store.setItem('other', 'stays');
    keepEditStamp(store, 'mp_gone', '2026-01-01T00:00:00Z');
    keepEditStamp(store, 'mp_1', '2026-01-02T03:04:05Z');
    keepEditStamp(store, 'mp_2', '2026-01-02T03:04:06Z');
    dropEditStamp(store, 'mp_2');
    const noted: unknown[] = [];
    const touch = async (mapId: string, times: { editedAt: string }) => {
      if (mapId === 'mp_gone') throw new Error('gone');
      noted.push([mapId, times.editedAt]);
    };
    await putEditStamps(store, touch);
    await putEditStamps(store, touch);
    expect(noted).toEqual([['mp_1', '2026-01-02T03:04:05Z']]);
    expect(Object.keys(store)).toEqual(['other']);
  });

  it('D14 without storage, or where it refuses, nothing fails', async () => {
    const refuses = { ...storage(), setItem: () => expect.unreachable() } as unknown as Storage;
    keepEditStamp(undefined, 'mp_1', '2026-01-02T03:04:05Z');
    expect(() => keepEditStamp(refuses, 'mp_1', '2026-01-02T03:04:05Z')).not.toThrow();
    await putEditStamps(undefined, () => expect.unreachable());
  });
});
