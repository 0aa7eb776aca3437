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
  const all = Object.keys(touchpoints);
  const count = all.filter((id) => rolledUpFrom?.has(placeKey({ placeId: id, toId: null }))).length;
  return t('kpi.legend.whole', {
    value: valueText(kpi, whole.value, language),
    n: whole.n === null ? t('kpi.noCount') : t('kpi.count', { n: countText(whole.n, language) }),
    source:
      rolledUpFrom === null
        ? t(`kpi.sources.${whole.source}`)
        : t('kpi.legend.rolledUp', { count, all: countText(all.length, language) }),
  });
}
