import { extraKeys } from '../../../src/exchange/json/encodeTables.ts';
import { ownIdTables } from '../../../src/model/identity.ts';
import { compareOrder, type Ordered } from '../../../src/model/order.ts';
import type { AnyRecord, Documents } from '../../../src/model/tables.ts';

type Rows = Record<string, Record<string, AnyRecord>>;

/**
 * Documents without their ids, so that a map and its copy compare equal: each id becomes its table and place in order,
 * and order keys are left out. Tables whose ids stand for pairs are sorted by content.
 */
export function describeDocs(docs: Documents): Record<string, unknown[]> {
  const tables = { ...docs.library, ...docs.map } as unknown as Rows;
  const tokens = new Map<string, string>();
  const sorted = (table: string) =>
    Object.values(tables[table] ?? {}).sort((a, b) =>
      compareOrder({ order: '', ...a } as Ordered, { order: '', ...b } as Ordered),
    );
  const own = [...Object.keys(docs.library), ...Object.keys(ownIdTables)];
  for (const table of own) for (const [index, { id }] of sorted(table).entries()) tokens.set(id, `${table} ${index}`);
  for (const { id, from, to } of Object.values(docs.map.links))
    tokens.set(id, `link ${tokens.get(from)} ${tokens.get(to)}`);
  const retell = (value: unknown): unknown => {
    if (typeof value === 'string') return tokens.get(value) ?? value;
    if (Array.isArray(value)) return value.map(retell);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, retell(item)]));
  };
  const describe = ({ id: _, order: __, extra, ...fields }: AnyRecord) =>
    retell({ ...fields, ...(extra === undefined ? {} : { extra: extraKeys(extra) }) });
  return Object.fromEntries(
    Object.keys(tables).map((table) => {
      const records = sorted(table).map(describe);
      return [table, own.includes(table) ? records : records.map(textOf).sort()];
    }),
  );
}

function textOf(record: unknown): string {
  return JSON.stringify(Object.entries(record as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
