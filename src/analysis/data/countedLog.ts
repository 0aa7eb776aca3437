import type { Trail } from './countPlaces.ts';
import type { Trait } from './eventColumns.ts';
import type { Spread } from './quantiles.ts';
import type { ApartTrait, ToldActivity } from './tellApart.ts';

export interface ValueCount {
  readonly value: string;
  readonly events: number;
}

/** Of the events, links or cases where both sides of a comparison are known, how many differ. */
export interface Changed {
  readonly known: number;
  readonly changed: number;
}

/** One activity of a log. Durations and waiting are in milliseconds. */
export interface ActivityCount {
  readonly name: string;
  /** What the file says of it: how it is called there, and by what it was told apart. */
  readonly says: ToldActivity;
  readonly events: number;
  /** Cases in which it comes at least once. */
  readonly cases: number;
  /** Share of all cases that it reaches, 0 to 1. */
  readonly reach: number;
  /** Cases whose way begins and ends with it. */
  readonly starts: number;
  readonly ends: number;
  /** Share of the cases that it reaches whose way goes no further than it; 0 where the journey regularly ends. */
  readonly dropOff: number;
  /** Events beyond the first in their case, and the cases that have such. */
  readonly repeats: number;
  readonly casesRepeating: number;
  /** At which place of a case it first comes, on average; the first place is 0. */
  readonly meanPlace: number;
  readonly duration: Spread | null;
  /** From the end of the event before it in its case (0 where that is still going on). */
  readonly waiting: Spread | null;
  /** Most frequent first, at most ten. */
  readonly values: Readonly<Record<Trait, readonly ValueCount[]>>;
  /** It is drawn when more than this share of the cases is, 0 to 1. */
  readonly keptFrom: number;
}

/** What follows what. `from` and `to` are places in the list of activities. */
export interface LinkCount {
  readonly from: number;
  readonly to: number;
  /** How many times the one comes straight after the other. */
  readonly volume: number;
  /** Cases in which that happens at least once. */
  readonly cases: number;
  /** Direct conversion: the share of the cases with `from` in which `to` comes straight after it. */
  readonly direct: number;
  /** Eventual conversion: the share of them in which `to` comes any time after it; null where that was not counted. */
  readonly eventual: number | null;
  /** From the end of the one to the start of the other, in milliseconds; 0 where they overlap. */
  readonly waiting: Spread | null;
  readonly changed: Readonly<Record<Trait, Changed>>;
  /** It is drawn when more than this share of the cases is, 0 to 1. */
  readonly keptFrom: number;
}

export interface Variant {
  /** Places in the list of activities, in order; at most the first 100. */
  readonly activities: readonly number[];
  readonly length: number;
  readonly cases: number;
}

/** All that is kept of a log. */
export interface CountedLog {
  readonly cases: number;
  readonly events: number;
  /** By what activities were told apart. */
  readonly apart: readonly ApartTrait[];
  /** In the order in which the file names them. */
  readonly activities: readonly ActivityCount[];
  /** Greatest volume first. */
  readonly links: readonly LinkCount[];
  /** How many different ways there are, and the most frequent of them (at most 100). */
  readonly variants: number;
  readonly frequentVariants: readonly Variant[];
  /**
   * Cases in which one activity comes any time after another: `cases[i * of.length + j]` for `of[i]` and then `of[j]`.
   * Counted for the 200 activities with the most cases.
   */
  readonly eventually: { readonly of: readonly number[]; readonly cases: Int32Array };
  /** Shares of the cases whose ways can be drawn, least first, the last being 1: between two nothing changes. */
  readonly drawnShares: readonly number[];
  /** From the first start to the last end of a case, in milliseconds. */
  readonly caseDuration: Spread | null;
  /** Of the cases that name a trait at all, how many name more than one value of it anywhere on their way. */
  readonly casesChanged: Readonly<Record<Trait, Changed>>;
  /** The days of the first and the last time, `YYYY-MM-DD`, as the file writes them; null where it has no times. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Places in the list of activities at which the journey seems to end as it should. */
  readonly regularEnds: readonly number[];
  /** For counting other places than activities; not kept on any map. */
  readonly trail: Trail;
  /** Whether events have a start and an end, so that they have durations. */
  readonly hasDurations: boolean;
  /** What was left out or could not be joined. */
  readonly otherPhases: number;
  readonly unmatched: number;
  readonly backwards: number;
}

/** Eventual conversion from one activity to another: 0 to 1, or null where it was not counted. */
export function eventualShare(
  log: Pick<CountedLog, 'eventually'> & { readonly activities: readonly Pick<ActivityCount, 'cases'>[] },
  from: number,
  to: number,
): number | null {
  const { of, cases } = log.eventually;
  const [i, j] = [of.indexOf(from), of.indexOf(to)];
  const all = log.activities[from]?.cases ?? 0;
  return i < 0 || j < 0 || all === 0 ? null : (cases[i * of.length + j] as number) / all;
}
