import type { EventColumns } from '../../analysis/data/eventColumns.ts';
import type { ByteSource } from './byteBlocks.ts';
import { DataError } from './dataError.ts';
import { createEventFeeder, emptyCells } from './eventFeeder.ts';
import type { EventSettings, LeftOut } from './eventSettings.ts';
import { guessPhases, guessRoles, type RoleGuess } from './guessRoles.ts';
import type { TableReport } from './inspectTable.ts';
import { type ReadTableOptions, readTable, type TableCounts } from './readTable.ts';

export interface EventRows {
  readonly columns: EventColumns;
  readonly leftOut: readonly LeftOut[];
  readonly counts: TableCounts;
}

/** Guesses how the rows of a table are read as events. `zone` is an IANA name. */
export function guessEventTable(report: TableReport, zone: string): { guess: RoleGuess; settings: EventSettings } {
  const found = guessRoles(report.columns);
  const phaseColumn = report.columns.find((column) => column.name === found.roles.phase);
  const phases = phaseColumn === undefined ? 'ignore' : guessPhases(phaseColumn.values);
  const guess = { ...found, phases };
  const time = report.columns.find((column) => column.name === found.roles.time)?.time ?? null;
  return {
    guess,
    settings: {
      roles: guess.roles,
      activity: guess.activity,
      phases,
      order: time?.order === 'either' ? null : (time?.order ?? null),
      numbers: time?.numbers ?? null,
      zone,
    },
  };
}

/** Reads all rows of a table as events. Throws `DataError`. */
export async function readEventTable(
  source: ByteSource,
  report: TableReport,
  settings: EventSettings,
  options: ReadTableOptions = {},
): Promise<EventRows> {
  const place = (name: string | undefined, role: string): number => {
    if (name === undefined) return -1;
    const column = report.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new DataError('noColumn', { column: name, role });
    return column.at;
  };
  const { roles } = settings;
  if (roles.case === undefined) throw new DataError('roleMissing', { role: 'case' });
  const [activityAt = -1, ...moreActivity] = settings.activity.map((name) => place(name, 'activity'));
  if (activityAt < 0) throw new DataError('roleMissing', { role: 'activity' });
  const at = {
    case: place(roles.case, 'case'),
    time: place(roles.time, 'time'),
    end: place(roles.end, 'end'),
    phase: place(roles.phase, 'phase'),
    instance: place(roles.instance, 'instance'),
    resource: place(roles.resource, 'resource'),
    department: place(roles.department, 'department'),
    channel: place(roles.channel, 'channel'),
    device: place(roles.device, 'device'),
  };
  const feeder = createEventFeeder(settings);
  const cells = emptyCells();
  // Totals have no place in a log, and an activity may be called "Total".
  const all = { ...report, settings: { ...report.settings, totals: false } };
  const counts = await readTable(
    source,
    all,
    (row, line) => {
      const cell = (column: number) => (column < 0 ? '' : (row[column] ?? ''));
      cells.caseId = cell(at.case);
      cells.activity = cell(activityAt);
      for (const more of moreActivity) if (cell(more).trim() !== '') cells.activity += ` / ${cell(more).trim()}`;
      cells.time = cell(at.time);
      cells.end = cell(at.end);
      cells.phase = cell(at.phase);
      cells.instance = cell(at.instance);
      cells.resource = cell(at.resource);
      cells.department = cell(at.department);
      cells.channel = cell(at.channel);
      cells.device = cell(at.device);
      feeder.feed(cells, line);
    },
    options,
  );
  return { ...feeder.finish(), counts };
}
