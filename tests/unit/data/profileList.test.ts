import { describe, expect, it } from 'vitest';
import { findProfile } from '../../../src/app/dataImport/findProfile.ts';
import { isOfOtherKind, nameProblem, replacedBy } from '../../../src/app/dataImport/profileName.ts';
import { putFigures } from '../../../src/app/dataImport/putFigures.ts';
import { readingOf } from '../../../src/app/dataImport/reading.ts';
import { CommandError } from '../../../src/commands/commandError.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import type { MatchProfile } from '../../../src/model/records/dataImport.ts';
import { bytesAs } from '../../support/bytesAs.ts';
import { smallMap } from '../../support/startDocs.ts';
import { wizardPlan } from '../../support/wizardPlan.ts';

const text = 'Touchpoint,KPI,Value,n,Period\nVisit,CSAT,4,50,2026-11\n';
const profilesOf = ({ editor }: ReturnType<typeof smallMap>) => Object.values(editor.documents().map.matchProfiles);
const noRules = { columns: { Page: 'place' }, rules: [] };

/** A small map with the profile of a file on it, and one of another kind of rows. */
async function withProfiles() {
  const map = smallMap();
  const plan = await wizardPlan(text, map.editor.documents(), null);
  map.editor.transact('importFigures', (docs) => putFigures(docs, plan.ready('2026-12-01T00:00:00Z')));
  const [profile] = profilesOf(map) as [MatchProfile];
  const other = map.editor.run('saveMatchProfile', { fields: { name: 'Pages', kind: 'analytics', ...noRules } });
  return { ...map, map, profile, other };
}

describe('the profiles of a map', () => {
  it('WZ101 one that is deleted fits no file any more, its figures stay, and one undo brings it back', async () => {
    const { map, editor, profile } = await withProfiles();
    const fitting = async () => {
      const seen = await createDataApi().inspect(bytesAs('december.csv', text), 'UTC');
      if (!seen.ok) throw new Error(seen.code);
      const found = await findProfile(seen.value, profilesOf(map), async () => seen.value);
      return found?.profile.name ?? null;
    };
    expect(await fitting()).toBe(profile.name);
    const { series } = editor.documents().map;
    editor.run('removeItems', { ids: [profile.id] });
    expect(await fitting()).toBeNull();
    expect(editor.documents().map.series).toEqual(series);
    expect(editor.undo()).toBe('removeItems');
    expect(await fitting()).toBe(profile.name);
    // Under another name it reads the same files.
    editor.run('renameMatchProfile', { id: profile.id, name: ' Shop, by month ' });
    expect(await fitting()).toBe('Shop, by month');
    expect(editor.undo()).toBe('renameMatchProfile');
    expect(await fitting()).toBe(profile.name);
  });

  it('WZ102 before a profile of other columns is replaced it is said', async () => {
    const { map, profile } = await withProfiles();
    const seeing = async (table: string) => {
      const seen = await createDataApi().inspect(bytesAs('file.csv', table), 'UTC');
      if (!seen.ok) throw new Error(seen.code);
      return { seen: seen.value, reading: readingOf(seen.value, 'metrics') };
    };
    const others = await seeing('Page,KPI,Score,n\nVisit,CSAT,4,50\n');
    expect(replacedBy(profile.name.toUpperCase(), others, profilesOf(map))).toBe(profile);
    expect(replacedBy('A free name', others, profilesOf(map))).toBeUndefined();
    // Of its own columns it is saved anew; of another kind of rows it is refused.
    expect(replacedBy(profile.name, await seeing(text), profilesOf(map))).toBeUndefined();
    expect(replacedBy('Pages', others, profilesOf(map))).toBeUndefined();
  });

  it('WZ102 no two have one name, however it is written: neither by renaming nor by saving', async () => {
    const { map, editor, profile, other } = await withProfiles();
    const before = editor.documents();
    const others = profilesOf(map).filter(({ id }) => id !== profile.id);
    for (const name of ['Pages', ' pages ']) {
      expect(nameProblem(name, others)).toBe('taken');
      expect(() => editor.run('renameMatchProfile', { id: profile.id, name })).toThrow(CommandError);
      // Figures of another kind of rows would take its place.
      expect(isOfOtherKind(name, 'survey', profilesOf(map))).toBe(true);
      expect(() => editor.run('saveMatchProfile', { fields: { name, kind: 'survey', ...noRules } })).toThrow(
        /Another profile has the name/,
      );
      expect(isOfOtherKind(name, 'analytics', profilesOf(map))).toBe(false);
    }
    expect(nameProblem('  ', others)).toBe('empty');
    expect(editor.documents()).toBe(before);
    // Of its own kind it is the same profile, saved anew; its own name in other letters is free.
    expect(editor.run('saveMatchProfile', { fields: { name: 'PAGES', kind: 'analytics', ...noRules } })).toBe(other);
    expect(nameProblem(profile.name.toUpperCase(), others)).toBeNull();
    editor.run('renameMatchProfile', { id: profile.id, name: profile.name.toUpperCase() });
    expect(profilesOf(map).map(({ name }) => name)).toEqual([profile.name.toUpperCase(), 'PAGES']);
  });
});
