import { describe, expect, it } from 'vitest';
import { openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { openWorkspace } from '../../../src/storage/openWorkspace.ts';
import { UnopenedError } from '../../../src/storage/workspace.ts';
import { fakeStorage, newBackend, smallMap } from './support.ts';

const waits = [1, 1, 1];

/** A backend that refuses to open `times` times with an error of that name. Dexie itself asks up to four times. */
function failing(
  name: string,
  times: number,
  backend = newBackend(),
  message = 'Internal error opening backing store.',
) {
  let calls = 0;
  const indexedDB = new Proxy(backend.indexedDB, {
    get(target, key) {
      if (key !== 'open') return Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key);
      return (...args: Parameters<IDBFactory['open']>) => {
        calls++;
        if (calls <= times) throw new DOMException(message, name);
        return target.open(...args);
      };
    },
  });
  return { backend: { indexedDB, IDBKeyRange: backend.IDBKeyRange }, calls: () => calls };
}

/** A browser in which a map has been made. */
async function usedBrowser() {
  const backend = newBackend();
  const localStorage = fakeStorage();
  const workspace = await openDiskWorkspace({ backend, localStorage });
  await workspace.createMap(smallMap());
  workspace.close();
  return { backend, localStorage };
}

describe('opening the workspace', () => {
  it.each(['UnknownError', 'AbortError', 'TimeoutError', 'InvalidStateError'])(
    'S57 a database that answers %s for a while is asked again, and the maps are there',
    async (name) => {
      const { backend, localStorage } = await usedBrowser();
      const workspace = await openWorkspace({ ...failing(name, 6, backend), localStorage, waits: Array(8).fill(1) });
      expect(workspace.kind).toBe('disk');
      expect(await workspace.listMaps()).toHaveLength(1);
    },
  );

  it('S57 where it goes on failing, maps that were here are not hidden: that is an error', async () => {
    const { backend, localStorage } = await usedBrowser();
    const fails = failing('UnknownError', Number.POSITIVE_INFINITY, backend);
    const opening = openWorkspace({ ...fails, localStorage, waits });
    await expect(opening).rejects.toThrow(UnopenedError);
    await expect(opening).rejects.toThrow('Internal error opening backing store');
    expect(fails.calls()).toBeGreaterThanOrEqual(waits.length + 1);
  });

  it('S57 an error of our own is never answered with an empty workspace', async () => {
    const { backend } = await usedBrowser();
    const opening = openWorkspace({ backend, codeVersion: 99, migrations: [], migrationGrace: 0, waits });
    await expect(opening).rejects.toThrow(UnopenedError);
  });

  it('S57 a browser that never kept a map here works in memory when its database fails', async () => {
    const localStorage = fakeStorage();
    const { backend } = failing('UnknownError', Number.POSITIVE_INFINITY);
    const workspace = await openWorkspace({ backend, localStorage, waits });
    expect([workspace.kind, workspace.standsIn]).toEqual(['memory', false]);
  });

  it.each([
    ['SecurityError', 'The operation is insecure.'],
    ['NotAllowedError', 'denied'],
    ['InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.'],
  ])('S56 a browser that allows no database (%s) is asked once only', async (name, message) => {
    const { localStorage } = await usedBrowser();
    const fails = failing(name, Number.POSITIVE_INFINITY, newBackend(), message);
    const workspace = await openWorkspace({ ...fails, localStorage, waits: [60_000] });
    expect([workspace.kind, workspace.standsIn]).toEqual(['memory', false]);
    expect(String(workspace.refusal)).toContain(message);
  });
});
