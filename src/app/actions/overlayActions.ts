import { bringIntoView } from '../../canvas/bringIntoView.ts';
import { settleCursor } from '../../canvas/navigate.ts';
import { announce, type Overlay } from '../../editor/session.ts';
import { inOrder } from '../../model/order.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import type { Action, ActionContext } from './action.ts';

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

/** The KPI that is chosen, else the first that was measured; without any the panel opens, where one can be. */
function wantedKpi(context: ActionContext, mode?: Mode): Kpi | null {
  const { session } = context.editor;
  const { kpiId } = session.getState().overlay;
  const docs = context.editor.documents();
  const all = measuredKpis(context);
  const counting = (kpi: Kpi) => mode === 'links' && kpi.rollUp === 'sum' && isOnLinks(context, kpi);
  const first = all.find(counting) ?? all[0];
  const chosen = docs.library.kpis[kpiId ?? ''] ?? first;
  if (chosen === undefined) session.setState({ panel: 'kpis' });
  return chosen ?? null;
}

function change({ editor, t }: ActionContext, overlay: Partial<Overlay>, said: string): void {
  editor.session.setState((session) => ({ overlay: { ...session.overlay, ...overlay } }));
  announce(editor.session, said || t('said.overlayOff'));
}

const toggle = (mode: Mode, key: string): Action => ({
  id: `overlay.${mode}`,
  group: 'view',
  keys: [key],
  run: (context) => {
    const kpi = wantedKpi(context, mode);
    if (kpi === null) return;
    const { overlay } = context.editor.session.getState();
    const isOn = !overlay[mode];
    // What lies on the cards is shown at links too, where it was measured there.
    const isLookedAt = mode === 'links' && isOn && (overlay.badge || overlay.color);
    const isAtLinks = isLookedAt && isOnLinks(context, kpi);
    const name =
      mode === 'links' ? context.t('action.overlay.links') : `${context.t(`action.overlay.${mode}`)}: ${kpi.name}`;
    change(context, { kpiId: kpi.id, [mode]: isOn, ...(isAtLinks && { linkKpiId: kpi.id }) }, isOn ? name : '');
  },
});

/** Pans to a lane that has come: it may stand far below what is seen. */
function showLane({ editor, view, flow, area }: ActionContext, laneId: string): void {
  const laid = view.laid.getState();
  const row = laid.scene.rows.find((each) => each.laneId === laneId);
  const at = settleCursor(laid, editor.session.getState().cursor);
  if (row !== undefined && at !== null) bringIntoView(laid, { ...at, rowKey: row.key, index: 0 }, flow(), area());
}

/** Shows or hides the lane of the chosen KPI; makes it where the map has none. */
const lane = (role: 'trend' | 'kpi', key: string): Action => ({
  id: `overlay.${role}`,
  group: 'view',
  keys: [key],
  run: (context) => {
    const kpi = wantedKpi(context);
    if (kpi === null) return;
    const { editor } = context;
    const found = Object.values(editor.documents().map.lanes).find((one) => one.role === role && one.kpiId === kpi.id);
    // A lane of its course beside one of its values has a name of its own.
    const name = role === 'trend' ? context.t('said.courseOf', { name: kpi.name }) : kpi.name;
    const id = found?.id ?? editor.run('addLane', { name, side: 'below', role, kpiId: kpi.id });
    if (found) editor.run('setLaneHidden', { id, hidden: !found.hidden });
    showLane(context, id);
    announce(
      editor.session,
      found?.hidden === false ? context.t('said.overlayOff') : `${context.t(`action.overlay.${role}`)}: ${kpi.name}`,
    );
  },
});

const against = ['none', 'before', 'target'] as const;

/** What KPIs lay over the map. */
export const overlayActions: readonly Action[] = [
  toggle('badge', '4'),
  toggle('color', '5'),
  toggle('links', '6'),
  lane('trend', '7'),
  lane('kpi', '8'),
  {
    id: 'overlay.against',
    group: 'view',
    keys: ['9'],
    run: (context) => {
      const now = context.editor.session.getState().overlay.against;
      const next = against[(against.indexOf(now) + 1) % against.length] as Overlay['against'];
      change(context, { against: next }, context.t(`said.against.${next}`));
    },
  },
  {
    id: 'overlay.next',
    group: 'view',
    keys: ['0'],
    run: (context) => {
      const all = measuredKpis(context);
      const { kpiId } = context.editor.session.getState().overlay;
      const next = all[(all.findIndex(({ id }) => id === kpiId) + 1) % Math.max(1, all.length)];
      if (next) change(context, { kpiId: next.id, period: null }, next.name);
      else wantedKpi(context);
    },
  },
];
