import type { Evidence } from './records/evidence.ts';
import type { IconName } from './records/libraryEntry.ts';

/** The pictogram that stands for each kind of evidence, on the screen and in pictures. */
export const evidenceIcons: Readonly<Record<Evidence['kind'], IconName>> = {
  quote: 'chat',
  review: 'star',
  ticket: 'help',
  post: 'news',
  interview: 'person',
  observation: 'search',
  walk: 'store',
};
