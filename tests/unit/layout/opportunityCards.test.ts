import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { cellAt } from '../../../src/layout/cellAt.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { blankOpportunity } from '../../../src/model/blanks.ts';
import { tieId } from '../../../src/model/ids.ts';
import type { Opportunity } from '../../../src/model/records/opportunity.ts';
import { paintScene } from '../../../src/paint/canvasPainter.ts';
import { lightTheme } from '../../../src/paint/theme.ts';
import { recordContext } from '../paint/recordingContext.ts';
import { draftMap, lay, type MapDraft } from './mapDraft.ts';

beforeAll(() => void vi.stubGlobal('Path2D', class {}));

function offer(draft: MapDraft, name: string, places: string[], fields: Partial<Opportunity> = {}): void {
  const { map } = draft.docs;
  const id = `op_${name}`;
  const order = `a${Object.keys(map.opportunities).length}`;
  map.opportunities[id] = { ...blankOpportunity, id, order, title: name, ...fields };
  for (const at of places) {
    const [placeId, toId = null] = at.split('>').map((part) => `tp_${part}`);
    const place = { placeId: placeId as string, toId };
    const tie = tieId(id, place);
    map.ties[tie] = { id: tie, opportunityId: id, ...place };
  }
}

/** Three steps with a touchpoint each, a lane of notes and one for opportunities that holds a text at the second step. */
function ideas(): MapDraft {
  const draft = draftMap([3]);
  draft.touchpoint('a', '1_1', ['web']);
  draft.touchpoint('b', '1_2', ['shop']);
  draft.touchpoint('c', '1_3', ['web']);
  draft.lane('notes', { side: 'below' });
  draft.lane('ideas', { side: 'below', role: 'opportunities' });
  draft.card('text', '1_2', 'ideas', 'A thought');
  return draft;
}
const cardsOf = (draft: MapDraft, view = {}) =>
  lay(draft.docs, view)
    .placements.filter(({ rowKey }) => rowKey === 'lane:la_ideas')
    .map(({ recordId, kind, stepId, index }) => [recordId, kind, stepId, index]);

describe('opportunities on the map', () => {
  test('J19 stand at the first step of what they are tied to, below the texts, in their order', () => {
    const draft = ideas();
    offer(draft, 'late', ['c', 'b>c']);
    offer(draft, 'soon', ['b']);
    offer(draft, 'free', []);
    offer(draft, 'gone', ['a'], { status: 'dropped' });
    expect(cardsOf(draft)).toEqual([
      ['cd_text', 'card', 'sp_1_2', 0],
      ['op_late', 'opportunity', 'sp_1_2', 1],
      ['op_soon', 'opportunity', 'sp_1_2', 2],
    ]);
  });

  test('J19 have no card where no lane is for them, or it is hidden; of two lanes one shows them', () => {
    const draft = ideas();
    offer(draft, 'soon', ['b']);
    draft.lane('more', { side: 'below', role: 'opportunities' });
    const shown = () => lay(draft.docs).placements.filter(({ kind }) => kind === 'opportunity');
    expect(shown().map(({ rowKey }) => rowKey)).toEqual(['lane:la_ideas']);
    for (const lane of Object.values(draft.docs.map.lanes)) draft.docs.map.lanes[lane.id] = { ...lane, hidden: true };
    expect(shown()).toEqual([]);
  });

  test('J19 follow what is shown: one that is tied to nothing else goes with what is left out', () => {
    const draft = ideas();
    offer(draft, 'soon', ['a', 'c']);
    offer(draft, 'way', ['a>b']);
    const leftOut = new Set(['tp_a']);
    expect(cardsOf(draft, { leftOut }).slice(1)).toEqual([['op_soon', 'opportunity', 'sp_1_3', 0]]);
    const band = { personaId: 'pe_x', name: 'X', look: { color: 'blue', shape: 'circle' } as const, leftOut };
    expect(cardsOf(draft, { bands: [band] }).slice(1)).toEqual([['op_soon', 'opportunity', 'sp_1_3', 0]]);
  });

  test('J20 a text that is dropped on one goes behind the last text', () => {
    const draft = ideas();
    offer(draft, 'soon', ['b']);
    const scene = lay(draft.docs);
    const card = scene.placements.find(({ kind }) => kind === 'opportunity');
    const at = cellAt(scene, (card?.x ?? 0) + 5, (card?.y ?? 0) + 1);
    expect(at).toMatchObject({ rowKey: 'lane:la_ideas', beforeId: null });
    const text = scene.placements.find(({ kind }) => kind === 'card');
    expect(cellAt(scene, (text?.x ?? 0) + 5, (text?.y ?? 0) + 1)?.beforeId).toBe('cd_text');
  });

  test('J20 the picture says title, kind and grades, each inside the card', () => {
    const draft = ideas();
    offer(draft, 'One basket everywhere', ['b'], { kind: 'strategy', impact: 5, effort: 3 });
    offer(draft, '', ['c'], { kind: 'quick' });
    const scene = lay(draft.docs);
    const recording = recordContext();
    const words = {
      notSet: 'Not set',
      untitled: 'Untitled',
      cards: (n: number) => `${n} cards`,
      gaps: (n: number) => `${n} gaps`,
      feeling: (level: number) => `level ${level}`,
      opportunityKind: ({ kind }: Opportunity) => kind,
      grades: ({ impact, effort }: Opportunity) => `${impact}/${effort}`,
      evidence: 'Evidence',
      everyone: 'Everyone',
    };
    const content = createCardContent(createPlainMeasurer());
    paintScene(recording.ctx, scene, { docs: draft.docs, content, theme: lightTheme, words, level: 'card' });
    const card = scene.placements.find(({ recordId }) => recordId === 'op_One basket everywhere');
    const inside = recording.texts.filter(
      ({ x, y }) =>
        card !== undefined && x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height,
    );
    expect(inside.map(({ text }) => text)).toEqual([...(card?.lines ?? []).map(({ text }) => text), 'strategy', '5/3']);
    expect(recording.texts.map(({ text }) => text)).toContain('quick');
    expect(recording.texts.map(({ text }) => text)).not.toContain('null/null');
  });
});
