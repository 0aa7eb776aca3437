import { describe, expect, test } from 'vitest';
import { arrowPath, linkPath } from '../../../src/layout/linkPath.ts';
import { CARD_WIDTH, MARK_SIZE, MIN_GUTTER } from '../../../src/layout/metrics.ts';
import { draftMap, lay, type MapDraft } from './mapDraft.ts';

const route = (draft: MapDraft, id: string) => {
  const found = lay(draft.docs).links.find((link) => link.linkId === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('R5 ways', () => {
  test('R5 the next card of the row is reached by a straight line', () => {
    const draft = draftMap([3]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.touchpoint('b', '1_3', ['web']);
    const link = route(draft, draft.link('a', 'b'));
    expect(link.points).toHaveLength(2);
    expect(link.points[0]?.[1]).toBe(link.points[1]?.[1]);
    expect(link.mark).toBeNull();
  });

  test('R5 another row at the next step is reached through the gutter between', () => {
    const draft = draftMap([2]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.touchpoint('b', '1_2', ['shop']);
    const id = draft.link('a', 'b');
    const scene = lay(draft.docs);
    const link = route(draft, id);
    expect(link.points).toHaveLength(4);
    const x = link.points[1]?.[0] ?? 0;
    expect(x).toBeGreaterThan((scene.columns[0]?.cardX ?? 0) + CARD_WIDTH);
    expect(x).toBeLessThan(scene.columns[1]?.cardX ?? 0);
  });

  test('R5 a card in the way sends the link along a gutter between rows', () => {
    const draft = draftMap([3]);
    for (const [index, name] of ['a', 'b', 'c'].entries()) draft.touchpoint(name, `1_${index + 1}`, ['web']);
    const link = route(draft, draft.link('a', 'c'));
    expect(link.points).toHaveLength(6);
  });

  test('R5 a way back leaves at the right and arrives at the left', () => {
    const draft = draftMap([2]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.touchpoint('b', '1_2', ['web']);
    const link = route(draft, draft.link('b', 'a'));
    expect(link.points).toHaveLength(6);
    expect(link.points[1]?.[0]).toBeGreaterThan(link.points[0]?.[0] ?? 0);
    expect(link.points.at(-2)?.[0]).toBeLessThan(link.points.at(-1)?.[0] ?? 0);
  });

  test('R5 a link to itself or to nothing is not drawn', () => {
    const draft = draftMap([1]);
    draft.touchpoint('a', '1_1', ['web']);
    draft.link('a', 'a');
    draft.link('a', 'gone');
    expect(lay(draft.docs).links).toEqual([]);
  });
});

/** `count` cards in one column, each with a link to the one card of the next. */
function fan(count: number): MapDraft {
  const draft = draftMap(
    [2],
    Array.from({ length: count + 1 }, (_, index) => `v${index}`),
  );
  draft.touchpoint('hub', '1_2', ['v0']);
  for (let index = 1; index <= count; index++) {
    draft.touchpoint(`t${index}`, '1_1', [`v${index}`]);
    draft.link(`t${index}`, 'hub');
  }
  return draft;
}

describe('R6 gutters', () => {
  test('R6 widen with the links that run side by side', () => {
    const gutter = (count: number) => {
      const scene = lay(fan(count).docs);
      return (scene.columns[1]?.cardX ?? 0) - (scene.columns[0]?.cardX ?? 0) - CARD_WIDTH;
    };
    expect(gutter(1)).toBe(MIN_GUTTER);
    expect(gutter(3)).toBeGreaterThan(gutter(2));
    expect(gutter(6)).toBeGreaterThan(gutter(3));
  });
});

describe('R7 ends', () => {
  test('R7 up to six links at one side stand at least 6 px apart, inside the card', () => {
    const scene = lay(fan(6).docs);
    const hub = scene.placements.find((card) => card.recordId === 'tp_hub');
    const ys = scene.links.map((link) => link.points.at(-1)?.[1] ?? 0).sort((a, b) => a - b);
    for (const [index, y] of ys.entries()) {
      if (index > 0) expect(y - (ys[index - 1] ?? 0)).toBeGreaterThanOrEqual(6);
    }
    expect(ys[0]).toBeGreaterThan((hub?.y ?? 0) + 8);
    expect(ys.at(-1)).toBeLessThan((hub?.y ?? 0) + (hub?.height ?? 0) - 8);
  });

  test('R7 are sorted by where the links come from, so that these do not cross', () => {
    const scene = lay(fan(4).docs);
    const starts = scene.links.map((link) => [link.points[0]?.[1] ?? 0, link.points.at(-1)?.[1] ?? 0] as const);
    starts.sort((a, b) => a[0] - b[0]);
    const ends = starts.map(([, end]) => end);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  });
});

describe('R4 marks', () => {
  test('R4 of one gutter do not touch each other', () => {
    const marks = lay(fan(7).docs).links.map((link) => link.mark);
    expect(marks).toHaveLength(7);
    for (const [index, mark] of marks.entries()) {
      expect(mark).not.toBeNull();
      for (const other of marks.slice(0, index)) {
        const apart = Math.max(
          Math.abs((mark?.[0] ?? 0) - (other?.[0] ?? 0)),
          Math.abs((mark?.[1] ?? 0) - (other?.[1] ?? 0)),
        );
        expect(apart).toBeGreaterThanOrEqual(MARK_SIZE - 1e-6);
      }
    }
  });
});

describe('R9 path data', () => {
  test('R9 rounds corners and stops at the foot of the arrow', () => {
    const points = [
      [0, 0],
      [20, 0],
      [20, 40],
      [50, 40],
    ] as const;
    expect(linkPath(points)).toBe('M0 0L16 0Q20 0 20 4L20 36Q20 40 24 40L44 40');
    expect(arrowPath(points)).toBe('M50 40L43 36.5V43.5Z');
    expect(linkPath([])).toBe('');
  });

  test('R9 a corner between short pieces has a smaller radius', () => {
    expect(
      linkPath([
        [0, 0],
        [10, 0],
        [10, 2],
        [30, 2],
      ]),
    ).toBe('M0 0L9 0Q10 0 10 1L10 1Q10 2 11 2L24 2');
  });
});
