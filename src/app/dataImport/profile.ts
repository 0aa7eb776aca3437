import type { PlaceRule } from '../../analysis/data/matchPlaces.ts';
import { type ApartTrait, apartTraits } from '../../analysis/data/tellApart.ts';
import type { Inspection } from '../../exchange/data/dataApi.ts';
import { type EventRole, eventRoles, type Phases } from '../../exchange/data/guessRoles.ts';
import type { TableOutline, TableReport, TableSettings } from '../../exchange/data/inspectTable.ts';
import type { DateOrder, NumberTime } from '../../exchange/data/readTime.ts';
import { isId } from '../../model/ids.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import { type KpiPick, writings } from './kpiPicks.ts';
import { type LogMeasure, logMeasures } from './logFigures.ts';
import type { NoPlaces } from './matchRows.ts';
import { columnsOf, type Reading, type Role, readingOf, roleOf, rolesFor, withRole } from './reading.ts';
import { type ScoreAs, scoreAsOf } from './scoreKpis.ts';

/** How a file is matched onto a map. */
export interface Matching {
  readonly rules: readonly PlaceRule[];
  /** By what rows of one place are told apart. */
  readonly apart: readonly ApartTrait[];
  /** Texts that belong to no touchpoint: about these nothing is asked. */
  readonly none: NoPlaces;
  /** Where all rows belong when no column says so: a touchpoint, step, stage or the map. Null until somebody has said it. */
  readonly about: string | null;
  /** By the name of a KPI in the file. */
  readonly picks: ReadonlyMap<string, KpiPick>;
  /** By the column of a score. */
  readonly scores: ReadonlyMap<string, ScoreAs>;
  /** Names of the activities at which the journey ends; null for those that seem to be. */
  readonly ends: readonly string[] | null;
  /** Which figures of a log are put on the map; null for the usual ones. */
  readonly measures: readonly LogMeasure[] | null;
}

export const noMatching: Matching = {
  rules: [],
  apart: [],
  none: new Map(),
  about: null,
  picks: new Map(),
  scores: new Map(),
  ends: null,
  measures: null,
};

/** What a profile keeps besides the roles of columns stands in its table of columns under heads that no file has. */
const keep = (head: string) => `#${head}`;
const tableKeys = [
  'encoding',
  'delimiter',
  'comments',
  'table',
  'headerRows',
  'headerLine',
  'decimal',
  'totals',
] as const;
const HEAD = 500;
const ROLE = 40;
/** Texts that belong nowhere and are kept. */
const NONE = 5000;

export function importKind(kind: Reading['kind']): MatchProfile['kind'] {
  return kind === 'events' ? 'eventLog' : kind;
}

/** What is kept of how a file was read and matched, under a name. */
export function profileOf(
  name: string,
  seen: Inspection,
  reading: Reading,
  overrides: Partial<TableSettings>,
  matching: Matching,
): Omit<MatchProfile, 'id' | 'order' | 'extra'> {
  const columns: Record<string, string> = {};
  const note = (head: string, role: string | null) => {
    if (role !== null && head.length <= HEAD && role.length <= ROLE) columns[head] = role;
  };
  for (const column of columnsOf(seen)) {
    const role = roleOf(reading, column.name);
    // Of XES, whose events need not all have the same keys, only what matters.
    if (seen.format === 'table' || role !== 'none') note(column.name, role);
  }
  if (seen.format === 'table') {
    const { tables, settings } = seen.table;
    for (const [at, other] of tables.entries()) if (at !== settings.table) note(keep(besideKey(other)), 'beside');
  }
  for (const key of tableKeys) if (overrides[key] !== undefined) note(keep(key), String(overrides[key]));
  const { kind, settings } = reading;
  note(keep('order'), settings.order);
  note(keep('numbers'), settings.numbers ?? 'none');
  if (kind === 'events') {
    note(keep('phases'), settings.phases);
    note(keep('zone'), settings.zone);
  }
  if (kind === 'survey') {
    note(keep('byMonth'), String(settings.byMonth));
    for (const score of settings.scores) {
      // As it was put on the map, guessed or said: another file must not be guessed otherwise.
      const { as, best } = scoreAsOf(score, matching.scores);
      note(keep(`score:${score.column}`), [as, best, score.scale.least, score.scale.greatest].join('|'));
    }
  }
  if (kind === 'metrics' || kind === 'analytics') {
    note(keep('counts'), 'said');
    for (const pair of Object.entries(settings.nOf)) note(keep(`n:${JSON.stringify(pair)}`), 'n');
  }
  for (const end of matching.ends ?? []) note(keep(`end:${end}`), 'end');
  for (const [text, why] of [...matching.none].slice(0, NONE)) note(keep(`none:${text}`), why);
  if (matching.measures !== null) note(keep('measures'), String(matching.measures.length));
  for (const measure of matching.measures ?? []) note(keep(`measure:${measure}`), 'put');
  if (matching.apart.length > 0) note(keep('apart'), matching.apart.join('|'));
  note(keep('about'), matching.about);
  for (const [kpi, pick] of matching.picks) {
    note(keep(`kpi:${kpi}`), `${pick.kpi}|${pick.factor}`);
    note(keep(`written:${kpi}`), pick.written ?? null);
  }
  return { name, kind: importKind(kind), columns, rules: matching.rules.slice(0, 5000) };
}

