import { useStore as useFlow, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { showBeside } from '../editor/session.ts';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { arrowPath, linkPath } from '../layout/linkPath.ts';
import { type LinkRoute, outOfBand } from '../layout/scene.ts';
import { useCanvas } from './canvasContext.ts';
import { HandoffMark } from './HandoffMark.tsx';
import { linkTitle } from './linkTitle.ts';
import { useLaid, useMapView } from './mapView.ts';

const TILE = 600;

/**
 * The links, drawn from their routes: React Flow's own edges know only their ends, while a route runs in gutters that
 * may lie far from both. Only what touches the tiles in view is in the DOM.
 */
export function LinkLayer({ hidden }: { hidden: boolean }) {
  const links = useLaid((laid) => laid.scene.links);
  const stoodBack = useLaid((laid) => laid.shown.faded);
  const selection = useSession((session) => session.selection);
  const dragged = useSession((session) => session.drag?.ids);
  // The window in whole tiles: a string that changes seldom, so panning renders nothing here.
  const tiles = useFlow(({ transform: [x, y, zoom], width, height }) => {
    const left = Math.floor(-x / zoom / TILE);
    const top = Math.floor(-y / zoom / TILE);
    return `${left},${top},${Math.ceil((-x + width) / zoom / TILE)},${Math.ceil((-y + height) / zoom / TILE)}`;
  });
  const boxes = useMemo(() => links.map(boundsOf), [links]);
  if (hidden) return null;
  const [left, top, right, bottom] = tiles.split(',').map((tile) => Number(tile) * TILE) as [
    number,
    number,
    number,
    number,
  ];
  const shown = links.filter((_, index) => {
    const box = boxes[index] as Bounds;
    return box.right >= left && box.left <= right && box.bottom >= top && box.top <= bottom;
  });
  const selected = new Set(selection);
  const moving = new Set(dragged);
  return (
    <ViewportPortal>
      <svg className="links" width={1} height={1} aria-hidden="true">
        {shown.map((link) => (
          <LinkPath
            key={link.key}
            link={link}
            selected={selected.has(link.linkId)}
            traced={selected.has(outOfBand(link.from)) || selected.has(outOfBand(link.to))}
            faded={stoodBack.has(link.linkId) || moving.has(outOfBand(link.from)) || moving.has(outOfBand(link.to))}
          />
        ))}
        {shown.map((link) =>
          link.mark ? (
            <HandoffMark
              key={link.key}
              linkId={link.linkId}
              at={link.mark}
              state={link.state}
              faded={stoodBack.has(link.linkId)}
            />
          ) : null,
        )}
      </svg>
    </ViewportPortal>
  );
}

interface LinkPathProps {
  readonly link: LinkRoute;
  readonly selected: boolean;
  readonly traced: boolean;
  readonly faded: boolean;
}

const LinkPath = memo(function LinkPath({ link, selected, traced, faded }: LinkPathProps) {
  const editor = useEditor();
  const { t } = useTranslation();
  const { onMenu } = useCanvas();
  const title = useStore(useMapView().overlays, ({ facts }) => linkTitle(link, facts, t));
  const d = useMemo(() => linkPath(link.points), [link.points]);
  const head = useMemo(() => arrowPath(link.points), [link.points]);
  const state = link.state.handoff ? link.state.state : 'none';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's shortcut; by keys a link is reached from its touchpoint's panel
    <g
      className="link"
      data-state={state}
      data-link={link.linkId}
      data-selected={selected || undefined}
      data-traced={traced || undefined}
      data-faded={faded || undefined}
      onClick={(event) => {
        event.stopPropagation();
        editor.session.setState({ selection: [link.linkId] });
        showBeside(editor.session, 'inspector');
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onMenu({ kind: 'link', id: link.linkId }, { x: event.clientX, y: event.clientY });
      }}
    >
      <title>{title}</title>
      <path d={d} className="link-hit" />
      <path d={d} className="link-line" />
      <path d={head} className="link-head" />
    </g>
  );
});

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boundsOf({ points }: LinkRoute): Bounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
