import type { PersonaMatch } from '../../exchange/matchLibrary.ts';
import { type Persona, type PersonaFact, personaFacts } from '../../model/records/persona.ts';
import type { LibraryTables } from '../../model/tables.ts';
import type { PersonaAnswers } from './personaAnswers.ts';

/** The facts of which a persona of a file says something else than the one here. */
export function differingFacts(present: Persona, incoming: Persona): PersonaFact[] {
  return personaFacts.filter((fact) => {
    const says = incoming[fact].trim();
    return says !== '' && says !== present[fact].trim();
  });
}

/** True when a persona of a file says nothing else than the one of its name here. What the file does not say is no difference. */
export function isAlike({ personaId, incoming, picture }: PersonaMatch, library: LibraryTables): boolean {
  const present = library.personas[personaId];
  if (present === undefined) return false;
  const brings = picture?.id ?? null;
  return (brings === null || brings === present.picture) && differingFacts(present, incoming).length === 0;
}

/**
 * Asks about the personas of a file that differ from those here, and takes the others for the same. Null when `ask` says
 * that nothing is to be imported; `alike` are the names of those that were not asked about.
 */
export async function askOnlyDiffering(
  matches: readonly PersonaMatch[],
  library: LibraryTables,
  ask: (matches: readonly PersonaMatch[], library: LibraryTables) => Promise<PersonaAnswers | null>,
): Promise<{ readonly answers: PersonaAnswers | null; readonly alike: readonly string[] }> {
  const same = matches.filter((match) => isAlike(match, library));
  const differing = matches.filter((match) => !same.includes(match));
  const asked: PersonaAnswers | null = differing.length === 0 ? new Map() : await ask(differing, library);
  const alike = same.map(({ personaId }) => library.personas[personaId]?.name ?? '');
  if (asked === null) return { answers: null, alike };
  return { answers: new Map([...same.map(({ key }) => [key, 'match'] as const), ...asked]), alike };
}
