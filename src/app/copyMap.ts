import { makeIds, ownIdTables, references, referringItems } from '../model/identity.ts';
import { newId } from '../model/ids.ts';
import { type AnyRecord, emptyMapTables, type MapTables } from '../model/tables.ts';

/** The same map with new ids throughout and another name. Library entries are shared, so their ids stay. */
export function copyMap(map: MapTables, name: string): MapTables {
  const source = map as unknown as Record<string, Record<string, AnyRecord>>;
  const copy = emptyMapTables() as unknown as typeof source;
  const ids = new Map<string, string>();
  for (const [table, kind] of Object.entries(ownIdTables)) for (const id in source[table]) ids.set(id, newId(kind));
  const known = (value: unknown) => (typeof value === 'string' ? (ids.get(value) ?? value) : value);
  const item = (field: string) => (entry: object) => ({ ...entry, [field]: known((entry as AnyRecord)[field]) });
  const remapped = (record: AnyRecord): AnyRecord =>
    Object.fromEntries(
      Object.entries(record).map(([field, value]) => {
        const inItems = Array.isArray(value) ? referringItems[field] : undefined;
        if (inItems !== undefined) return [field, (value as object[]).map(item(inItems))];
        return [field, Object.hasOwn(references, field) || field === 'id' ? known(value) : value];
      }),
    ) as AnyRecord;
  for (const table of Object.keys(copy)) {
    for (const record of Object.values(source[table] ?? {})) {
      const made = remapped(record);
      if (Object.hasOwn(makeIds, table)) {
        made.id = (makeIds as Record<string, (record: never) => string>)[table]?.(made as never) ?? made.id;
        // Links are named by others: what they are called now is known once they are made.
        ids.set(record.id, made.id);
      }
      (copy[table] as Record<string, AnyRecord>)[made.id] = made;
    }
  }
  for (const record of Object.values(copy.map as Record<string, AnyRecord>))
    Object.assign(record, { name, createdAt: new Date().toISOString() });
  return copy as unknown as MapTables;
}
