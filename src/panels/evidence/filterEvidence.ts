import type { Evidence } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';

export const moods = ['bad', 'neutral', 'good', 'unset'] as const;
export type Mood = (typeof moods)[number];

/** Which pieces are listed; null and the empty text ask for nothing. */
export interface EvidenceFilter {
  readonly text: string;
  readonly kind: Evidence['kind'] | null;
  /** A persona's id; `''` for pieces that name nobody. */
  readonly personaId: string | null;
  readonly mood: Mood | null;
  /** About any of these places; an empty list asks for pieces that are about none. */
  readonly places: readonly Place[] | null;
}

export const noFilter: EvidenceFilter = { text: '', kind: null, personaId: null, mood: null, places: null };

/** How a piece feels: below zero is bad, above is good. */
export function moodOf({ sentiment }: Pick<Evidence, 'sentiment'>): Mood {
  if (sentiment === null) return 'unset';
  return sentiment < 0 ? 'bad' : sentiment > 0 ? 'good' : 'neutral';
}

/** The pieces that fit, in their order. Text is sought in text and source, whatever its case. */
export function filterEvidence(
  pieces: readonly Evidence[],
  filter: EvidenceFilter,
  placesOf: (id: string) => readonly Place[],
): Evidence[] {
  const words = filter.text.trim().toLocaleLowerCase();
  return pieces.filter((piece) => {
    if (filter.kind !== null && piece.kind !== filter.kind) return false;
    if (filter.personaId !== null && (piece.personaId ?? '') !== filter.personaId) return false;
    if (filter.mood !== null && moodOf(piece) !== filter.mood) return false;
    if (words !== '' && !`${piece.text}\n${piece.source}`.toLocaleLowerCase().includes(words)) return false;
    if (filter.places === null) return true;
    const about = placesOf(piece.id);
    if (filter.places.length === 0) return about.length === 0;
    return about.some((place) =>
      filter.places?.some((wanted) => wanted.placeId === place.placeId && wanted.toId === place.toId),
    );
  });
}
