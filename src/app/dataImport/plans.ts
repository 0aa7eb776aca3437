import type { TFunction } from 'i18next';
import { matchSpots, type PlaceRule, type Spot } from '../../analysis/data/matchPlaces.ts';
import type { CountedFile, FileAccount } from '../../exchange/data/dataApi.ts';
import type { Period } from '../../exchange/data/readPeriod.ts';
import type { TableCounts } from '../../exchange/data/readTable.ts';
import { MAX_TEXT } from '../../model/records/common.ts';
import type { DataImport } from '../../model/records/dataImport.ts';
import type { Place } from '../../model/records/place.ts';
import { type MapTables, mapRecord } from '../../model/tables.ts';
import { toField } from '../walk/localTime.ts';
import { importKind } from './profile.ts';
import type { FiguresPlan } from './putFigures.ts';
import type { ReadFile } from './reading.ts';
import type { Where } from './rowFigures.ts';

const keyOf = ({ place, channel, device }: Where) => JSON.stringify([place, channel, device]);

/** The places that a file names, most rows first. For a log they are its activities. */
export function spotsOf(read: ReadFile): Spot[] {
  if (read.kind === 'events')
    return read.data.log.activities.map(({ says, events, values }) => ({
      ...{ ...says, rows: events },
      channels: says.channel === '' ? values.channel.map(({ value }) => value) : [],
    }));
  const spots = new Map<string, Spot & { rows: number }>();
  const count = (where: Where, rows: number) => {
    const key = keyOf(where);
    const known = spots.get(key);
    if (known === undefined) spots.set(key, { place: where.place, channel: where.channel, device: where.device, rows });
    else spots.set(key, { ...known, rows: known.rows + rows });
  };
  if (read.kind === 'survey') {
    for (const said of read.data.said) count(said, said.rows);
  } else {
    const lines = new Set<string>();
    for (const row of read.data.rows) {
      const key = `${row.line} ${keyOf(row)}`;
      count(row, lines.has(key) ? 0 : 1);
      lines.add(key);
    }
  }
  return [...spots.values()].sort((a, b) => b.rows - a.rows);
}

/** True when no row says where it belongs: then all belong to one place, which has to be asked for. */
export function namesNoPlace(spots: readonly Spot[]): boolean {
  return spots.every(({ place, channel, device }) => place === '' && channel === '' && device === '');
}

/** Where a row belongs, by rules or, where rows name no place, all to one. */
export function placesBy(
  spots: readonly Spot[],
  rules: readonly PlaceRule[],
  about: string | null,
): (where: Where) => Place | null {
  if (namesNoPlace(spots)) return () => (about === null ? null : { placeId: about, toId: null });
  const matched = matchSpots(spots, rules);
  const places = new Map(spots.map((spot, at) => [keyOf(spot), matched[at] ?? null]));
  return (where) => {
    const placeId = places.get(keyOf(where)) ?? null;
    return placeId === null ? null : { placeId, toId: null };
  };
}

/** True for an id that a whole file can be about. */
export function isPlace(map: MapTables, id: string): boolean {
  return [map.touchpoints, map.steps, map.stages].some((table) => Object.hasOwn(table, id)) || mapRecord(map).id === id;
}

/** Names that are said in a sentence; of more, their number. */
export const NAMED = 20;
/** A hash is kept as one of these; where the browser makes none, nothing is known to be the same file. */
const noHash = '0'.repeat(64);

export function sourceOf(
  read: ReadFile,
  rowsTaken: number,
  leftOut: readonly string[],
  now: string,
): FiguresPlan['source'] {
  return accountOf(importKind(read.kind), read.data.file, rowsTaken, leftOut, now);
}

/** What is kept of a file: what it was, how much of it was taken, and what was left out, in words. */
export function accountOf(
  kind: DataImport['kind'],
  file: FileAccount,
  rowsTaken: number,
  leftOut: readonly string[],
  now: string,
): FiguresPlan['source'] {
  return {
    kind,
    fileName: file.name.slice(0, 500),
    hash: file.hash ?? noHash,
    ...(file.table === undefined ? {} : { table: file.table }),
    importedAt: now,
    rows: file.rows,
    rowsTaken: Math.min(rowsTaken, file.rows),
    leftOut: leftOut.join('\n').slice(0, MAX_TEXT),
  };
}

/** How many rows of a log are counted: those without a case, an activity or a time are not. */
export function countedRows({ file, leftOut }: CountedFile): number {
  return leftOut.reduce((rest, { reason, count }) => (reason === 'halfTimed' ? rest : rest - count), file.rows);
}

