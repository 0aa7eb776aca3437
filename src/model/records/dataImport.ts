import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { ordered, text } from './common.ts';

export const dataKinds = ['metrics', 'analytics', 'survey', 'eventLog'] as const;
/** Evidence is brought in as a table of its own; no profile is kept for it. */
export const importKinds = [...dataKinds, 'evidence'] as const;

/** A file whose figures or evidence are on the map: what it was and what was taken from it. Its rows are not kept. */
export const dataImportSchema = z.object({
  ...ordered,
  kind: z.enum(importKinds),
  fileName: text,
  /** SHA-256 of the file's bytes in hexadecimal. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Which of the file's tables, counted from 0; absent where it holds one only. */
  table: z.optional(z.int().check(z.minimum(0))),
  /** ISO 8601 instant. */
  importedAt: z.string().check(z.maxLength(40)),
  rows: z.int().check(z.minimum(0)),
  rowsTaken: z.int().check(z.minimum(0)),
  /** What was left out and why, in words. */
  leftOut: text,
});
export type DataImport = z.infer<typeof dataImportSchema>;

/** One way in which rows of a file are matched to a touchpoint. */
export const matchRuleSchema = z.object({
  how: z.enum(['equals', 'contains', 'pattern']),
  /** The role of the column whose text is looked at. */
  column: z.enum(['place', 'channel', 'device']),
  text: z.string().check(z.maxLength(2000)),
  /** The channel and the device that the row must name besides; empty for none named, absent for any. */
  channel: z.optional(z.string().check(z.maxLength(2000))),
  device: z.optional(z.string().check(z.maxLength(2000))),
  touchpointId: idSchema,
});

/** How files of one kind are read and matched, so that the next one is a single drop. `columns` is the role of each head. */
export const matchProfileSchema = z.object({
  ...ordered,
  name: text,
  kind: z.enum(dataKinds),
  columns: z.record(z.string().check(z.maxLength(500)), z.string().check(z.maxLength(40))),
  rules: z.array(matchRuleSchema).check(z.maxLength(5000)),
});
export type MatchProfile = z.infer<typeof matchProfileSchema>;
