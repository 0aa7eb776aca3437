import { orderEvents } from './caseOrder.ts';
import { countEventual } from './countEventual.ts';
import type { ActivityCount, Changed, CountedLog, LinkCount, ValueCount } from './countedLog.ts';
import { lostCases, type Trail } from './countPlaces.ts';
import { countVariants } from './countVariants.ts';
import { type EventColumns, type Trait, traits } from './eventColumns.ts';
import { frequentWays } from './frequentWays.ts';
import { createLinkNumbers } from './linkNumbers.ts';
import { type Spread, spreadOf, spreadsByGroup } from './quantiles.ts';
import { regularEnds } from './regularEnds.ts';
import { type ApartTrait, tellApart, toldName } from './tellApart.ts';

/**
 * Counts a log. A million events take about half a second and 40 MB besides the log. All figures are exact. Activities
 * are those that the file names, or each told apart by `apart`.
 */
export function countLog(log: EventColumns, apart: readonly ApartTrait[] = []): CountedLog {
  const events = orderEvents(log);
  const { size, caseStart, start, end, timed } = events;
  const { told, activity } = tellApart(log, events.row, apart);
  const kinds = told.length;

  const links = createLinkNumbers(kinds);
  const linkOf = new Int32Array(size).fill(-1);
  const waiting = new Float64Array(size).fill(Number.NaN);
  const counts = {
    events: new Int32Array(kinds),
    cases: new Int32Array(kinds),
    starts: new Int32Array(kinds),
    ends: new Int32Array(kinds),
    casesRepeating: new Int32Array(kinds),
    places: new Float64Array(kinds),
  };
  const seenIn = new Int32Array(kinds).fill(-1);
  const repeatsIn = new Int32Array(kinds).fill(-1);
  const durations = new Float64Array(log.cases).fill(Number.NaN);
  let cases = 0;
  let first = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (let which = 0; which < log.cases; which++) {
    const from = caseStart[which] as number;
    const to = caseStart[which + 1] as number;
    if (from === to) continue;
    cases++;
    (counts.starts[activity[from] as number] as number)++;
    (counts.ends[activity[to - 1] as number] as number)++;
    let begins = Number.POSITIVE_INFINITY;
    let ends = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const what = activity[at] as number;
      (counts.events[what] as number)++;
      if (seenIn[what] !== which) {
        seenIn[what] = which;
        (counts.cases[what] as number)++;
        (counts.places[what] as number) += at - from;
      } else if (repeatsIn[what] !== which) {
        repeatsIn[what] = which;
        (counts.casesRepeating[what] as number)++;
      }
      const began = start[at] as number;
      const ended = end[at] as number;
      if (began < begins) begins = began;
      if (ended > ends) ends = ended;
      if (at === from) continue;
      linkOf[at] = links.numberOf(activity[at - 1] as number, what);
      const wait = began - (end[at - 1] as number);
      waiting[at] = wait < 0 ? 0 : wait;
    }
    if (begins <= ends) durations[which] = ends - begins;
    if (begins < first) first = begins;
    if (ends > latest) latest = ends;
  }

  const link = countLinks(links.size(), linkOf, caseStart);
  const kept = frequentWays(events, activity, linkOf, link.cases, counts.starts, counts.ends);
  const eventually = countEventual(events, activity, counts.cases);
  const eventual = eventualOf(eventually, counts.cases);
  const waitingByLink = spreadsByGroup(links.size(), linkOf, waiting);
  const waitingByActivity = spreadsByGroup(kinds, activity, waiting);
  const lasting = new Float64Array(size);
  for (let at = 0; at < size; at++)
    lasting[at] = timed[at] === 1 ? (end[at] as number) - (start[at] as number) : Number.NaN;
  const durationByActivity = spreadsByGroup(kinds, activity, lasting);
  const changed = traits.map((trait) => countChanges(log, trait, events.row, linkOf, links.size()));
  const values = traits.map((trait) => countValues(log, trait, events.row, activity, kinds));
  const variants = countVariants(events, activity);
  const byTrait = <Value>(pick: (index: number) => Value) =>
    Object.fromEntries(traits.map((trait, index) => [trait, pick(index)])) as Record<Trait, Value>;

  const isTimed = timed.includes(1);
  const trail: Trail = { caseStart, activity, waiting, duration: isTimed ? lasting : null };
  const plain = told.map((says, at): Omit<ActivityCount, 'dropOff'> => {
    const reached = counts.cases[at] as number;
    return {
      name: toldName(says),
      says,
      events: counts.events[at] as number,
      cases: reached,
      reach: share(reached, cases),
      starts: counts.starts[at] as number,
      ends: counts.ends[at] as number,
      repeats: (counts.events[at] as number) - reached,
      casesRepeating: counts.casesRepeating[at] as number,
      meanPlace: share(counts.places[at] as number, reached),
      duration: durationByActivity[at] as Spread | null,
      waiting: waitingByActivity[at] as Spread | null,
      values: byTrait((index) => values[index]?.[at] ?? []),
      keptFrom: kept.activities[at] as number,
    };
  });
  const ends = regularEnds({ activities: plain, eventually }, trail);
  const lost = new Int32Array(kinds);
  for (const at of lostCases(trail, ends)) if (at >= 0) (lost[at] as number)++;

  return {
    cases,
    events: size,
    apart,
    activities: plain.map((each, at) => ({ ...each, dropOff: share(lost[at] as number, each.cases) })),
    links: Array.from({ length: links.size() }, (_, at): LinkCount => {
      const [from, to] = links.endsOf(at);
      return {
        from,
        to,
        volume: link.volume[at] as number,
        cases: link.cases[at] as number,
        direct: share(link.cases[at] as number, counts.cases[from] as number),
        eventual: eventual(from, to),
        waiting: waitingByLink[at] as Spread | null,
        changed: byTrait((index) => changed[index]?.[at] ?? { known: 0, changed: 0 }),
        keptFrom: kept.links[at] as number,
      };
    }).sort((a, b) => b.volume - a.volume || a.from - b.from || a.to - b.to),
    variants: variants.count,
    frequentVariants: variants.frequent,
    eventually,
    drawnShares: kept.shares,
    casesChanged: byTrait((index) => countChangedCases(log, traits[index] as Trait, events.row, caseStart)),
    caseDuration: spreadOf(durations.filter((value) => !Number.isNaN(value))),
    period: first <= latest ? daysOf(log.span, first, latest) : null,
    regularEnds: ends,
    trail,
    hasDurations: isTimed,
    otherPhases: events.otherPhases,
    unmatched: events.unmatched,
    backwards: events.backwards,
  };
}