/** Imports of figures of the very same table of the very same file; evidence read from it stays. */
export function importsOf(map: MapTables, { hash, table }: FileAccount): string[] {
  if (hash === null) return [];
  return Object.values(map.dataImports).flatMap((each) =>
    each.hash === hash && each.table === table && each.kind !== 'evidence' ? each.id : [],
  );
}

/** True where cells of a table of figures were not what their column holds: somebody should look at them. */
export function hasUnread(read: ReadFile): boolean {
  return (read.kind === 'metrics' || read.kind === 'analytics') && read.data.unread.length > 0;
}

const unreadTexts = {
  value: 'unreadIn',
  date: 'dateUnread',
  blankDate: 'dateBlank',
  count: 'countUnread',
  kpi: 'noKpi',
  days: 'backwardDays',
} as const;

/** What was left out of a file, in words: why, how often, and the first line. */
export function leftOutWords(read: ReadFile, unmatched: readonly Spot[], t: TFunction): string[] {
  const words: string[] = [];
  if (read.kind === 'events') {
    const { leftOut, loose, log, counts } = read.data;
    for (const { reason, count, line, example } of leftOut)
      words.push(t(`data.leftOut.${reason}`, { count, line, example }));
    if (loose > 0) words.push(t('data.leftOut.loose', { count: loose }));
    if (log.otherPhases > 0) words.push(t('data.leftOut.otherPhases', { count: log.otherPhases }));
    if (log.unmatched > 0) words.push(t('data.leftOut.unmatchedEnds', { count: log.unmatched }));
    if (log.backwards > 0) words.push(t('data.leftOut.backwards', { count: log.backwards }));
    words.push(...countWords(counts, t));
  } else {
    words.push(...countWords(read.data.counts, t));
    if (read.kind === 'survey') {
      const unread = read.data.answers.reduce((sum, each) => sum + each.unread, 0);
      const [first] = read.data.answers.flatMap(({ firstUnread }) => firstUnread ?? []).sort((a, b) => a.line - b.line);
      if (unread > 0) words.push(t('data.leftOut.unread', { count: unread, ...first }));
      if (read.data.unreadDates !== null) words.push(t('data.leftOut.unreadIn', { ...read.data.unreadDates }));
      if (read.data.blank > 0) words.push(t('data.leftOut.blank', { count: read.data.blank }));
      if (read.data.tests > 0) words.push(t('data.leftOut.tests', { count: read.data.tests }));
      if (read.data.commentsLeftOut > 0) words.push(t('data.leftOut.comments', { count: read.data.commentsLeftOut }));
    } else {
      for (const { column, role, count, line, example } of read.data.unread)
        words.push(t(`data.leftOut.${unreadTexts[role]}`, { column, count, line, example }));
      if (read.data.tooMany > 0) words.push(t('data.leftOut.tooMany', { count: read.data.tooMany }));
    }
  }
  const rest = unmatched.filter(({ rows }) => rows > 0);
  if (rest.length > 0) {
    const rows = rest.reduce((sum, spot) => sum + spot.rows, 0);
    const names = rest.slice(0, NAMED).map((spot) => `${spotName(spot, t)} (${spot.rows})`);
    if (rest.length > NAMED) names.push(t('data.leftOut.more', { count: rest.length - NAMED }));
    words.push(t('data.leftOut.unmatched', { count: rows, names: names.join(', ') }));
  }
  return words;
}

function countWords(counts: TableCounts | null, t: TFunction): string[] {
  if (counts === null) return [];
  const { totals, otherTables, badBytes, strayQuotes, swallowed, tooWide, notes } = counts;
  return [
    ...(tooWide === null ? [] : [t('data.leftOut.tooWide', { ...tooWide })]),
    ...(swallowed === null ? [] : [t('data.leftOut.swallowed', { ...swallowed })]),
    ...(strayQuotes > 0 ? [t('data.leftOut.strayQuotes', { count: strayQuotes })] : []),
    ...(totals > 0 ? [t('data.leftOut.totals', { count: totals })] : []),
    ...(otherTables > 0 ? [t('data.leftOut.otherTables', { count: otherTables })] : []),
    ...(notes === null ? [] : [t('data.leftOut.notes', { ...notes })]),
    ...(badBytes > 0 ? [t('data.leftOut.badBytes', { count: badBytes })] : []),
  ];
}

/** What a file says about a place, in one line. */
export function spotName({ place, channel, device }: Where, t: TFunction): string {
  return [place, channel, device].filter((text) => text !== '').join(' · ') || t('data.match.noPlace');
}

/** What a period is when a file names none: this day, as it is where the user is. */
export function today(): Period {
  const day = toField(new Date().toISOString()).slice(0, 10);
  return { from: day, to: day };
}
