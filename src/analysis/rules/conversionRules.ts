import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { placeKey } from '../claims.ts';
import { type Counted, combine, FEW } from '../kpi/combine.ts';
import { type KpiFigure, kpiFigures } from '../kpi/kpiFigures.ts';
import { periodBefore, periodsOf } from '../kpi/periods.ts';
import type { Lead } from '../leads.ts';
import { atTouchpoint, type Ground, type Hit, type MapRule } from './ground.ts';

/** The field's conversion, and the two that are counted in logs. */
const conversions: ReadonlySet<Kpi['metric']> = new Set(['conversion', 'directConversion', 'eventualConversion']);
/** Those of them that say at a way which share of all who come goes it next: over the ways from one card they add up. */
const ofNext: ReadonlySet<Kpi['metric']> = new Set(['conversion', 'directConversion']);
/** A conversion that is lower by this part of itself has dropped: since the period before, and from one touchpoint to the next. */
const DROP = { before: 0.1, behind: 0.25 };

/** What is measured of a KPI in its latest period, and in the one before. */
interface Stand {
  readonly kpi: Kpi;
  readonly now: ReadonlyMap<string, KpiFigure>;
  readonly before: ReadonlyMap<string, KpiFigure> | null;
}

/**
 * A conversion that drops where the customer is handed over, by a good part of itself and not by few: on the way itself
 * against the period before; behind it against before it in the same period; or of those who come to where the handoff
 * begins fewer go on than of those who come to what leads there.
 */
export const conversionDrop: MapRule = {
  at: 'map',
  reads: ({ map, kpis, handoffs, leads, reading }) => [
    map.series,
    map.touchpoints,
    ...[kpis, handoffs, leads, reading],
  ],
  find(ground) {
    const all = inOrder(Object.values(ground.kpis)).filter(({ archived }) => !archived);
    const standsOf = (isAsked: (kpi: Kpi) => boolean) => all.filter(isAsked).flatMap((kpi) => standOf(ground, kpi));
    const stands = standsOf(({ metric }) => conversions.has(metric));
    const hits = new Map<string, Hit>();
    for (const { from, to, changes } of ground.handoffs.values()) {
      if (!Object.values(changes).includes('handoff')) continue;
      const place = { placeId: from, toId: to };
      const key = placeKey(place);
      for (const { kpi, now, before } of stands) {
        const pairs = [
          [before?.get(key), now.get(key), DROP.before],
          [now.get(from), now.get(to), DROP.behind],
        ] as const;
        for (const [was, is, by] of pairs)
          if (!hits.has(key) && was && is && drops(was, is, by))
            hits.set(key, { place, data: { kpi: kpi.id, from: was.value, to: is.value } });
      }
    }
    // Only what was counted knows where the journey ends as it should: where it was, conversions are not asked.
    const lost = standsOf(({ metric }) => metric === 'dropOff');
    const next = stands.filter(({ kpi }) => ofNext.has(kpi.metric));
    for (const stand of lost.length > 0 ? lost : next)
      for (const hit of lostOnTheWay(ground, stand, next)) {
        const key = placeKey(hit.place);
        if (!hits.has(key)) hits.set(key, hit);
      }
    const at = ({ place }: Hit) => ground.reading.touchpointAt.get(place.placeId) ?? 0;
    return [...hits.values()].sort((a, b) => at(a) - at(b));
  },
};

function standOf({ map, reading }: Ground, kpi: Kpi): Stand[] {
  const periods = periodsOf(Object.values(map.series).filter(({ kpiId }) => kpiId === kpi.id));
  const [period] = periods;
  if (period === undefined) return [];
  const ask = (of: typeof period) => kpiFigures(map, { kpi, period: of, personaIds: [] }, reading);
  const past = periodBefore(period, periods);
  return [{ kpi, now: ask(period), before: past === null ? null : ask(past) }];
}

/**
 * Touchpoints from which most who go on are handed over, and from which fewer go on than from those that lead there; where
 * none does, than from those from which nobody is handed over. It is found on the handoff, and at the touchpoint where
 * there are several: nobody can say on which of them the others would have gone.
 */
function lostOnTheWay({ map, leads, handoffs, reading }: Ground, stand: Stand, next: readonly Stand[]): Hit[] {
  const { kpi, now } = stand;
  if (kpi.unit !== 'percent') return [];
  const leaving = (id: string) => leads.from.get(id) ?? [];
  const isHandoff = ({ linkId }: Lead) => Object.values(handoffs.get(linkId)?.changes ?? {}).includes('handoff');
  const onWay = (figures: Stand['now'], { from, to }: Lead) => figures.get(placeKey({ placeId: from, toId: to }));
  const goingOn = (id: string): Counted | null => {
    if (kpi.metric === 'dropOff') {
      const lost = now.get(id);
      return lost === undefined ? null : { value: 100 - lost.value, n: lost.n };
    }
    const ways = leaving(id).map((lead) => onWay(now, lead));
    const known = ways.filter((way): way is KpiFigure => way !== undefined);
    // What goes on by a way of which nothing is known may be all of it; and an end is to be left by nobody.
    if (known.length === 0 || known.length < ways.length || map.touchpoints[id]?.ending !== null) return null;
    const n = known.some((way) => way.n === null) ? null : Math.max(...known.map((way) => way.n ?? 0));
    return { value: Math.min(100, sum(known)), n };
  };
  const isMostHandedOver = (all: readonly Lead[], over: readonly Lead[]) => {
    const measured = next.find(({ now: figures }) => all.some((lead) => onWay(figures, lead)))?.now;
    const weigh = (some: readonly Lead[]) =>
      measured === undefined ? some.length : sum(some.flatMap((lead) => onWay(measured, lead) ?? []));
    return 2 * weigh(over) >= weigh(all);
  };
  const step = (id: string) => reading.stepAt.get(map.touchpoints[id]?.stepId ?? '') ?? -1;
  const together = (ids: readonly string[]) =>
    combine(
      'weightedMean',
      ids.flatMap((id) => goingOn(id) ?? []),
    );
  const stays = together(reading.touchpointIds.filter((id) => !leaving(id).some(isHandoff)));
  return reading.touchpointIds.flatMap((id): Hit[] => {
    const over = leaving(id).filter(isHandoff);
    const [first, more] = over;
    const is = first === undefined ? null : goingOn(id);
    if (first === undefined || is === null || !isMostHandedOver(leaving(id), over)) return [];
    const before = [...new Set((leads.to.get(id) ?? []).map(({ from }) => from))].filter(
      (from) => step(from) <= step(id),
    );
    const was = before.length > 0 ? together(before) : stays;
    if (was === null || !drops(was, is, DROP.behind)) return [];
    const data = { kpi: kpi.id, from: was.value, to: is.value, at: id, by: before.length > 0 ? 'before' : 'elsewhere' };
    return [{ place: more === undefined ? { placeId: id, toId: first.to } : atTouchpoint(id), data }];
  });
}

function sum(figures: readonly Counted[]): number {
  return figures.reduce((total, { value }) => total + value, 0);
}

function drops(was: Counted, is: Counted, by: number): boolean {
  const isSure = [was, is].every(({ n }) => n === null || n >= FEW);
  return isSure && was.value > 0 && (was.value - is.value) / was.value >= by;
}
