import {
  createEventCollector,
  type EventColumns,
  endRow,
  otherRow,
  type RawEvent,
  startRow,
  type Trait,
  wholeRow,
} from '../../analysis/data/eventColumns.ts';
import { DataError } from './dataError.ts';
import type { EventSettings, LeftOut } from './eventSettings.ts';
import { isBlank } from './readNumber.ts';
import { createDayReader, createTimeReader, isEitherWay } from './readTime.ts';

/** Cells of one event as they stand in the file; empty where there is none. Used again for the next. */
export interface EventCells {
  caseId: string;
  activity: string;
  time: string;
  end: string;
  phase: string;
  instance: string;
  resource: string;
  department: string;
  channel: string;
  device: string;
}

export function emptyCells(): EventCells {
  return {
    ...{ caseId: '', activity: '', time: '', end: '', phase: '' },
    ...{ instance: '', resource: '', department: '', channel: '', device: '' },
  };
}

/** Makes them empty again, one by one: that is much quicker than `Object.assign`. */
export function clearCells(cells: EventCells): void {
  cells.caseId = '';
  cells.activity = '';
  cells.time = '';
  cells.end = '';
  cells.phase = '';
  cells.instance = '';
  cells.resource = '';
  cells.department = '';
  cells.channel = '';
  cells.device = '';
}

/** More than these are no activities and no channels: a column that is different on each row was chosen. */
export const MAX_ACTIVITIES = 5000;
const MAX_VALUES: Readonly<Record<Trait, number>> = {
  channel: 1000,
  device: 1000,
  department: 5000,
  resource: 100_000,
};

export interface EventFeeder {
  feed(cells: EventCells, line: number): void;
  events(): number;
  /** Throws `DataError` when no event came. */
  finish(): { columns: EventColumns; leftOut: LeftOut[] };
}

/** Reads the cells of events into columns, and keeps account of what it could not read. */
export function createEventFeeder(settings: EventSettings): EventFeeder {
  const collector = createEventCollector();
  const readTime = createTimeReader({ ...settings, order: settings.order ?? 'dayFirst' });
  const leftOut = new Map<LeftOut['reason'], { count: number; line: number; example: string }>();
  const event: RawEvent = {
    ...{ caseId: '', activity: '', start: 0, end: Number.NaN, phase: wholeRow, instance: '' },
    ...{ channel: '', device: '', department: '', resource: '' },
  };
  const timeColumn = settings.roles.time ?? '';
  const endColumn = settings.roles.end;
  const isTimed = timeColumn !== '' || endColumn !== undefined;

  const leave = (reason: LeftOut['reason'], line: number, example: string) => {
    const known = leftOut.get(reason);
    if (known === undefined) leftOut.set(reason, { count: 1, line, example: example.slice(0, 60) });
    else known.count++;
  };
  /** A time of the event in hand that could not be read; empty where none is in the way. */
  let unread = '';
  const timeOf = (cell: string, column: string): number => {
    const instant = readTime(cell);
    if (!Number.isNaN(instant) && (settings.order !== null || !isEitherWay(cell))) return instant;
    if (isBlank(cell)) return Number.NaN;
    if (!Number.isNaN(instant)) throw new DataError('dateOrder', { example: cell.trim(), column });
    unread = cell;
    return Number.NaN;
  };
  const span = createSpan(settings);
  const checkValues = (trait: Trait, line: number) => {
    const limit = MAX_VALUES[trait];
    if (collector.different(trait) <= limit) return;
    const column = settings.roles[trait] ?? trait;
    throw new DataError('tooManyValues', { column, limit, line, role: trait });
  };

  return {
    feed(cells, line) {
      const caseId = textOf(cells.caseId);
      if (caseId === '') return leave('noCase', line, cells.activity);
      let activity = textOf(cells.activity);
      if (activity === '') return leave('noActivity', line, cells.caseId);
      const word = cells.phase.trim();
      if (settings.phases === 'name' && word !== '') activity = `${activity} / ${word}`;
      event.caseId = caseId;
      event.activity = activity;
      unread = '';
      event.start = timeOf(cells.time, timeColumn);
      event.end = endColumn === undefined ? Number.NaN : timeOf(cells.end, endColumn);
      if (isTimed && Number.isNaN(event.start) && Number.isNaN(event.end)) {
        // Where in its case it belongs nobody knows: to count it there would make up ways, and ends of them.
        if (unread === '') leave('timeMissing', line, caseId);
        else leave('timeUnread', line, unread);
        return;
      }
      if (unread !== '') leave('halfTimed', line, unread);
      event.phase = wholeRow;
      if (settings.phases === 'pairs' && word !== '') {
        const phase = word.toLowerCase();
        event.phase = phase === 'start' ? startRow : phase === 'complete' ? endRow : otherRow;
        if (event.phase === endRow) {
          event.end = event.start;
          event.start = Number.NaN;
        }
      }
      if (event.phase !== otherRow)
        span.add(event.start, cells.time, event.end, event.phase === endRow ? cells.time : cells.end);
      event.instance = settings.phases === 'pairs' ? textOf(cells.instance) : '';
      event.channel = textOf(cells.channel);
      event.device = textOf(cells.device);
      event.department = textOf(cells.department);
      event.resource = textOf(cells.resource);
      collector.add(event);
      if (collector.different('activity') > MAX_ACTIVITIES)
        throw new DataError('tooManyActivities', { limit: MAX_ACTIVITIES, line });
      if (event.channel !== '') checkValues('channel', line);
      if (event.device !== '') checkValues('device', line);
      if (event.department !== '') checkValues('department', line);
      if (event.resource !== '') checkValues('resource', line);
    },
    events: () => collector.size(),
    finish() {
      if (collector.size() === 0) {
        const lost = leftOut.get('timeUnread') ?? leftOut.get('timeMissing');
        if (lost === undefined) throw new DataError('noEvents');
        throw new DataError('noTimes', { column: timeColumn || (endColumn ?? ''), line: lost.line });
      }
      return {
        columns: { ...collector.columns(), span: span.days() },
        leftOut: [...leftOut].map(([reason, account]) => ({ reason, ...account })),
      };
    },
  };
}

/**
 * Keeps the cells of the first and the last time, so that their days can be told as the file writes them: the instant
 * alone does not say in which zone it was written down.
 */
function createSpan(settings: EventSettings) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [firstCell, lastCell] = ['', ''];
  const see = (instant: number, cell: string) => {
    // What is no time is neither less nor greater.
    if (instant < first) {
      first = instant;
      firstCell = cell;
    }
    if (instant > last) {
      last = instant;
      lastCell = cell;
    }
  };
  return {
    add(start: number, startCell: string, end: number, endCell: string) {
      see(start, startCell);
      if (!(end < start)) see(end, endCell);
    },
    days(): EventColumns['span'] {
      const dayOf = createDayReader({ ...settings, order: settings.order ?? 'dayFirst' });
      const [from, to] = [dayOf(firstCell), dayOf(lastCell)];
      return from === null || to === null
        ? null
        : { first: { instant: first, day: from }, last: { instant: last, day: to } };
    },
  };
}

/** The cell without spaces around it; empty when it says that there is nothing. */
function textOf(cell: string): string {
  if (isBlank(cell)) return '';
  // Most cells have no spaces to take away.
  return isInk(cell.charCodeAt(0)) && isInk(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

/** True for a sign that is surely no space, of any kind, such as one that does not break. */
function isInk(code: number): boolean {
  return code < 128 ? code > 32 : code > 160 && code < 0x1680;
}
