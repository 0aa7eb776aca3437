import { blankEvidence } from '../model/blanks.ts';
import { citationId, newId } from '../model/ids.ts';
import { inOrder, ordersBefore } from '../model/order.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Place } from '../model/records/place.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { need } from './commandError.ts';
import { setFields } from './setFields.ts';

/** What may be set on a piece of evidence: everything but its identity and place in the list. */
export type EvidenceFields = Omit<Evidence, 'id' | 'order' | 'extra'>;

/** Adds a piece of evidence, last, about the given places. Returns its id. */
export function addEvidence(
  docs: Documents,
  { fields, places = [] }: { fields?: Partial<EvidenceFields>; places?: readonly Place[] },
): string {
  return addManyEvidence(docs, { pieces: [{ fields: fields ?? {}, places }] })[0] as string;
}

/** Adds pieces of evidence, last and in their order, each about its places. Returns their ids. */
export function addManyEvidence(
  docs: Documents,
  { pieces }: { pieces: readonly { readonly fields: Partial<EvidenceFields>; readonly places: readonly Place[] }[] },
): string[] {
  const { map } = docs;
  const orders = ordersBefore(inOrder(Object.values(map.evidence)), null, pieces.length);
  return pieces.map(({ fields, places }, index) => {
    const id = newId('evidence');
    map.evidence[id] = { ...blankEvidence, id, order: orders[index] as string };
    updateEvidence(docs, { id, fields });
    for (const place of places) citeEvidence(docs, { id, place });
    return id;
  });
}

/** Sets fields of a piece of evidence. A value that does not pass its schema throws a CommandError. */
export function updateEvidence(
  { map, library }: Documents,
  { id, fields }: { id: string; fields: Partial<EvidenceFields> },
): void {
  setFields(need(map.evidence, id, 'evidence'), fields, blankEvidence, schemas.map.evidence, 'a piece of evidence');
  if (fields.personaId != null) need(library.personas, fields.personaId, 'persona');
  if (fields.importId != null && map.walks[fields.importId] === undefined)
    need(map.dataImports, fields.importId, 'import');
}

/** Says that a piece of evidence is about a touchpoint, or about the way from one touchpoint to another. */
export function citeEvidence({ map }: Documents, { id, place }: { id: string; place: Place }): void {
  need(map.evidence, id, 'evidence');
  need(map.touchpoints, place.placeId, 'touchpoint');
  if (place.toId !== null) need(map.touchpoints, place.toId, 'touchpoint');
  const made = citationId(id, place);
  if (map.citations[made] === undefined)
    map.citations[made] = { id: made, evidenceId: id, placeId: place.placeId, toId: place.toId };
}

/** Takes that away; where it was not said nothing changes. */
export function unciteEvidence({ map }: Documents, { id, place }: { id: string; place: Place }): void {
  delete map.citations[citationId(id, place)];
}

/** Removes a piece of evidence with what it is about. */
export function dropEvidence(map: MapTables, id: string): void {
  for (const citation of Object.values(map.citations))
    if (citation.evidenceId === id) delete map.citations[citation.id];
  delete map.evidence[id];
}
