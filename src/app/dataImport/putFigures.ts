import { CommandError } from '../../commands/commandError.ts';
import { type Figures, importFigures, saveMatchProfile } from '../../commands/dataImports.ts';
import { addKpi, type KpiFields, updateKpi } from '../../commands/kpis.ts';
import { seriesId } from '../../model/ids.ts';
import { nameKey } from '../../model/nameKey.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Place } from '../../model/records/place.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { MAX_POINTS, type Point } from '../../model/records/series.ts';
import type { Documents, LibraryTables, Table } from '../../model/tables.ts';

/** A KPI that figures belong to: one of the library, or one to be made unless the library has one of that name. */
export type KpiWish = { readonly id: string } | { readonly fields: Partial<KpiFields> & { readonly name: string } };

/** Measurements of one KPI, by its key in `FiguresPlan.kpis`, at one place. */
export interface PlannedSeries {
  readonly kpi: string;
  readonly place: Place;
  /** Of which persona; absent for everyone. */
  readonly personaId?: string;
  readonly points: readonly Omit<Point, 'importId'>[];
}

/** All that a file puts on a map. */
export interface FiguresPlan {
  readonly source: Figures['source'];
  readonly kpis: ReadonlyMap<string, KpiWish>;
  readonly series: readonly PlannedSeries[];
  readonly evidence: Figures['evidence'];
  readonly links: Figures['links'];
  /** Imports whose figures go first. */
  readonly replaces: readonly string[];
  /** An import of the same file to which the figures are added, instead of one of their own. */
  readonly into?: string | null;
  readonly profile: Omit<MatchProfile, 'id' | 'order' | 'extra'> | null;
}

/** The KPI of that name that is in use, if there is one. */
export function kpiNamed(kpis: Table<Kpi>, name: string): Kpi | undefined {
  return Object.values(kpis).find((kpi) => !kpi.archived && nameKey(kpi.name) === nameKey(name));
}

/** The id of the KPI under a key of a plan; null for one that has still to be made. */
export function kpiIdOf({ kpis }: LibraryTables, wishes: FiguresPlan['kpis'], key: string): string | null {
  const wish = wishes.get(key);
  if (wish === undefined) return null;
  return 'id' in wish ? wish.id : (kpiNamed(kpis, wish.fields.name)?.id ?? null);
}

/** Unit and definition of a KPI as a profile keeps them: values are put unasked on no other than they were put on. */
export function meaningOf({ unit, definition }: Pick<Kpi, 'unit' | 'definition'>): string {
  return `${unit}:${definition}`;
}

/**
 * Carries a plan out on a draft of the documents, all or nothing, and returns the import's id. Only KPIs with series are made.
 * Throws a CommandError where a place would hold more measurements of a KPI than it may.
 */
export function putFigures(docs: Documents, plan: FiguresPlan): string {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const wish = plan.kpis.get(key) as KpiWish;
    const found = kpiIdOf(docs.library, plan.kpis, key);
    const id = found ?? addKpi(docs, wish as Extract<KpiWish, { fields: unknown }>);
    if (found !== null && 'fields' in wish) nameMetric(docs, found, wish.fields);
    ids.set(key, id);
    return id;
  };
  const figures: Figures = {
    source: plan.source,
    series: plan.series.map(({ kpi, ...series }) => ({ ...series, kpiId: idOf(kpi) })),
    evidence: plan.evidence,
    links: plan.links,
  };
  const id = importFigures(docs, { figures, replaces: plan.replaces, into: plan.into ?? null });
  for (const { kpiId, place, personaId } of figures.series)
    if ((docs.map.series[seriesId(kpiId, place, personaId ?? EVERYONE)]?.points.length ?? 0) > MAX_POINTS)
      throw tooMany(docs, kpiId, place);
  if (plan.profile !== null) saveMatchProfile(docs, { fields: withKpis(plan.profile, ids, docs.library) });
  return id;
}

/** The measurements of a KPI at a place are too many: which, where, and how many there may be. */
function tooMany({ map, library }: Documents, kpiId: string, { placeId, toId }: Place): CommandError {
  const nameOf = (id: string) =>
    map.touchpoints[id]?.title ?? (map.steps[id] ?? map.stages[id] ?? map.map[id])?.name ?? '';
  const at = toId === null ? nameOf(placeId) : `${nameOf(placeId)} → ${nameOf(toId)}`;
  const name = library.kpis[kpiId]?.name ?? '';
  const text = `A place holds at most ${MAX_POINTS} measurements of a KPI; those of "${name}" at "${at}" would be more.`;
  return new CommandError('tooManyPoints', { name, at, limit: `${MAX_POINTS}` }, text);
}

/**
 * A KPI that was made of a log before its metric had a name gets it, so that rules about that metric find it; unless
 * somebody has since made something else of it.
 */
function nameMetric(docs: Documents, id: string, { metric, unit, rollUp }: Partial<KpiFields>): void {
  const kpi = docs.library.kpis[id];
  if (kpi === undefined || metric === undefined || metric === 'custom' || kpi.metric !== 'custom') return;
  if (kpi.unit === unit && kpi.rollUp === rollUp) updateKpi(docs, { id, fields: { metric } });
}

/**
 * KPIs that were made by putting the figures get their ids into the profile: next time they are of the library. What each
 * KPI is goes with it, so that it is asked about once it has become another one.
 */
function withKpis(
  profile: NonNullable<FiguresPlan['profile']>,
  ids: ReadonlyMap<string, string>,
  { kpis }: LibraryTables,
) {
  const columns = { ...profile.columns };
  for (const [head, role] of Object.entries(profile.columns)) {
    if (!head.startsWith('#kpi:')) continue;
    const name = head.slice(5);
    const [kept = '', factor] = role.split('|');
    const id = ids.get(name) ?? kept;
    columns[head] = `${id}|${factor}`;
    const kpi = kpis[id];
    if (kpi !== undefined) columns[`#was:${name}`] = meaningOf(kpi);
  }
  return { ...profile, columns };
}
