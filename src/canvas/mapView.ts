import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { allHandoffs, type Handoff } from '../analysis/handoffs.ts';
import type { Editor } from '../editor/createEditor.ts';
import type { SessionState } from '../editor/session.ts';
import { type CardContents, createCardContent } from '../layout/cardContent.ts';
import { createLayout } from '../layout/layoutMap.ts';
import type { Measurer } from '../layout/measurer.ts';
import { cellKey, type Placement, type Scene, type View } from '../layout/scene.ts';

import { inOrder } from '../model/order.ts';
import { linkStates } from './linkStates.ts';

export interface Laid {
  readonly scene: Scene;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  /** The placements of each cell, top to bottom, folded ones left out. */
  readonly cells: ReadonlyMap<string, readonly Placement[]>;
  readonly placementOf: ReadonlyMap<string, Placement>;
}

/** The open map as it is laid out: kept in step with the editor, recomputed only by what can move a box or a line. */
export interface MapView {
  readonly laid: StoreApi<Laid>;
  readonly content: CardContents;
  readonly measurer: Measurer;
  /** Lays out again, after a font has arrived. */
  refresh(): void;
  dispose(): void;
}

/** Rows a map without touchpoints shows, so that one can begin in the right place. */
const START_ROWS = 5;

export function createMapView(editor: Editor, measurer: Measurer): MapView {
  const { map, library } = editor.documents();
  if (Object.keys(map.touchpoints).length === 0) {
    const first = inOrder(Object.values(library.channels))
      .filter((entry) => !entry.archived)
      .slice(0, START_ROWS);
    editor.session.setState({ extraRows: first.map((entry) => entry.id) });
  }
  let layout = createLayout(measurer);
  const content = createCardContent(measurer);

  const lay = (): Laid => {
    const documents = editor.documents();
    const session = editor.session.getState();
    const handoffs = allHandoffs(documents.map);
    const scene = layout(documents, viewOf(session), linkStates(handoffs, session.lens));
    const cells = new Map<string, Placement[]>();
    const placementOf = new Map<string, Placement>();
    for (const placement of scene.placements) {
      const key = cellKey(placement.stepId, placement.rowKey);
      const cell = cells.get(key);
      if (cell) cell.push(placement);
      else cells.set(key, [placement]);
      placementOf.set(placement.recordId, placement);
    }
    return { scene, handoffs, cells, placementOf };
  };

  const laid = createStore<Laid>(() => lay());
  const refresh = () => laid.setState(lay(), true);
  const stopEditor = editor.store.subscribe((state, before) => {
    if (state.structure !== before.structure) refresh();
  });
  const stopSession = editor.session.subscribe((state, before) => {
    if (viewKeys.some((key) => state[key] !== before[key])) refresh();
  });
  return {
    laid,
    content,
    measurer,
    refresh: () => {
      content.clear();
      layout = createLayout(measurer);
      refresh();
    },
    dispose: () => {
      stopEditor();
      stopSession();
    },
  };
}

const viewKeys = [
  'lens',
  'collapsedStages',
  'collapsedRows',
  'unfolded',
  'extraRows',
] as const satisfies (keyof SessionState)[];

function viewOf(session: SessionState): View {
  const { lens, collapsedStages, collapsedRows, unfolded, extraRows } = session;
  return { lens, collapsedStages, collapsedRows, unfolded, extraRows };
}

export const MapViewContext = createContext<MapView | null>(null);

export function useMapView(): MapView {
  const view = useContext(MapViewContext);
  if (view === null) throw new Error('No map is laid out here: this component belongs inside a MapViewContext.');
  return view;
}

export function useLaid<T>(select: (laid: Laid) => T): T {
  return useStore(useMapView().laid, select);
}
