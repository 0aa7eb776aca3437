import type { MapTables } from '../model/tables.ts';

/** The touchpoints and links on the ways that lead through something. */
export interface Trace {
  readonly touchpoints: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/**
 * Everything on a way from a start to an end through a touchpoint or link: all that leads to it and all it leads to.
 * `without` names links that do not count. Null when nothing leads there or on, so that there is nothing to follow.
 */
export function traceWays(map: MapTables, id: string, without: ReadonlySet<string>): Trace | null {
  const link = map.links[id];
  if (link === undefined && map.touchpoints[id] === undefined) return null;
  const into = new Map<string, { id: string; next: string }[]>();
  const outOf = new Map<string, { id: string; next: string }[]>();
  const note = (index: typeof into, at: string, step: { id: string; next: string }) => {
    const list = index.get(at);
    if (list) list.push(step);
    else index.set(at, [step]);
  };
  for (const { id: linkId, from, to } of Object.values(map.links)) {
    if (without.has(linkId) || from === to) continue;
    note(outOf, from, { id: linkId, next: to });
    note(into, to, { id: linkId, next: from });
  }
  const touchpoints = new Set<string>();
  const links = new Set<string>(link === undefined ? [] : [id]);
  const follow = (start: string, index: typeof into) => {
    const seen = new Set([start]);
    for (const at of seen) {
      touchpoints.add(at);
      for (const step of index.get(at) ?? []) {
        links.add(step.id);
        seen.add(step.next);
      }
    }
  };
  follow(link?.from ?? id, into);
  follow(link?.to ?? id, outOf);
  return links.size === 0 ? null : { touchpoints, links };
}
