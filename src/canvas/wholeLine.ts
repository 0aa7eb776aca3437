import type { TFunction } from 'i18next';
import { placeKey } from '../analysis/claims.ts';
import type { KpiFigure } from '../analysis/kpi/kpiFigures.ts';
import { countText, valueText } from '../analysis/kpi/kpiText.ts';
import type { Kpi } from '../model/records/kpi.ts';
import type { MapTables } from '../model/tables.ts';

/**
 * What the legend says of the whole map: value, n, and where it is from. `rolledUpFrom` are the figures of its places; null
 * where it was measured of the map itself.
 */
export function wholeLine(
  { touchpoints }: Pick<MapTables, 'touchpoints'>,
  kpi: Kpi,
  whole: KpiFigure,
  rolledUpFrom: ReadonlyMap<string, KpiFigure> | null,
  t: TFunction,
  language: string,
): string {
  const all = countText(Object.keys(touchpoints).length, language);
  const leaves = rolledUpFrom === null ? [] : leavesOf(whole, rolledUpFrom);
  const count = leaves.filter((id) => touchpoints[id] !== undefined).length;
  const more = leaves.length - count;
  return t('kpi.legend.whole', {
    value: valueText(kpi, whole.value, language),
    n: whole.n === null ? t('kpi.noCount') : t('kpi.count', { n: countText(whole.n, language) }),
    source:
      rolledUpFrom === null
        ? t(`kpi.sources.${whole.source}`)
        : t('kpi.legend.rolledUp', { count, all }) + (more > 0 ? t('kpi.legend.rolledUpMore', { count: more }) : ''),
  });
}

/** The places that a figure rests on in the end: touchpoints, and steps and stages that were measured themselves. */
function leavesOf({ terms }: KpiFigure, figures: ReadonlyMap<string, KpiFigure>): string[] {
  return terms.flatMap(({ placeId }) => {
    if (placeId === null) return [];
    const part = figures.get(placeKey({ placeId, toId: null }));
    const below = part === undefined ? [] : leavesOf(part, figures);
    return below.length > 0 ? below : [placeId];
  });
}
