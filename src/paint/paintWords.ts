import type { FeelingLevel } from '../model/feelingWord.ts';
import type { Opportunity } from '../model/records/opportunity.ts';

/** Words a painter needs in the reader's language. */
export interface PaintWords {
  /** Name of the row of touchpoints without a value. */
  readonly notSet: string;
  readonly untitled: string;
  /** "5 cards", or "2 of 5 cards" where some stand back. */
  cards(count: number, of: number): string;
  /** "1 gap" */
  gaps(count: number): string;
  /** "Very good" for 2 */
  feeling(level: FeelingLevel): string;
  /** "Quick change", and that it is done. */
  opportunityKind(opportunity: Opportunity): string;
  /** "Impact 4 · effort 2" */
  grades(opportunity: Opportunity): string;
  /** Name of the marks for what evidence says. */
  readonly evidence: string;
  /** Name of the curve that is nobody's in particular. */
  readonly everyone: string;
}
