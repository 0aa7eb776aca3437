import { type NodeChange, ReactFlow, type ReactFlowInstance, SelectionMode, type Viewport } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { cellAt, placementAt } from '../layout/cellAt.ts';
import { CellCursor } from './CellCursor.tsx';
import { CurveLayer } from './CurveLayer.tsx';
import { CurveTable } from './CurveTable.tsx';
import { CanvasContext, LevelContext, type MenuTarget } from './canvasContext.ts';
import { DropTarget } from './DropTarget.tsx';
import { createDragGesture } from './dragGesture.ts';
import { EvidenceNode } from './EvidenceNode.tsx';
import { type BoxNode, createFeed, pickRecords } from './feed.ts';
import { focusCell } from './focusCell.ts';
import { Ground } from './Ground.tsx';
import { editCell, editRecord, showDetails } from './gridEdits.ts';
import { finishLink, gridKeys } from './gridKeys.ts';
import { Heads } from './Heads.tsx';
import { HoverAdd } from './HoverAdd.tsx';
import { InPlaceEditor } from './InPlaceEditor.tsx';
import { LaneCardNode } from './LaneCardNode.tsx';
import { LinkLayer } from './LinkLayer.tsx';
import { LinkMode } from './LinkMode.tsx';
import { type Level, levelAt, MAX_ZOOM, MIN_ZOOM, openingViewport, rowHeadWidth } from './levels.ts';
import { longPress } from './longPress.ts';
import { useLaid, useMapView } from './mapView.ts';
import { OpportunityNode } from './OpportunityNode.tsx';
import { Overview } from './Overview.tsx';
import { PanBounds } from './PanBounds.tsx';
import { StartHint } from './StartHint.tsx';
import { TouchpointNode } from './TouchpointNode.tsx';
import { useGlide } from './useGlide.ts';
import { useHeldKeys } from './useHeldKeys.ts';
import { useKeepCursorInView } from './useKeepCursorInView.ts';
import { useTrace } from './useTrace.ts';
import './map.css';
import './cards.css';
import './links.css';

const nodeTypes = {
  touchpoint: TouchpointNode,
  card: LaneCardNode,
  opportunity: OpportunityNode,
  evidence: EvidenceNode,
};
const noNodes: BoxNode[] = [];
const noEdges: never[] = [];
const coarse = () => window.matchMedia('(pointer: coarse)').matches;

export interface MapCanvasProps {
  /** Handed the instance once, for zoom and fit from outside. */
  readonly onReady: (flow: ReactFlowInstance<BoxNode>, area: HTMLElement) => void;
  readonly onMenu: (target: MenuTarget, point: { x: number; y: number }) => void;
  /** Wheel, pinch, keys and buttons end here: the shell shows the zoom. */
  readonly onZoom: (zoom: number) => void;
  /** What is laid over the map, in its coordinates. */
  readonly layers?: React.ReactNode;
  readonly children?: React.ReactNode;
}

