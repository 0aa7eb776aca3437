/**
 * Counts a log in the plainest way there is: lists and loops, nothing of the program. What it says is compared with what
 * the program counts.
 */
export interface SlowEvent {
  caseId: string;
  activity: string;
  /** Milliseconds; NaN where not known. */
  start: number;
  end: number;
  channel?: string;
  device?: string;
  department?: string;
}

const aspects = ['channel', 'device', 'department'] as const;

export interface SlowCounts {
  cases: number;
  events: number;
  variants: number;
  activities: Record<
    string,
    {
      events: number;
      cases: number;
      starts: number;
      ends: number;
      repeating: number;
      median: number | null;
      p90: number | null;
    }
  >;
  /** By `from -> to`. */
  links: Record<
    string,
    {
      volume: number;
      cases: number;
      eventual: number;
      medianWaiting: number | null;
      p90Waiting: number | null;
      changes: Record<(typeof aspects)[number], { changed: number; known: number }>;
    }
  >;
}

export function slowCount(all: readonly SlowEvent[]): SlowCounts {
  const events = withTimes(all);
  const cases = new Map<string, SlowEvent[]>();
  for (const event of events) cases.set(event.caseId, [...(cases.get(event.caseId) ?? []), event]);
  const ways = [...cases.values()].map(inOrder);
  const names = [...new Set(events.map((event) => event.activity))];
  const activities: SlowCounts['activities'] = {};
  for (const name of names) {
    const own = events.filter((event) => event.activity === name);
    const took = own.filter((event) => event.end >= event.start).map((event) => event.end - event.start);
    activities[name] = {
      events: own.length,
      cases: ways.filter((way) => way.some((event) => event.activity === name)).length,
      starts: ways.filter((way) => way[0]?.activity === name).length,
      ends: ways.filter((way) => way.at(-1)?.activity === name).length,
      repeating: ways.filter((way) => way.filter((event) => event.activity === name).length > 1).length,
      median: quantile(took, 0.5),
      p90: quantile(took, 0.9),
    };
  }
  const links: SlowCounts['links'] = {};
  const waits: Record<string, number[]> = {};
  for (const way of ways) {
    const seen = new Set<string>();
    way.forEach((event, at) => {
      const before = way[at - 1];
      if (before === undefined) return;
      const key = `${before.activity} -> ${event.activity}`;
      links[key] ??= {
        volume: 0,
        cases: 0,
        eventual: 0,
        medianWaiting: null,
        p90Waiting: null,
        changes: {
          channel: { changed: 0, known: 0 },
          device: { changed: 0, known: 0 },
          department: { changed: 0, known: 0 },
        },
      };
      links[key].volume++;
      if (!seen.has(key)) links[key].cases++;
      seen.add(key);
      for (const aspect of aspects) {
        if (!before[aspect] || !event[aspect]) continue;
        links[key].changes[aspect].known++;
        if (before[aspect] !== event[aspect]) links[key].changes[aspect].changed++;
      }
      const ended = before.end >= before.start || Number.isNaN(before.start) ? before.end : before.start;
      const began = Number.isNaN(event.start) ? event.end : event.start;
      const wait = began - ended;
      waits[key] ??= [];
      if (!Number.isNaN(wait)) waits[key].push(Math.max(0, wait));
    });
  }
  for (const [key, link] of Object.entries(links)) {
    const [from, to] = key.split(' -> ');
    link.eventual = ways.filter((way) => {
      const first = way.findIndex((event) => event.activity === from);
      return first >= 0 && way.slice(first + 1).some((event) => event.activity === to);
    }).length;
    link.medianWaiting = quantile(waits[key] ?? [], 0.5);
    link.p90Waiting = quantile(waits[key] ?? [], 0.9);
  }
  const variants = new Set(ways.map((way) => JSON.stringify(way.map((event) => event.activity)))).size;
  return { cases: ways.length, events: events.length, variants, activities, links };
}

export interface SlowPlace {
  events: number;
  cases: number;
  /** Cases that stop here, at an activity that is no end of the journey. */
  lost: number;
  medianWaiting: number | null;
  waits: number;
}

/** What happened at a place that is made up of some activities. */
export function slowPlace(
  events: readonly SlowEvent[],
  activities: readonly string[],
  ends: readonly string[],
): SlowPlace {
  const cases = new Map<string, SlowEvent[]>();
  for (const event of withTimes(events)) cases.set(event.caseId, [...(cases.get(event.caseId) ?? []), event]);
  const place: SlowPlace = { events: 0, cases: 0, lost: 0, medianWaiting: null, waits: 0 };
  const waits: number[] = [];
  for (const each of cases.values()) {
    const way = inOrder(each);
    const own = way.filter(({ activity }) => activities.includes(activity));
    place.events += own.length;
    if (own.length > 0) place.cases++;
    const last = way.at(-1)?.activity ?? '';
    if (activities.includes(last) && !ends.includes(last)) place.lost++;
    way.forEach((event, at) => {
      const previous = way[at - 1];
      if (previous === undefined || !activities.includes(event.activity)) return;
      const ended = previous.end >= previous.start || Number.isNaN(previous.start) ? previous.end : previous.start;
      const began = Number.isNaN(event.start) ? event.end : event.start;
      if (!Number.isNaN(began - ended)) waits.push(Math.max(0, began - ended));
    });
  }
  place.waits = waits.length;
  place.medianWaiting = quantile(waits, 0.5);
  return place;
}

/** Where some have a time, those that have none are not counted: nobody knows where in their case they belong. */
function withTimes(events: readonly SlowEvent[]): readonly SlowEvent[] {
  const timed = events.filter(({ start, end }) => !Number.isNaN(start) || !Number.isNaN(end));
  return timed.length > 0 ? timed : events;
}

/** By time; equal times stay as they are. */
function inOrder(events: readonly SlowEvent[]): SlowEvent[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = events.map((event, at) => {
    const time = Number.isNaN(event.start) ? event.end : event.start;
    if (!Number.isNaN(time)) last = time;
    return { event, at, key: last };
  });
  keyed.sort((a, b) => (a.key === b.key ? a.at - b.at : a.key < b.key ? -1 : 1));
  return keyed.map(({ event }) => event);
}

export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (high - low) * (place - Math.floor(place));
}
