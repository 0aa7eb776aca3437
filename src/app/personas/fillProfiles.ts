import { createEditor } from '../../editor/createEditor.ts';
import type { PersonaMatch } from '../../exchange/matchLibrary.ts';
import { missingFacts } from '../../model/missingFacts.ts';
import type { Documents } from '../../model/tables.ts';
import { openMap } from '../../storage/openMap.ts';
import type { Workspace } from '../../storage/workspace.ts';

/**
 * Writes into the profiles of the workspace what the imported ones of the same name know and they do not. Goes through
 * an editor of `mapId`, so that other tabs hear of it and nothing that was written meanwhile is replaced.
 */
export async function fillProfiles(
  workspace: Workspace,
  mapId: string,
  matches: readonly PersonaMatch[],
): Promise<void> {
  const open = await openMap({ workspace, mapId, createEditor: (documents: Documents) => createEditor(documents) });
  try {
    for (const { personaId, incoming, picture } of matches) {
      const persona = open.editor.documents().library.personas[personaId];
      if (persona === undefined) continue;
      const fields = missingFacts(persona, { ...incoming, picture: picture?.id ?? null });
      if (Object.keys(fields).length > 0) open.editor.run('updatePersona', { id: personaId, fields });
    }
    await open.whenSaved();
  } finally {
    await open.close();
  }
}
