import type { RecordSchema } from '../model/tables.ts';
import { CommandError } from './commandError.ts';

/**
 * Sets fields of a record; those that hold the value already are left alone, so that they make no patch. `settable` names
 * the fields that may be set. A field that is not among them, or a value that does not pass its schema, throws a
 * CommandError that names it; the draft is thrown away then. `what` is the kind of record, for that sentence.
 */
export function setFields(record: object, fields: object, settable: object, schema: RecordSchema, what: string): void {
  const target = record as Record<string, unknown>;
  for (const [field, value] of Object.entries(fields)) {
    const isSound = Object.hasOwn(settable, field) && schema.shape[field]?.safeParse(value).success;
    if (!isSound) throw badField(field, value, what);
    if (JSON.stringify(target[field]) !== JSON.stringify(value)) target[field] = value;
  }
}

/** What is thrown for a value that a field of a record cannot take. */
export function badField(field: string, value: unknown, what: string): CommandError {
  const text = `The value for "${field}" of ${what} cannot be used: ${JSON.stringify(value)}.`;
  return new CommandError('badValue', { field }, text);
}
