import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Handoff } from '../analysis/handoffs.ts';
import { createMapHandoffs } from '../analysis/keepHandoffs.ts';
import { frictionMarks } from '../analysis/mark.ts';
import type { Editor } from '../editor/createEditor.ts';
import type { Cursor, SessionState } from '../editor/session.ts';
import { changesMarks, movesCurves } from '../editor/structure.ts';
import { type CardContents, createCardContent } from '../layout/cardContent.ts';
import { withCurves } from '../layout/curves.ts';
import { keepMap, keepSet } from '../layout/keepIdentity.ts';
import { createLayout } from '../layout/layoutMap.ts';
import type { Measurer } from '../layout/measurer.ts';
import type { CardTone, InkGroup, Overlays } from '../layout/overlay.ts';
import {
  type CurveSource,
  cellKey,
  inBand,
  type Placement,
  type RowFacts,
  type Scene,
  type View,
} from '../layout/scene.ts';
import { inOrder } from '../model/order.ts';
import type { Documents } from '../model/tables.ts';
import type { FarCards } from '../paint/farCards.ts';
import type { Context } from '../paint/pens.ts';
import type { Theme } from '../paint/theme.ts';
import { cursorAfter } from './cursorAfter.ts';
import { curveSources, feelingsOf } from './curveSources.ts';
import { type LegendEntry, legendOf, type ReviewCount, reviewCountOf } from './legend.ts';
import { linkStates } from './linkStates.ts';
import { rowFacts } from './rowFacts.ts';
import { type Shown, shownOf } from './shown.ts';

export interface Laid {
  readonly scene: Scene;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  /** The placements of each cell, top to bottom, folded ones left out. */
  readonly cells: ReadonlyMap<string, readonly Placement[]>;
  /** The placement of each record; its first where it has one in several bands. */
  readonly placementOf: ReadonlyMap<string, Placement>;
  /** Every placement, by its key. */
  readonly boxOf: ReadonlyMap<string, Placement>;
  readonly shown: Shown;
  /** What the heads of rows tell, by the row's key. */
  readonly facts: ReadonlyMap<string, RowFacts>;
  /** What the marks of what is shown mean, and how many there are. */
  readonly legend: readonly LegendEntry[];
  readonly toReview: ReviewCount;
  /** The values behind the scene's curves. */
  readonly curves: readonly CurveSource[];
  /** The touchpoints whose feelings each cell of a lane of emotion holds, in their order. */
  readonly feelings: ReadonlyMap<string, readonly string[]>;
}

/** The open map as it is laid out: kept in step with the editor, recomputed only by what can move a box or a line. */
export interface MapView {
  readonly laid: StoreApi<Laid>;
  readonly content: CardContents;
  readonly measurer: Measurer;
  /** The colours that an overlay gives to cards, by touchpoint. */
  readonly tones: StoreApi<ReadonlyMap<string, CardTone>>;
  /** The zoom of the window, for what stands beside the map and has its own size. */
  readonly zoom: StoreApi<{ readonly value: number }>;
  /** What is laid over the map; null before it is known. */
  readonly overlays: StoreApi<LaidOver>;
  /** Lays out again, after a font has arrived. */
  refresh(): void;
  dispose(): void;
}

export interface FarOverlay {
  readonly sign: FarCards['paintSign'];
  readonly ink: (scene: Scene, facts: Overlays, scale: number) => readonly InkGroup[];
  readonly paint: (ctx: Context, groups: readonly InkGroup[], under: boolean, theme: Theme) => void;
}

/** What overlays say, and how the overview paints it; the code that does comes with them. */
interface LaidOver {
  readonly facts: Overlays | null;
  readonly far: FarOverlay | null;
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
  const handoffsOf = createMapHandoffs();
  let laidOf: Documents | null = null;

