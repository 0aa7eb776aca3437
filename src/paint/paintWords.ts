import type { FeelingLevel } from '../model/feelingWord.ts';

/** Words a painter needs in the reader's language. */
export interface PaintWords {
  /** Name of the row of touchpoints without a value. */
  readonly notSet: string;
  readonly untitled: string;
  /** "5 cards" */
  cards(count: number): string;
  /** "1 gap" */
  gaps(count: number): string;
  /** "Very good" for 2 */
  feeling(level: FeelingLevel): string;
  /** Name of the curve that is nobody's in particular. */
  readonly everyone: string;
}
