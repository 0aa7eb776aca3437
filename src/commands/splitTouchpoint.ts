import { citationId, dismissalId, pairId, pastVerdictId, seriesId, tieId } from '../model/ids.ts';
import { type Lens, lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import type { Place } from '../model/records/place.ts';
import type { Documents, MapTables, Table } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { addLink, dropLinks } from './links.ts';
import { membersOf, setMembers } from './memberships.ts';
import { addTouchpoint } from './touchpoints.ts';

/**
 * Splits a touchpoint that has several channels, devices or departments in two: the first keeps the primary value of the
 * lens, the second gets the others and stands after it, linked from it. Ways in stay with the first. Ways on leave the
 * second, with all that is known of them, and so do what is promised and whether the journey ends there. Both belong to
 * the same personas and are felt alike. What else hangs on the touchpoint stays with the first. Returns the id of the
 * second.
 */
export function splitTouchpoint(docs: Documents, { id, lens }: { id: string; lens: Lens }): string {
  const { map } = docs;
  const first = need(map.touchpoints, id, 'touchpoint');
  const field = lensField[lens];
  if (first[field].length < 2) {
    throw new CommandError(
      'badValue',
      { field },
      `This touchpoint has only one ${lens}, so there is nothing to split.`,
    );
  }
  const siblings = inOrder(Object.values(map.touchpoints).filter((tp) => tp.stepId === first.stepId));
  const next = siblings[siblings.findIndex((tp) => tp.id === id) + 1]?.id ?? null;
  const { id: _id, order: _order, stepId, extra: _extra, ...fields } = first;
  const second = addTouchpoint(docs, {
    stepId,
    beforeId: next,
    fields: { ...fields, [field]: first[field].slice(1), momentOfTruth: false },
  });
  first[field] = first[field].slice(0, 1);
  Object.assign(first, { ending: null, promise: '', promiseKeptAt: null });
  const standIn = orderStandsIn(map);
  moveWaysOn(docs, id, second);
  // Where the order of steps stands in for links, one drawn here would end that, and hide what was judged by it.
  if (!standIn) addLink(docs, { from: id, to: second });
  setMembers(docs, { recordIds: [second], personaIds: membersOf(map, id) });
  for (const { touchpointId, ...felt } of Object.values(map.sentiments)) {
    if (touchpointId !== id) continue;
    const copy = pairId('sentiment', second, felt.personaId);
    map.sentiments[copy] = { ...felt, id: copy, touchpointId: second };
  }
  return second;
}

/** No link is drawn on the map, and handoffs were judged all the same. */
function orderStandsIn(map: MapTables): boolean {
  return Object.keys(map.links).length === 0 && Object.values(map.verdicts).some(({ from, to }) => from !== to);
}

/** Lets everything that leads on from a touchpoint lead on from another, with all that is known of these ways. */
function moveWaysOn(docs: Documents, id: string, second: string): void {
  const { map } = docs;
  for (const { id: linkId, from, to, ...rest } of Object.values(map.links)) {
    if (from !== id) continue;
    const personaIds = membersOf(map, linkId);
    dropLinks(map, [linkId]);
    const moved = addLink(docs, { from: second, to });
    Object.assign(map.links[moved] as object, rest);
    setMembers(docs, { recordIds: [moved], personaIds });
  }
  const leaves = ({ from, to }: { from: string; to: string }) => from === id && to !== id;
  const here = { from: second };
  rename(map.verdicts, leaves, here, ({ to }) => pairId('verdict', second, to));
  rename(map.pastVerdicts, leaves, here, ({ to, judgedAt }) => pastVerdictId(second, to, judgedAt));
  const leadsOn = ({ placeId, toId }: Place) => placeId === id && toId !== null;
  const at = { placeId: second };
  rename(map.ties, leadsOn, at, (tie) => tieId(tie.opportunityId, tie));
  rename(map.citations, leadsOn, at, (citation) => citationId(citation.evidenceId, citation));
  rename(map.dismissals, leadsOn, at, (dismissal) => dismissalId(dismissal.rule, dismissal));
  rename(map.series, leadsOn, at, (series) => seriesId(series.kpiId, series, series.personaId));
}

/** Changes the place of records whose ids are made from it. */
function rename<T extends { id: string }>(
  table: Table<T>,
  which: (record: T) => boolean,
  change: Partial<T>,
  idOf: (record: T) => string,
): void {
  for (const record of Object.values(table).filter(which)) {
    const moved = { ...record, ...change };
    moved.id = idOf(moved);
    delete table[record.id];
    table[moved.id] = moved;
  }
}
