import type { CountedLog } from '../../analysis/data/countedLog.ts';
import { countLog } from '../../analysis/data/countLog.ts';
import type { Grouping, Trail } from '../../analysis/data/countPlaces.ts';
import { type CountedPlaces, countPlacesAndWays } from '../../analysis/data/countWays.ts';
import type { EventColumns } from '../../analysis/data/eventColumns.ts';
import type { ApartTrait } from '../../analysis/data/tellApart.ts';
import type { ImportParams } from '../importError.ts';
import { type ByteSource, byteBlocks } from './byteBlocks.ts';
import { DataError, type DataErrorCode } from './dataError.ts';
import { MAX_ACTIVITIES } from './eventFeeder.ts';
import type { EventSettings, LeftOut } from './eventSettings.ts';
import { createFingerprint } from './fingerprint.ts';
import { guessKind, type KindGuess } from './guessKind.ts';
import type { RoleGuess } from './guessRoles.ts';
import { guessSurvey } from './guessSurvey.ts';
import { inspectTable, type TableReport, type TableSettings } from './inspectTable.ts';
import { guessMetrics, type MetricRow, type MetricSettings, readMetrics, type UnreadValue } from './metricTable.ts';
import { guessEventTable, readEventTable } from './readEventTable.ts';
import { readRows, type TableRows } from './readRows.ts';
import type { ReadTableOptions, TableCounts } from './readTable.ts';
import { inspectXes, readXes, type XesReport } from './readXes.ts';
import {
  readSurvey,
  type SurveyAnswers,
  type SurveyComment,
  type SurveyRead,
  type SurveySettings,
} from './surveyTable.ts';

/** What was understood of a file, with all that can be changed. */
export type Inspection =
  | { readonly format: 'xes'; readonly xes: XesReport }
  | {
      readonly format: 'table';
      readonly table: TableReport;
      readonly kind: KindGuess;
      readonly events: { readonly guess: RoleGuess; readonly settings: EventSettings };
      readonly survey: SurveySettings;
      readonly metrics: MetricSettings;
    };

export interface Progress {
  /** Of the file as it lies on the disk, and how large it is. */
  readonly bytes: number;
  readonly size: number;
  /** Rows or events so far. */
  readonly rows: number;
}

/** Where figures came from: it is kept with them, the rows are not. `hash` is null where none could be made. */
export interface FileAccount {
  readonly name: string;
  readonly size: number;
  readonly hash: string | null;
  /** Which of the file's tables, counted from 0; absent where it holds one only. */
  readonly table?: number;
  /** Rows or events that the file holds below its header. */
  readonly rows: number;
}

export interface CountedFile {
  readonly file: FileAccount;
  readonly log: CountedLog;
  readonly leftOut: readonly LeftOut[];
  /** Of a table; null for XES. */
  readonly counts: TableCounts | null;
  /** Events of an XES log that stand in no trace. */
  readonly loose: number;
}

export interface SurveyFile {
  readonly file: FileAccount;
  readonly answers: readonly SurveyAnswers[];
  readonly comments: readonly SurveyComment[];
  readonly commentsLeftOut: number;
  readonly said: SurveyRead['said'];
  readonly blank: number;
  readonly tests: number;
  readonly unreadDates: SurveyRead['unreadDates'];
  readonly counts: TableCounts;
}

/** The rows of a small table as they stand. */
export interface RowFile extends TableRows {
  readonly file: FileAccount;
}

export interface MetricFile {
  readonly file: FileAccount;
  readonly rows: readonly MetricRow[];
  readonly unread: readonly UnreadValue[];
  readonly tooMany: number;
  readonly counts: TableCounts;
}

/** How a file is to be read: what an inspection proposed, as the user left it. `apart` tells activities apart. */
export type CountRequest = { readonly settings: EventSettings; readonly apart?: readonly ApartTrait[] } & (
  | { readonly format: 'xes' }
  | { readonly format: 'table'; readonly table: TableReport }
);

/** What went well, or what is wrong: errors lose their fields on the way between threads. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: DataErrorCode; readonly params: ImportParams };

export type OnProgress = (progress: Progress) => void;

/** Milliseconds between two reports of progress: often enough to be seen, and no load for the page. */
const REPORT_EVERY = 100;

/** What the worker does. It keeps nothing between calls. `zone` is the IANA name of the zone of times without one. */
export interface DataApi {
  inspect(file: ByteSource, zone: string, overrides?: Partial<TableSettings>): Promise<Outcome<Inspection>>;
  count(file: ByteSource, request: CountRequest, onProgress: OnProgress): Promise<Outcome<CountedFile>>;
  places(trail: Trail, groupings: readonly Grouping[], ends: readonly number[]): Promise<Outcome<CountedPlaces>>;
  survey(
    file: ByteSource,
    request: { readonly table: TableReport; readonly settings: SurveySettings },
    onProgress: OnProgress,
  ): Promise<Outcome<SurveyFile>>;
  metrics(
    file: ByteSource,
    request: { readonly table: TableReport; readonly settings: MetricSettings },
    onProgress: OnProgress,
  ): Promise<Outcome<MetricFile>>;
  rows(
    file: ByteSource,
    request: { readonly table: TableReport; readonly limit: number },
    onProgress: OnProgress,
  ): Promise<Outcome<RowFile>>;
}

