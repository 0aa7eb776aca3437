import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../src/model/patch.ts';
import { openDiskWorkspace } from '../../../src/storage/diskWorkspace.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import { openMap } from '../../../src/storage/openMap.ts';
import type { Workspace } from '../../../src/storage/workspace.ts';
import {
  cardRecord,
  channelRecord,
  fakeEditor,
  MAP_ID,
  newBackend,
  sleep,
  smallMap,
} from '../../unit/storage/support.ts';

const id = fc.constantFrom('a', 'b', 'c');
const word = fc.string({ maxLength: 4 });
const patch: fc.Arbitrary<Patch> = fc.oneof(
  word.map((value): Patch => ({ path: ['map', 'map', MAP_ID, 'name'], value })),
  fc
    .tuple(id, word)
    .map(([key, text]): Patch => ({ path: ['map', 'cards', `cd_${key}`], value: cardRecord(`cd_${key}`, text) })),
  fc.tuple(id, word).map(([key, value]): Patch => ({ path: ['map', 'cards', `cd_${key}`, 'text'], value })),
  fc
    .tuple(id, fc.option(word, { nil: undefined }))
    .map(([key, value]): Patch => ({ path: ['map', 'cards', `cd_${key}`, 'extra'], value })),
  id.map((key): Patch => ({ path: ['map', 'cards', `cd_${key}`], value: undefined })),
  fc
    .tuple(id, word)
    .map(
      ([key, name]): Patch => ({ path: ['library', 'channels', `ch_${key}`], value: channelRecord(`ch_${key}`, name) }),
    ),
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.array(patch, { minLength: 1, maxLength: 3 }).map((patches) => ({ patches })) },
  { weight: 2, arbitrary: fc.record({ fails: fc.boolean() }) },
);
const script = fc.array(step, { minLength: 5, maxLength: 25, size: 'max' });
const timing = { quiet: 0, latest: 0, retryFirst: 1, retryMost: 2 };

async function play(
  workspace: Workspace,
  steps: readonly ({ patches: Patch[] } | { fails: boolean })[],
): Promise<void> {
  await workspace.createMap(smallMap());
  let failing = false;
  const write: Workspace['write'] = (batch) =>
    failing ? Promise.reject(new Error('refused')) : workspace.write(batch);
  const open = () =>
    openMap({
      workspace: { ...workspace, write },
      mapId: MAP_ID,
      createEditor: fakeEditor,
      timing,
      page: undefined,
      localStorage: undefined,
    });
  const map = await open();
  for (const next of steps) {
    if ('patches' in next) map.editor.edit(...next.patches);
    else {
      failing = next.fails;
      await sleep(1);
      if (map.status.get() === 'saved')
        expect((await workspace.load(MAP_ID)).documents).toEqual(map.editor.documents());
    }
  }
  failing = false;
  await map.whenSaved();
  expect((await workspace.load(MAP_ID)).documents).toEqual(map.editor.documents());
  expect((await workspace.listMaps())[0]?.name).toBe(map.editor.documents().map.map[MAP_ID]?.name);
  expect(await map.close()).toBe(true);
  const again = await open();
  expect(again.editor.documents()).toEqual(map.editor.documents());
  expect(again.repairNotes).toEqual([]);
  await again.close();
}

describe('saving', () => {
  it('S32 writes may fail at random: saved never lies, and after recovery the disk equals memory', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (steps) => play(await openDiskWorkspace({ backend: newBackend() }), steps)),
      { numRuns: 60 },
    );
  });

  it('S32 the workspace in memory keeps the same promise', async () => {
    await fc.assert(
      fc.asyncProperty(script, (steps) => play(createMemoryWorkspace(null), steps)),
      { numRuns: 40 },
    );
  });
});
