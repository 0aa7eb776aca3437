import { belongsTo, membersIndex } from '../analysis/audience.ts';
import { gapsToMend } from '../analysis/counts.ts';
import { feelingAt, feelingsOf } from '../analysis/feelings.ts';
import type { Handoff } from '../analysis/handoffs.ts';
import { rowKeyOf } from '../layout/planRows.ts';
import { inBand, type RowFacts, type View } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents } from '../model/tables.ts';
import type { Shown } from './shown.ts';

interface Sum {
  count: number;
  of: number;
  gaps: number;
  felt: number;
  feeling: number;
}

/**
 * Counts, mean feelings (of each persona its own at a touchpoint, else everyone's, as on the curves) and gaps to mend of the
 * rows of touchpoints, of what is neither left out nor standing back. A gap
 * counts in the rows of both its ends, whatever changes there. By row key.
 */
export function rowFacts(
  docs: Documents,
  view: View,
  shown: Shown,
  handoffs: ReadonlyMap<string, Handoff>,
): ReadonlyMap<string, RowFacts> {
  const sums = new Map<string, Sum>();
  const sumOf = (key: string): Sum => {
    const known = sums.get(key);
    if (known) return known;
    const sum = { count: 0, of: 0, gaps: 0, felt: 0, feeling: 0 };
    sums.set(key, sum);
    return sum;
  };
  const bare = new Map<string, string>();
  for (const id in docs.map.touchpoints) bare.set(id, rowKeyOf(docs.map.touchpoints[id] as Touchpoint, docs, view));
  const gaps = gapsToMend(docs.map, handoffs);
  const members = membersIndex(docs.map);
  const feelings = feelingsOf(docs.map);
  const everyone = shown.personas.length === 0 ? [EVERYONE] : shown.personas.map(({ id }) => id);
  const groups =
    shown.bands.length === 0
      ? [{ personaId: null, leftOut: shown.leftOut, who: everyone }]
      : shown.bands.map(({ personaId, leftOut }) => ({ personaId, leftOut, who: [personaId] }));
  for (const { personaId, leftOut, who } of groups) {
    const isIn = (id: string) => !leftOut.has(id) && !shown.faded.has(id);
    const keyOf = (id: string) => inBand(bare.get(id) ?? '', personaId);
    for (const id of bare.keys()) {
      if (leftOut.has(id)) continue;
      const sum = sumOf(keyOf(id));
      sum.of++;
      if (isIn(id)) sum.count++;
    }
    for (const id of feelings.keys()) {
      if (!bare.has(id) || !isIn(id)) continue;
      const sum = sumOf(keyOf(id));
      for (const persona of who) {
        const value =
          persona === EVERYONE || belongsTo(members, id, [persona]) ? feelingAt(feelings, id, persona) : null;
        if (value === null) continue;
        sum.felt++;
        sum.feeling += value;
      }
    }
    for (const { from, to } of gaps) {
      const linkId = pairId('link', from, to);
      if (shown.focus?.has(linkId) === false || !isIn(linkId) || !isIn(from) || !isIn(to)) continue;
      for (const key of new Set([keyOf(from), keyOf(to)])) sumOf(key).gaps++;
    }
  }
  return new Map(
    [...sums].map(([key, { count, of, gaps, felt, feeling }]) => [
      key,
      { count, of, gaps, mean: felt === 0 ? null : feeling / felt },
    ]),
  );
}
