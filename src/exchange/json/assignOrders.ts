import { references } from '../../model/identity.ts';
import { isOrderKey, ordersBetween } from '../../model/order.ts';
import type { AnyRecord } from '../../model/tables.ts';
import type { Note } from '../noteText.ts';

/** A record of a file and the id and order key it had there. */
export interface Placed {
  readonly record: AnyRecord;
  readonly oldId: string;
  readonly oldOrder: unknown;
}

/**
 * Gives the records of one table their order keys: those of the file where they can be kept, or new ones. New ones are
 * needed when a key is unreadable (then the order of the file holds) and when two neighbours tie, because ties are
 * broken by id and all ids are new.
 */
export function assignOrders(table: string, placed: readonly Placed[], notes: Note[]): void {
  const readable = placed.every(({ oldOrder }) => typeof oldOrder === 'string' && isOrderKey(oldOrder));
  if (readable && !hasTies(placed)) {
    for (const { record, oldOrder } of placed) record.order = oldOrder;
    return;
  }
  if (!readable && placed.some(({ oldOrder }) => oldOrder !== undefined))
    notes.push({ code: 'orderReplaced', params: { table } });
  const sorted = readable ? [...placed].sort(compareOld) : placed;
  const orders = ordersBetween(null, null, sorted.length);
  sorted.forEach(({ record }, index) => {
    record.order = orders[index] as string;
  });
}

function hasTies(placed: readonly Placed[]): boolean {
  const seen = new Set<string>();
  for (const { record, oldOrder } of placed) {
    const cell = Object.keys(record).filter(
      (field) => Object.hasOwn(references, field) && typeof record[field] === 'string',
    );
    const key = JSON.stringify([oldOrder, ...cell.map((field) => record[field])]);
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

function compareOld(a: Placed, b: Placed): number {
  const [x, y] = a.oldOrder === b.oldOrder ? [a.oldId, b.oldId] : [a.oldOrder as string, b.oldOrder as string];
  return x < y ? -1 : x > y ? 1 : 0;
}
