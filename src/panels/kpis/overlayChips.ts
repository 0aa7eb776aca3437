import { linkKpi, linkKpis } from '../../analysis/kpi/linkKpis.ts';
import { heldAgainst } from '../../editor/heldAgainst.ts';
import type { Overlay } from '../../editor/session.ts';
import type { Documents } from '../../model/tables.ts';

/** The keys of the overlays, as they are written: what they do is bound to them with the actions. */
export const overlayKeys = {
  badge: '4',
  color: '5',
  links: '6',
  trend: '7',
  kpi: '8',
  before: '9',
  target: '⇧9',
} as const;

type Mode = 'badge' | 'color' | 'links' | 'before' | 'target';

/** One click to lay a KPI over the map, or to take it off. */
export interface OverlayChip {
  readonly mode: Mode;
  readonly isOn: boolean;
  /** The overlay after the click. */
  readonly next: Overlay;
}

/** The ways in which a KPI can be laid over the map, and what it can be held against; at links only where it was measured on some. */
export function overlayChips(docs: Documents, overlay: Overlay, kpiId: string): OverlayChip[] {
  const isChosen = overlay.kpiId === kpiId;
  const cards = (['badge', 'color'] as const).map((mode): OverlayChip => {
    const isOn = isChosen && overlay[mode];
    return { mode, isOn, next: { ...overlay, kpiId, period: isChosen ? overlay.period : null, [mode]: !isOn } };
  });
  const held = (['before', 'target'] as const).map((mode) => ({
    mode,
    ...heldAgainst(docs.map, overlay, kpiId, mode),
  }));
  if (!linkKpis(docs).some(({ id }) => id === kpiId)) return [...cards, ...held];
  const isOn = overlay.links && linkKpi(docs, overlay)?.id === kpiId;
  // What lies on the cards stays what it is.
  const next = { ...overlay, kpiId: overlay.kpiId ?? kpiId, linkKpiId: kpiId, links: !isOn };
  return [...cards, { mode: 'links', isOn, next }, ...held];
}
