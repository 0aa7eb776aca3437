import { inOrder } from './order.ts';
import type { Persona } from './records/persona.ts';
import type { LibraryTables, MapTables } from './tables.ts';

/** The personas of the map, in its order; where it has none, those of the library that are not archived. */
export function mapPersonas(
  { mapPersonas: members }: Pick<MapTables, 'mapPersonas'>,
  { personas }: Pick<LibraryTables, 'personas'>,
): Persona[] {
  const here = inOrder(Object.values(members)).flatMap(({ personaId }) => personas[personaId] ?? []);
  return here.length > 0 ? here : inOrder(Object.values(personas)).filter(({ archived }) => !archived);
}
