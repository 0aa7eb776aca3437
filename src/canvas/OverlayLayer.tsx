import { useStore as useFlow, ViewportPortal } from '@xyflow/react';
import { memo, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../editor/useEditor.ts';
import { keepList } from '../layout/keepIdentity.ts';
import { linkPath } from '../layout/linkPath.ts';
import type { Ink, InkGroup } from '../layout/overlay.ts';
import { overlayInk } from '../layout/overlayInk.ts';
import { paintFigureMark } from '../paint/paintFigureMark.ts';
import { paintInk } from '../paint/paintOverlay.ts';
import { FigureMark } from '../ui/FigureMark.tsx';
import { LevelContext } from './canvasContext.ts';
import { type FarOverlay, useLaid, useMapView } from './mapView.ts';
import { OverlayKey } from './OverlayKey.tsx';
import { overlayFacts } from './overlayFacts.ts';
import './overlays.css';

const TILE = 600;
/** Texts on cards that show their title only are read from afar. */
const FROM_AFAR = 1.35;

/**
 * What KPIs say on the map: badges, colours, volumes, and the lanes of values and courses. A figure that changes draws
 * its own place anew and no other.
 */
export function OverlayLayer() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const level = useContext(LevelContext);
  const scene = useLaid((laid) => laid.scene);
  const faded = useLaid((laid) => laid.shown.faded);
  const overlay = useSession((session) => session.overlay);
  const personaFilter = useSession((session) => session.personaFilter);
  const sideBySide = useSession((session) => session.sideBySide);
  const dragged = useSession((session) => session.drag?.ids);
  const series = useDocuments(({ map }) => map.series);
  const kpis = useDocuments(({ library }) => library.kpis);
  const lanes = useDocuments(({ map }) => map.lanes);
  const memberships = useDocuments(({ map }) => map.memberships);
  const verdicts = useDocuments(({ map }) => map.verdicts);
  const mapPersonas = useDocuments(({ map }) => map.mapPersonas);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the facts are read from; titles are not among them
  const facts = useMemo(
    () => overlayFacts(editor.documents(), { overlay, personaFilter, sideBySide }, t, i18n.language),
    [
      editor,
      scene,
      series,
      kpis,
      lanes,
      memberships,
      verdicts,
      mapPersonas,
      overlay,
      personaFilter,
      sideBySide,
      t,
      i18n.language,
    ],
  );
  useEffect(() => {
    view.tones.setState(facts.tones, true);
    const far: FarOverlay = {
      sign: paintFigureMark,
      ink: (at, laid, scale) => overlayInk(at, laid, view.measurer, scale, true),
      paint: (ctx, inks, under, theme) => paintInk(ctx, inks, under, view.laid.getState().shown.faded, theme),
    };
    view.overlays.setState({ facts, far });
  }, [view, facts]);
  useEffect(
    () => () => {
      view.tones.setState(new Map(), true);
      view.overlays.setState({ facts: null, far: null });
    },
    [view],
  );

  const last = useRef<readonly InkGroup[]>([]);
  const groups = useMemo(() => {
    const now = overlayInk(scene, facts, view.measurer, level === 'title' ? FROM_AFAR : 1);
    last.current = keepList(last.current, now, ({ key }) => key);
    return last.current;
  }, [scene, facts, view, level]);
  // The window in whole tiles: a string that changes seldom, so panning renders nothing here.
  const tiles = useFlow(({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [Math.floor(-x / zoom / TILE), Math.floor(-y / zoom / TILE)];
    return `${left},${top},${Math.ceil((-x + width) / zoom / TILE)},${Math.ceil((-y + height) / zoom / TILE)}`;
  });
  const [left = 0, top = 0, right = 0, bottom = 0] = tiles.split(',').map((tile) => Number(tile) * TILE);
  const moving = new Set(dragged);
  const seen = groups.filter(
    ({ recordId, x, y, width, height }) =>
      x + width >= left && x <= right && y + height >= top && y <= bottom && !moving.has(recordId ?? ''),
  );
  const draw = (under: boolean) => (
    <svg className="overlays" data-under={under || undefined} width={1} height={1} aria-hidden="true">
      {seen
        .filter((group) => group.under === under)
        .map((group) => (
          <Group key={group.key} group={group} faded={faded.has(group.recordId ?? '')} />
        ))}
    </svg>
  );
  return (
    <>
      {level !== 'overview' && (
        <ViewportPortal>
          {draw(true)}
          {draw(false)}
        </ViewportPortal>
      )}
      <OverlayKey facts={facts} />
    </>
  );
}

const Group = memo(function Group({ group: { recordId, key, inks }, faded }: { group: InkGroup; faded: boolean }) {
  countRender(key);
  return (
    <g data-figure={recordId ?? key} data-faded={faded || undefined}>
      {inks.map((ink, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no identity but their place
        <Shape key={index} ink={ink} />
      ))}
    </g>
  );
});

function Shape({ ink }: { ink: Ink }) {
  if (ink.kind === 'text')
    return (
      <text
        x={ink.x}
        y={ink.y}
        fontSize={ink.size}
        fontWeight={ink.bold ? 600 : 400}
        data-ink={ink.color}
        data-halo={ink.halo || undefined}
      >
        {ink.text}
      </text>
    );
  if (ink.kind === 'mark')
    return (
      <g transform={`translate(${ink.x} ${ink.y})`}>
        <FigureMark state={ink.tone} size={ink.size} />
      </g>
    );
  if (ink.kind === 'ground')
    return <rect className="overlay-ground" x={ink.x} y={ink.y} width={ink.width} height={ink.height} rx={3} />;
  if (ink.kind === 'box')
    return (
      <rect
        className="overlay-box"
        x={ink.x}
        y={ink.y}
        width={ink.width}
        height={ink.height}
        rx={ink.radius}
        data-ink={ink.color}
        strokeDasharray={ink.dashed ? '3 2' : undefined}
      />
    );
  if (ink.kind === 'volume')
    return (
      <path
        className="overlay-volume"
        data-few={ink.few || undefined}
        d={linkPath(ink.points)}
        strokeWidth={ink.width}
      />
    );
  return (
    <polyline
      className="overlay-line"
      points={ink.points.map((point) => point.join(',')).join(' ')}
      data-ink={ink.color}
      strokeWidth={ink.width}
    />
  );
}

/** Counted for the browser tests when they ask for it by setting `window.desirepathRenders`. */
function countRender(key: string): void {
  const counts = (window as { desirepathRenders?: Record<string, number> }).desirepathRenders;
  if (counts) counts[`figure:${key}`] = (counts[`figure:${key}`] ?? 0) + 1;
}
