import { blankKpi } from '../../model/blanks.ts';
import { newId, seriesId } from '../../model/ids.ts';
import { inOrder, ordersBetween } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { LibraryTables, MapTables, Table } from '../../model/tables.ts';
import type { SampleKpi, SampleTexts } from './sampleDescription.ts';

/**
 * Adds the measurements of a sample, for the two whole months before `now`, and gives the KPIs they are of: those that the
 * library has under the same name are used as they are there, the others are new. `touchpoints` are by their keys.
 */
export function buildKpis(
  map: MapTables,
  kpis: Readonly<Record<string, SampleKpi>>,
  words: NonNullable<SampleTexts['kpis']>,
  library: LibraryTables,
  touchpoints: ReadonlyMap<string, { readonly id: string }>,
  now: string,
): Table<Kpi> {
  const known = inOrder(Object.values(library.kpis));
  const orders = ordersBetween(known.at(-1)?.order ?? null, null, Object.keys(kpis).length);
  const used: Table<Kpi> = {};
  for (const [index, [key, { at, ...fields }]] of Object.entries(kpis).entries()) {
    const texts = words[key] ?? { name: key };
    const same = known.find(({ name }) => name === texts.name);
    const id = same?.id ?? newId('kpi');
    used[id] = same ?? { ...blankKpi, ...fields, ...texts, id, order: orders[index] as string };
    for (const [way, [value, n, valueBefore, nBefore]] of Object.entries(at)) {
      const [placeId = '', toId = null] = way.split('>').map((end) => touchpoints.get(end)?.id ?? null);
      const place = { placeId: placeId as string, toId };
      const points = [
        { ...monthBefore(now, 2), value: valueBefore, n: nBefore, importId: null },
        { ...monthBefore(now, 1), value, n, importId: null },
      ];
      const series = { id: seriesId(id, place, EVERYONE), kpiId: id, ...place, personaId: EVERYONE, points };
      map.series[series.id] = series;
    }
  }
  return used;
}

/** First and last day of the month so many before that of an instant, in UTC. */
function monthBefore(now: string, months: number): { from: string; to: string } {
  const date = new Date(now);
  const day = (month: number, of: number) =>
    new Date(Date.UTC(date.getUTCFullYear(), month, of)).toISOString().slice(0, 10);
  const month = date.getUTCMonth() - months;
  return { from: day(month, 1), to: day(month + 1, 0) };
}
