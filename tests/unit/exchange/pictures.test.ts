import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportBlob } from '../../../src/app/exportBlob.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { importFile } from '../../../src/app/importFile.ts';
import { readBackup, writeBackup } from '../../../src/exchange/backup.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { noteText } from '../../../src/exchange/noteText.ts';
import { makeAsset } from '../../../src/model/assets.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';

const fixture = readFileSync(new URL('../../fixtures/schema-2.journey.json', import.meta.url), 'utf8');
interface File {
  library: { personas: { picture: string | null }[] };
  assets?: { id: unknown; mime: unknown; data: unknown }[];
}
const original = JSON.parse(fixture) as File & { assets: { id: string; mime: string; data: string }[] };
const picture = original.assets[0] as { id: string; mime: string; data: string };
const bytesOf = (data: string) => new Uint8Array(Buffer.from(data, 'base64')).buffer;

/** What a file becomes whose one picture is replaced. */
function withAssets(assets: unknown) {
  const result = readJson(JSON.stringify({ ...original, assets }), emptyLibraryTables());
  for (const note of result.notes) expect(noteText(note)).not.toMatch(/\{\{|undefined/);
  return {
    assets: result.assets,
    codes: result.notes.map(({ code }) => code),
    pictures: Object.values(result.libraryAdditions.personas).map((persona) => persona.picture),
  };
}

describe('pictures in files', () => {
  it('X31 a journey file holds the pictures its personas use, byte for byte, and no others', () => {
    const { map, libraryAdditions, assets, notes } = readJson(fixture, emptyLibraryTables());
    expect(notes).toEqual([]);
    expect(assets.map(({ id, mime }) => [id, mime])).toEqual([[picture.id, 'image/png']]);
    expect(new Uint8Array(assets[0]?.bytes ?? new ArrayBuffer(0))).toEqual(new Uint8Array(bytesOf(picture.data)));
    const other = makeAsset(new Uint8Array([0xff, 0xd8, 0xff, 1]).buffer);
    const written = JSON.parse(writeJson({ map, library: libraryAdditions }, [other, ...assets])) as File;
    expect(written.assets).toEqual([picture]);
    expect(JSON.parse(writeJson({ map, library: libraryAdditions })) as File).not.toHaveProperty('assets');
  });

  it('X31 pictures of any size come through Base64 unchanged', () => {
    const { map, libraryAdditions } = readJson(fixture, emptyLibraryTables());
    for (const length of [9, 8191, 8192, 8193, 50_001]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 256);
      bytes.set(new Uint8Array(bytesOf(picture.data)).subarray(0, 8));
      const asset = makeAsset(bytes.buffer);
      const personas = Object.fromEntries(
        Object.entries(libraryAdditions.personas).map(([id, persona]) => [id, { ...persona, picture: asset.id }]),
      );
      const again = readJson(
        writeJson({ map, library: { ...libraryAdditions, personas } }, [asset]),
        emptyLibraryTables(),
      );
      expect(again.notes).toEqual([]);
      expect(new Uint8Array(again.assets[0]?.bytes ?? new ArrayBuffer(0))).toEqual(bytes);
    }
  });

  it.each([
    ['that is missing', [], []],
    ['without data', [{ id: picture.id, mime: 'image/png' }], ['assetUnreadable']],
    ['that is no entry', ['?'], ['assetUnreadable']],
    ['that is not Base64', [{ ...picture, data: '!!' }], ['assetUnreadable']],
    ['whose content has changed', [{ ...picture, data: `${picture.data.slice(0, -8)}AAAAAA==` }], ['assetChanged']],
    ['that is a script by its content', [scriptPicture()], ['assetRefused']],
    ['that is too large', [largePicture()], ['assetTooLarge']],
  ])('X32 a picture %s is left out with a note, and its persona has none', (_, assets, codes) => {
    expect(withAssets(assets)).toEqual({ assets: [], codes: [...codes, 'pictureDropped'], pictures: [null, null] });
  });

  it('X32 a list of pictures that is none is refused by its place', () => {
    expect(() => withAssets({})).toThrow('"assets" should be a list');
  });

  it('K7 a backup holds the pictures of the library, and an import stores them', async () => {
    await startLanguage();
    const { map, libraryAdditions, assets } = readJson(fixture, emptyLibraryTables());
    const text = writeBackup({ maps: [map], library: libraryAdditions, pictures: assets });
    expect(readBackup(text, emptyLibraryTables()).assets).toEqual(assets);
    const workspace = createMemoryWorkspace(null);
    for (const [name, content] of [
      ['a.workspace.json', text],
      ['b.journey.json', fixture],
    ] as const) {
      const { mapId } = await importFile(workspace, new File([content], name));
      expect((await workspace.getAsset(picture.id))?.mime).toBe('image/png');
      const { documents } = await workspace.load(mapId);
      const blob = await exportBlob(documents, 'json', workspace.getAsset);
      expect((JSON.parse(await blob.text()) as File).assets).toEqual([picture]);
    }
  });
});

function scriptPicture() {
  const text = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const bytes = new TextEncoder().encode(text);
  return { id: sha256(bytes.buffer), mime: 'image/png', data: btoa(text) };
}

function largePicture() {
  return { ...picture, data: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') };
}
