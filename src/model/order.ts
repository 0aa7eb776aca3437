import { generateKeyBetween, generateNKeysBetween } from 'jittered-fractional-indexing';
import { z } from './zod.ts';

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** A fractional order key. Keys are compared with `<`; a tie is broken by id. */
export const orderSchema = z.string().check(z.refine(isOrderKey));

/** True when `key` is an order key that a new key can be put beside. */
export function isOrderKey(key: string): boolean {
  if (!/^[0-9A-Za-z]{2,200}$/.test(key)) return false;
  try {
    generateKeyBetween(key, null, { jitterBits: 0 });
    return true;
  } catch {
    return false;
  }
}

/** Compares two records by order key, then by id. For `Array.sort`. */
export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The values of a table in their order. */
export function inOrder<T extends Ordered>(records: Iterable<T>): T[] {
  return [...records].sort(compareOrder);
}

/** `count` ascending keys between two keys; `null` is the open end. Equal or reversed bounds (ties) give keys after `before`. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  if (before !== null && after !== null && before >= after) return generateNKeysBetween(before, null, count);
  return generateNKeysBetween(before, after, count);
}

/** Longest key that is given out beside others. What is read may be longer. */
const LONGEST = 60;

/**
 * Keys that put `count` records, one after the other, before `beforeId` in `siblings` (sorted), or last when it is null
 * or not among them. Keys grow with each record put into the same gap. Before one grows past 60 characters all siblings
 * are given new keys, which **writes to them** (they are records of a command's draft): about once in 200 records put
 * into one gap, and the only time that placing a record changes others.
 */
export function ordersBefore(
  siblings: readonly { readonly id: string; order: string }[],
  beforeId: string | null,
  count: number,
): string[] {
  const index = beforeId === null ? -1 : siblings.findIndex((sibling) => sibling.id === beforeId);
  const at = index < 0 ? siblings.length : index;
  const orders = ordersBetween(siblings[at - 1]?.order ?? null, siblings[at]?.order ?? null, count);
  if (orders.every((order) => order.length <= LONGEST)) return orders;
  const fresh = ordersBetween(null, null, siblings.length + count);
  siblings.forEach((sibling, place) => {
    sibling.order = fresh[place < at ? place : place + count] as string;
  });
  return fresh.slice(at, at + count);
}

/** `ordersBefore` for one record. */
export function orderBefore(
  siblings: readonly { readonly id: string; order: string }[],
  beforeId: string | null,
): string {
  return ordersBefore(siblings, beforeId, 1)[0] as string;
}

/** True when the records of `ids` already stand together right before `beforeId`, or last when it is not in `sorted`. */
export function standBefore(
  sorted: readonly { readonly id: string }[],
  ids: readonly string[],
  beforeId: string | null,
): boolean {
  const moving = new Set(ids);
  const first = sorted.findIndex(({ id }) => moving.has(id));
  const end = first + moving.size;
  const target = sorted.findIndex(({ id }) => id === beforeId);
  return (
    first >= 0 &&
    end === (target < 0 ? sorted.length : target) &&
    sorted.slice(first, end).every(({ id }) => moving.has(id))
  );
}
