import type { Color } from '../model/records/common.ts';
import type { Opportunity } from '../model/records/opportunity.ts';
import type { Persona } from '../model/records/persona.ts';

/** What stands before an item of a summary: the mark of a gap, of a persona, or the number of an opportunity in the shape of its kind. */
export type SummaryMark =
  | { readonly kind: 'gap'; readonly severity: number }
  | { readonly kind: 'persona'; readonly shape: Persona['shape']; readonly color: Color }
  | { readonly kind: 'opportunity'; readonly of: Opportunity['kind']; readonly number: number };

export interface SummaryItem {
  readonly mark: SummaryMark | null;
  readonly title: string;
  readonly details: readonly string[];
  /** A sum or the like, to stand at the right; empty when there is none. */
  readonly figure: string;
  /** Feelings from -2 to +2 along the journey, null where none is set, and the index at which a fall ends. */
  readonly curve: { readonly values: readonly (number | null)[]; readonly fallsAt: number } | null;
}

export interface SummarySection {
  readonly heading: string;
  readonly items: readonly SummaryItem[];
  /** Said below the items: what was left out, or that there is nothing; empty when there is nothing to say. */
  readonly note: string;
}

/** The executive summary of a map as it is read: all texts in the reader's language. */
export interface SummaryPage {
  readonly title: string;
  /** Empty when there is none. */
  readonly scenario: string;
  /** State, personas, day. */
  readonly meta: string;
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  /** Across the page, then in two columns. */
  readonly wide: SummarySection;
  readonly columns: readonly [readonly SummarySection[], readonly SummarySection[]];
  readonly foot: string;
}

/** Every section in reading order. */
export function sectionsOf({ wide, columns }: SummaryPage): readonly SummarySection[] {
  return [wide, ...columns[0], ...columns[1]];
}
