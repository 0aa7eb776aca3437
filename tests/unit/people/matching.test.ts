import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLanguage } from '../../../src/app/i18n.ts';
import { importAsking, importFile } from '../../../src/app/importFile.ts';
import type { PersonaAnswer } from '../../../src/app/personas/personaAnswers.ts';
import { writeBackup } from '../../../src/exchange/backup.ts';
import { readJson } from '../../../src/exchange/json/readJson.ts';
import type { PersonaMatch } from '../../../src/exchange/matchLibrary.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { missingFacts } from '../../../src/model/missingFacts.ts';
import { inOrder } from '../../../src/model/order.ts';
import type { Persona } from '../../../src/model/records/persona.ts';
import { emptyLibraryTables } from '../../../src/model/tables.ts';
import { createMemoryWorkspace } from '../../../src/storage/memoryWorkspace.ts';

const fixture = readFileSync(new URL('../../fixtures/schema-2.journey.json', import.meta.url), 'utf8');
const inFile = (JSON.parse(fixture) as { library: { personas: Persona[] } }).library.personas;
const withPicture = inFile.find(({ picture }) => picture !== null) as Persona;
/** Those of whom the file knows more than the name. */
const describedInFile = inFile.filter(
  (persona) => Object.keys(missingFacts({ ...blankPersona, name: '', id: '', order: 'a0' }, persona)).length > 0,
);
const journey = (text = fixture, name = 'a.journey.json') => new File([text], name);

beforeAll(() => startLanguage());

/** A workspace that has the fixture's personas by name only, as from a Mermaid journey, one of them with an age of its own. */
async function workspaceWithNames() {
  const workspace = createMemoryWorkspace(null);
  const people = inFile.map(({ name }) => name).join(', ');
  await importFile(workspace, journey(`journey\n  section S\n    A: 3: ${people}\n`, 'names.mmd'));
  return workspace;
}

const personasOf = async (workspace: Awaited<ReturnType<typeof workspaceWithNames>>) =>
  inOrder(Object.values((await workspace.readLibrary()).personas));

function answering(answer: PersonaAnswer, seen: PersonaMatch[] = []) {
  return async (matches: readonly PersonaMatch[]) => {
    seen.push(...matches);
    return new Map(matches.map(({ key }) => [key, answer]));
  };
}

describe('personas of a file', () => {
  it('Z15 Z21 V46 nobody is asked where no name is known; where one is, each is shown with what the file says', async () => {
    const workspace = createMemoryWorkspace(null);
    const seen: PersonaMatch[] = [];
    expect(await importAsking(workspace, journey(), answering('match', seen))).toMatchObject({ maps: 1 });
    expect(seen).toEqual([]);
    // The same file once more says nothing new of them.
    const twice = await importAsking(workspace, journey(), answering('match', seen));
    expect(seen).toEqual([]);
    expect(twice).toMatchObject({ taken: expect.stringMatching(/persona.*channel/), notes: [] });
    const again = await importAsking(await workspaceWithNames(), journey(), answering('match', seen));
    expect(seen.map(({ incoming }) => incoming.name)).toEqual(describedInFile.map(({ name }) => name));
    expect(seen.find(({ incoming }) => incoming.name === withPicture.name)?.picture?.id).toBe(withPicture.picture);
    // What was decided is not told; that the rest is here by name is no news of each.
    expect(again?.taken).toContain(`: ${inFile.length - describedInFile.length} persona`);
    expect(again?.notes).toEqual([]);
  });

  it('Z15 whoever closes the question has imported nothing', async () => {
    const workspace = await workspaceWithNames();
    expect(await importAsking(workspace, journey(), async () => null)).toBeNull();
    expect(await workspace.listMaps()).toHaveLength(1);
    expect(await workspace.getAsset(withPicture.picture as string)).toBeNull();
  });

  it.each(['journey', 'backup', 'mermaid'] as const)(
    'Z16 used, completed or new: a %s never replaces what is here',
    async (kind) => {
      const { map, libraryAdditions, assets } = readJson(fixture, emptyLibraryTables());
      const people = inFile.map(({ name }) => name).join(', ');
      const file = {
        journey: journey(),
        backup: journey(writeBackup({ maps: [map], library: libraryAdditions, pictures: assets }), 'a.workspace.json'),
        mermaid: journey(`journey\n  section S\n    B: 2: ${people}\n`, 'b.mmd'),
      }[kind];
      for (const answer of ['match', 'fill', 'new'] as const) {
        const workspace = await workspaceWithNames();
        const before = await personasOf(workspace);
        const { mapId } = (await importAsking(workspace, file, answering(answer))) ?? { mapId: '' };
        const after = await personasOf(workspace);
        const members = Object.values((await workspace.load(mapId)).documents.map.mapPersonas);
        const used = new Set(members.map(({ personaId }) => personaId));
        if (answer === 'new') {
          expect(after.slice(0, before.length)).toEqual(before);
          // Of whom both know the name alone there is one: nothing was asked.
          const differing = kind === 'mermaid' ? [] : describedInFile.map(({ name }) => name);
          expect(after.slice(before.length).map(({ name }) => name)).toEqual(differing.map((name) => `${name} (2)`));
          expect(before.every(({ id, name }) => used.has(id) !== differing.includes(name))).toBe(true);
        } else {
          expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
          expect(members.every(({ personaId }) => before.some(({ id }) => id === personaId))).toBe(true);
          if (answer === 'match' || kind === 'mermaid') expect(after).toEqual(before);
          else {
            for (const [index, persona] of after.entries()) {
              const other = inFile.find(({ name }) => name === persona.name) as Persona;
              expect(persona).toEqual({ ...before[index], ...missingFacts(before[index] as Persona, other) });
            }
            expect(after.find(({ name }) => name === withPicture.name)?.picture).toBe(withPicture.picture);
            expect(await workspace.getAsset(withPicture.picture as string)).not.toBeNull();
          }
        }
      }
    },
  );

  it('Z16 only what is empty is completed', () => {
    const here = { ...withPicture, age: '30', goals: ' ', worries: '', picture: null };
    const other = { ...withPicture, age: '40', goals: 'Peace', worries: '', quote: 'Other' };
    expect(missingFacts({ ...here, quote: 'Mine' }, other)).toEqual({ goals: 'Peace', picture: withPicture.picture });
  });

  it('Z16 a free name is one that no persona has', async () => {
    const workspace = await workspaceWithNames();
    for (let round = 0; round < 2; round++) await importFile(workspace, journey(), { personas: 'new' });
    const names = (await personasOf(workspace)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(`${withPicture.name} (3)`);
  });

  it('Z17 scripts are not asked: matched with a note each, or new, or refused', async () => {
    const workspace = await workspaceWithNames();
    const before = (await personasOf(workspace)).length;
    const { notes } = await importFile(workspace, journey());
    for (const { name } of inFile)
      expect(notes).toContain(`personas: "${name}" was matched with the one in your library.`);
    expect(await personasOf(workspace)).toHaveLength(before);
    const added = await importFile(workspace, journey(), { personas: 'new' });
    expect(added.notes.filter((note) => note.startsWith('personas: '))).toEqual([]);
    expect(await personasOf(workspace)).toHaveLength(before + inFile.length);
    await expect(importFile(workspace, journey(), { personas: 'merge' as never })).rejects.toThrow(
      'Personas cannot be imported as "merge". Use "match" or "new".',
    );
  });
});
