import { MAX_TEXT } from '../../model/records/common.ts';
import { defaultKindWeights } from '../../model/records/map.ts';
import { z } from '../../model/zod.ts';
import { cutText } from '../fillText.ts';

/** How a value was made to pass its field's schema. */
export interface Mended {
  readonly value: unknown;
  /**
   * `asIs`: it passed. `absent`: the file has no such key, the default was taken. `cut`: a text was too long.
   * `converted`: a number or text written as the other. `items`: some items of a list were dropped. `number`: not a
   * number that fits, set to null. `replaced`: set to the default.
   */
  readonly how: 'asIs' | 'absent' | 'cut' | 'converted' | 'items' | 'number' | 'replaced';
  readonly dropped: readonly unknown[];
}

/** Tried in this order where a field has to have some value: "not set" before anything that says something. */
const defaults = [
  null,
  '',
  false,
  [],
  'current',
  'notes',
  'below',
  'grey',
  'none',
  'circle',
  'unknown',
  'open',
  'idea',
  'quick',
  'custom',
  'number',
  'more',
  'weightedMean',
  'quote',
  'metrics',
  {},
  defaultKindWeights,
] as const;

/** Makes `value` pass `schema`, or returns undefined when a record cannot do without a readable value here. */
export function mendField(schema: z.ZodMiniType, value: unknown): Mended | undefined {
  const parsed = value === undefined ? undefined : schema.safeParse(value);
  if (parsed?.success === true) return mended(parsed.data, 'asIs');
  const fallback = defaultOf(schema);
  if (value === undefined) return fallback && mended(fallback.value, 'absent');

  const inner = schema instanceof z.ZodMiniNullable ? (schema._zod.def.innerType as z.ZodMiniType) : schema;
  if (inner instanceof z.ZodMiniArray && Array.isArray(value)) return mendList(inner, value);
  if (typeof value === 'string' && inner instanceof z.ZodMiniString) {
    const cut = cutText(value, MAX_TEXT);
    if (inner.safeParse(cut).success) return mended(cut, 'cut');
  }
  if ((typeof value === 'number' || typeof value === 'boolean') && inner instanceof z.ZodMiniString) {
    if (inner.safeParse(String(value)).success) return mended(String(value), 'converted');
  }
  if (inner instanceof z.ZodMiniNumber) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
    if (inner.safeParse(number).success) return mended(number, 'converted');
    return fallback && mended(fallback.value, 'number');
  }
  return fallback && mended(fallback.value, 'replaced');
}

function mendList(schema: z.ZodMiniArray, value: readonly unknown[]): Mended {
  const kept = new Set<unknown>();
  const dropped: unknown[] = [];
  let full = false;
  for (const item of value) {
    // A value that comes twice says nothing more the second time.
    if (kept.has(item)) continue;
    const parsed = full ? undefined : (schema._zod.def.element as z.ZodMiniType).safeParse(item);
    if (parsed?.success !== true) dropped.push(item);
    else if (schema.safeParse([...kept, parsed.data]).success) kept.add(parsed.data);
    else {
      full = true;
      dropped.push(item);
    }
  }
  return mended([...kept], 'items', dropped);
}

function defaultOf(schema: z.ZodMiniType): { value: unknown } | undefined {
  for (const value of defaults)
    if (schema.safeParse(value).success) return { value: Array.isArray(value) ? [] : value };
  return undefined;
}

function mended(value: unknown, how: Mended['how'], dropped: readonly unknown[] = []): Mended {
  return { value, how, dropped };
}