/** The days as the file writes them, where these instants are those of its first and last time; else in UTC. */
function daysOf(span: EventColumns['span'], first: number, latest: number): CountedLog['period'] {
  const day = (instant: number, known: { instant: number; day: string } | undefined) =>
    known?.instant === instant ? known.day : new Date(instant).toISOString().slice(0, 10);
  return { from: day(first, span?.first), to: day(latest, span?.last) };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function countLinks(
  count: number,
  linkOf: Int32Array,
  caseStart: Int32Array,
): { volume: Int32Array; cases: Int32Array } {
  const volume = new Int32Array(count);
  const cases = new Int32Array(count);
  const seenIn = new Int32Array(count).fill(-1);
  for (let which = 0; which + 1 < caseStart.length; which++) {
    const to = caseStart[which + 1] as number;
    for (let at = (caseStart[which] as number) + 1; at < to; at++) {
      const link = linkOf[at] as number;
      (volume[link] as number)++;
      if (seenIn[link] === which) continue;
      seenIn[link] = which;
      (cases[link] as number)++;
    }
  }
  return { volume, cases };
}

function eventualOf(
  eventually: CountedLog['eventually'],
  casesOf: Int32Array,
): (from: number, to: number) => number | null {
  const { of, cases } = eventually;
  const numberOf = new Int32Array(casesOf.length).fill(-1);
  for (const [number, which] of of.entries()) numberOf[which] = number;
  return (from, to) => {
    const [i, j] = [numberOf[from] as number, numberOf[to] as number];
    return i < 0 || j < 0 ? null : share(cases[i * of.length + j] as number, casesOf[from] as number);
  };
}

/** Over each link, how often a trait is known at both ends and how often it differs. */
function countChanges(
  log: EventColumns,
  trait: Trait,
  row: Int32Array,
  linkOf: Int32Array,
  count: number,
): Changed[] | null {
  const column = log.traits[trait]?.of;
  if (column === undefined) return null;
  const known = new Int32Array(count);
  const changed = new Int32Array(count);
  for (let at = 1; at < row.length; at++) {
    const link = linkOf[at] as number;
    if (link < 0) continue;
    const before = column[row[at - 1] as number] as number;
    const here = column[row[at] as number] as number;
    if (before < 0 || here < 0) continue;
    (known[link] as number)++;
    if (before !== here) (changed[link] as number)++;
  }
  return Array.from(known, (value, link) => ({ known: value, changed: changed[link] as number }));
}

/** In how many cases a trait is known, and in how many of these it changes anywhere. */
function countChangedCases(log: EventColumns, trait: Trait, row: Int32Array, caseStart: Int32Array): Changed {
  const column = log.traits[trait]?.of;
  const count = { known: 0, changed: 0 };
  if (column === undefined) return count;
  for (let which = 0; which + 1 < caseStart.length; which++) {
    const to = caseStart[which + 1] as number;
    let first = -1;
    let changes = false;
    for (let at = caseStart[which] as number; at < to && !changes; at++) {
      const value = column[row[at] as number] as number;
      if (first < 0) first = value;
      else changes = value >= 0 && value !== first;
    }
    if (first >= 0) count.known++;
    if (changes) count.changed++;
  }
  return count;
}

const VALUES = 10;

/** The most frequent values of a trait at each activity. */
function countValues(
  log: EventColumns,
  trait: Trait,
  row: Int32Array,
  activity: Int32Array,
  activities: number,
): ValueCount[][] | null {
  const column = log.traits[trait];
  if (column === null) return null;
  const width = column.values.length;
  const counts = new Map<number, number>();
  // A table is quicker than a map by far, as long as it is not large.
  const table = activities * width <= 1 << 22 ? new Int32Array(activities * width) : null;
  for (let at = 0; at < row.length; at++) {
    const value = column.of[row[at] as number] as number;
    if (value < 0) continue;
    const key = (activity[at] as number) * width + value;
    if (table !== null) (table[key] as number)++;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (table !== null)
    for (let key = 0; key < table.length; key++) if (table[key] !== 0) counts.set(key, table[key] as number);
  const lists: ValueCount[][] = Array.from({ length: activities }, () => []);
  for (const [key, events] of counts)
    lists[Math.floor(key / width)]?.push({ value: column.values[key % width] as string, events });
  return lists.map((list) => list.sort((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1)).slice(0, VALUES));
}
