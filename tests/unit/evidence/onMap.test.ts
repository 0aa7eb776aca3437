import { describe, expect, it } from 'vitest';
import { curveSources } from '../../../src/canvas/curveSources.ts';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { feelingY } from '../../../src/layout/curves.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import type { Row } from '../../../src/layout/scene.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import type { Persona } from '../../../src/model/records/persona.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { feel, takePart } from '../analysis/people.ts';
import { draftMap, lay, type MapDraft } from '../layout/mapDraft.ts';
import { says } from './pieces.ts';

function draft(): MapDraft {
  const map = draftMap([2]);
  map.touchpoint('a', '1_1', ['web']);
  map.touchpoint('b', '1_1', ['shop']);
  map.touchpoint('c', '1_2', ['shop']);
  map.link('a', 'c');
  return map;
}

/** Documents with one table replaced, as a commit leaves them. */
function renewed({ map, library }: Documents, tables: Partial<Documents['map']>): Documents {
  return { library, map: { ...map, ...tables } };
}

describe('the speech mark on a card', () => {
  it('EV19 counts what is attached to the touchpoint, not to its ways, and tells partial from good evidence', () => {
    const { docs } = draft();
    for (const kind of ['quote', 'review', 'ticket'] as const) says(docs, ['a'], { kind });
    says(docs, ['b', 'a>c']);
    const contents = createCardContent(createPlainMeasurer());
    const of = (name: string) => contents.of(docs.map.touchpoints[`tp_${name}`] as Touchpoint, docs).evidence;
    expect(of('a')).toMatchObject({ count: 3, strength: 'well' });
    expect(of('b')).toMatchObject({ count: 1, strength: 'partly' });
    expect(of('c')).toBeNull();
    const mark = of('a');
    expect(mark?.line.x).toBeGreaterThanOrEqual(mark?.x ?? 0);
    expect((mark?.line.x ?? 0) + (mark?.line.width ?? 0)).toBeLessThanOrEqual((mark?.x ?? 0) + (mark?.width ?? 0));
  });

  it('EV19 another piece makes anew the content of the one card it is attached to', () => {
    const { docs } = draft();
    says(docs, ['a']);
    const contents = createCardContent(createPlainMeasurer());
    const of = (documents: Documents, name: string) =>
      contents.of(documents.map.touchpoints[`tp_${name}`] as Touchpoint, documents);
    const before = { a: of(docs, 'a'), b: of(docs, 'b') };
    const after = renewed(docs, { evidence: { ...docs.map.evidence }, citations: { ...docs.map.citations } });
    says(after, ['b']);
    expect(of(after, 'a')).toBe(before.a);
    expect(of(after, 'b')).not.toBe(before.b);
    expect(of(after, 'b').evidence?.count).toBe(1);
  });
});

