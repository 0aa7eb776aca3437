import type { CountedFile, Inspection, MetricFile, SurveyFile } from '../../exchange/data/dataApi.ts';
import { DataError } from '../../exchange/data/dataError.ts';
import type { EventSettings } from '../../exchange/data/eventSettings.ts';
import type { ColumnGuess } from '../../exchange/data/guessColumn.ts';
import type { RowsKind } from '../../exchange/data/guessKind.ts';
import { type EventRole, eventRoles } from '../../exchange/data/guessRoles.ts';
import { isWhenName, monthsIn } from '../../exchange/data/metricDays.ts';
import type { MetricSettings } from '../../exchange/data/metricTable.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import type { ScoreColumn, SurveySettings } from '../../exchange/data/surveyTable.ts';
import { nameKey } from '../../model/nameKey.ts';

/** How the rows of a file are to be read: what the inspection proposed, as the user left it. */
export type Reading =
  | { readonly kind: 'events'; readonly settings: EventSettings }
  | { readonly kind: 'survey'; readonly settings: SurveySettings }
  | { readonly kind: 'metrics' | 'analytics'; readonly settings: MetricSettings };

/** What was read. */
export type ReadFile =
  | { readonly kind: 'events'; readonly data: CountedFile }
  | { readonly kind: 'survey'; readonly data: SurveyFile }
  | { readonly kind: 'metrics' | 'analytics'; readonly data: MetricFile };

const metricRoles = ['place', 'channel', 'device', 'persona', 'kpi', 'value', 'n', 'from', 'to'] as const;
/** Those that one column has at most. */
const singleRoles = ['place', 'channel', 'device', 'persona', 'kpi', 'n', 'from', 'to'] as const;
/** Those of a survey that one column has at most. */
const singleSurveyRoles = ['place', 'channel', 'device', 'persona', 'date'] as const;
const surveyRoles = ['nps', 'csat', 'ces', 'comment', ...singleSurveyRoles] as const;
export type Role = EventRole | (typeof metricRoles)[number] | (typeof surveyRoles)[number] | 'none';

/** The roles that a column can have, by the kind of rows. */
export function rolesFor(kind: RowsKind): readonly Role[] {
  return ['none', ...(kind === 'events' ? eventRoles : kind === 'survey' ? surveyRoles : metricRoles)];
}

/** How the rows are read at first, as this kind or the one that was guessed. */
export function readingOf(seen: Inspection, kind?: RowsKind): Reading {
  if (seen.format === 'xes') return { kind: 'events', settings: seen.xes.settings };
  const wanted = kind ?? seen.kind.kind;
  if (wanted === 'events') return { kind: wanted, settings: seen.events.settings };
  if (wanted === 'survey') return { kind: wanted, settings: seen.survey };
  return { kind: wanted, settings: seen.metrics };
}

/**
 * The same, where a map is open: a column of texts most of which are titles of its touchpoints says the place. Of several
 * the one with the greatest part of such texts is taken; the one that was guessed stays unless it has fewer.
 */
export function readingAt(titles: readonly string[], seen: Inspection, kind?: RowsKind): Reading {
  const reading = readingOf(seen, kind);
  if (reading.kind === 'events' || titles.length === 0) return reading;
  const known = new Set(titles.map(nameKey).filter((title) => title !== ''));
  const partOf = ({ kind: holds, values }: ColumnGuess) =>
    holds === 'text' && values.length > 0
      ? values.filter((text) => known.has(nameKey(text))).length / values.length
      : 0;
  const columns = columnsOf(seen);
  const best = columns.reduce<ColumnGuess | undefined>(
    (first, column) => (partOf(column) > (first === undefined ? 0.5 : partOf(first)) ? column : first),
    undefined,
  );
  const guessed = columns.find(({ name }) => name === reading.settings.place);
  if (best === undefined || (guessed !== undefined && partOf(guessed) >= partOf(best))) return reading;
  return withRole(reading, best, 'place');
}

export function columnsOf(seen: Inspection): readonly ColumnGuess[] {
  return seen.format === 'xes' ? seen.xes.columns : seen.table.columns;
}

