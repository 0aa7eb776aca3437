import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { colorSchema, ordered, text } from './common.ts';

/** Names of the pictograms the interface and the painters can draw. */
export const iconNames = [
  'globe',
  'chat',
  'phone',
  'mail',
  'store',
  'mobile',
  'laptop',
  'desktop',
  'tablet',
  'tv',
  'person',
  'people',
  'news',
  'ad',
  'search',
  'star',
  'book',
  'truck',
  'receipt',
  'letter',
  'help',
  'robot',
  'calendar',
  'gift',
  'tag',
  'none',
] as const;
export const iconSchema = z.enum(iconNames);
export type IconName = z.infer<typeof iconSchema>;

/** A channel, device or department of the workspace. One in use is archived or merged, never deleted. */
export const libraryEntrySchema = z.object({
  ...ordered,
  name: text,
  icon: iconSchema,
  color: colorSchema,
  archived: z.boolean(),
  /** The entry that stands for this one now. Every map takes it over when it is next opened. */
  mergedInto: z.nullable(idSchema),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** "No device" is a value like any other (a letter, a conversation); it has this id in every workspace. */
export const NO_DEVICE = 'dv_none';