describe('the lane of evidence', () => {
  it('WZ4 neither lane nor card shows a piece that says nothing', () => {
    const map = draft();
    map.lane('voices', { role: 'evidence', side: 'above' });
    says(map.docs, ['a'], { text: '' });
    const contents = createCardContent(createPlainMeasurer());
    const bubble = () => contents.of(map.docs.map.touchpoints.tp_a as Touchpoint, map.docs).evidence;
    expect([cards(map), bubble()]).toEqual([[], null]);
    const after = { ...map.docs.map, evidence: { ...map.docs.map.evidence } };
    map.docs.map = after;
    says(map.docs, ['a'], { text: 'Slow' });
    expect([cards(map).length, bubble()?.count]).toEqual([1, 1]);
  });

  const cards = (map: MapDraft, view: Parameters<typeof lay>[1] = {}) =>
    lay(map.docs, view)
      .placements.filter(({ kind }) => kind === 'evidence')
      .map(({ recordId, stepId, index }) => [recordId, stepId, index]);

  it('EV20 shows each piece at every step where it is about something; a way stands where it begins', () => {
    const map = draft();
    map.lane('voices', { role: 'evidence', side: 'below' });
    const first = says(map.docs, ['a', 'b', 'c'], { text: 'Both' });
    const second = says(map.docs, ['a>c'], { text: 'Way' });
    says(map.docs, [], { text: 'Nowhere' });
    expect(cards(map)).toEqual([
      [first, 'sp_1_1', 0],
      [second, 'sp_1_1', 1],
      [first, 'sp_1_2', 0],
    ]);
    const keys = lay(map.docs).placements.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('EV20 leaves out what is about nothing that is shown; without such a lane, or while it is hidden, there are none', () => {
    const map = draft();
    says(map.docs, ['a']);
    const second = says(map.docs, ['c']);
    expect(cards(map)).toEqual([]);
    map.lane('voices', { role: 'evidence' });
    expect(cards(map, { leftOut: new Set(['tp_a']) })).toEqual([[second, 'sp_1_2', 0]]);
    map.lane('voices', { role: 'evidence', hidden: true });
    expect(cards(map)).toEqual([]);
  });

  it('EV20 folds what is more than three pieces at a step, but for exports and where it was opened', () => {
    const map = draft();
    map.lane('voices', { role: 'evidence' });
    for (let index = 0; index < 5; index++) says(map.docs, ['a']);
    const folds = (view: Parameters<typeof lay>[1]) => lay(map.docs, view).folds.map(({ count }) => count);
    expect([cards(map).length, folds({})]).toEqual([3, [2]]);
    expect([cards(map, { unfolded: true }).length, folds({ unfolded: true })]).toEqual([5, []]);
    expect(cards(map, { unfolded: new Set(['sp_1_1|lane:la_voices']) })).toHaveLength(5);
  });

  it('EV20 shortens long texts, in pictures too, and makes the row as high as its fullest cell', () => {
    const map = draft();
    map.lane('voices', { role: 'evidence' });
    says(map.docs, ['a'], { text: 'word '.repeat(200) });
    const scene = lay(map.docs, { unfolded: true });
    const card = scene.placements.find(({ kind }) => kind === 'evidence');
    const row = scene.rows.find(({ key }) => key === 'lane:la_voices');
    expect(card?.lines).toHaveLength(3);
    expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0));
    expect(card?.y).toBeGreaterThanOrEqual(row?.y ?? 0);
  });
});

describe('evidence on the lane of emotion', () => {
  it('EV21 stands apart from what was set by hand: on no line, at its mean, with n, for each persona', () => {
    const map = draft();
    takePart(map.docs, 'Anna', 'Max');
    for (const name of ['Anna', 'Max'])
      map.docs.library.personas[`pe_${name}`] = { ...blankPersona, id: `pe_${name}`, order: 'a0', name };
    map.lane('mood', { role: 'emotion', side: 'above' });
    feel(map.docs, 'a', 'Anna', 2);
    says(map.docs, ['a'], { personaId: 'pe_Anna', sentiment: -2 });
    says(map.docs, ['a'], { personaId: 'pe_Anna', sentiment: -1 });
    says(map.docs, ['c'], { personaId: 'pe_Max', sentiment: 1 });
    const personas = ['pe_Anna', 'pe_Max'].map((id) => map.docs.library.personas[id] as Persona);
    const sources = curveSources(map.docs, personas, null);
    const scene = lay(map.docs, { curves: sources });
    const row = scene.rows.find(({ laneRole }) => laneRole === 'emotion') as Row;
    const said = scene.curves.map(({ personaId, runs, voiced }) => [
      personaId,
      runs.flat().map(({ value }) => value),
      voiced.map(({ touchpointId, value, n, y }) => [touchpointId, value, n, y]),
    ]);
    expect(said).toEqual([
      ['pe_Anna', [2], [['tp_a', -1.5, 2, feelingY(row, -1.5)]]],
      ['pe_Max', [], [['tp_c', 1, 1, feelingY(row, 1)]]],
    ]);
    // Every voice is a persona's: everyone has no curve of its own.
    says(map.docs, ['b'], { sentiment: 0 });
    expect(curveSources(map.docs, personas, null).map(({ personaId }) => personaId)).toEqual([
      'pe_Anna',
      'pe_Max',
      'everyone',
    ]);
    expect(curveSources(map.docs, personas, ['tp_c'])[0]?.voiced).toEqual([]);
  });
});
