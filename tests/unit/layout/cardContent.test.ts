import { describe, expect, test } from 'vitest';
import { createCardContent } from '../../../src/layout/cardContent.ts';
import { CARD_PADDING, CARD_WIDTH, metaStyle, TITLE_WIDTH } from '../../../src/layout/metrics.ts';
import { createPlainMeasurer } from '../../../src/layout/plainMeasurer.ts';
import { blankPersona } from '../../../src/model/blanks.ts';
import { drawnFaces, faceOf, ownFace } from '../../../src/model/faces.ts';
import { type FeelingLevel, feelingLevel } from '../../../src/model/feelingWord.ts';
import { pairId } from '../../../src/model/ids.ts';
import { applyPatches } from '../../../src/model/patch.ts';
import type { MapRecord } from '../../../src/model/records/map.ts';
import type { Touchpoint } from '../../../src/model/records/touchpoint.ts';
import type { Documents } from '../../../src/model/tables.ts';
import { draftMap } from './mapDraft.ts';

function filled(): Documents {
  const draft = draftMap([1], ['web', 'shop', 'A department whose name is far too long']);
  draft.touchpoint('a', '1_1', ['web', 'shop'], {
    title: 'Fills the basket again and again and then once more',
    devices: ['dv_web', 'dv_shop'],
    departments: ['dp_A department whose name is far too long'],
    momentOfTruth: true,
    importance: 5,
  });
  const { docs } = draft;
  for (const [index, name] of ['anna', 'max', 'kim'].entries()) addPersona(docs, index, name);
  return docs;
}

function addPersona(docs: Documents, index: number, name: string): void {
  const id = `pe_${name}`;
  docs.library.personas[id] = { ...blankPersona, id, order: `a${index}`, name, color: 'pink', shape: 'triangle' };
  docs.map.mapPersonas[`mc_${id}`] = { id: `mc_${id}`, order: `a${index}`, personaId: id };
}

const feel = (docs: Documents, personaId: string, value: number): Documents => {
  const id = pairId('sentiment', 'tp_a', personaId);
  return applyPatches(docs, [
    { path: ['map', 'sentiments', id], value: { id, touchpointId: 'tp_a', personaId, value } },
  ]);
};
const tp = (docs: Documents) => docs.map.touchpoints.tp_a as Touchpoint;

