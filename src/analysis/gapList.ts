import type { Lens } from '../model/lens.ts';
import { type Verdict, verdictStatuses } from '../model/records/verdict.ts';
import type { MapTables } from '../model/tables.ts';
import { departmentsOf } from './answering.ts';
import { belongsTo, type Members } from './audience.ts';
import type { Gap } from './gaps.ts';
import { changedKinds } from './handoffs.ts';
import { compareWays, type Reading } from './reading.ts';

/** What a gap is about: the kinds that are handed over, or friction inside one touchpoint. */
export type GapKind = Lens | 'inside';
export const gapKinds: readonly GapKind[] = ['channel', 'device', 'department', 'inside'];

export const gapOrders = ['rank', 'severity', 'cost', 'reading', 'status'] as const;
export const gapGroupings = ['none', 'status', 'owner', 'persona', 'department', 'stage', 'cause'] as const;

/** Which gaps are listed, and how. */
export interface GapChoice {
  /** `toMend` are those that are open or in work. */
  readonly status: 'all' | 'toMend' | Verdict['status'];
  readonly kind: 'all' | GapKind;
  /** The least severity, 1 to 5. */
  readonly least: number;
  /** Only where this department answers for an end; null for any. */
  readonly departmentId: string | null;
  /** Only those of this owner, letter case aside; empty for those of none, null for any. */
  readonly owner: string | null;
  /** Only where this persona comes; null for any. */
  readonly personaId: string | null;
  readonly order: (typeof gapOrders)[number];
  readonly group: (typeof gapGroupings)[number];
}

export interface GapGroup {
  /** The status, the id of the department, persona or stage, or the text of the owner or cause; empty where there is none. */
  readonly key: string;
  readonly gaps: readonly Gap[];
}

export function kindsOf(gap: Gap): readonly GapKind[] {
  return gap.handoff === null ? ['inside'] : changedKinds(gap.handoff);
}

/** True of a gap that is open or in work: neither accepted nor closed. */
export function isToMend({ status }: Pick<Verdict, 'status'>): boolean {
  return status === 'open' || status === 'inWork';
}

/** True when a place and, of a way, the link belong to one of the personas. A stage belongs to all. */
export function isShown(
  members: Members,
  place: Gap['place'],
  linkId: string | null,
  personaIds: readonly string[],
): boolean {
  return [place.placeId, place.toId, linkId].every((id) => id === null || belongsTo(members, id, personaIds));
}

/** The gaps that are asked for, of the personas shown, sorted. `gaps` come the highest rank first; equal ones stay so. */
export function listGaps(
  gaps: readonly Gap[],
  map: Pick<MapTables, 'touchpoints'>,
  choice: GapChoice,
  { members, personaIds, reading }: { members: Members; personaIds: readonly string[]; reading: Reading },
): Gap[] {
  const { status, kind, least, departmentId, owner, personaId } = choice;
  const listed = gaps.filter((gap) => {
    const { place, verdict } = gap;
    return (
      (status === 'all' || (status === 'toMend' ? isToMend(verdict) : verdict.status === status)) &&
      (kind === 'all' || kindsOf(gap).includes(kind)) &&
      gap.severity.value >= least &&
      (departmentId === null || departmentsOf(map, gap).includes(departmentId)) &&
      (owner === null || sameText(verdict.owner) === sameText(owner)) &&
      isShown(members, place, gap.handoff?.linkId ?? null, personaIds) &&
      (personaId === null || isShown(members, place, gap.handoff?.linkId ?? null, [personaId]))
    );
  });
  const byReading = compareWays(reading);
  const compare: Record<GapChoice['order'], (a: Gap, b: Gap) => number> = {
    rank: (a, b) => b.rank - a.rank,
    severity: (a, b) => b.severity.value - a.severity.value,
    cost: (a, b) => (b.cost?.high ?? -1) - (a.cost?.high ?? -1),
    reading: (a, b) => byReading(a.verdict, b.verdict),
    status: (a, b) => verdictStatuses.indexOf(a.verdict.status) - verdictStatuses.indexOf(b.verdict.status),
  };
  return listed.sort(compare[choice.order]);
}

