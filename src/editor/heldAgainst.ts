import type { MapTables } from '../model/tables.ts';
import type { Overlay } from './session.ts';

/**
 * What is laid over the map once a KPI is held against the period before or its target, or no longer where it is
 * (`isOn`). Where nothing of it is drawn it comes on the cards as well: nothing would be seen otherwise.
 */
export function heldAgainst(
  { lanes }: Pick<MapTables, 'lanes'>,
  overlay: Overlay,
  kpiId: string,
  against: Overlay['against'],
): { readonly isOn: boolean; readonly next: Overlay } {
  const isChosen = overlay.kpiId === kpiId;
  const onCards = overlay.badge || overlay.color;
  const inLane = Object.values(lanes).some((lane) => lane.kpiId === kpiId && !lane.hidden);
  const isOn = overlay.against === against && (inLane || (isChosen && onCards));
  const next: Overlay = isOn
    ? { ...overlay, against: 'none' }
    : {
        ...overlay,
        kpiId,
        period: isChosen ? overlay.period : null,
        against,
        badge: overlay.badge || !(onCards || inLane),
      };
  return { isOn, next };
}