describe('L12 what a card shows', () => {
  test('L12 two lines of title, the second cut; the primary channel and how many more', () => {
    const docs = filled();
    const content = createCardContent(createPlainMeasurer()).of(tp(docs), docs);
    expect(content.titleLines).toHaveLength(2);
    expect(content.titleLines[1]?.text.endsWith('…')).toBe(true);
    expect(content.titleLines.every((line) => line.width <= TITLE_WIDTH)).toBe(true);
    expect(content.channel?.name).toBe('web');
    expect(content.further.map(({ text }) => text)).toEqual(['+1']);
    expect(content).toMatchObject({ momentOfTruth: true, importance: 5 });
  });

  test('L12 nothing in the lower line stands on anything else', () => {
    let docs = filled();
    docs = feel(feel(docs, 'pe_anna', -2), 'pe_max', 1);
    const content = createCardContent(createPlainMeasurer()).of(tp(docs), docs);
    const spans = [
      ...content.deviceIcons.map(({ x }) => [x, x + 13] as const),
      [content.department?.x ?? 0, (content.department?.x ?? 0) + (content.department?.width ?? 0)] as const,
      ...content.further.map(({ x, width }) => [x, x + width] as const),
      ...content.faces.map(({ x }) => [x, x + 16] as const),
    ];
    for (const [index, [start]] of spans.entries())
      expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? CARD_PADDING);
    expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(CARD_WIDTH - CARD_PADDING);
    expect(content.department?.text.endsWith('…')).toBe(true);
  });

  test('L12 says how many devices and departments it has no room for, none on another', () => {
    const docs = feel(filled(), 'pe_anna', -2);
    const all = ['web', 'shop', 'A department whose name is far too long'];
    const lineOf = (fields: Partial<Touchpoint>) => {
      const content = createCardContent(createPlainMeasurer()).of({ ...tp(docs), ...fields }, docs);
      const { deviceIcons, department, further, faces } = content;
      const spans = [
        ...deviceIcons.map(({ x }) => [x, x + 13] as const),
        ...[department, ...further].flatMap((line) => (line === null ? [] : [[line.x, line.x + line.width] as const])),
        ...faces.map(({ x }) => [x, x + 16] as const),
      ].sort(([one], [other]) => one - other);
      for (const [index, [start]] of spans.entries())
        expect(start, String(index)).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? CARD_PADDING);
      expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(CARD_WIDTH - CARD_PADDING);
      return [department?.text, ...further.map(({ text }) => text)];
    };
    const devices = all.map((name) => `dv_${name}`);
    const departments = all.map((name) => `dp_${name}`);
    expect(lineOf({ devices: [], departments, channels: [] })).toEqual(['web', '+2']);
    expect(lineOf({ devices, departments: [], channels: ['ch_web', 'ch_shop'] })).toEqual([undefined, '+1', '+1']);
    expect(lineOf({ devices, departments, channels: ['ch_web', 'ch_shop'] })).toEqual(['web', '+1', '+2', '+1']);
    // Where the name would be cut too short to be read, its number gives way.
    const [name, ...numbers] = lineOf({ devices, departments: departments.toReversed() });
    expect(name).toMatch(/^A .*…$/);
    expect(numbers).toEqual(['+1', '+1']);
  });

  test('L12 up to five personas have a face each, none on another; of six the one that feels worst is shown', () => {
    const contents = createCardContent(createPlainMeasurer());
    const start = filled();
    for (const [index, name] of ['lin', 'jo', 'ana'].entries()) addPersona(start, index + 3, name);
    let docs = feel(feel(start, 'pe_anna', 1), 'pe_max', -1);
    expect(contents.of(tp(docs), docs).faces.map((face) => [face.personaId, face.level])).toEqual([
      ['pe_anna', 1],
      ['pe_max', -1],
    ]);
    for (const id of ['pe_kim', 'pe_lin', 'pe_jo']) docs = feel(docs, id, 2);
    const five = contents.of(tp(docs), docs);
    expect(five.faces.map(({ personaId }) => personaId)).toHaveLength(5);
    for (const [index, { x }] of five.faces.entries())
      expect(x).toBeGreaterThanOrEqual((five.faces[index - 1]?.x ?? 0) + 16);
    expect(five.moreFaces).toBeNull();
    docs = feel(docs, 'pe_ana', 0);
    const six = contents.of(tp(docs), docs);
    expect(six.faces.map((face) => face.personaId)).toEqual(['pe_max']);
    expect(six.moreFaces?.text).toBe('1/6');
  });

  test('L12 a title is one run of words: its line breaks count as spaces, and blanks alone as no title', () => {
    const contents = createCardContent(createPlainMeasurer());
    const docs = filled();
    const titled = (title: string) => contents.of({ ...tp(docs), title }, docs).titleLines.map((line) => line.text);
    expect(titled(' a\n\n b ')).toEqual(['a b']);
    expect(titled(' \n ')).toEqual([]);
  });

  test('L12 no sentiment is no face', () => {
    const docs = filled();
    expect(createCardContent(createPlainMeasurer()).of(tp(docs), docs).faces).toEqual([]);
  });

  test('L12 is the same object until something it shows changes', () => {
    const contents = createCardContent(createPlainMeasurer());
    const docs = filled();
    const first = contents.of(tp(docs), docs);
    const elsewhere = applyPatches(docs, [
      {
        path: ['map', 'sentiments', 'sn_x'],
        value: { id: 'sn_x', touchpointId: 'tp_other', personaId: 'everyone', value: 1 },
      },
    ]);
    expect(contents.of(tp(elsewhere), elsewhere)).toBe(first);
    const felt = feel(elsewhere, 'everyone', -1);
    expect(contents.of(tp(felt), felt)).not.toBe(first);
    const renamed = applyPatches(docs, [{ path: ['library', 'channels', 'ch_web', 'name'], value: 'Site' }]);
    expect(contents.of(tp(renamed), renamed).channel?.name).toBe('Site');
    expect(contents.text('x', metaStyle, 50)).toBe(contents.text('x', metaStyle, 50));
    contents.clear();
    expect(contents.of(tp(renamed), renamed)).toEqual(contents.of(tp(renamed), renamed));
  });
});

describe('L15 faces', () => {
  test('L15 each of the five levels has a mouth of its own; values between take the nearest', () => {
    const mouths = [-2, -1, 0, 1, 2].map((value) => faceOf(value).stroke);
    expect(new Set(mouths).size).toBe(5);
    expect([-9, -1.4, -0.4, 0.6, 9].map(feelingLevel)).toEqual([-2, -1, 0, 1, 2]);
  });

  test('L15 a map has faces of its own: those that can be chosen are drawn, each in its own way, others are written', () => {
    const shapes = drawnFaces.map((sign) => faceOf(0, sign));
    expect(shapes.every(({ stroke, text }) => stroke !== '' && text === '')).toBe(true);
    expect(new Set(shapes.map(({ stroke, fill }) => `${stroke} ${fill}`)).size).toBe(drawnFaces.length);
    expect(faceOf(-2, '☀')).toEqual(faceOf(1, ' ☀\ufe0f'));
    expect(faceOf(-2, '')).toEqual(faceOf(-2));
    expect(faceOf(1, '👩‍🚀 !')).toEqual({ stroke: '', fill: '', text: '👩‍🚀' });
    const record = { sentimentScale: ['☀', '', '', '', '♥'].map((face) => ({ word: '', face })) } as MapRecord;
    expect([-2, 0, 2].map((level) => ownFace(record, level as FeelingLevel))).toEqual(['☀', '', '♥']);
    expect(ownFace({ ...record, sentimentScale: null }, 0)).toBe('');
  });
});

