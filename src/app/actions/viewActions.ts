import { bringIntoView } from '../../canvas/bringIntoView.ts';
import { recordAtCursor } from '../../canvas/gridEdits.ts';
import { focusGrid } from '../../canvas/gridKeys.ts';
import { keepInPlace } from '../../canvas/keepInPlace.ts';
import { fittingViewport, rowHeadWidth, viewportFor } from '../../canvas/levels.ts';
import { placementNear } from '../../canvas/mapView.ts';
import { settleCursor } from '../../canvas/navigate.ts';
import { zoomedBy } from '../../canvas/panBounds.ts';
import { announce, type PanelName } from '../../editor/session.ts';
import type { Rect } from '../../layout/scene.ts';
import type { Lens } from '../../model/lens.ts';
import type { Action, ActionContext } from './action.ts';
import { chosen } from './editActions.ts';

const lensAction = (lens: Lens, key: string): Action => ({
  id: `lens.${lens}`,
  group: 'view',
  keys: [key],
  run: ({ editor, view, flow, area, t }) => {
    keepInPlace(editor, view, flow(), area(), () => {
      const record = recordAtCursor(editor, view);
      const before = editor.session.getState().cursor?.rowKey;
      editor.session.setState({ lens });
      // The cursor goes with the card it stands on.
      const placement = record === null ? undefined : placementNear(view.laid.getState(), record, before);
      if (placement) {
        const { stepId, rowKey, index } = placement;
        editor.session.setState({ cursor: { stepId, rowKey, index } });
      }
    });
    announce(editor.session, t('said.lens', { lens: t(`lens.${lens}`) }));
  },
});

/** Shows a part of the map. */
export function showRect({ flow, area }: ActionContext, rect: Rect, maxZoom: number): void {
  const element = area();
  if (element === null) return;
  const size = { width: element.clientWidth, height: element.clientHeight };
  void flow()?.setViewport(viewportFor(rect, size, maxZoom, rowHeadWidth()));
}

/** Zooms about the middle of what is seen of the map. */
function zoomBy({ flow, area, view }: ActionContext, factor: number): void {
  const element = area();
  const instance = flow();
  if (element === null || instance === null) return;
  const seen = { width: element.clientWidth, height: element.clientHeight, heads: rowHeadWidth() };
  void instance.setViewport(zoomedBy(factor, instance.getViewport(), view.laid.getState().scene, seen));
}

/** The panels from which something is added, so offered where nothing is yet. */
const inMapMenu: ReadonlySet<PanelName> = new Set(['catalogue', 'personas', 'lanes', 'library']);

export const viewActions: readonly Action[] = [
  lensAction('channel', '1'),
  lensAction('device', '2'),
  lensAction('department', '3'),
  { id: 'zoomIn', group: 'view', keys: ['mod+=', 'mod+shift++'], run: (context) => zoomBy(context, 1.25) },
  { id: 'zoomOut', group: 'view', keys: ['mod+-'], run: (context) => zoomBy(context, 0.8) },
  {
    id: 'zoomActual',
    group: 'view',
    keys: ['mod+0'],
    run: (context) => zoomBy(context, 1 / (context.flow()?.getViewport().zoom ?? 1)),
  },
  {
    id: 'fit',
    group: 'view',
    menu: ['map'],
    keys: ['shift+1', 'shift+!'],
    run: ({ view, flow, area }) => {
      const element = area();
      if (element === null) return;
      const { width, height } = view.laid.getState().scene;
      const { right, bottom } = element.getBoundingClientRect();
      const legend = document.querySelector('.overlay-key')?.getBoundingClientRect();
      const corner = { width: right - (legend?.left ?? right), height: bottom - (legend?.top ?? bottom) };
      const size = { width: element.clientWidth, height: element.clientHeight };
      void flow()?.setViewport(
        fittingViewport({ x: 0, y: 62, width, height: height - 62 }, size, corner, rowHeadWidth()),
      );
    },
  },
  {
    id: 'zoomToSelection',
    group: 'view',
    keys: ['shift+2', 'shift+@'],
    enabled: (context) => chosen(context).some((id) => context.view.laid.getState().placementOf.has(id)),
    run: (context) => {
      const rects = chosen(context).flatMap((id) => context.view.laid.getState().placementOf.get(id) ?? []);
      const left = Math.min(...rects.map((rect) => rect.x));
      const top = Math.min(...rects.map((rect) => rect.y));
      const right = Math.max(...rects.map((rect) => rect.x + rect.width));
      const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
      showRect(context, { x: left - 40, y: top - 40, width: right - left + 80, height: bottom - top + 80 }, 1.6);
    },
  },
  { id: 'toggleTheme', group: 'view', keys: ['mod+shift+L'], run: ({ shell }) => shell.toggleTheme() },
  {
    id: 'focusMap',
    group: 'go',
    keys: ['mod+G'],
    run: ({ editor, view, flow, area }) => {
      focusGrid(editor, view, area());
      const laid = view.laid.getState();
      const at = settleCursor(laid, editor.session.getState().cursor);
      if (at !== null) bringIntoView(laid, at, flow(), area());
    },
  },
  ...(
    [
      'inspector',
      'personas',
      'lanes',
      'library',
      'catalogue',
      'opportunities',
      'gaps',
      'department',
      'paths',
      'kpis',
      'evidence',
    ] as const
  ).map(
    (panel): Action => ({
      id: `panel.${panel}`,
      group: 'go',
      ...(inMapMenu.has(panel) && { menu: ['map'] as const }),
      run: ({ editor, shell }) => {
        const isOpen = editor.session.getState().panel === panel;
        // From the palette the focus goes into what it has opened, not back to the card.
        if (!isOpen) shell.focusPanel();
        editor.session.setState({ panel: isOpen ? null : panel });
      },
    }),
  ),
  { id: 'tables', group: 'go', run: ({ shell }) => shell.openDialog('tables') },
  { id: 'coverage', group: 'go', run: ({ shell }) => shell.openDialog('coverage') },
  { id: 'review', group: 'go', keys: ['mod+J'], run: ({ shell }) => shell.openDialog('review') },
  { id: 'walks', group: 'go', run: ({ shell }) => shell.openDialog('walks') },
  { id: 'evidenceTable', group: 'go', run: ({ shell }) => shell.openDialog('evidenceTable') },
  { id: 'find', group: 'go', keys: ['mod+F'], run: ({ shell }) => shell.openDialog('find') },
  { id: 'palette', group: 'go', keys: ['mod+K'], run: ({ shell }) => shell.openPalette() },
  { id: 'shortcuts', group: 'go', keys: ['shift+?'], run: ({ shell }) => shell.openDialog('shortcuts') },
  { id: 'gallery', group: 'go', run: ({ shell }) => shell.goToGallery() },
];
