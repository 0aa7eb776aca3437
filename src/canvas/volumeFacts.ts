import type { TFunction } from 'i18next';
import { placeKey } from '../analysis/claims.ts';
import { FEW } from '../analysis/kpi/combine.ts';
import { kpiFigures, personasMeasured } from '../analysis/kpi/kpiFigures.ts';
import { countText, shortCountText, valueText } from '../analysis/kpi/kpiText.ts';
import { dropOffKpi, linkVolumes } from '../analysis/kpi/linkVolumes.ts';
import type { Period } from '../analysis/kpi/periods.ts';
import type { DrawnFigure, DrawnLoss, DrawnVolume } from '../layout/overlay.ts';
import type { Kpi } from '../model/records/kpi.ts';
import type { Documents } from '../model/tables.ts';

/** The thickest a link is drawn. */
export const WIDEST = 16;
/** A share that rounds to nothing is not drawn as a loss. */
const LEAST_LOSS = 0.0005;

export interface VolumeFacts {
  readonly volumes: ReadonlyMap<string, DrawnVolume>;
  readonly losses: ReadonlyMap<string, DrawnLoss>;
  /** The greatest volume, which is drawn as thick as a link gets. */
  readonly most: number;
  /** On how many the figures rest that say so. */
  readonly counts: readonly number[];
}

/** A KPI in a period. */
export interface Asked {
  readonly kpi: Kpi;
  readonly period: Period;
}

/**
 * What stands at links, of some personas alone where any are named and were measured: the figures of `shown`, on bands as wide as the volume
 * that `width` counts, which may be the same; and who goes no further from where, where it counts.
 */
export function volumeFacts(
  { map, library }: Documents,
  { shown, width }: { readonly shown: Asked; readonly width: Asked },
  personaIds: readonly string[],
  t: TFunction,
  language: string,
): VolumeFacts {
  const counts = width.kpi.rollUp === 'sum';
  const found = linkVolumes(
    map,
    { ...width, personaIds: personasMeasured(map, width.kpi.id, personaIds) },
    counts ? dropOffKpi(library) : null,
  );
  const most = Math.max(1, ...[...found.volumes.values()].map(({ volume }) => volume));
  const isSame = shown.kpi.id === width.kpi.id;
  const figures = isSame
    ? null
    : kpiFigures(map, { ...shown, personaIds: personasMeasured(map, shown.kpi.id, personaIds) });
  // As the lanes of the same KPI tell it.
  const percent = (share: number) => valueText({ unit: 'percent' }, share * 100, language);
  const volumes = new Map<string, DrawnVolume>();
  const rests: number[] = [];
  for (const { id, from, to } of Object.values(map.links)) {
    const band = found.volumes.get(id);
    const own = figures?.get(placeKey({ placeId: from, toId: to }));
    const figure = figures === null ? band && { value: band.volume, n: band.n } : own;
    if (band === undefined && figure === undefined) continue;
    if (figure?.n != null) rests.push(figure.n);
    volumes.set(id, {
      width: Math.max(1.5, ((band?.volume ?? 0) / most) * WIDEST),
      // A band of a way at which the KPI was not measured has no number.
      text: figure === undefined ? '' : valueText(shown.kpi, figure.value, language),
      isCount: isSame && figure?.value === figure?.n,
      ...(figure === undefined ? noCount : drawCount(figure.n, t, language)),
    });
  }
  const losses = new Map<string, DrawnLoss>();
  for (const [id, { share, n }] of counts ? found.losses : [])
    if (share >= LEAST_LOSS) losses.set(id, { text: `▼${percent(share)}`, ...drawCount(n, t, language) });
  return { volumes, losses, most, counts: rests };
}

const noCount = { n: '', shortN: '', few: false } as const;

/** Volumes that a legend shows the width of: the most, and round ones of about half and a tenth of it. */
export function volumeSamples(most: number): number[] {
  const round = (amount: number) => {
    const power = 10 ** Math.floor(Math.log10(amount));
    return power * ([5, 2, 1].find((step) => step * power <= amount) ?? 1);
  };
  return [most, ...new Set([most / 2, most / 10].filter((part) => part >= 1).map(round))];
}

/** What a legend says of n at links, least to most, and of the shares that go no further. */
export function volumeLines({ volumes, losses, counts }: VolumeFacts, t: TFunction, language: string): string[] {
  if (volumes.size === 0) return [];
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const span = least === most ? [least] : [least, most];
  const all =
    counts.length === 0 ? t('kpi.noCount') : t('kpi.count', { n: span.map((n) => countText(n, language)).join(' – ') });
  const few = [...volumes.values(), ...losses.values()].some((drawn) => drawn.few);
  const same = [...volumes.values()].some(({ isCount }) => isCount) ? [t('kpi.legend.linksSame')] : [];
  const grey = few ? [t('kpi.legend.linksFew', { least: FEW })] : [];
  return [
    [t('kpi.legend.linksCount', { n: all }), ...same, ...grey].join(' '),
    ...(losses.size > 0 ? [t('kpi.legend.losses')] : []),
  ];
}

/** On how many a figure rests, in full and short, and whether these are so few that it is drawn in grey. */
export function drawCount(n: number | null, t: TFunction, language: string): Pick<DrawnFigure, 'n' | 'shortN' | 'few'> {
  if (n === null) return { n: t('kpi.noCount'), shortN: t('kpi.noCountShort'), few: false };
  const count = t('kpi.count', { n: countText(n, language) });
  const few = n < FEW;
  return {
    n: few ? `${count} ${t('kpi.few')}` : count,
    shortN: t('kpi.count', { n: shortCountText(n, language) }),
    few,
  };
}
