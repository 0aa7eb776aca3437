import type { Analysis } from './analyse.ts';
import type { Claim, Claims } from './claims.ts';
import type { Finding } from './findings.ts';
import type { Gap } from './gaps.ts';
import type { Handoff } from './handoffs.ts';

/** A list as it follows from the one before: where each item was there, -1 for those in `fresh`, which are in their order. */
interface ListNews<T> {
  readonly from: Int32Array;
  readonly fresh: readonly T[];
}

/** What an analysis says that the one before did not. Small where little has changed; it can go between threads. */
export interface AnalysisNews {
  readonly handoffs: ListNews<Handoff> | null;
  readonly findings: ListNews<Finding> | null;
  readonly gaps: ListNews<Gap> | null;
  readonly claims: { readonly all: ListNews<Claim> | null; readonly tallies: Claims['tallies'] } | null;
  readonly matrices: Analysis['matrices'] | null;
  readonly coverage: Analysis['coverage'] | null;
}

/** What somebody who knows `before` has to be told to know `now`; null when it is nothing. */
export function newsOf(before: Analysis, now: Analysis): AnalysisNews | null {
  if (before === now) return null;
  const isSame = (part: keyof Analysis) => before[part] === now[part];
  return {
    handoffs: isSame('handoffs') ? null : listNews([...before.handoffs.values()], [...now.handoffs.values()]),
    findings: listNews(before.findings, now.findings),
    gaps: listNews(before.gaps, now.gaps),
    claims: isSame('claims') ? null : { all: listNews(before.claims.all, now.claims.all), tallies: now.claims.tallies },
    matrices: isSame('matrices') ? null : now.matrices,
    coverage: isSame('coverage') ? null : now.coverage,
  };
}

/** The analysis of which `news` tell to somebody who knows `before`. What is no news stays the same object. */
export function takeNews(before: Analysis, news: AnalysisNews): Analysis {
  const { handoffs, claims } = news;
  return {
    handoffs:
      handoffs === null
        ? before.handoffs
        : new Map(listOf([...before.handoffs.values()], handoffs).map((handoff) => [handoff.linkId, handoff])),
    findings: listOf(before.findings, news.findings),
    gaps: listOf(before.gaps, news.gaps),
    claims: claims === null ? before.claims : { all: listOf(before.claims.all, claims.all), tallies: claims.tallies },
    matrices: news.matrices ?? before.matrices,
    coverage: news.coverage ?? before.coverage,
  };
}

function listNews<T extends object>(before: readonly T[], now: readonly T[]): ListNews<T> | null {
  if (before === now) return null;
  const from = new Int32Array(now.length);
  const fresh: T[] = [];
  // Made only for what has moved further than its neighbours have.
  let places: Map<T, number> | null = null;
  let shift = 0;
  for (const [index, item] of now.entries()) {
    let at = index + shift;
    if (before[at] !== item) {
      places ??= new Map(before.map((known, place) => [known, place]));
      at = places.get(item) ?? -1;
      if (at >= 0) shift = at - index;
    }
    from[index] = at;
    if (at < 0) fresh.push(item);
  }
  return { from, fresh };
}

function listOf<T>(before: readonly T[], news: ListNews<T> | null): readonly T[] {
  if (news === null) return before;
  const { from, fresh } = news;
  const list: T[] = [];
  let next = 0;
  for (const at of from) list.push((at < 0 ? fresh[next++] : before[at]) as T);
  return list;
}