const belong = (docs: Documents, name: string): Documents => {
  const id = pairId('membership', 'tp_a', `pe_${name}`);
  return applyPatches(docs, [
    { path: ['map', 'memberships', id], value: { id, recordId: 'tp_a', personaId: `pe_${name}` } },
  ]);
};

describe('whose card it is', () => {
  test('J21 faces are those of who is shown; everyone’s only where one of them has none', () => {
    const contents = createCardContent(createPlainMeasurer());
    const docs = feel(feel(feel(filled(), 'pe_anna', 1), 'pe_max', -1), 'everyone', 2);
    const facesOf = (personaIds: string[], band: string | null = null) =>
      contents.of(tp(docs), docs, { band, personaIds }).faces.map((face) => face.personaId);
    expect(facesOf(['pe_anna'])).toEqual(['pe_anna']);
    expect(facesOf(['pe_max', 'pe_anna'])).toEqual(['pe_anna', 'pe_max']);
    expect(facesOf(['pe_kim'])).toEqual(['everyone']);
    expect(facesOf(['pe_kim', 'pe_anna'])).toEqual(['everyone', 'pe_anna']);
    expect(facesOf(['pe_max'], 'pe_max')).toEqual(['pe_max']);
    // All three, and one whom the map does not know, mean everybody.
    expect(facesOf([])).toEqual(facesOf(['pe_gone']));
    expect(facesOf([])).toHaveLength(3);
  });

  test('J22 a card that belongs to some bears their marks side by side, one that belongs to all or stands in a band none', () => {
    const contents = createCardContent(createPlainMeasurer());
    const docs = filled();
    const ownersOf = (some: Documents, band: string | null = null) =>
      contents.of(tp(some), some, { band, personaIds: band === null ? [] : [band] }).owners;
    const plain = contents.of(tp(docs), docs);
    expect(plain.owners).toEqual([]);
    const max = belong(docs, 'max');
    expect(ownersOf(max)).toMatchObject([{ personaId: 'pe_max', name: 'max', shape: 'triangle', color: 'pink' }]);
    const two = belong(max, 'anna');
    const [first, second] = ownersOf(two);
    expect([first?.personaId, second?.personaId]).toEqual(['pe_anna', 'pe_max']);
    expect(second?.x).toBeGreaterThanOrEqual((first?.x ?? 0) + 10);
    expect(ownersOf(two, 'pe_max')).toEqual([]);
    expect(ownersOf(belong(two, 'kim'))).toEqual([]);
    // Another card's membership leaves this one as it is.
    const other = applyPatches(two, [
      { path: ['map', 'memberships', 'mb_x'], value: { id: 'mb_x', recordId: 'tp_x', personaId: 'pe_max' } },
    ]);
    expect(contents.of(tp(other), other)).toBe(contents.of(tp(two), two));
  });
});

describe('CV11 a title uses the room there is', () => {
  const long = 'Fills the basket again and again and then once more before tea';
  const linesOf = (fields: Partial<Touchpoint>, feeling = false) => {
    const draft = draftMap([1], ['web']);
    draft.touchpoint('a', '1_1', ['web'], { title: long, ...fields });
    let { docs } = draft;
    if (feeling) docs = feel(docs, 'everyone', 1);
    const content = createCardContent(createPlainMeasurer()).of(tp(docs), docs);
    return { content, lines: content.titleLines };
  };

  test('CV11 three lines where nothing stands below, in the order of its words, the last cut', () => {
    const { lines } = linesOf({});
    expect(lines).toHaveLength(3);
    const said = lines.map(({ text }) => text.trim()).join(' ');
    expect(long.startsWith(said.replace(/…$/, '').trim())).toBe(true);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(TITLE_WIDTH);
  });

  test('CV11 the third line ends before a face; a device keeps it', () => {
    const { content, lines } = linesOf({}, true);
    expect(lines).toHaveLength(3);
    expect(36 + (lines[2]?.width ?? 0)).toBeLessThanOrEqual(content.faces[0]?.x ?? 0);
    expect(linesOf({ devices: ['dv_web'] }).lines).toHaveLength(2);
    expect(linesOf({ title: 'Orders' }).lines).toHaveLength(1);
  });
});
