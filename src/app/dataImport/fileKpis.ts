import { nameKey } from '../../model/nameKey.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { LibraryTables } from '../../model/tables.ts';
import type { KpiValues } from './guessKpi.ts';
import { countsOf, isWrittenOtherwise, type KpiPick, MEAN_CSAT, wishOf, writingOf } from './kpiPicks.ts';
import { type KpiWish, kpiIdOf } from './putFigures.ts';
import type { TakenKpi } from './rowFigures.ts';
import { scoreWish } from './scoreKpis.ts';

/** The KPIs that the values of a file become. */
export interface FileKpis {
  /** By the names in the file. */
  readonly wishes: ReadonlyMap<string, KpiWish>;
  readonly ways: ReadonlyMap<string, TakenKpi>;
  /** Names that were chosen to be one KPI. */
  readonly together: readonly { readonly kpi: string; readonly names: readonly string[] }[];
}

/**
 * The KPIs of the names that are picked, and how their values are taken: those of names that are one KPI in the end, by its
 * id or its name, are put together under the first of them. Satisfaction is never put on a KPI of another definition.
 */
export function fileKpis(
  picks: ReadonlyMap<string, KpiPick>,
  values: ReadonlyMap<string, KpiValues>,
  library: LibraryTables,
  fieldName: (metric: Kpi['metric']) => string,
  short: (definition: Kpi['definition'], better: Kpi['better']) => string,
): FileKpis {
  const wishes = new Map<string, KpiWish>();
  const ways = new Map<string, TakenKpi>();
  const firsts = new Map<string, string>();
  const names = new Map<string, string[]>();
  // The usual definition has the usual name.
  const isMean = (name: string) => Number(picks.get(name)?.kpi === MEAN_CSAT);
  for (const [name, own] of [...values].sort(([a], [b]) => isMean(a) - isMean(b))) {
    const pick = picks.get(name);
    if (pick === undefined || pick.kpi === 'none') continue;
    const wish = wishFor(pick, name, own);
    wishes.set(name, wish);
    const target = kpiIdOf(library, wishes, name) ?? ('fields' in wish ? nameKey(wish.fields.name) : wish.id);
    const as = firsts.get(target) ?? name;
    firsts.set(target, as);
    names.set(as, [...(names.get(as) ?? []), name]);
    const { rollUp } = ways.get(as) ?? countsOf(pick, name, own, library);
    ways.set(name, { factor: pick.factor, rollUp, ...(as !== name && { as }) });
  }
  const nameOf = (wish: KpiWish | undefined) =>
    wish === undefined ? '' : 'id' in wish ? (library.kpis[wish.id]?.name ?? '') : wish.fields.name;
  const together = [...names].flatMap(([as, own]) =>
    own.length > 1 ? [{ kpi: nameOf(wishes.get(as)), names: own }] : [],
  );
  return { wishes, ways, together };

  function wishFor(pick: KpiPick, name: string, own: KpiValues): KpiWish {
    if (pick.kpi !== MEAN_CSAT && pick.kpi !== 'field:csat') return wishOf(pick, name, own, library, fieldName);
    const as = pick.kpi === MEAN_CSAT ? 'mean' : 'topTwoBox';
    const scale = { least: 1, greatest: 5 };
    const wish = scoreWish({ measure: 'csat', as, scale }, fieldName('csat'), library, short, [...wishes.values()]);
    return 'id' in wish ? wish : { fields: { ...wish.fields, ...pick.counts } };
  }
}

/** Names of a file whose values stand otherwise than a profile knows them. */
export function writtenOtherwise(
  kept: ReadonlyMap<string, KpiPick>,
  values: ReadonlyMap<string, KpiValues>,
  library: LibraryTables,
): string[] {
  return [...values].flatMap(([name, own]) => {
    const pick = kept.get(name);
    return pick !== undefined && isWrittenOtherwise(pick, name, own, library) ? [name] : [];
  });
}

/** The picks with how the values of a file stand, to be kept with them. */
export function withWritings(
  picks: ReadonlyMap<string, KpiPick>,
  values: ReadonlyMap<string, KpiValues>,
): Map<string, KpiPick> {
  return new Map(
    [...picks].map(([name, pick]) => {
      const written = writingOf(values.get(name) ?? { values: [], hasN: false });
      return [name, written === undefined ? pick : { ...pick, written }];
    }),
  );
}
