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
import { createTimeReader, isEitherWay } from './readTime.ts';

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

  const leave = (reason: LeftOut['reason'], line: number, example: string) => {
    const known = leftOut.get(reason);
    if (known === undefined) leftOut.set(reason, { count: 1, line, example: example.slice(0, 60) });
    else known.count++;
  };
  const timeOf = (cell: string, column: string, line: number): number => {
    const instant = readTime(cell);
    if (!Number.isNaN(instant) && (settings.order !== null || !isEitherWay(cell))) return instant;
    if (isBlank(cell)) return Number.NaN;
    if (!Number.isNaN(instant)) throw new DataError('dateOrder', { example: cell.trim(), column });
    leave('timeUnread', line, cell);
    return Number.NaN;
  };
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
      event.start = timeOf(cells.time, timeColumn, line);
      event.end = endColumn === undefined ? Number.NaN : timeOf(cells.end, endColumn, line);
      event.phase = wholeRow;
      if (settings.phases === 'pairs' && word !== '') {
        const phase = word.toLowerCase();
        event.phase = phase === 'start' ? startRow : phase === 'complete' ? endRow : otherRow;
        if (event.phase === endRow) {
          event.end = event.start;
          event.start = Number.NaN;
        }
      }
      if (timeColumn !== '' && Number.isNaN(event.start) && Number.isNaN(event.end) && isBlank(cells.time))
        leave('timeMissing', line, caseId);
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
      if (collector.size() === 0) throw new DataError('noEvents');
      return {
        columns: collector.columns(),
        leftOut: [...leftOut].map(([reason, account]) => ({ reason, ...account })),
      };
    },
  };
}

/** The cell without spaces around it; empty when it says that there is nothing. */
function textOf(cell: string): string {
  if (isBlank(cell)) return '';
  // Most cells have no spaces to take away.
  return cell.charCodeAt(0) > 32 && cell.charCodeAt(cell.length - 1) > 32 ? cell : cell.trim();
}
