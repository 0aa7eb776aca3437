import type { EventRole, Phases } from './guessRoles.ts';
import type { DateOrder, NumberTime } from './readTime.ts';

/** How the rows of a table or the events of an XES log are read as events. */
export interface EventSettings {
  /** Names of the columns (keys, in XES) that hold each role. XES needs none for the case. */
  readonly roles: Readonly<Partial<Record<Exclude<EventRole, 'activity'>, string>>>;
  /** Names of the columns that make up the activity, joined by a slash. */
  readonly activity: readonly string[];
  readonly phases: Phases;
  /** Null asks for an answer when dates such as 03/04/2026 come. */
  readonly order: DateOrder | null;
  readonly numbers: NumberTime | null;
  /** IANA zone of times that name none. */
  readonly zone: string;
}

/**
 * What was left out or could not be read, with the line where it first happened. Of `halfTimed` only one of its two times
 * could not be read: these events are counted, all others are not.
 */
export interface LeftOut {
  readonly reason: 'noCase' | 'noActivity' | 'timeUnread' | 'timeMissing' | 'halfTimed';
  readonly count: number;
  readonly line: number;
  readonly example: string;
}
