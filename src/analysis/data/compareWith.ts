import type { CountedLog } from './countedLog.ts';

/** The touchpoints and links of a map, as far as a comparison needs them. */
export interface MapOutline {
  readonly touchpoints: readonly string[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** Where log and map differ. Touchpoints are named by their ids, activities by their places in the log's list. */
export interface LogComparison {
  /** Activities that no touchpoint stands for, most cases first. */
  readonly activitiesMissing: readonly number[];
  /** Touchpoints that nobody in the log came to. */
  readonly touchpointsUnseen: readonly string[];
  /** Ways that are gone and that the map lacks, greatest volume first. */
  readonly linksMissing: readonly { readonly from: string; readonly to: string; readonly volume: number }[];
  /** Links of the map that nobody went, though both their ends are in the log. */
  readonly linksUnseen: readonly { readonly from: string; readonly to: string }[];
  /** Links of the map with an end to which nobody in the log came: about these the log says nothing. */
  readonly linksElsewhere: readonly { readonly from: string; readonly to: string }[];
  /** Links that are in both. */
  readonly linksSeen: readonly { readonly from: string; readonly to: string; readonly volume: number }[];
}

/** The share of all cases whose whole way is on the map, 0 to 1; `exact` is false where rarer ways were not looked at. */
export interface Fit {
  readonly share: number;
  readonly exact: boolean;
}

/**
 * How much of a log a map accounts for. A case fits when all its activities have a touchpoint and the map links each with
 * the next; what comes again straight after itself needs no link. Only the most frequent ways of a log are kept: of one
 * with more, the share is the least that fits.
 */
export function fitOf(map: MapOutline, touchpoints: readonly (string | null)[], log: CountedLog): Fit {
  const drawn = new Set(map.links.map(({ from, to }) => `${from} ${to}`));
  const isGone = (from: number | undefined, to: number) => {
    const [a, b] = [touchpoints[from ?? -1], touchpoints[to]];
    return b != null && (from === undefined || a === b || drawn.has(`${a} ${b}`));
  };
  let cases = 0;
  let cut = false;
  for (const variant of log.frequentVariants) {
    if (variant.length > variant.activities.length) cut = true;
    else if (variant.activities.every((at, index) => isGone(variant.activities[index - 1], at))) cases += variant.cases;
  }
  const exact = !cut && log.variants <= log.frequentVariants.length;
  return { share: log.cases === 0 ? 0 : cases / log.cases, exact };
}

/**
 * Compares a map with a log. `touchpoints` is the touchpoint that stands for each activity, or null; several may share
 * one, and then what goes on between them is no way on the map.
 */
export function compareWith(map: MapOutline, touchpoints: readonly (string | null)[], log: CountedLog): LogComparison {
  const known = new Set(map.touchpoints);
  const touchpointAt = log.activities.map((_, at) => {
    const id = touchpoints[at] ?? null;
    return id !== null && known.has(id) ? id : null;
  });
  const seen = new Set(touchpointAt.filter((id) => id !== null));
  const volumes = new Map<string, { from: string; to: string; volume: number }>();
  for (const link of log.links) {
    const [from, to] = [touchpointAt[link.from], touchpointAt[link.to]];
    if (!from || !to || (from === to && link.from !== link.to)) continue;
    const key = JSON.stringify([from, to]);
    const way = volumes.get(key);
    if (way === undefined) volumes.set(key, { from, to, volume: link.volume });
    else way.volume += link.volume;
  }
  const drawn = new Set(map.links.map(({ from, to }) => JSON.stringify([from, to])));
  const ways = [...volumes].sort((a, b) => b[1].volume - a[1].volume);
  return {
    activitiesMissing: log.activities
      .map((_, at) => at)
      .filter((at) => touchpointAt[at] === null)
      .sort((a, b) => (log.activities[b]?.cases ?? 0) - (log.activities[a]?.cases ?? 0) || a - b),
    touchpointsUnseen: map.touchpoints.filter((id) => !seen.has(id)),
    linksMissing: ways.filter(([key, { from, to }]) => !drawn.has(key) && from !== to).map(([, way]) => way),
    linksUnseen: map.links.filter(
      ({ from, to }) => seen.has(from) && seen.has(to) && !volumes.has(JSON.stringify([from, to])),
    ),
    linksElsewhere: map.links.filter(({ from, to }) => !seen.has(from) || !seen.has(to)),
    linksSeen: ways.filter(([key]) => drawn.has(key)).map(([, way]) => way),
  };
}
