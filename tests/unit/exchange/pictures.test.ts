import { readFileSync } from 'node:fs';
import { notifications } from '@mantine/notifications';
import { describe, expect, it, vi } from 'vitest';
import { exportBlob } from '../../../src/app/exportBlob.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { importFile } from '../../../src/app/importFile.ts';
import { MAX_PICTURES, picturesOf } from '../../../src/app/pictures.ts';
import { restoreCopy } from '../../../src/app/restoreCopy.ts';
import { readBackup, writeBackup } from '../../../src/exchange/backup.ts';
import { MAX_FILE_SIZE } from '../../../src/exchange/importError.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { noteText } from '../../../src/exchange/noteText.ts';
import { makeAsset } from '../../../src/model/assets.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import { emptyLibraryTables, type MapTables } from '../../../src/model/tables.ts';
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

/** The map of the newest fixture, whose walk has a photo at one stop. */
function walked(bytes = new Uint8Array([0xff, 0xd8, 0xff, 7, 8, 9]).buffer as ArrayBuffer) {
  const newest = readFileSync(new URL('../../fixtures/schema-4.journey.json', import.meta.url), 'utf8');
  const { map, libraryAdditions: library, assets } = readJson(newest, emptyLibraryTables());
  const photo = makeAsset(bytes);
  const [stop] = Object.values(map.walkSteps);
  if (stop === undefined) throw new Error('no stop');
  const docs = { map: { ...map, walkSteps: { ...map.walkSteps, [stop.id]: { ...stop, photo: photo.id } } }, library };
  return { docs, photo, assets: [...assets, photo] };
}

const photosOf = (map: MapTables) => Object.values(map.walkSteps).flatMap((stop) => stop.photo ?? []);

describe('photos of walks in files', () => {
  it('X34 a journey file holds the photos of its walks, byte for byte, and an import brings them', async () => {
    const { docs, photo, assets } = walked();
    const text = writeJson(docs, assets);
    const again = readJson(text, emptyLibraryTables());
    expect(again.notes).toEqual([]);
    expect(photosOf(again.map)).toEqual([photo.id]);
    expect(again.assets.find(({ id }) => id === photo.id)).toEqual(photo);
    // The photo of a walk alone: no persona names it, and one that nothing names stays away.
    const without = { ...docs, map: { ...docs.map, walkSteps: {} } };
    expect((JSON.parse(writeJson(without, assets)) as File).assets?.map(({ id }) => id) ?? []).not.toContain(photo.id);

    const workspace = createMemoryWorkspace(null);
    const { mapId, notes } = await importFile(workspace, new File([text], 'walk.journey.json'));
    expect(notes.filter((note) => !note.includes('was matched'))).toEqual([]);
    expect(new Uint8Array((await workspace.getAsset(photo.id))?.bytes ?? new ArrayBuffer(0))).toEqual(
      new Uint8Array(photo.bytes),
    );
    const { documents } = await workspace.load(mapId);
    const blob = await exportBlob(documents, 'json', workspace.getAsset);
    const photos = (JSON.parse(await blob.text()) as File).assets?.filter(({ id }) => id === photo.id);
    expect(photos?.map(({ data }) => data)).toEqual([Buffer.from(photo.bytes).toString('base64')]);
  });

  it.each([
    ['that is missing', () => [], []],
    ['that has changed', (entry: object) => [{ ...entry, data: btoa('\xff\xd8\xff other') }], ['assetChanged']],
    ['that is not Base64', (entry: object) => [{ ...entry, data: '§' }], ['assetUnreadable']],
    ['that is too large', (entry: object) => [{ ...entry, data: largePicture().data }], ['assetTooLarge']],
    ['that is a script by its content', () => [scriptPicture()], ['assetRefused']],
  ])('X35 a photo %s is left out with a note that names the touchpoint; the walk stays', (_, assets, codes) => {
    const { docs, photo } = walked();
    const file = JSON.parse(writeJson(docs, [photo])) as File & { assets: object[] };
    const read = readJson(JSON.stringify({ ...file, assets: assets(file.assets[0] ?? {}) }), emptyLibraryTables());
    expect(read.notes.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes, 'photoDropped']));
    const [stop] = Object.values(docs.map.walkSteps);
    const { title } = docs.map.touchpoints[stop?.touchpointId ?? ''] ?? { title: '?' };
    expect(read.notes.filter(({ code }) => code === 'photoDropped').map(noteText)).toEqual([
      `walkSteps, "${title}": its photo is not in the file and was left out.`,
    ]);
    expect(read.assets.map(({ id }) => id)).not.toContain(photo.id);
    expect(photosOf(read.map)).toEqual([]);
    expect(Object.keys(read.map.walkSteps)).toHaveLength(Object.keys(docs.map.walkSteps).length);
  });

  it('K9 a backup and a safety copy hold the photos of walks, and restoring brings them back', async () => {
    const { docs, photo, assets } = walked();
    const text = writeBackup({ maps: [docs.map], library: docs.library, pictures: assets });
    const workspace = createMemoryWorkspace(null);
    const { mapId } = await importFile(workspace, new File([text], 'a.workspace.json'));
    const { documents } = await workspace.load(mapId);
    expect(photosOf(documents.map)).toEqual([photo.id]);
    expect((await workspace.getAsset(photo.id))?.mime).toBe('image/jpeg');

    const restored = createMemoryWorkspace(null);
    const copy = { maps: [docs.map], library: docs.library, assets: assets.map(({ bytes }) => bytes) };
    await restoreCopy({ ...restored, readCopy: async () => copy }, 'copy');
    expect((await restored.getAsset(photo.id))?.mime).toBe('image/jpeg');
  });

  it('X36 pictures for which a file that can be read again has no room are left out, with a message', async () => {
    await startLanguage();
    const show = vi.spyOn(notifications, 'show').mockReturnValue('id');
    const { docs } = walked();
    const [stop] = Object.values(docs.map.walkSteps);
    if (stop === undefined) throw new Error('no stop');
    const photos = Array.from({ length: 8 }, (_, at) => makeAsset(new Uint8Array([0xff, 0xd8, 0xff, at]).buffer));
    const walkSteps = Object.fromEntries(
      photos.map(({ id }, index) => [`ws_${index}`, { ...stop, id: `ws_${index}`, photo: id }]),
    );
    const getAsset = async (hash: string) => photos.find(({ id }) => id === hash) ?? null;
    const pictures = await picturesOf(emptyLibraryTables(), [{ ...docs.map, walkSteps }], getAsset, 25);
    expect(pictures).toEqual(photos.slice(0, 6));
    // In Base64, and with some text beside them, all that fit make a file that the reader takes.
    expect((MAX_PICTURES / 3) * 4 + 5 * 1024 * 1024).toBeLessThan(MAX_FILE_SIZE);
    expect(show.mock.calls.map(([{ message }]) => message)).toEqual([
      '2 pictures did not fit into the file, which could not be read again otherwise. They stay in this browser.',
    ]);
    show.mockRestore();
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
