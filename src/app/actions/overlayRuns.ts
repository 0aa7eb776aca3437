import { linkKpi } from '../../analysis/kpi/linkKpis.ts';
import { heldAgainst } from '../../editor/heldAgainst.ts';
import { announce, type Overlay } from '../../editor/session.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { ActionContext } from './action.ts';

type Mode = 'badge' | 'color' | 'links';

/** The KPIs measured on this map, in their order. */
function measuredKpis({ editor }: ActionContext): Kpi[] {
  const { map, library } = editor.documents();
  const measured = new Set(Object.values(map.series).map(({ kpiId }) => kpiId));
  return inOrder(Object.values(library.kpis)).filter(({ id, archived }) => measured.has(id) && !archived);
}

function isOnLinks({ editor }: ActionContext, { id }: Kpi): boolean {
  return Object.values(editor.documents().map.series).some(({ kpiId, toId }) => kpiId === id && toId !== null);
}

function isOnCards({ editor }: ActionContext, { id }: Kpi): boolean {
  const { series, touchpoints } = editor.documents().map;
  return Object.values(series).some(
    ({ kpiId, placeId, toId }) => kpiId === id && toId === null && touchpoints[placeId] !== undefined,
  );
}

/**
 * The KPI that is chosen, else the first that was measured; without any the panel opens, where one can be. One that was
 * measured at links alone gives way on cards to the first that was measured at touchpoints.
 */
function wantedKpi(context: ActionContext, mode?: Mode): Kpi | null {
  const { session } = context.editor;
  const { kpiId } = session.getState().overlay;
  const docs = context.editor.documents();
  const all = measuredKpis(context);
  const counting = (kpi: Kpi) => mode === 'links' && kpi.rollUp === 'sum' && isOnLinks(context, kpi);
  const onCards = mode === 'links' ? undefined : all.find((kpi) => isOnCards(context, kpi));
  const first = all.find(counting) ?? onCards ?? all[0];
  const asked = docs.library.kpis[kpiId ?? ''];
  const gives = asked !== undefined && onCards !== undefined && isOnLinks(context, asked) && !isOnCards(context, asked);
  const chosen = gives ? onCards : (asked ?? first);
  if (chosen === undefined) session.setState({ panel: 'kpis' });
  return chosen ?? null;
}

function change({ editor, t }: ActionContext, overlay: Partial<Overlay>, said: string): void {
  editor.session.setState((session) => ({ overlay: { ...session.overlay, ...overlay } }));
  announce(editor.session, said || t('said.overlayOff'));
}

function toggle(context: ActionContext, mode: Mode): void {
  const kpi = wantedKpi(context, mode);
  if (kpi === null) return;
  const docs = context.editor.documents();
  const { overlay } = context.editor.session.getState();
  const isOn = !overlay[mode];
  // What lies on the cards is shown at links too, where it was measured there.
  const isLookedAt = mode === 'links' && isOn && (overlay.badge || overlay.color);
  const isAtLinks = isLookedAt && isOnLinks(context, kpi);
  const name =
    mode === 'links' ? context.t('action.overlay.links') : `${context.t(`action.overlay.${mode}`)}: ${kpi.name}`;
  // What was chosen at links goes on there when the cards get another KPI.
  const linkKpiId = isAtLinks ? kpi.id : overlay.links && overlay.kpiId !== kpi.id ? linkKpi(docs, overlay)?.id : null;
  const period = overlay.kpiId === kpi.id ? overlay.period : null;
  change(context, { kpiId: kpi.id, period, [mode]: isOn, ...(linkKpiId && { linkKpiId }) }, isOn ? name : '');
}

/** Shows or hides the lane of the chosen KPI; makes it where the map has none. Gives its id. */
function lane(context: ActionContext, role: 'trend' | 'kpi'): string | undefined {
  const kpi = wantedKpi(context);
  if (kpi === null) return;
  const { editor } = context;
  const found = Object.values(editor.documents().map.lanes).find((one) => one.role === role && one.kpiId === kpi.id);
  // A lane of its course beside one of its values has a name of its own.
  const name = role === 'trend' ? context.t('said.courseOf', { name: kpi.name }) : kpi.name;
  const id = found?.id ?? editor.run('addLane', { name, side: 'below', role, kpiId: kpi.id });
  if (found) editor.run('setLaneHidden', { id, hidden: !found.hidden });
  announce(
    editor.session,
    found?.hidden === false ? context.t('said.overlayOff') : `${context.t(`action.overlay.${role}`)}: ${kpi.name}`,
  );
  return id;
}

/** Holds the chosen KPI against something, or no longer. */
function hold(context: ActionContext, against: 'before' | 'target'): void {
  const kpi = wantedKpi(context);
  if (kpi === null) return;
  const { editor, t } = context;
  const { next } = heldAgainst(editor.documents().map, editor.session.getState().overlay, kpi.id, against);
  change(context, next, t(`said.against.${next.against}`));
}

function next(context: ActionContext): void {
  const all = measuredKpis(context);
  const { kpiId } = context.editor.session.getState().overlay;
  const following = all[(all.findIndex(({ id }) => id === kpiId) + 1) % Math.max(1, all.length)];
  if (following) change(context, { kpiId: following.id, period: null }, following.name);
  else wantedKpi(context);
}

/** What the keys of overlays do, by the name of each. Where it is about a lane they give its id. */
export const overlayRuns = {
  badge: (context: ActionContext) => toggle(context, 'badge'),
  color: (context: ActionContext) => toggle(context, 'color'),
  links: (context: ActionContext) => toggle(context, 'links'),
  trend: (context: ActionContext) => lane(context, 'trend'),
  kpi: (context: ActionContext) => lane(context, 'kpi'),
  before: (context: ActionContext) => hold(context, 'before'),
  target: (context: ActionContext) => hold(context, 'target'),
  next,
};
