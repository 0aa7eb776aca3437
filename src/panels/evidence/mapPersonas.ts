import { inOrder } from '../../model/order.ts';
import type { Persona } from '../../model/records/persona.ts';
import type { LibraryTables, MapTables } from '../../model/tables.ts';

/** The personas of the map, in its order; where it has none, those of the library that are not archived. */
export function mapPersonas({ mapPersonas: members }: MapTables, { personas }: LibraryTables): Persona[] {
  const here = inOrder(Object.values(members)).flatMap(({ personaId }) => personas[personaId] ?? []);
  return here.length > 0 ? here : inOrder(Object.values(personas)).filter(({ archived }) => !archived);
}
