import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../src/exchange/backup.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { mergedValues } from '../../../src/model/mergedEntries.ts';
import { applyPatches } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import { type Documents, emptyLibraryTables } from '../../../src/model/tables.ts';
import { smallMap } from '../../support/startDocs.ts';

/** A map of its own with the library of an editor, as it is read from the disk. */
function mended(docs: Documents): Documents {
  return applyPatches(docs, repair(docs).patches);
}

describe('merged entries of the library', () => {
  it('S94 merging replaces the entry in touchpoints and verdicts of the map, once each, and undo brings it back', () => {
    const { editor, ids } = smallMap();
    const before = editor.documents();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    const { map, library } = editor.documents();
    expect(library.channels.ch_ad).toMatchObject({ archived: true, mergedInto: 'ch_website' });
    expect(map.touchpoints[ids.a]?.channels).toEqual(['ch_website']);
    expect(Object.values(map.verdicts)[0]?.basis.from.channels).toEqual(['ch_website']);
    expect(repair(editor.documents()).patches).toEqual([]);
    editor.undo();
    expect(editor.documents()).toEqual(before);
  });

  it('S94 the handoff stays judged: a merge makes no verdict stale', () => {
    const { editor, ids } = smallMap();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_shop', intoId: 'ch_ad' });
    const { map } = editor.documents();
    const verdict = Object.values(map.verdicts)[0];
    expect(verdict?.basis.to.channels).toEqual(map.touchpoints[ids.b]?.channels);
  });

  it('S95 another map takes the merge over when it is opened, through chains, without a note', () => {
    const { editor, ids } = smallMap();
    const other = smallMap().editor.documents();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_shop', intoId: 'ch_ad' });
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    const library = { ...other.library, channels: editor.documents().library.channels };
    expect(library.channels.ch_shop?.mergedInto).toBe('ch_ad');
    expect(repair({ map: other.map, library }).notes).toEqual([]);
    const opened = mended({ map: other.map, library });
    for (const { channels } of Object.values(opened.map.touchpoints)) {
      expect(channels).not.toContain('ch_shop');
      expect(channels).not.toContain('ch_ad');
    }
    expect(Object.values(opened.map.touchpoints).some(({ channels }) => channels.includes('ch_website'))).toBe(true);
    expect(repair(opened).patches).toEqual([]);
    expect(editor.documents().map.touchpoints[ids.b]?.channels).toEqual(['ch_website']);
  });

  it('S95 a circle, made in two tabs at once, changes nothing; an entry merged into nothing stands for itself', () => {
    const { editor } = smallMap();
    const { library } = editor.documents();
    const set = (id: string, mergedInto: string) => ({
      ...(library.channels[id] as object),
      mergedInto,
      archived: true,
    });
    const circle = { ...library.channels, ch_ad: set('ch_ad', 'ch_shop'), ch_shop: set('ch_shop', 'ch_ad') } as never;
    expect(mergedValues(['ch_ad', 'ch_shop', 'ch_website'], circle)).toEqual(['ch_ad', 'ch_shop', 'ch_website']);
    const docs = { map: editor.documents().map, library: { ...library, channels: circle } };
    expect(repair(docs).patches).toEqual([]);
    const dangling = { ...library.channels, ch_ad: set('ch_ad', 'ch_gone') } as never;
    expect(mergedValues(['ch_ad'], dangling)).toEqual(['ch_ad']);
  });

  it('S94 merging back is refused, an entry that is taken back stands for itself', () => {
    const { editor } = smallMap();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    expect(() => editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_website', intoId: 'ch_ad' })).toThrow(
      'merged with itself',
    );
    editor.run('updateLibraryEntry', { table: 'channels', id: 'ch_ad', fields: { archived: false } });
    expect(editor.documents().library.channels.ch_ad).toMatchObject({ archived: false, mergedInto: null });
  });

  it('X33 an entry of a file whose name was merged becomes what it was merged into', () => {
    const { editor } = smallMap();
    const text = writeJson(editor.documents());
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    const { library } = editor.documents();
    const read = readJson(text, library);
    expect(Object.keys(read.libraryAdditions.channels)).toEqual([]);
    const used = new Set(Object.values(read.map.touchpoints).flatMap(({ channels }) => channels));
    expect(used.has('ch_ad')).toBe(false);
    expect(used.has('ch_website')).toBe(true);
    expect(Object.values(read.map.verdicts)[0]?.basis.from.channels).toEqual(['ch_website']);
  });

  it('X33 one of the same name that stands for itself comes first', () => {
    const { editor } = smallMap();
    const text = writeJson(editor.documents());
    const name = editor.documents().library.channels.ch_ad?.name as string;
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    editor.run('updateLibraryEntry', { table: 'channels', id: 'ch_shop', fields: { name } });
    const read = readJson(text, editor.documents().library);
    const advert = Object.values(read.map.touchpoints).find(({ title }) => title === 'Advert');
    expect(advert?.channels).toEqual(['ch_website', 'ch_shop']);
  });

  it('K8 a backup keeps what was merged into what', () => {
    const { editor } = smallMap();
    editor.run('mergeLibraryEntry', { table: 'channels', id: 'ch_ad', intoId: 'ch_website' });
    const { map, library } = editor.documents();
    const read = readBackup(writeBackup({ maps: [map], library }), emptyLibraryTables());
    const channels = Object.values(read.libraryAdditions.channels);
    const merged = channels.filter(({ mergedInto }) => mergedInto !== null);
    expect(merged.map(({ name }) => name)).toEqual([library.channels.ch_ad?.name]);
    expect(channels.find(({ id }) => id === merged[0]?.mergedInto)?.name).toBe(library.channels.ch_website?.name);
    // Read where the library is known, everything is matched.
    expect(Object.keys(readBackup(writeBackup({ maps: [map], library }), library).libraryAdditions.channels)).toEqual(
      [],
    );
  });
});
