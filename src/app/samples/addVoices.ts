import { blankEvidence, blankWalk, blankWalkStep } from '../../model/blanks.ts';
import { citationId, newId, pairId } from '../../model/ids.ts';
import { ordersBetween } from '../../model/order.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { MapTables } from '../../model/tables.ts';
import type { SampleDescription, SampleTexts } from './sampleDescription.ts';

/** Adds what customers of a sample said, and the walk of somebody who tried the journey. `personaOf` gives ids by key. */
export function addVoices(
  map: MapTables,
  { evidence = {}, walk }: SampleDescription,
  words: SampleTexts,
  touchpoints: ReadonlyMap<string, Touchpoint>,
  personaOf: (key: string | undefined) => string | null,
): void {
  const idOf = (key: string | undefined) => touchpoints.get(key ?? '')?.id as string;
  const entries = Object.entries(evidence);
  const orders = ordersBetween(null, null, entries.length);
  entries.forEach(([key, { about, persona, sentiment = null, ...given }], index) => {
    const id = newId('evidence');
    const texts = words.evidence?.[key];
    map.evidence[id] = {
      ...blankEvidence,
      ...given,
      ...texts,
      id,
      order: orders[index] as string,
      personaId: personaOf(persona),
      sentiment,
    };
    for (const way of about) {
      const [from, to] = way.split('>');
      const place = { placeId: idOf(from), toId: to === undefined ? null : idOf(to) };
      const citation = citationId(id, place);
      map.citations[citation] = { id: citation, evidenceId: id, ...place };
    }
  });
  if (walk === undefined) return;
  const walkId = newId('walk');
  const [order] = ordersBetween(null, null, 1);
  const { persona, startedAt, endedAt, stops } = walk;
  map.walks[walkId] = {
    ...blankWalk,
    id: walkId,
    order: order as string,
    name: words.walk?.name ?? '',
    walker: words.walk?.walker ?? '',
    personaId: personaOf(persona),
    startedAt,
    endedAt,
  };
  for (const [key, stop] of Object.entries(stops)) {
    const id = pairId('walkStep', walkId, idOf(key));
    map.walkSteps[id] = { ...blankWalkStep, ...stop, ...words.walk?.stops[key], id, walkId, touchpointId: idOf(key) };
  }
}
