import type { TFunction } from 'i18next';
import type { MetricRow } from '../../exchange/data/metricTable.ts';
import { createPersonaFinder } from '../../exchange/data/readPieces.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Documents } from '../../model/tables.ts';
import { NAMED } from './plans.ts';
import type { PlannedSeries } from './putFigures.ts';
import type { metricFigures } from './rowFigures.ts';

/** Rows of a table by whose they are. */
export interface RowsByPersona {
  /** By the ids of personas of the map, and of everyone. */
  readonly groups: ReadonlyMap<string, readonly MetricRow[]>;
  /** Names in the file that no persona of the map has, those of most rows first, with how many rows they have. */
  readonly others: readonly { readonly name: string; readonly rows: number }[];
}

/**
 * Rows by persona: those that name none are everyone's. Rows of somebody who is no persona of the map are in no group,
 * since counted as everyone they would be taken for all customers.
 */
export function rowsByPersona(rows: readonly MetricRow[], docs: Documents): RowsByPersona {
  const personaNamed = createPersonaFinder(docs);
  const groups = new Map<string, MetricRow[]>();
  const others = new Map<string, Set<number>>();
  for (const row of rows) {
    const { persona = '', line } = row;
    const found = persona === '' ? null : personaNamed(persona);
    const id = persona === '' ? EVERYONE : found?.isHere === true ? found.id : null;
    if (id === null) others.set(persona, (others.get(persona) ?? new Set()).add(line));
    else {
      const own = groups.get(id);
      if (own) own.push(row);
      else groups.set(id, [row]);
    }
  }
  const counted = [...others].map(([name, lines]) => ({ name, rows: lines.size }));
  return { groups, others: counted.sort((a, b) => b.rows - a.rows) };
}

/** The figures of each group by `figuresOf`, as those of its persona. */
export function personaFigures(
  { groups }: RowsByPersona,
  figuresOf: (rows: readonly MetricRow[], personaId: string) => ReturnType<typeof metricFigures>,
): ReturnType<typeof metricFigures> {
  const series: PlannedSeries[] = [];
  const leftOut = { noCount: 0, noRollUp: 0 };
  let taken = 0;
  for (const [personaId, rows] of groups) {
    const own = figuresOf(rows, personaId);
    series.push(...own.series.map((each) => (personaId === EVERYONE ? each : { ...each, personaId })));
    taken += own.taken;
    leftOut.noCount += own.leftOut.noCount;
    leftOut.noRollUp += own.leftOut.noRollUp;
  }
  return { series, taken, leftOut };
}

/**
 * Finds the id of a persona of the map by a name in a file. `others` are the names among `named` that no persona of the map
 * has, in the order of the file.
 */
export function personasOf(named: readonly string[], docs: Documents) {
  const personaNamed = createPersonaFinder(docs);
  const personaOf = (name: string): string | null => {
    const found = name === '' ? null : personaNamed(name);
    return found?.isHere === true ? found.id : null;
  };
  return { personaOf, others: [...new Set(named)].filter((name) => name !== '' && personaOf(name) === null) };
}

/** What is said of answers whose persona the map has not. */
export function notOursWords(others: readonly string[], t: TFunction): string {
  const names = others.slice(0, NAMED);
  if (others.length > NAMED) names.push(t('data.leftOut.more', { count: others.length - NAMED }));
  return t('data.leftOut.forEveryone', { names: names.join(', ') });
}

/** What is said of rows whose persona the map has not. */
export function noPersonaWords(others: RowsByPersona['others'], t: TFunction): string {
  const names = others.slice(0, NAMED).map(({ name, rows }) => `${name} (${rows})`);
  if (others.length > NAMED) names.push(t('data.leftOut.more', { count: others.length - NAMED }));
  const count = others.reduce((sum, { rows }) => sum + rows, 0);
  return t('data.leftOut.noPersona', { count, names: names.join(', ') });
}
