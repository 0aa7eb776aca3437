import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, useContext } from 'react';
import type { BoxNode } from './feed.ts';
import type { Level } from './levels.ts';

/** What a context menu was asked for. */
export type MenuTarget =
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'cell'; readonly stepId: string; readonly rowKey: string; readonly index: number }
  /** Outside the grid of cells. */
  | { readonly kind: 'map' }
  | { readonly kind: 'stage' | 'step' | 'lane' | 'row' | 'link'; readonly id: string };

export interface CanvasTools {
  onMenu(target: MenuTarget, point: { x: number; y: number }): void;
  /** A point of the window in map coordinates. */
  mapPoint(event: { clientX: number; clientY: number }): { x: number; y: number };
  flow(): ReactFlowInstance<BoxNode> | null;
  area(): HTMLElement | null;
}

export const CanvasContext = createContext<CanvasTools | null>(null);

export function useCanvas(): CanvasTools {
  const tools = useContext(CanvasContext);
  if (tools === null) throw new Error('There is no map here: this component belongs inside MapCanvas.');
  return tools;
}

/** How much of a card is shown at the present zoom. */
export const LevelContext = createContext<Level>('card');
