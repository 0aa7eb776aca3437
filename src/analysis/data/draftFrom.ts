import type { ActivityCount, CountedLog, LinkCount, ValueCount } from './countedLog.ts';
import type { Spread } from './quantiles.ts';

/** A touchpoint to be made. Names of channels and so on are as the log has them, the primary one first. */
export interface DraftTouchpoint {
  readonly title: string;
  /** Its place in the log's list of activities. */
  readonly activity: number;
  readonly cases: number;
  /** Share of all cases, 0 to 1. */
  readonly reach: number;
  readonly duration: Spread | null;
  readonly channels: readonly string[];
  readonly devices: readonly string[];
  readonly departments: readonly string[];
}

/** A link to be made. `from` and `to` are places in the draft's list of touchpoints; waiting is in milliseconds. */
export interface DraftLink {
  readonly from: number;
  readonly to: number;
  readonly volume: number;
  readonly cases: number;
  /** Share of the cases with `from` that go straight on to `to`, 0 to 1. */
  readonly direct: number;
  readonly waiting: Spread | null;
  /** It leads back to a step before. */
  readonly back: boolean;
}

/** A journey map to be made of a log. */
export interface DraftMap {
  /** From left to right; each names its touchpoints by their places in the list, from top to bottom. */
  readonly steps: readonly { readonly title: string; readonly touchpoints: readonly number[] }[];
  readonly touchpoints: readonly DraftTouchpoint[];
  readonly links: readonly DraftLink[];
  /** Share of the cases whose whole way is drawn, 0 to 1; at least what was asked for. */
  readonly drawn: number;
  /** Names of activities that are not drawn, and how many links are not. */
  readonly activitiesLeftOut: readonly string[];
  readonly linksLeftOut: number;
}

/** A value belongs to a touchpoint when it has this share of its events. */
const VALUE_SHARE = 0.2;
/** Two activities that follow each other about equally often either way happen side by side. */
const EITHER_WAY = 0.5;
const TITLE = 80;

/**
 * The most frequent ways of a log as a journey map: those of `share` of its cases (0 to 1), and all activities and links
 * on them. A greater share only adds. What comes after something else stands in a later step than it; what comes in
 * either order stands in one step.
 */
export function draftFrom(log: CountedLog, share: number): DraftMap {
  const wanted = Math.min(1, Math.max(0, share));
  // Nothing is drawn of no cases at all: then the most frequent ways are.
  const isKept = ({ keptFrom }: { keptFrom: number }) => keptFrom < wanted || keptFrom === 0;
  const order = log.activities
    .map((activity, at) => ({ activity, at }))
    .filter(({ activity }) => isKept(activity))
    .sort((a, b) => a.activity.meanPlace - b.activity.meanPlace || a.at - b.at);
  const rank = new Map(order.map(({ at }, index) => [at, index]));
  const links = log.links
    .filter(isKept)
    .map((link) => ({ link, from: rank.get(link.from), to: rank.get(link.to) }))
    .filter(
      // What comes again straight after itself is a repeat, no way on.
      (each): each is { link: LinkCount; from: number; to: number } =>
        each.from !== undefined && each.to !== undefined && each.from !== each.to,
    );
  const layers = layersOf(order.length, links);
  const placeAt = (index: number) => order[index]?.activity.says.place ?? '';
  const steps = Array.from({ length: Math.max(-1, ...layers) + 1 }, (_, layer) => {
    const touchpoints = layers.flatMap((of, index) => (of === layer ? [index] : []));
    touchpoints.sort((a, b) => (order[b]?.activity.cases ?? 0) - (order[a]?.activity.cases ?? 0) || a - b);
    return { title: titleOf([...new Set(touchpoints.map(placeAt))]), touchpoints };
  });
  return {
    steps,
    touchpoints: order.map(({ activity, at }) => touchpointOf(activity, at)),
    links: links.map(({ link, from, to }) => ({
      from,
      to,
      volume: link.volume,
      cases: link.cases,
      direct: link.direct,
      waiting: link.waiting,
      back: (layers[to] as number) < (layers[from] as number),
    })),
    drawn: log.drawnShares.find((each) => each >= wanted) ?? 1,
    activitiesLeftOut: log.activities.filter((_, at) => !rank.has(at)).map(({ name }) => name),
    linksLeftOut: waysOf(log).length - links.length,
  };
}

/** The links of a log that lead on: all but those from an activity to itself. */
export function waysOf({ links }: CountedLog): readonly LinkCount[] {
  return links.filter(({ from, to }) => from !== to);
}

/** The activities of a log that come again straight after themselves, by name: each is a link of the log that no map draws. */
export function repeatsOf({ links, activities }: CountedLog): string[] {
  return links.flatMap(({ from, to }) => (from === to ? [activities[from]?.name ?? ''] : []));
}

/** The step of each: behind the longest chain of what comes before it. Links back do not count. */
function layersOf(count: number, links: readonly { link: LinkCount; from: number; to: number }[]): number[] {
  const volume = new Map(links.map(({ link, from, to }) => [from * count + to, link.volume]));
  const layers = new Array<number>(count).fill(0);
  const ahead = links.filter(({ from, to }) => from < to).sort((a, b) => a.to - b.to);
  for (const { link, from, to } of ahead) {
    const back = volume.get(to * count + from) ?? 0;
    const sideBySide = Math.min(back, link.volume) >= EITHER_WAY * Math.max(back, link.volume);
    layers[to] = Math.max(layers[to] as number, (layers[from] as number) + (sideBySide ? 0 : 1));
  }
  // Steps that nothing is left in are closed up.
  const used = [...new Set(layers)].sort((a, b) => a - b);
  return layers.map((layer) => used.indexOf(layer));
}

/** An activity as a touchpoint to be made; `at` is its place in the log's list. */
export function touchpointOf(activity: ActivityCount, at: number): DraftTouchpoint {
  const { channel, device, department } = activity.values;
  return {
    title: activity.says.place,
    activity: at,
    cases: activity.cases,
    reach: activity.reach,
    duration: activity.duration,
    channels: frequent(channel),
    devices: frequent(device),
    departments: frequent(department),
  };
}

function frequent(values: readonly ValueCount[]): string[] {
  const all = values.reduce((sum, { events }) => sum + events, 0);
  return values.filter(({ events }, at) => at === 0 || events >= all * VALUE_SHARE).map(({ value }) => value);
}

/** The names of what stands in a step, as many as there is room for. */
function titleOf(names: readonly string[]): string {
  let title = names[0] ?? '';
  for (const name of names.slice(1)) {
    if (title.length + name.length + 3 > TITLE) return `${title} …`;
    title += ` / ${name}`;
  }
  return title;
}
