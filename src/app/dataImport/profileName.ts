import { findByName } from '../../commands/names.ts';
import type { Inspection } from '../../exchange/data/dataApi.ts';
import { nameKey } from '../../model/nameKey.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import { fitsProfile, importKind } from './profile.ts';
import type { Reading } from './reading.ts';
import type { Understood } from './useDataImport.ts';

/** Longest name of a profile, in UTF-16 units. */
export const LONGEST_NAME = 80;
/** What is put behind a name has to fit. */
const BEHIND = 40;

/**
 * The name that is proposed for the profile of a file: that of the profile which fitted it, else the file's own without what
 * changes from month to month. Tables of one file have names that differ, and the name of a profile of other columns among
 * `saved` is not taken: saving would replace it.
 */
export function profileNameFor(
  {
    profile,
    file,
    seen,
    reading,
  }: Pick<Understood, 'profile' | 'seen' | 'reading'> & { readonly file: { readonly name: string } },
  saved: readonly MatchProfile[] = [],
): string {
  const kind = importKind(reading.kind);
  if (profile !== null && profile.kind === kind) return profile.name;
  const whole = file.name.replace(/\.gz$/i, '').replace(/\.\w{2,4}$/, '');
  const own = whole.replace(/[\s_-]*\(?\d[\d\s_.()-]*$/, '') || whole;
  const table = tableName(seen);
  const base = (table === '' ? own : `${own.slice(0, BEHIND)} · ${table}`).slice(0, LONGEST_NAME);
  const isTaken = (name: string) =>
    saved.some((each) => nameKey(each.name) === nameKey(name) && (each.kind !== kind || !fitsProfile(each, seen)));
  for (let number = 2, name = base; ; number++) {
    if (!isTaken(name)) return name;
    name = `${base.slice(0, LONGEST_NAME - 8)} ${number}`;
  }
}

/** What tells a table from the others of its file; empty where it is the only one. */
function tableName(seen: Inspection): string {
  if (seen.format === 'xes' || seen.table.tables.length < 2) return '';
  const { tables, settings } = seen.table;
  const title = tables[settings.table]?.title.trim().slice(0, BEHIND - 4) ?? '';
  const isOwn = title !== '' && tables.filter((each) => each.title.trim().slice(0, BEHIND - 4) === title).length === 1;
  return isOwn ? title : `${title} ${settings.table + 1}`.trim();
}

/** Why a profile cannot have a name, as codes of `data.profiles.problems`; null where it can. */
export function nameProblem(name: string, others: readonly MatchProfile[]): 'empty' | 'taken' | null {
  if (name.trim() === '') return 'empty';
  return findByName(others, name) === undefined ? null : 'taken';
}

/** The profile that is replaced by one of this name though it reads files with other columns; undefined where none is. */
export function replacedBy(
  name: string,
  { seen, reading }: Pick<Understood, 'seen' | 'reading'>,
  saved: readonly MatchProfile[],
): MatchProfile | undefined {
  const kind = importKind(reading.kind);
  const same = findByName(
    saved.filter((each) => each.kind === kind),
    name,
  );
  return same === undefined || fitsProfile(same, seen) ? undefined : same;
}

/** True for a name that profiles of other kinds of rows have and none of this kind: saving under it is refused. */
export function isOfOtherKind(name: string, rows: Reading['kind'], saved: readonly MatchProfile[]): boolean {
  const kind = importKind(rows);
  const ofKind = saved.filter((each) => each.kind === kind);
  return findByName(ofKind, name) === undefined && findByName(saved, name) !== undefined;
}
