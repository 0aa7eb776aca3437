import { dayOf } from '../../analysis/evidenceCheck.ts';
import { isOfWalk } from '../../analysis/kpi/kpiFigures.ts';
import { addEvidence, updateEvidence } from '../../commands/evidence.ts';
import { addKpi } from '../../commands/kpis.ts';
import { setSentiment } from '../../commands/sentiments.ts';
import { addPoints } from '../../commands/series.ts';
import { updateWalk } from '../../commands/walks.ts';
import { citationId, pairId, seriesId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Walk, WalkStep } from '../../model/records/walk.ts';
import type { Documents } from '../../model/tables.ts';

/** What is proposed for a result, on the scale from -2 to 2; the user confirms it. What was met was expected: no feeling. */
export const proposedFeeling = { missed: -1, met: 0, exceeded: 2 } as const satisfies Record<
  NonNullable<WalkStep['result']>,
  number
>;

/** Whether the feelings of a walk become those of the map: only where nothing is set by hand, everywhere, or nowhere. */
export type FeelingChoice = 'unset' | 'all' | 'none';

export interface WalkEnd {
  readonly walkId: string;
  /** ISO 8601 instant, and the day on which it was, `YYYY-MM-DD`. */
  readonly endedAt: string;
  readonly day: string;
  readonly source: string;
  /** What each stop becomes: the words, and the confirmed feeling. */
  readonly pieces: readonly { readonly touchpointId: string; readonly text: string; readonly feeling: number | null }[];
  readonly feelings: FeelingChoice;
  /** The KPI that waiting times are kept as, by the name it gets where there is none; null keeps none. */
  readonly waitName: string | null;
}

/**
 * Ends a walk: each piece becomes evidence at its touchpoint (what this walk made there before is renewed), feelings become
 * those of the map as chosen, and waiting times measurements. To be run as one gesture.
 */
export function finishWalk(docs: Documents, end: WalkEnd): void {
  const { map } = docs;
  const personaId = map.walks[end.walkId]?.personaId ?? null;
  const wasEnded = map.walks[end.walkId]?.endedAt != null;
  updateWalk(docs, { id: end.walkId, fields: { endedAt: end.endedAt } });
  for (const { touchpointId, text, feeling } of end.pieces) {
    const place = { placeId: touchpointId, toId: null };
    const made = { kind: 'walk' as const, source: end.source, importId: end.walkId };
    const fields = { ...made, text, date: end.day, personaId, sentiment: feeling };
    const here = Object.values(map.evidence).filter(({ id }) => map.citations[citationId(id, place)] !== undefined);
    const known =
      here.find(({ importId }) => importId === end.walkId) ??
      // Evidence of walks once bore no mark but its source. A walk that was not ended yet has left none.
      (wasEnded ? here.find((one) => one.importId === null && one.kind === 'walk' && one.source === end.source) : null);
    if (known) updateEvidence(docs, { id: known.id, fields });
    else addEvidence(docs, { fields, places: [place] });
    const who = personaId ?? EVERYONE;
    const isSet = map.sentiments[pairId('sentiment', touchpointId, who)] !== undefined;
    if (feeling !== null && (end.feelings === 'all' || (end.feelings === 'unset' && !isSet)))
      setSentiment(docs, { touchpointId, personaId: who, value: feeling });
  }
  if (end.waitName !== null) keepWaits(docs, end, end.waitName);
}

/** The KPI that waiting times belong to: time to answer in hours, if the library has it. */
export function waitKpi({ library }: Pick<Documents, 'library'>): Kpi | undefined {
  return inOrder(Object.values(library.kpis)).find(
    ({ metric, unit, archived }) => metric === 'timeToAnswer' && unit === 'hours' && !archived,
  );
}

/**
 * Waits are kept of everyone, over all walks of the day that were ended, and of the walk's persona, over that persona's. A
 * value that was typed by hand or is from a file stays.
 */
function keepWaits(docs: Documents, { walkId, day }: WalkEnd, name: string): void {
  const { map } = docs;
  const sameDay = Object.values(map.walks).filter(
    ({ id, endedAt }) => id === walkId || (endedAt !== null && dayOf(new Date(endedAt)) === day),
  );
  const personaId = map.walks[walkId]?.personaId ?? null;
  const fields = { name, metric: 'timeToAnswer', unit: 'hours', better: 'less', outcome: 'process' } as const;
  const keep = (touchpointId: string, who: string, walks: readonly Walk[]) => {
    const ids = new Set(walks.map(({ id }) => id));
    const waits = Object.values(map.walkSteps).flatMap((stop) =>
      ids.has(stop.walkId) && stop.touchpointId === touchpointId ? (stop.waitSeconds ?? []) : [],
    );
    const kpiId = waitKpi(docs)?.id ?? addKpi(docs, { fields });
    const key = { kpiId, place: { placeId: touchpointId, toId: null }, personaId: who };
    const known = map.series[seriesId(kpiId, key.place, who)]?.points.find(
      ({ from, to }) => from === day && to === day,
    );
    if (known !== undefined && !isOfWalk(known)) return;
    const value = waits.reduce((sum, seconds) => sum + seconds, 0) / waits.length / 3600;
    addPoints(docs, key, [{ from: day, to: day, value, n: waits.length, importId: walkId }]);
  };
  for (const stop of Object.values(map.walkSteps)) {
    if (stop.walkId !== walkId || stop.waitSeconds === null) continue;
    if (personaId !== null) {
      const own = sameDay.filter((walk) => walk.personaId === personaId);
      keep(stop.touchpointId, personaId, own);
    }
    keep(stop.touchpointId, EVERYONE, sameDay);
  }
}