/** The map: React Flow for boxes, pan and zoom; heads, links and the cell cursor are drawn from the scene. */
export function MapCanvas({ onReady, onMenu, onZoom, layers, children }: MapCanvasProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const placements = useLaid((laid) => laid.scene.placements);
  const selection = useSession((session) => session.selection);
  const drag = useSession((session) => session.drag);
  const [level, setLevel] = useState<Level>('card');
  const area = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance<BoxNode> | null>(null);
  const feed = useMemo(createFeed, []);
  // Boxes, links and overlays come after the frame they stand in: one commit of everything would block the page.
  const [isFilled, setFilled] = useState(false);
  useEffect(() => startTransition(() => setFilled(true)), []);
  const nodes = !isFilled || level === 'overview' ? noNodes : feed(placements, selection, drag);
  const gesture = useMemo(() => createDragGesture(editor, view, t), [editor, view, t]);
  const isPanning = useHeldKeys(editor, gesture, area);
  useKeepCursorInView(flow, area);
  useTrace(area, editor, view);
  useGlide(
    area,
    useSession((session) => session.lens),
  );

  const onMove = useCallback(
    (_event: unknown, { zoom, x, y }: Viewport) => {
      area.current?.style.setProperty('--zoom', String(zoom));
      area.current?.style.setProperty('--vx', `${x}px`);
      area.current?.style.setProperty('--vy', `${y}px`);
      if (view.zoom.getState().value !== zoom) view.zoom.setState({ value: zoom });
      setLevel(levelAt(zoom));
      onZoom(zoom);
    },
    [onZoom, view],
  );

  const onInit = useCallback(
    (instance: ReactFlowInstance<BoxNode>) => {
      flow.current = instance;
      const element = area.current as HTMLDivElement;
      const viewport = openingViewport(
        view.laid.getState().scene,
        element.clientWidth,
        rowHeadWidth(),
        element.clientHeight,
      );
      void instance.setViewport(viewport);
      onMove(null, viewport);
      onReady(instance, element);
    },
    [view, onMove, onReady],
  );

  const onNodesChange = useCallback(
    (changes: NodeChange<BoxNode>[]) => {
      const picked = changes.filter((change) => change.type === 'select');
      if (picked.length === 0) return;
      const laid = view.laid.getState();
      editor.session.setState(({ selection: before }) => {
        const cards = before.filter((id) => editor.documents().map.links[id] === undefined);
        return { selection: pickRecords(laid.boxOf, laid.scene.placements, cards, picked) };
      });
    },
    [editor, view],
  );

  const mapPoint = useCallback((event: { clientX: number; clientY: number }) => {
    const { x, y } = flow.current?.screenToFlowPosition({ x: event.clientX, y: event.clientY }) ?? { x: 0, y: 0 };
    return { x, y };
  }, []);

  const link = useCallback(
    (from: string, event: MouseEvent | TouchEvent) => {
      const pointer = 'changedTouches' in event ? (event.changedTouches[0] as Touch) : event;
      const { x, y } = mapPoint(pointer);
      const { scene } = view.laid.getState();
      const target = placementAt(scene, x, y);
      if (target !== null && target.kind === 'touchpoint') return finishLink(editor, from, target.recordId, t);
      const cell = cellAt(scene, x, y);
      if (cell !== null && !cell.rowKey.startsWith('lane:')) editCell(editor, view, { ...cell }, '', from);
    },
    [editor, view, mapPoint, t],
  );

  const onPaneClick = useCallback(
    (event: React.MouseEvent) => {
      const { x, y } = mapPoint(event);
      const { scene } = view.laid.getState();
      const hit = level === 'overview' ? placementAt(scene, x, y) : null;
      const cell = cellAt(scene, x, y);
      editor.session.setState({
        selection: hit ? [hit.recordId] : [],
        linkingFrom: null,
        cursor: cell
          ? { stepId: cell.stepId, rowKey: cell.rowKey, index: cell.index }
          : editor.session.getState().cursor,
      });
      focusCell(area.current);
    },
    [editor, view, level, mapPoint],
  );

  const onDoubleClick = useCallback(
    (event: React.MouseEvent) => {
      if (!(event.target as Element).closest('.react-flow__pane, .react-flow__node')) return;
      const { x, y } = mapPoint(event);
      const { scene } = view.laid.getState();
      const hit = placementAt(scene, x, y);
      if (hit) return editRecord(editor, hit.recordId);
      const cell = cellAt(scene, x, y);
      if (cell) editCell(editor, view, cell, '', null);
    },
    [editor, view, mapPoint],
  );

  const context = useMemo(
    () => ({ onMenu, mapPoint, flow: () => flow.current, area: () => area.current }),
    [onMenu, mapPoint],
  );
  const touch = useMemo(coarse, []);
  useEffect(() => longPress(area.current as HTMLElement), []);

  return (
    <CanvasContext.Provider value={context}>
      <LevelContext.Provider value={level}>
        <div
          ref={area}
          className="map"
          data-level={level}
          data-panning={isPanning || undefined}
          role="application"
          aria-roledescription={t('map.roleDescription')}
          aria-label={t('map.label')}
          onDoubleClick={onDoubleClick}
          onKeyDown={(event) => gridKeys(event, editor, view, flow.current, area.current, t)}
          onContextMenu={(event) => {
            event.preventDefault();
            const { x, y } = mapPoint(event);
            const hit = placementAt(view.laid.getState().scene, x, y);
            const point = { x: event.clientX, y: event.clientY };
            if (hit) {
              if (!editor.session.getState().selection.includes(hit.recordId))
                editor.session.setState({ selection: [hit.recordId] });
              onMenu({ kind: 'record', id: hit.recordId }, point);
              return;
            }
            const cell = cellAt(view.laid.getState().scene, x, y);
            onMenu(cell ? { kind: 'cell', ...cell } : { kind: 'map' }, point);
          }}
        >
          <ReactFlow<BoxNode>
            nodes={nodes}
            edges={noEdges}
            nodeTypes={nodeTypes}
            onInit={onInit}
            // A pan by the wheel tells of its first turn only here.
            onMoveStart={onMove}
            onMove={onMove}
            onNodesChange={onNodesChange}
            onNodeClick={(_event, node) => {
              const placement = view.laid.getState().boxOf.get(node.id);
              if (!placement) return;
              const { linkingFrom } = editor.session.getState();
              if (linkingFrom !== null) finishLink(editor, linkingFrom, node.data.recordId, t);
              showDetails(editor, placement);
              focusCell(area.current);
            }}
            onNodeDragStart={(_event, node) => gesture.start(node.data.recordId)}
            onNodeDrag={(event, node) =>
              gesture.move(node, mapPoint('clientX' in event ? event : ((event as TouchEvent).touches[0] as Touch)))
            }
            onNodeDragStop={() => {
              gesture.drop();
              // The next key is for the card that was dropped.
              focusCell(area.current);
            }}
            onConnectStart={() => {
              if (area.current) area.current.dataset.connecting = '';
            }}
            onConnectEnd={(event, state) => {
              const from = (state.fromNode as BoxNode | null)?.data.recordId;
              const isCancelled = area.current?.dataset.connecting === 'cancelled';
              delete area.current?.dataset.connecting;
              if (from && !isCancelled) link(from, event);
            }}
            onPaneClick={onPaneClick}
            panOnDrag={touch || isPanning || [1]}
            selectionOnDrag={!touch && !isPanning}
            selectionMode={SelectionMode.Partial}
            panOnScroll={!touch}
            zoomOnDoubleClick={false}
            panActivationKeyCode={null}
            deleteKeyCode={null}
            selectionKeyCode="Shift"
            multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
            minZoom={MIN_ZOOM}
            maxZoom={MAX_ZOOM}
            nodesFocusable={false}
            edgesFocusable={false}
            disableKeyboardA11y
            onlyRenderVisibleElements
            nodeDragThreshold={4}
            connectionRadius={0}
            autoPanOnNodeFocus={false}
            elevateNodesOnSelect={false}
            proOptions={{ hideAttribution: true }}
          >
            <PanBounds />
            <Ground />
            {isFilled && (
              <>
                <CurveLayer hidden={level === 'overview'} />
                <LinkLayer hidden={level === 'overview'} />
                {layers}
              </>
            )}
            <DropTarget />
            <HoverAdd />
            <StartHint />
            {level === 'overview' && <Overview />}
            <InPlaceEditor />
            <CellCursor />
          </ReactFlow>
          <Heads />
          <LinkMode />
          {children}
        </div>
        <CurveTable />
      </LevelContext.Provider>
    </CanvasContext.Provider>
  );
}
