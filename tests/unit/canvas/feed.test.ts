import { describe, expect, it } from 'vitest';
import { createFeed } from '../../../src/canvas/feed.ts';
import { fittingViewport, levelAt, openingViewport, viewportFor } from '../../../src/canvas/levels.ts';
import { createMapView } from '../../../src/canvas/mapView.ts';
import { CARD_WIDTH } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { smallMap } from '../../support/startDocs.ts';

function fed() {
  const small = smallMap();
  const view = createMapView(small.editor, createPlainMeasurer());
  const feed = createFeed();
  const nodes = (selection: string[] = [], drag: Parameters<typeof feed>[2] = null) =>
    feed(view.laid.getState().scene.placements, selection, drag);
  return { ...small, view, nodes };
}
const fresh = (before: readonly object[], after: readonly object[]) =>
  after.filter((node) => !before.includes(node)).length;

describe('the feed', () => {
  it('F1 the same placements give the same array', () => {
    const { nodes } = fed();
    expect(nodes()).toBe(nodes());
  });

  it('F1 a new title makes no new node, laid out again or not', () => {
    const { editor, view, nodes, ids } = fed();
    const before = nodes();
    editor.run('updateTouchpoint', { id: ids.a, fields: { title: 'Other' } });
    expect(nodes()).toBe(before);
    const { scene } = view.laid.getState();
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { note: 'lays out again' } });
    expect(view.laid.getState().scene).toBe(scene);
    expect(fresh(before, nodes())).toBe(0);
  });

  it('F2 one more selected card is one new node, and so is one less', () => {
    const { nodes, ids } = fed();
    const before = nodes();
    const selected = nodes([ids.b]);
    expect(fresh(before, selected)).toBe(1);
    expect(selected.filter((node) => node.selected).map((node) => node.data.recordId)).toEqual([ids.b]);
    expect(fresh(selected, nodes([]))).toBe(1);
  });

  it('F3 a drag moves the dragged nodes only, by its way', () => {
    const { nodes, ids } = fed();
    const before = nodes();
    const dragged = nodes([], { ids: [ids.a], dx: 10, dy: -5, target: null });
    expect(fresh(before, dragged)).toBe(1);
    const at = (list: typeof before) => list.find((node) => node.data.recordId === ids.a)?.position;
    expect(at(dragged)).toEqual({ x: (at(before)?.x ?? 0) + 10, y: (at(before)?.y ?? 0) - 5 });
  });

  it('F4 every node has its size before it is drawn, touchpoints their handles too', () => {
    for (const node of fed().nodes()) {
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      expect(node.handles?.length ?? 0).toBe(node.type === 'touchpoint' ? 2 : 0);
    }
  });
});

describe('levels', () => {
  it('F5 cards in full, then titles, then the overview', () => {
    expect([3, 0.86, 0.85, 0.62, 0.61, 0.04].map(levelAt)).toEqual([
      'card',
      'card',
      'title',
      'title',
      'overview',
      'overview',
    ]);
  });

  it('F5 a map opens at its first stage, no text smaller than it is, and cuts a card where it goes on', () => {
    const { scene } = fed().view.laid.getState();
    const columns = Array.from({ length: 30 }, (_, index) => ({
      ...(scene.columns[0] as (typeof scene.columns)[number]),
      collapsed: false,
      cardX: 16 + index * 190,
    }));
    const opened = (count: number, width: number) =>
      openingViewport({ ...scene, columns: columns.slice(0, count), width: count * 190 + 16 }, width);
    expect(opened(3, 1290)).toMatchObject({ x: 148, zoom: 1 });
    for (let width = 400; width < 2600; width += 7) {
      const { x, zoom } = opened(30, width);
      expect(x).toBe(148);
      expect(zoom).toBeGreaterThanOrEqual(1);
      expect(zoom).toBeLessThanOrEqual(1.2);
      const edge = (width - 148) / zoom;
      const seen = columns.map(({ cardX }) => edge - cardX).filter((part) => part > 20 && part < CARD_WIDTH - 20);
      if (width > 700) expect(seen, `${width} px`).toHaveLength(1);
    }
  });

  it('F5 a low window opens at the row of the first cards, a high one at the top', () => {
    const { view } = fed();
    const { scene } = view.laid.getState();
    const first = scene.placements.find(({ kind }) => kind === 'touchpoint');
    for (const height of [140, 180, 900]) {
      const { y, zoom } = openingViewport(scene, 900, 148, height);
      const top = (first?.y ?? 0) * zoom + y;
      expect(top).toBeGreaterThanOrEqual(62);
      expect(top + (first?.height ?? 0) * zoom).toBeLessThanOrEqual(height);
    }
    expect(openingViewport(scene, 900, 148, 900).y).toBe(openingViewport(scene, 900).y);
  });

  it('OV12 a map that is fitted stands clear of the legend, beside it or above, unless it would be much smaller', () => {
    const area = { width: 1300, height: 820 };
    const corner = { width: 280, height: 300 };
    const seen = (width: number, height: number, own = area, covered = corner) => {
      const rect = { x: 0, y: 62, width, height };
      const { x, y, zoom } = fittingViewport(rect, own, covered, 148);
      const right = x + width * zoom;
      const bottom = y + (62 + height) * zoom;
      const isClear = right <= own.width - covered.width || bottom <= own.height - covered.height;
      return { isClear, zoom, plain: viewportFor(rect, own, 1, 148).zoom };
    };
    // Higher than wide goes beside it, wider than high above it, and what was clear anyway stays as it is.
    for (const [width, height] of [
      [1700, 1300],
      [3000, 1250],
    ] as const) {
      const { isClear, zoom, plain } = seen(width, height);
      expect([isClear, zoom < plain, zoom >= 0.9 * plain]).toEqual([true, true, true]);
    }
    expect(seen(4000, 600)).toMatchObject({ isClear: true, zoom: seen(4000, 600).plain });
    const small = seen(2200, 8000, { width: 390, height: 700 });
    expect([small.isClear, small.zoom === small.plain]).toEqual([false, true]);
  });

  it('F5 a part shown lies in the area, beside the heads', () => {
    const area = { width: 1000, height: 700 };
    const rect = { x: 300, y: 200, width: 900, height: 100 };
    const { x, y, zoom } = viewportFor(rect, area, 1);
    expect(zoom).toBeLessThanOrEqual(1);
    expect(rect.x * zoom + x).toBeGreaterThanOrEqual(0);
    expect((rect.x + rect.width) * zoom + x).toBeLessThanOrEqual(area.width);
    expect((rect.y + rect.height) * zoom + y).toBeLessThanOrEqual(area.height);
  });
});
