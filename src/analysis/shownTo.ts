import type { Documents, Table } from '../model/tables.ts';
import { belongsTo, membersIndex } from './audience.ts';

/** The documents as if only that which belongs to these personas were on the map. No personas means everyone: the same documents. */
export function shownTo(docs: Documents, personaIds: readonly string[]): Documents {
  if (personaIds.length === 0) return docs;
  const index = membersIndex(docs.map);
  const touchpoints = pick(docs.map.touchpoints, ({ id }) => belongsTo(index, id, personaIds));
  const links = pick(
    docs.map.links,
    ({ id, from, to }) =>
      touchpoints[from] !== undefined && touchpoints[to] !== undefined && belongsTo(index, id, personaIds),
  );
  return { ...docs, map: { ...docs.map, touchpoints, links } };
}

function pick<T>(table: Table<T>, keep: (record: T) => boolean): Table<T> {
  return Object.fromEntries(Object.entries(table).filter(([, record]) => keep(record)));
}
