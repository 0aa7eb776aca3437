import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { twinNumbers } from '../../../src/app/gallery/twinNumbers.ts';
import { importFile } from '../../../src/app/importFile.ts';
import { en } from '../../../src/app/locales/en.ts';
import { freeName, newBlankMap, withFeelingsShown } from '../../../src/app/newMaps.ts';
import { askOnlyDiffering, differingFacts } from '../../../src/app/personas/askOnlyDiffering.ts';
import { writeBackup } from '../../../src/exchange/backup.ts';
import type { PersonaMatch } from '../../../src/exchange/matchLibrary.ts';
import { readMermaid } from '../../../src/exchange/mermaid/readMermaid.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { inOrder } from '../../../src/model/order.ts';
import type { Persona } from '../../../src/model/records/persona.ts';
import { repair } from '../../../src/model/repair.ts';
import { emptyLibraryTables, mapRecord } from '../../../src/model/tables.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';
import { bareDocs } from '../../support/startDocs.ts';

describe('maps as they come into the gallery', () => {
  it('X37 a diagram with scores shows them in a lane of emotion; one without, and a map that has one, are left alone', () => {
    const read = (text: string) => readMermaid(text, emptyLibraryTables());
    const scored = read('journey\n section Shop\n Pay: 2: Dad\n');
    const shown = withFeelingsShown(scored.map);
    expect(Object.values(shown.lanes).map(({ role, side }) => [role, side])).toEqual([['emotion', 'above']]);
    expect(repair({ map: shown, library: scored.libraryAdditions }).notes).toEqual([]);
    expect(withFeelingsShown(shown)).toBe(shown);
    const bare = newBlankMap();
    expect(withFeelingsShown(bare)).toBe(bare);
    const { map } = read('journey\n section Shop\n');
    expect(withFeelingsShown(map)).toBe(map);
  });

  it('V2 a blank map has five stages of one step and the lanes for acts, thoughts, emotion, pain points and opportunities', async () => {
    await i18next.init({ lng: 'en', resources: { en: { translation: en } } });
    const { map, stages, steps, lanes, ...rest } = newBlankMap('2026-01-01T00:00:00.000Z');
    expect(Object.values(map)).toMatchObject([{ name: 'New journey map', createdAt: '2026-01-01T00:00:00.000Z' }]);
    expect(inOrder(Object.values(stages)).map(({ name }) => name)).toEqual([
      'Awareness',
      'Consideration',
      'Decision',
      'Retention',
      'Advocacy',
    ]);
    expect(Object.values(steps).map(({ stageId, name }) => [stageId, name])).toEqual(
      Object.keys(stages).map((id) => [id, '']),
    );
    expect(inOrder(Object.values(lanes)).map(({ side, role, name, hidden }) => [side, role, name, hidden])).toEqual([
      ['above', 'actions', 'Customer actions', false],
      ['above', 'thoughts', 'Thoughts', false],
      ['above', 'emotion', 'Emotion', false],
      ['below', 'pains', 'Pain points', false],
      ['below', 'opportunities', 'Opportunities', false],
    ]);
    for (const table of Object.values(rest)) expect(table).toEqual({});
  });

  it('V41 of maps of one name the later ones are numbered as they were made; the first and others bear no number', () => {
    const maps = [
      { docId: 'c', name: 'Go shopping', createdAt: '2026-03-01' },
      { docId: 'a', name: 'Go shopping', createdAt: '2026-01-01' },
      { docId: 'b', name: 'Returns', createdAt: '2026-02-01' },
    ];
    expect([...twinNumbers(maps)]).toEqual([['c', 2]]);
  });

  it('V41 what a backup puts beside the maps it was made of is numbered; the originals keep their names', async () => {
    const workspace = createMemoryWorkspace(null);
    const made = bareDocs();
    const { docId: original } = await workspace.createMap(made.map, made.library);
    const text = writeBackup({ maps: [made.map], library: made.library, pictures: [] });
    const again = async () => (await importFile(workspace, new File([text], 'a.workspace.json'))).mapId;
    const copy = await again();
    expect(copy).not.toBe(original);
    expect([...twinNumbers(await workspace.listMaps())]).toEqual([[copy, 2]]);
    // Where there is none of its name a map keeps the day it was made.
    const other = createMemoryWorkspace(null);
    const { mapId } = await importFile(other, new File([text], 'a.workspace.json'));
    expect(mapRecord((await other.load(mapId)).documents.map).createdAt).toBe(mapRecord(made.map).createdAt);
  });

  it('V41 a new map has a name that is free', () => {
    const taken = ['New journey map', 'New journey map 2', 'New journey map 4'];
    expect(freeName('New journey map', taken)).toBe('New journey map 3');
    expect(freeName('Returns', taken)).toBe('Returns');
  });
});

describe('personas of a file', () => {
  const person = (id: string, fields: Partial<Persona>): Persona => ({
    ...blankPersona,
    name: '',
    order: 'a0',
    id,
    ...fields,
  });
  const library = {
    ...emptyLibraryTables(),
    personas: { ps_1: person('ps_1', { name: 'Anna', age: '34' }), ps_2: person('ps_2', { name: 'Max' }) },
  };
  const match = (key: string, personaId: string, fields: Partial<Persona>): PersonaMatch => ({
    key,
    personaId,
    incoming: person('', fields),
    picture: null,
  });
  const anna = match('anna', 'ps_1', { name: 'Anna', age: ' 34 ' });

  it('Z21 one who says the same is not asked about, and is named', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    const { answers, alike } = await askOnlyDiffering([anna], library, ask);
    expect([...(answers ?? [])]).toEqual([['anna', 'match']]);
    expect(alike).toEqual(['Anna']);
  });

  it('Z21 what a file does not say of somebody is no difference: a diagram knows the name alone', async () => {
    const ask = () => Promise.reject(new Error('asked'));
    const { alike } = await askOnlyDiffering([match('anna', 'ps_1', { name: 'Anna' })], library, ask);
    expect(alike).toEqual(['Anna']);
    const says = person('', { name: 'Anna', age: '', goals: 'Peace' });
    expect(differingFacts(library.personas.ps_1 as Persona, says)).toEqual(['goals']);
  });

  it('Z21 those who differ are asked about alone; a refusal holds for all', async () => {
    const max = match('max', 'ps_2', { name: 'Max', age: '50' });
    const asked: string[] = [];
    const { answers } = await askOnlyDiffering([anna, max], library, async (matches) => {
      asked.push(...matches.map(({ key }) => key));
      return new Map([['max', 'new']]);
    });
    expect(asked).toEqual(['max']);
    expect([...(answers ?? [])]).toEqual([
      ['anna', 'match'],
      ['max', 'new'],
    ]);
    expect((await askOnlyDiffering([anna, max], library, async () => null)).answers).toBeNull();
  });

  it('Z21 a picture that is not here makes a difference', async () => {
    const picture = { id: 'as_1', mime: 'image/png', bytes: new ArrayBuffer(0) } as PersonaMatch['picture'];
    const { alike } = await askOnlyDiffering([{ ...anna, picture }], library, async () => new Map());
    expect(alike).toEqual([]);
  });
});
