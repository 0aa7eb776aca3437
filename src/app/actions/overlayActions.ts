import { bringIntoView } from '../../canvas/bringIntoView.ts';
import { settleCursor } from '../../canvas/navigate.ts';
import type { Action, ActionContext } from './action.ts';
import type { overlayRuns } from './overlayRuns.ts';

/** Pans to a lane that has come: it may stand far below what is seen. */
function showLane({ editor, view, flow, area }: ActionContext, laneId: string): void {
  const laid = view.laid.getState();
  const row = laid.scene.rows.find((each) => each.laneId === laneId);
  const at = settleCursor(laid, editor.session.getState().cursor);
  if (row !== undefined && at !== null) bringIntoView(laid, { ...at, rowKey: row.key, index: 0 }, flow(), area());
}

let runs: Promise<typeof import('./overlayRuns.ts')> | undefined;

/** What an overlay's key does is fetched when one is first pressed: once, so that keys do it in the order they are pressed in. */
const fetchRuns = () => {
  runs ??= import('./overlayRuns.ts').catch((error: unknown) => {
    runs = undefined;
    throw error;
  });
  return runs;
};

const overlay = (name: keyof typeof overlayRuns, ...keys: string[]): Action => ({
  id: `overlay.${name}`,
  group: 'view',
  keys,
  run: async (context) => {
    const laneId = (await fetchRuns()).overlayRuns[name](context);
    if (laneId) showLane(context, laneId);
  },
});

/** What KPIs lay over the map. */
export const overlayActions: readonly Action[] = [
  overlay('badge', '4'),
  overlay('color', '5'),
  overlay('links', '6'),
  overlay('trend', '7'),
  overlay('kpi', '8'),
  overlay('before', '9'),
  overlay('target', 'shift+9', 'shift+(', 'shift+)'),
  overlay('next', '0'),
];
