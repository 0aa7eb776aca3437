import { nameKey } from './nameKey.ts';
import type { Evidence } from './records/evidence.ts';

/** How well something that the map says is borne out by what customers said or somebody saw. */
export const strengths = ['assumed', 'partly', 'well'] as const;
export type Strength = (typeof strengths)[number];

/** The same of a feeling, and what is said of one that is assumed although evidence is there: all of it says something else. */
export type FeelingStrength = Strength | 'contradicted';

/** True for a piece of evidence that says nothing yet, in words or as a feeling: it speaks for no claim. */
export function isEmptyEvidence({ text, sentiment }: Pick<Evidence, 'text' | 'sentiment'>): boolean {
  return sentiment === null && text.trim() === '';
}

/** A claim is well evidenced from this many pieces on, when they come from at least `ORIGINS` places. */
const PIECES = 3;
const ORIGINS = 2;

/**
 * The strength of a claim for which these pieces speak: assumed without any; well evidenced by three or more that do not
 * all come from one place, by kind and named source; partly by anything between. How old they are does not count.
 */
export function strengthOf(pieces: readonly Pick<Evidence, 'kind' | 'source'>[]): Strength {
  if (pieces.length === 0) return 'assumed';
  return pieces.length >= PIECES && originsOf(pieces) >= ORIGINS ? 'well' : 'partly';
}

/** From how many places pieces come: two of one kind and one source, written in whatever case, come from one. */
function originsOf(pieces: readonly Pick<Evidence, 'kind' | 'source'>[]): number {
  return new Set(pieces.map(({ kind, source }) => `${kind} ${nameKey(source)}`)).size;
}
