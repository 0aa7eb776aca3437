import type { Documents } from '../model/tables.ts';
import { departmentsOf } from './answering.ts';
import { spotOf } from './counts.ts';
import { isToMend } from './gapList.ts';
import { allGaps, type Gap } from './gaps.ts';
import type { Handoff } from './handoffs.ts';
import { compareWays, type Reading, readingOf } from './reading.ts';

/** A map as one department sees it. All lists but the gaps are in reading order. */
export interface DepartmentView {
  /** Handoffs from other departments to this one, and from this one to others. */
  readonly receives: readonly Handoff[];
  readonly gives: readonly Handoff[];
  /** The touchpoints it answers for, alone or with others. */
  readonly owns: readonly string[];
  /** Gaps with an end it answers for, whatever changes there, that are neither accepted nor closed; the highest rank first. */
  readonly toMend: readonly Gap[];
  /**
   * What of the map is about it, by ids: what it owns, the ways between that, its handoffs and gaps with both their ends.
   * What is judged inside a touchpoint has the id of the way from it to itself.
   */
  readonly about: readonly string[];
}

export function departmentView(
  docs: Documents,
  departmentId: string,
  handoffs: ReadonlyMap<string, Handoff>,
  gaps: readonly Gap[] = allGaps(docs, handoffs),
  reading: Reading = readingOf(docs.map),
): DepartmentView {
  const answers = (id: string) => docs.map.touchpoints[id]?.departments.includes(departmentId) === true;
  const between = [...handoffs.values()]
    .filter(({ changes }) => changes.department === 'handoff')
    .sort(compareWays(reading));
  const receives = between.filter(({ to }) => answers(to));
  const gives = between.filter(({ from }) => answers(from));
  const owns = reading.touchpointIds.filter(answers);
  const toMend = gaps.filter((gap) => departmentsOf(docs.map, gap).includes(departmentId) && isToMend(gap.verdict));
  const within = [...handoffs.values()].filter(({ from, to }) => answers(from) && answers(to));
  const spots = [...receives, ...gives, ...within, ...toMend.map(({ verdict }) => spotOf(verdict))];
  const about = new Set([
    ...owns,
    ...owns.map((id) => spotOf({ from: id, to: id }).linkId),
    ...spots.flatMap(({ linkId, from, to }) => [linkId, from, to]),
  ]);
  return { receives, gives, owns, toMend, about: [...about] };
}