/** What a column is read as. */
export function roleOf({ kind, settings }: Reading, column: string): Role {
  if (kind === 'events') {
    if (settings.activity.includes(column)) return 'activity';
    const own = Object.entries(settings.roles).find(([, name]) => name === column);
    return (own?.[0] as EventRole | undefined) ?? 'none';
  }
  if (kind === 'survey') {
    const score = settings.scores.find((each) => each.column === column);
    if (score !== undefined) return score.measure;
    if (settings.comments.includes(column)) return 'comment';
    return singleSurveyRoles.find((role) => settings[role] === column) ?? 'none';
  }
  if (settings.values.includes(column)) return 'value';
  return singleRoles.find((role) => settings[role] === column) ?? 'none';
}

/** The same reading with another role for a column. A role that only one column can have is taken from the one before. */
export function withRole(reading: Reading, column: ColumnGuess, role: Role): Reading {
  const { name } = column;
  if (roleOf(reading, name) === role) return reading;
  if (reading.kind === 'events') return { kind: 'events', settings: withEventRole(reading.settings, column, role) };
  if (reading.kind === 'survey') return { kind: 'survey', settings: withSurveyRole(reading.settings, column, role) };
  const { settings } = reading;
  const order = column.time?.order === 'either' ? null : (column.time?.order ?? null);
  const others = Object.fromEntries(singleRoles.filter((each) => settings[each] === name).map((each) => [each, null]));
  const values = settings.values.filter((each) => each !== name);
  return {
    kind: reading.kind,
    settings: {
      ...settings,
      ...others,
      values: role === 'value' ? [...values, name] : values,
      ...(role === 'value' || role === 'none' ? {} : { [role]: name }),
      ...(role === 'from'
        ? { order, numbers: column.time?.numbers ?? null, nthDay: /^nth day$/i.test(name.trim()) }
        : {}),
    },
  };
}

/** The same reading, where a figure says by another column, or by none, on how many it rests. */
export function withCount(reading: Reading, value: string, column: string | null): Reading {
  if (reading.kind === 'events' || reading.kind === 'survey') return reading;
  const others = Object.entries(reading.settings.nOf).filter(([name]) => name !== value);
  const nOf = Object.fromEntries(column === null ? others : [...others, [value, column]]);
  return { kind: reading.kind, settings: { ...reading.settings, nOf } };
}

/** Columns of figures that a table of figures has and that are read as nothing. */
export function unusedFigures(seen: Inspection, reading: Reading): string[] {
  if (reading.kind !== 'metrics' && reading.kind !== 'analytics') return [];
  const counts = new Set(Object.values(reading.settings.nOf));
  return columnsOf(seen).flatMap(({ name, kind }) =>
    kind === 'number' && !counts.has(name) && roleOf(reading, name) === 'none' ? [name] : [],
  );
}

/** The column that says on how many the figures under a name rest; null where none does, or rows are no figures. */
export function countColumnOf(reading: Reading, name: string): string | null {
  if (reading.kind === 'events' || reading.kind === 'survey') return null;
  const { n, nOf, kpi, values } = reading.settings;
  return n ?? nOf[kpi === null ? name : (values[0] ?? '')] ?? null;
}

function withEventRole(settings: EventSettings, column: ColumnGuess, role: Role): EventSettings {
  const { name, time } = column;
  const roles = Object.fromEntries(Object.entries(settings.roles).filter(([, own]) => own !== name));
  const activity = settings.activity.filter((own) => own !== name);
  if (role === 'none') return { ...settings, roles, activity };
  if (role === 'activity') return { ...settings, roles, activity: [...activity, name] };
  const order = time?.order === 'either' ? null : (time?.order ?? null);
  const times = role === 'time' ? { order, numbers: time?.numbers ?? null } : {};
  const phases = role === 'phase' && settings.phases === 'ignore' ? { phases: 'pairs' as const } : {};
  return { ...settings, roles: { ...roles, [role]: name }, activity, ...times, ...phases };
}

