import { dismissalId, type IdKind, mapPersonaId, newId, pairId, pastVerdictId, tieId } from '../model/ids.ts';
import type { Place } from '../model/records/place.ts';
import { emptyMapTables, type MapTables } from '../model/tables.ts';

/** The same map with new ids throughout and another name. Library entries are shared, so their ids stay. */
export function copyMap(map: MapTables, name: string): MapTables {
  const ids = new Map<string, string>();
  const fresh = (kind: IdKind, id: string) => {
    const made = newId(kind);
    ids.set(id, made);
    return made;
  };
  const known = (id: string) => ids.get(id) ?? id;
  const copy = emptyMapTables();
  const each = <K extends keyof MapTables>(table: K, make: (record: MapTables[K][string]) => MapTables[K][string]) => {
    for (const record of Object.values(map[table]) as MapTables[K][string][]) {
      const made = make(record);
      (copy[table] as Record<string, MapTables[K][string]>)[made.id] = made;
    }
  };
  each('map', (record) => ({ ...record, id: fresh('map', record.id), name, createdAt: new Date().toISOString() }));
  each('mapPersonas', (record) => ({ ...record, id: mapPersonaId(record.personaId) }));
  each('stages', (record) => ({ ...record, id: fresh('stage', record.id) }));
  each('steps', (record) => ({ ...record, id: fresh('step', record.id), stageId: known(record.stageId) }));
  each('lanes', (record) => ({ ...record, id: fresh('lane', record.id) }));
  // All ids first: a promise may be kept at a touchpoint that comes later.
  for (const id of Object.keys(map.touchpoints)) fresh('touchpoint', id);
  each('touchpoints', (record) => ({
    ...record,
    id: known(record.id),
    stepId: known(record.stepId),
    promiseKeptAt: record.promiseKeptAt === null ? null : known(record.promiseKeptAt),
  }));
  each('cards', (record) => ({
    ...record,
    id: newId('card'),
    stepId: known(record.stepId),
    laneId: known(record.laneId),
  }));
  each('links', (record) => {
    const [from, to] = [known(record.from), known(record.to)];
    const id = pairId('link', from, to);
    ids.set(record.id, id);
    return { ...record, id, from, to };
  });
  each('verdicts', (record) => {
    const [from, to] = [known(record.from), known(record.to)];
    return { ...record, id: pairId('verdict', from, to), from, to };
  });
  each('sentiments', (record) => {
    const touchpointId = known(record.touchpointId);
    return { ...record, id: pairId('sentiment', touchpointId, record.personaId), touchpointId };
  });
  each('pastVerdicts', (record) => {
    const [from, to] = [known(record.from), known(record.to)];
    return { ...record, id: pastVerdictId(from, to, record.judgedAt), from, to };
  });
  each('memberships', (record) => {
    const recordId = known(record.recordId);
    return { ...record, id: pairId('membership', recordId, record.personaId), recordId };
  });
  const place = ({ placeId, toId }: Place): Place => ({
    placeId: known(placeId),
    toId: toId === null ? null : known(toId),
  });
  each('dismissals', (record) => ({ ...record, ...place(record), id: dismissalId(record.rule, place(record)) }));
  each('opportunities', (record) => ({ ...record, id: fresh('opportunity', record.id) }));
  each('ties', (record) => {
    const opportunityId = known(record.opportunityId);
    return { ...record, ...place(record), opportunityId, id: tieId(opportunityId, place(record)) };
  });
  return copy;
}