export function createDataApi(): DataApi {
  return {
    inspect: (file, zone, overrides = {}) =>
      outcomeOf(async (): Promise<Inspection> => {
        if (await isXml(file)) return { format: 'xes', xes: await inspectXes(file, zone) };
        const table = await inspectTable(file, overrides);
        return {
          format: 'table',
          table,
          kind: guessKind(table),
          events: guessEventTable(table, zone),
          survey: guessSurvey(table, file.name),
          metrics: guessMetrics(table),
        };
      }),
    count: (file, request, onProgress) =>
      outcomeOf(async () => {
        const reading = watch(file, onProgress);
        if (request.format === 'xes') {
          const { columns, leftOut, events, loose } = await readXes(file, request.settings, reading.options);
          const log = countApart(columns, request.apart);
          return { file: await reading.account(events), log, leftOut, counts: null, loose };
        }
        const { columns, leftOut, counts } = await readEventTable(
          file,
          request.table,
          request.settings,
          reading.options,
        );
        return {
          file: await reading.account(counts.rows, request.table),
          log: countApart(columns, request.apart),
          leftOut,
          counts,
          loose: 0,
        };
      }),
    places: (trail, groupings, ends) => outcomeOf(async () => countPlacesAndWays(trail, groupings, ends)),
    survey: (file, { table, settings }, onProgress) =>
      outcomeOf(async () => {
        const reading = watch(file, onProgress);
        const read = await readSurvey(file, table, settings, reading.options);
        return { file: await reading.account(read.counts.rows, table), ...read };
      }),
    metrics: (file, { table, settings }, onProgress) =>
      outcomeOf(async () => {
        const reading = watch(file, onProgress);
        const read = await readMetrics(file, table, settings, reading.options);
        return { file: await reading.account(read.counts.rows, table), ...read };
      }),
    rows: (file, { table, limit }, onProgress) =>
      outcomeOf(async () => {
        const reading = watch(file, onProgress);
        const read = await readRows(file, table, limit, reading.options);
        return { file: await reading.account(read.counts.rows, table), ...read };
      }),
  };
}

/** Counts a log, unless telling its activities apart makes more of them than anybody can match. */
function countApart(columns: EventColumns, apart: readonly ApartTrait[] = []): CountedLog {
  const log = countLog(columns, apart);
  if (apart.length > 0 && log.activities.length > MAX_ACTIVITIES)
    throw new DataError('tooManyApart', { limit: MAX_ACTIVITIES, traits: apart.join(', ') });
  return log;
}

async function outcomeOf<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { ok: false, code: error.code, params: error.params };
  }
}

/** Progress and fingerprint of one reading. */
function watch(file: ByteSource, onProgress: OnProgress) {
  const fingerprint = createFingerprint();
  let [bytes, rows, last] = [0, 0, 0];
  const report = () => {
    const now = performance.now();
    if (now - last < REPORT_EVERY && bytes < file.size) return;
    last = now;
    onProgress({ bytes, size: file.size, rows });
  };
  const options: ReadTableOptions = {
    onBlock: (block) => fingerprint.add(block),
    onBytes(count) {
      bytes = count;
    },
    onRows(count) {
      rows = count;
      report();
    },
  };
  const account = async (count: number, table?: TableReport): Promise<FileAccount> => {
    onProgress({ bytes: file.size, size: file.size, rows: count });
    const own = table !== undefined && table.tables.length > 1 ? { table: table.settings.table } : {};
    return { name: file.name, size: file.size, hash: await fingerprint.end(), rows: count, ...own };
  };
  return { options, account };
}

/** Whether a file is XML. Throws `DataError` for what is written like it and holds a table all the same. */
async function isXml(file: ByteSource): Promise<boolean> {
  for await (const block of byteBlocks(file)) {
    const head = new TextDecoder()
      .decode(block.subarray(0, 4000))
      .replaceAll('\0', '')
      .replace(/^[\s\uFEFF\uFFFD]+/, '');
    if (!isTagFirst(head)) return false;
    if (/<(?:html|table|head|body|meta)\b|<!doctype\s+html/i.test(head)) throw new DataError('webPage');
    if (/<(?:\w+:)?Workbook\b|progid="Excel/.test(head)) throw new DataError('spreadsheet');
    return true;
  }
  return false;
}

/**
 * Whether a text begins with a tag. A cell may begin with its sign, such as `<5 min` or `<none>`: then no name follows, or a
 * delimiter stands behind it, before any attribute.
 */
function isTagFirst(head: string): boolean {
  if (/^<[?!]/.test(head)) return true;
  return /^<[\p{L}_][\p{L}\p{N}_:.-]*(?:[\s/>]|$)/u.test(head) && !/^<[^<>=]*>? *[,;\t|]/.test(head);
}