/** Digits after the point, one to three, with which the ranks of gaps look different wherever they are. */
export function rankDigits(gaps: readonly Pick<Gap, 'rank'>[]): number {
  const kinds = (digits: number) => new Set(gaps.map(({ rank }) => Math.round(rank * 10 ** digits))).size;
  return [1, 2].find((digits) => kinds(digits) === kinds(3)) ?? 3;
}

/** The owners of gaps, each once without regard to case, sorted; empty for those without one. */
export function ownersOf(gaps: readonly Gap[]): string[] {
  const owners = new Map(gaps.map(({ verdict }) => [sameText(verdict.owner), verdict.owner.trim()]));
  return [...owners.values()].sort((a, b) => a.localeCompare(b));
}

function sameText(text: string): string {
  return text.trim().toLocaleLowerCase();
}

/**
 * Sorted gaps under headings. Statuses and stages come in their own order, departments and causes as the gaps bring them;
 * what has none comes last. A gap between two departments stands under both, one of several personas under each. Owners and causes are one without
 * regard to case.
 */
export function groupGaps(
  gaps: readonly Gap[],
  map: Pick<MapTables, 'touchpoints' | 'steps'>,
  group: GapChoice['group'],
  { reading, members }: { reading: Reading; members: Members },
): GapGroup[] {
  const keysOf = (gap: Gap): readonly string[] => {
    if (group === 'status') return [gap.verdict.status];
    if (group === 'cause') return [gap.verdict.cause.trim()];
    if (group === 'owner') return [gap.verdict.owner.trim()];
    if (group === 'persona') return personasWho(members, gap);
    if (group === 'stage') return [map.steps[map.touchpoints[gap.place.placeId]?.stepId ?? '']?.stageId ?? ''];
    const departments = group === 'department' ? departmentsOf(map, gap) : [];
    return departments.length > 0 ? departments : [''];
  };
  const groups = new Map<string, { key: string; gaps: Gap[] }>();
  for (const gap of gaps) {
    for (const key of keysOf(gap)) {
      const same = group === 'cause' || group === 'owner' ? sameText(key) : key;
      const found = groups.get(same);
      if (found) found.gaps.push(gap);
      else groups.set(same, { key, gaps: [gap] });
    }
  }
  const order: readonly string[] =
    group === 'status'
      ? verdictStatuses
      : group === 'stage'
        ? reading.stageIds
        : [...groups.values()].map(({ key }) => key);
  const at = (key: string) => (key === '' ? order.length : order.indexOf(key));
  return [...groups.values()].sort((a, b) => at(a.key) - at(b.key));
}

/** The first `most` gaps under their headings, each with the number of all it has; a heading without any is left out. */
export function pageOfGroups(
  groups: readonly GapGroup[],
  most: number,
): { readonly key: string; readonly gaps: readonly Gap[]; readonly count: number }[] {
  let room = most;
  return groups.flatMap(({ key, gaps }) => {
    const page = gaps.slice(0, Math.max(0, room));
    room -= page.length;
    return page.length === 0 ? [] : { key, gaps: page, count: gaps.length };
  });
}

/** The personas a gap is about: those of its way, else of its ends; one empty id when it is everyone's. */
function personasWho(members: Members, { place, handoff }: Gap): readonly string[] {
  const of = (id: string | null | undefined) => (id == null ? undefined : members.get(id));
  const ends = [of(place.placeId), of(place.toId)].flatMap((some) => (some === undefined ? [] : [some]));
  const found = of(handoff?.linkId) ?? ends.reduce((a, b) => a.filter((id) => b.includes(id)), ends[0] ?? []);
  return found.length > 0 ? found : [''];
}