/** What a profile says about how to read the table itself; null when nothing was ever changed. */
export function profileOverrides({ columns }: MatchProfile): Partial<TableSettings> | null {
  const said = tableKeys.filter((key) => columns[keep(key)] !== undefined);
  if (said.length === 0) return null;
  const values: Record<string, unknown> = {};
  for (const key of said) {
    const text = columns[keep(key)] as string;
    values[key] = text === 'true' ? true : text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text;
  }
  return values as Partial<TableSettings>;
}

/** True when a file has all the columns that a profile knows, and its rows are of that kind. */
export function fitsProfile(profile: MatchProfile, seen: Inspection): boolean {
  const heads = headsOf(profile);
  const own = new Set(columnsOf(seen).map(({ name }) => name));
  if (heads.length === 0 || !heads.every((head) => own.has(head))) return false;
  return seen.format === 'table' || profile.kind === 'eventLog';
}

/** The heads of columns that a profile knows. */
const headsOf = ({ columns }: MatchProfile) => Object.keys(columns).filter((head) => !head.startsWith('#'));

/** A table that was in the file and was not read, by its heads. */
const besideKey = ({ names }: TableOutline) => `beside:${names.join('|')}`;

function holds({ names }: TableOutline, profile: MatchProfile): boolean {
  const heads = headsOf(profile);
  return heads.length > 0 && heads.every((head) => names.includes(head));
}

/**
 * Which table of a file is that of a profile, counted from 0: the one that is read where it has the columns, else the first
 * that has, since the order and the lengths of the tables change from month to month. Null where none has.
 */
export function tableOfProfile(profile: MatchProfile, { tables, settings }: TableReport): number | null {
  const chosen = tables[settings.table];
  if (chosen !== undefined && holds(chosen, profile)) return settings.table;
  const at = tables.findIndex((table) => holds(table, profile));
  return at === -1 ? null : at;
}

/**
 * What a file has that a profile which fits it does not know: columns, and tables beside the one that is read that were not
 * there, or that one of the `others` reads. Such a file is not put on the map unasked. Of XES only the keys that matter are
 * kept, so that none is new.
 */
export function newToProfile(
  { id, columns }: MatchProfile,
  seen: Inspection,
  others: readonly MatchProfile[] = [],
): { columns: string[]; otherTables: number } {
  if (seen.format === 'xes') return { columns: [], otherTables: 0 };
  const { tables, settings } = seen.table;
  const names = seen.table.columns.map(({ name }) => name);
  const isKnown = (table: TableOutline) =>
    Object.hasOwn(columns, keep(besideKey(table))) && !others.some((each) => each.id !== id && holds(table, each));
  return {
    columns: names.filter((name) => name.length <= HEAD && !Object.hasOwn(columns, name)),
    otherTables: tables.filter((table, at) => at !== settings.table && !isKnown(table)).length,
  };
}

