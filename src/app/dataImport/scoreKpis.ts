import type { ScoreDefinition } from '../../analysis/data/surveyScores.ts';
import type { ScoreColumn } from '../../exchange/data/surveyTable.ts';
import { nameKey } from '../../model/nameKey.ts';
import { fieldsOfDefinition } from '../../model/readyKpis.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { readyKpi } from './kpiPicks.ts';
import { type KpiWish, kpiNamed } from './putFigures.ts';

/** What a score is made of besides its scale. */
export interface ScoreAs {
  readonly as: 'mean' | 'topTwoBox' | 'share';
  readonly best: 'high' | 'low';
}

/** Grades of which 1 is the best. */
const schoolGrades = /schulnote|school grade/i;

/** What a score is made of at first. */
export function usualScore({ column, measure, scale }: ScoreColumn): ScoreAs {
  if (measure === 'csat') return { as: 'topTwoBox', best: schoolGrades.test(column) ? 'low' : 'high' };
  return { as: 'mean', best: measure === 'ces' && scale.greatest === 5 ? 'low' : 'high' };
}

/** What a score is made of: as somebody said, else as usual. */
export function scoreAsOf(score: ScoreColumn, said: ReadonlyMap<string, ScoreAs>): ScoreAs {
  return said.get(score.column) ?? usualScore(score);
}

export function definitionOf({ measure, scale }: ScoreColumn, { as, best }: ScoreAs): ScoreDefinition {
  if (measure === 'nps') return { measure };
  if (measure === 'csat')
    return { measure, as: as === 'mean' ? 'mean' : 'topTwoBox', scale, ...(best === 'low' && { best }) };
  return { measure, as: as === 'share' ? 'share' : 'mean', scale, best };
}

const kpiDefinitions = { mean: 'mean', topTwoBox: 'topTwo', share: 'share' } as const;

type Meaning = Pick<Kpi, 'name' | 'metric' | 'definition' | 'unit' | 'better'>;

/** True where values of the one would be no values of the other, as far as anybody has said what they are. */
function isOther(own: Meaning, kpi: Meaning): boolean {
  return (
    (kpi.metric !== 'custom' && kpi.metric !== own.metric) ||
    (kpi.definition !== 'none' && kpi.definition !== own.definition) ||
    (kpi.unit === 'percent') !== (own.unit === 'percent') ||
    kpi.better !== own.better
  );
}

/** What a KPI of scores by a definition is. A mean of which little is best gets better as it falls. */
function kpiOf(definition: ScoreDefinition) {
  const { measure } = definition;
  const wanted = measure === 'nps' ? 'none' : kpiDefinitions[definition.as];
  const less = measure !== 'nps' && definition.best === 'low' && definition.as === 'mean';
  const better: Kpi['better'] = less ? 'less' : 'more';
  return { ...readyKpi(measure), ...fieldsOfDefinition(wanted), better };
}

type Short = (definition: Kpi['definition'], better: Kpi['better']) => string;

/**
 * The KPI of a score: the library's one of that measure and definition, unless it is named like one of `others` or these are null; else that
 * of `name` where nothing says that it is another one; else one made under `name`, with its definition, which `short` puts
 * into a word or two, where a KPI of the library or among `planned` has that name.
 */
export function scoreWish(
  definition: ScoreDefinition,
  name: string,
  library: LibraryTables,
  short: Short = () => '',
  planned: readonly KpiWish[] = [],
  others: readonly string[] | null = [],
): KpiWish {
  const fields = kpiOf(definition);
  const kept = Object.values(library.kpis).find(
    (kpi) =>
      others !== null &&
      kpi.metric === fields.metric &&
      kpi.definition === fields.definition &&
      kpi.better === fields.better &&
      !kpi.archived &&
      !others.some((other) => nameKey(other) === nameKey(kpi.name)),
  );
  if (kept !== undefined) return { id: kept.id };
  for (let number = 1; ; number++) {
    const own = number === 1 ? name : named(name, short(fields.definition, fields.better), number);
    const wished = planned.find((wish) => 'fields' in wish && nameKey(wish.fields.name) === nameKey(own));
    const same = kpiNamed(library.kpis, own);
    // Another score of the file has it.
    const isPlanned = planned.some((wish) => 'id' in wish && wish.id === same?.id);
    if (others === null && (wished !== undefined || isPlanned)) continue;
    const taken = same ?? (wished !== undefined && 'fields' in wished ? { ...fields, ...wished.fields } : undefined);
    if (taken !== undefined && isOther({ ...fields, name: own }, taken)) continue;
    return same === undefined ? { fields: { ...fields, name: own } } : { id: same.id };
  }
}

/**
 * The KPIs of the scores of a file, by their columns. Of several of one measure and definition the first has the usual one,
 * and the others have KPIs under the names of their columns: the values of one are never written over those of another.
 */
export function scoreWishes(
  definitions: ReadonlyMap<string, ScoreDefinition>,
  nameOf: (measure: ScoreDefinition['measure']) => string,
  library: LibraryTables,
  short: Short,
): Map<string, KpiWish> {
  const first = new Map<string, string>();
  const keyOf = (definition: ScoreDefinition) => {
    const kpi = kpiOf(definition);
    return `${kpi.metric} ${kpi.definition} ${kpi.better}`;
  };
  for (const [column, definition] of definitions)
    if (!first.has(keyOf(definition))) first.set(keyOf(definition), column);
  const others = [...definitions].flatMap(([column, own]) =>
    first.get(keyOf(own)) === column ? [] : [ownName(column)],
  );
  const wishes = new Map<string, KpiWish>();
  for (const [column, definition] of definitions) {
    const isFirst = first.get(keyOf(definition)) === column;
    const name = isFirst ? nameOf(definition.measure) : ownName(column);
    wishes.set(column, scoreWish(definition, name, library, short, [...wishes.values()], isFirst ? others : null));
  }
  return wishes;
}

/** The name of a KPI that is called like a column. */
function ownName(column: string): string {
  return column.trim().slice(0, 80);
}

/** A name with what tells its definition from that of another; from the third on with a number. */
function named(name: string, definition: string, number: number): string {
  const words = [definition, ...(number > 2 || definition === '' ? [String(number)] : [])];
  return `${name} (${words.filter((word) => word !== '').join(', ')})`;
}