  const lay = (before: Laid | null): Laid => {
    const documents = editor.documents();
    laidOf = documents;
    const session = editor.session.getState();
    const handoffs = handoffsOf(documents.map);
    const shown = keepShown(before?.shown ?? null, shownOf(documents, session));
    const curves = curveSources(documents, shown.personas, session.way);
    const view = {
      ...viewOf(session),
      leftOut: shown.leftOut,
      bands: shown.bands,
      curves,
      frictions: frictionMarks(documents.map),
    };
    const scene = layout(documents, view, linkStates(handoffs, session.lens, documents.map));
    const facts = keepMap(before?.facts ?? null, rowFacts(documents, view, shown, handoffs));
    const legend = legendOf(documents.map, handoffs, session.lens, shown);
    const toReview = reviewCountOf(documents.map, handoffs, shown);
    const feelings = keepMap(before?.feelings ?? null, feelingsOf(documents, scene, shown));
    if (before !== null && before.scene.placements === scene.placements)
      return { ...before, scene, handoffs, shown, facts, legend, toReview, curves, feelings };
    const cells = new Map<string, Placement[]>();
    const placementOf = new Map<string, Placement>();
    const boxOf = new Map<string, Placement>();
    for (const placement of scene.placements) {
      const key = cellKey(placement.stepId, placement.rowKey);
      const cell = cells.get(key);
      if (cell) cell.push(placement);
      else cells.set(key, [placement]);
      if (!placementOf.has(placement.recordId)) placementOf.set(placement.recordId, placement);
      boxOf.set(placement.key, placement);
    }
    return { scene, handoffs, cells, placementOf, boxOf, shown, facts, legend, toReview, curves, feelings };
  };

  const laid = createStore<Laid>(() => lay(null));
  const refresh = () => {
    const before = laid.getState();
    const after = lay(before);
    const { cursor } = editor.session.getState();
    const next = cursor && cursorAfter(before.scene, after.scene, cursor);
    if (next !== cursor) editor.session.setState({ cursor: next });
    laid.setState(after, true);
  };
  /** After an edit that moves no box but a curve or a mean: nothing is routed anew. */
  const feel = () => {
    const documents = editor.documents();
    const session = editor.session.getState();
    laid.setState((before) => {
      const shown = keepShown(before.shown, shownOf(documents, session));
      const curves = curveSources(documents, shown.personas, session.way);
      const facts = keepMap(before.facts, rowFacts(documents, viewOf(session), shown, before.handoffs));
      return { shown, curves, facts, scene: withCurves(before.scene, documents, curves) };
    });
  };
  const stopEditor = editor.store.subscribe((state, before) => {
    if (state.structure !== before.structure) refresh();
  });
  const stopCommits = editor.subscribe(({ patches }) => {
    if (laidOf === editor.documents()) return;
    const isRemarked = patches.some(changesMarks);
    if (!isRemarked && !patches.some(movesCurves)) return;
    const { sideBySide, personaFilter } = editor.session.getState();
    const isOfFew = sideBySide || personaFilter.length > 0;
    // Whose bands there are, and who is filtered out, may have changed with the personas.
    const isOthers = isOfFew && patches.some(({ path }) => path[1] !== 'sentiments' && path[1] !== 'touchpoints');
    if (isRemarked || isOthers) refresh();
    else feel();
  });
  const stopSession = editor.session.subscribe((state, before) => {
    if (viewKeys.some((key) => state[key] !== before[key])) refresh();
  });
  return {
    laid,
    content,
    measurer,
    tones: createStore<ReadonlyMap<string, CardTone>>(() => new Map()),
    zoom: createStore(() => ({ value: 1 })),
    overlays: createStore<LaidOver>(() => ({ facts: null, far: null })),
    refresh: () => {
      content.clear();
      layout = createLayout(measurer);
      refresh();
    },
    dispose: () => {
      stopEditor();
      stopCommits();
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
  'personaFilter',
  'filterMode',
  'sideBySide',
  'way',
  'focusIds',
] as const satisfies (keyof SessionState)[];

function viewOf(session: SessionState): View {
  const { lens, collapsedStages, collapsedRows, unfolded, extraRows } = session;
  return { lens, collapsedStages, collapsedRows, unfolded, extraRows };
}

function keepShown(before: Shown | null, next: Shown): Shown {
  if (before === null) return next;
  return { ...next, leftOut: keepSet(before.leftOut, next.leftOut), faded: keepSet(before.faded, next.faded) };
}

/** The placement the cursor stands on: of a record in several bands the one in its band. */
export function placementAtCursor(laid: Laid, { stepId, rowKey, index }: Cursor): Placement | undefined {
  return laid.cells.get(cellKey(stepId, rowKey))?.[index];
}

/** A record's placement in the band of a row, else its first. */
export function placementNear(laid: Laid, recordId: string, rowKey: string | undefined): Placement | undefined {
  const at = rowKey?.indexOf('@') ?? -1;
  const personaId = rowKey === undefined || at < 0 ? null : rowKey.slice(at + 1);
  return laid.boxOf.get(inBand(recordId, personaId)) ?? laid.placementOf.get(recordId);
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