/** The reading and matching that a profile keeps. Touchpoints that are gone have taken their rules with them. */
export function applyProfile(profile: MatchProfile, seen: Inspection): { reading: Reading; matching: Matching } {
  const { columns, kind, rules } = profile;
  const said = (key: string): string | null => columns[keep(key)] ?? null;
  let reading = readingOf(seen, kind === 'eventLog' ? 'events' : kind);
  const allowed = new Set<string>(rolesFor(reading.kind));
  for (const column of columnsOf(seen)) {
    const role = columns[column.name] ?? 'none';
    reading = withRole(reading, column, allowed.has(role) ? (role as Role) : 'none');
  }
  const order = said('order') as DateOrder | null;
  const counted = said('numbers') ?? reading.settings.numbers;
  const numbers = counted === 'none' ? null : (counted as NumberTime | null);
  if (reading.kind === 'events') {
    const { settings } = reading;
    // The order in which a role was given does not count: an activity of several columns keeps that of the file.
    const roles = Object.fromEntries(eventRoles.flatMap((role) => entryOf(settings.roles, role)));
    reading = {
      kind: 'events',
      settings: {
        ...settings,
        roles,
        order,
        phases: (said('phases') as Phases | null) ?? settings.phases,
        zone: said('zone') ?? settings.zone,
        numbers,
      },
    };
  } else if (reading.kind === 'survey') {
    const scores = reading.settings.scores.map((score) => {
      const [, , least, greatest] = said(`score:${score.column}`)?.split('|') ?? [];
      return greatest === undefined ? score : { ...score, scale: { least: Number(least), greatest: Number(greatest) } };
    });
    reading = {
      kind: 'survey',
      settings: { ...reading.settings, order, numbers, scores, byMonth: said('byMonth') === 'true' },
    };
  } else {
    const nOf = said('counts') === null ? reading.settings.nOf : countColumns(columns, seen);
    reading = { kind: reading.kind, settings: { ...reading.settings, order, numbers, nOf } };
  }

  const picks = new Map<string, KpiPick>();
  const scores = new Map<string, ScoreAs>();
  const none = new Map<string, 'said' | 'left'>();
  for (const [head, value] of Object.entries(columns)) {
    const [first = '', second = ''] = value.split('|');
    if (head.startsWith('#none:')) none.set(head.slice(6), first === 'said' ? 'said' : 'left');
    if (head.startsWith('#kpi:')) {
      const was = said(`was:${head.slice(5)}`);
      const written = writings.find((each) => each === said(`written:${head.slice(5)}`));
      const pick = { kpi: first, factor: Number(second) || 1 };
      picks.set(head.slice(5), { ...pick, ...(was !== null && { was }), ...(written && { written }) });
    }
    if (head.startsWith('#score:'))
      scores.set(head.slice(7), { as: first as ScoreAs['as'], best: second === 'low' ? 'low' : 'high' });
  }
  const ends = Object.keys(columns).flatMap((head) => (head.startsWith('#end:') ? [head.slice(5)] : []));
  const about = said('about');
  return {
    reading,
    matching: {
      ...{ rules, none, picks, scores },
      apart: apartTraits.filter((trait) => said('apart')?.split('|').includes(trait)),
      about: isId(about) ? about : null,
      ends: ends.length > 0 ? ends : null,
      measures:
        said('measures') === null
          ? null
          : (Object.keys(logMeasures) as LogMeasure[]).filter((measure) => said(`measure:${measure}`) !== null),
    },
  };
}

/** Which column is n of which figure, as a profile keeps it; of columns that the file has. */
function countColumns(kept: MatchProfile['columns'], seen: Inspection): Record<string, string> {
  const own = new Set(columnsOf(seen).map(({ name }) => name));
  const pairs = Object.keys(kept).flatMap((head): [string, string][] => {
    // Written as a list of two: either name may hold any sign.
    const [value, column] = head.startsWith('#n:') ? listOf(head.slice(3)) : [];
    return typeof value === 'string' && typeof column === 'string' ? [[value, column]] : [];
  });
  return Object.fromEntries(pairs.filter((pair) => pair.every((name) => own.has(name))));
}

/** A list in JSON; none where somebody has written something else there. */
function listOf(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function entryOf(roles: Readonly<Partial<Record<string, string>>>, role: EventRole): [string, string][] {
  const name = roles[role];
  return name === undefined ? [] : [[role, name]];
}