function withSurveyRole(settings: SurveySettings, column: ColumnGuess, role: Role): SurveySettings {
  const { name, time, range } = column;
  const others = Object.fromEntries(
    singleSurveyRoles.filter((each) => settings[each] === name).map((each) => [each, null]),
  );
  const next = {
    ...settings,
    ...others,
    scores: settings.scores.filter((each) => each.column !== name),
    comments: settings.comments.filter((each) => each !== name),
  };
  if (role === 'comment') return { ...next, comments: [...next.comments, name] };
  if (role === 'nps' || role === 'csat' || role === 'ces') {
    const greatest = role === 'nps' ? 10 : (range?.[1] ?? 5) > 7 ? 10 : (range?.[1] ?? 5) > 5 ? 7 : 5;
    const score: ScoreColumn = { column: name, measure: role, scale: { least: role === 'nps' ? 0 : 1, greatest } };
    return { ...next, scores: [...next.scores, score] };
  }
  if (role === 'none') return next;
  const order = time?.order === 'either' ? null : (time?.order ?? null);
  return { ...next, [role]: name, ...(role === 'date' ? { order, numbers: time?.numbers ?? null } : {}) };
}

/** The days from the first of which a column such as "Nth day" counts; null where days are written as such. */
export function countedDays({ kind, settings }: Reading): Period | null {
  return (kind === 'metrics' || kind === 'analytics') && settings.nthDay ? settings.period : null;
}

/** The columns that say when. */
function timeColumns(seen: Inspection, { kind, settings }: Reading): readonly ColumnGuess[] {
  const names =
    kind === 'events'
      ? [settings.roles.time, settings.roles.end]
      : kind === 'survey'
        ? [settings.date]
        : [settings.from, settings.to];
  return columnsOf(seen).filter(({ name }) => names.includes(name));
}

/** True where a column that says when holds bare numbers, of which it is open from what day on they count. */
export function asksNumbers(seen: Inspection, reading: Reading): boolean {
  if (countedDays(reading) !== null) return false;
  return timeColumns(seen, reading).some(({ kind, time }) => kind === 'number' || (time?.numbers ?? null) !== null);
}

/**
 * Whether the order of day and month is asked for, can be chosen, or plays no part. A file may be asked for it by its
 * beginning or, where that leaves nothing open, by a row further down, at which reading ended with `problem`.
 */
export function orderChoice(seen: Inspection, reading: Reading, problem: unknown): 'asked' | 'offered' | 'none' {
  const columns = timeColumns(seen, reading);
  if (columns.length === 0) return 'none';
  if (problem instanceof DataError && problem.code === 'dateOrder') return 'asked';
  if (missingFor(seen, reading).includes('order')) return 'asked';
  const isOpen = (cell: string) => /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d/.test(cell);
  return reading.settings.order !== null || columns.some(({ examples }) => examples.some(isOpen)) ? 'offered' : 'none';
}

/** What has to be said before the rows can be read, as codes of `data.missing`. */
export function missingFor(seen: Inspection, { kind, settings }: Reading): string[] {
  // Of a table without rows there is nothing to say: nothing can be read.
  if (seen.format === 'table' && seen.table.whole && seen.table.rows.length === 0) return ['rows'];
  const columns = columnsOf(seen);
  const isEither = (name: string | null | undefined) =>
    settings.order === null && columns.find((column) => column.name === name)?.time?.order === 'either';
  if (kind === 'events') {
    const missing = seen.format === 'table' && settings.roles.case === undefined ? ['case'] : [];
    if (settings.activity.length === 0) missing.push('activity');
    if (isEither(settings.roles.time) || isEither(settings.roles.end)) missing.push('order');
    return missing;
  }
  if (kind === 'survey') {
    const missing = settings.scores.length + settings.comments.length === 0 ? ['score'] : [];
    return isEither(settings.date) ? [...missing, 'order'] : missing;
  }
  const missing = settings.values.length === 0 ? ['value'] : [];
  return isEither(settings.from) || isEither(settings.to) ? [...missing, 'order'] : missing;
}

/** What should be known before the rows are read, though they can be, as codes of `data.missing`. */
export function hintsFor(reading: Reading, seen: Inspection): string[] {
  const { kind, settings } = reading;
  if (kind === 'events') return [];
  if (kind === 'survey') return settings.scores.length === 0 && settings.comments.length > 0 ? ['noScore'] : [];
  const isUnread = ({ name }: ColumnGuess) => isWhenName(name) && roleOf(reading, name) === 'none';
  // Beside a year the months are read as little.
  const isOpen = settings.from === null || monthsIn(settings.from) === 12;
  return isOpen && columnsOf(seen).some(isUnread) ? ['noDays'] : [];
}
