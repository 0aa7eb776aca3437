import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpiFigures } from '../../../src/analysis/kpi/kpiFigures.ts';
import { valueText } from '../../../src/analysis/kpi/kpiText.ts';
import { walkPhotos } from '../../../src/analysis/walkPhotos.ts';
import { compareWalks, isNoted, stepOrder, stopsOf } from '../../../src/analysis/walks.ts';
import { enWalks } from '../../../src/app/locales/enWalks.ts';
import { finishWalk, proposedFeeling, type WalkEnd } from '../../../src/app/walk/finishWalk.ts';
import { fromField, instantText, toField } from '../../../src/app/walk/localTime.ts';
import { keptFeeling, pieceText } from '../../../src/app/walk/pieceText.ts';
import { stopKey } from '../../../src/app/walk/stopKeys.ts';
import { clockText, createStopwatchMemory, readClock, secondsWaited } from '../../../src/app/walk/stopwatch.ts';
import { createPlaceMemory, placeText, placeToGoOn } from '../../../src/app/walk/walkPlace.ts';
import { walkTitles } from '../../../src/app/walk/walkTitles.ts';
import type { Editor } from '../../../src/editor/createEditor.ts';
import { blankWalkStep } from '../../../src/model/blanks.ts';
import type { Evidence } from '../../../src/model/records/evidence.ts';
import type { WalkStep } from '../../../src/model/records/walk.ts';
import { smallMap } from '../../support/startDocs.ts';

/** A walk of a small map by its persona that came to touchpoints a and b. */
function walked() {
  const { editor, ids } = smallMap();
  const walkId = editor.run('addWalk', { fields: { name: 'Spring', personaId: ids.persona } });
  const stop = (touchpointId: string, fields: Partial<WalkStep>) =>
    editor.run('recordStop', { walkId, touchpointId, fields });
  stop(ids.a, { result: 'missed', waitSeconds: 1800, notes: 'Nobody came' });
  stop(ids.b, { result: 'met' });
  const end = (fields: Partial<WalkEnd> = {}): WalkEnd => ({
    walkId,
    endedAt: '2026-05-06T10:00:00Z',
    day: '2026-05-06',
    source: 'Spring, Mira',
    pieces: [
      { touchpointId: ids.a, text: 'Missed. Nobody came', feeling: -1 },
      { touchpointId: ids.b, text: 'Met.', feeling: 1 },
    ],
    feelings: 'unset',
    waitName: 'Time to answer',
    ...fields,
  });
  return { editor, ids, walkId, stop, end };
}

const finish = (editor: Editor, end: WalkEnd) => editor.transact('updateWalk', (draft) => finishWalk(draft, end));
const feelings = (editor: Editor) =>
  Object.values(editor.documents().map.sentiments).map(({ touchpointId, value }) => [touchpointId, value]);

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: enWalks } } });
});

describe('the end of a walk', () => {
  it('EV42 the photos of a piece are those of the stops it came from; pieces without the mark of a walk have none', () => {
    const { editor, ids, walkId, stop, end } = walked();
    const photo = 'a'.repeat(64);
    stop(ids.a, { photo });
    finish(editor, end());
    const { map } = editor.documents();
    const here = (touchpointId: string) => ({ placeId: touchpointId, toId: null });
    const [first, second] = Object.values(map.evidence) as [Evidence, Evidence];
    const found = (piece: Evidence, ...places: Parameters<typeof walkPhotos>[2]) =>
      walkPhotos(editor.documents().map, piece, places);
    expect(found(first, here(ids.a), here(ids.b))).toEqual([{ touchpointId: ids.a, photo }]);
    expect(found(second, here(ids.b))).toEqual([]);
    expect(found(first, { placeId: ids.a, toId: ids.b })).toEqual([]);
    expect(found({ ...first, importId: null }, here(ids.a))).toEqual([]);
    expect(found({ ...first, kind: 'quote' }, here(ids.a))).toEqual([]);
    editor.run('removeItems', { ids: [walkId] });
    expect(found(first, here(ids.a))).toEqual([]);
  });

  it('EV43 a walk that has ended opens with its overview, or where one was in it, and not where it would go on', () => {
    const { editor, walkId } = walked();
    const stops = stopsOf(editor.documents().map, walkId);
    const never = () => false;
    expect(placeToGoOn(stops.slice(0, 1), null, never, true)).toBe(1);
    expect(placeToGoOn(stops, null, (id) => id === stops[0]?.id, true)).toBe(stops.length);
    expect(placeToGoOn(stops, null, (id) => id === stops[0]?.id)).toBe(0);
    expect(placeToGoOn(stops, placeText(stops, 1), never, true)).toBe(1);
    const words = instantText('2026-05-06T10:00:00Z', 'en').replace(/\s/g, ' ');
    expect(words).toMatch(/^May \d, 2026, \d+:00 [AP]M$/);
    expect(instantText('once', 'en')).toBe('once');
  });

  it('EV43 the overview shows the feelings that were chosen, until another result is', () => {
    const { editor, ids, walkId, stop, end } = walked();
    const kept = (touchpointId: string) => {
      const { map } = editor.documents();
      const found = Object.values(map.walkSteps).find(
        (each) => each.walkId === walkId && each.touchpointId === touchpointId,
      );
      return found && keptFeeling(map, found, i18next.t);
    };
    expect(kept(ids.a)).toBeUndefined();
    finish(editor, end({ pieces: [{ touchpointId: ids.a, text: 'Missed. Nobody came', feeling: null }] }));
    expect(kept(ids.a)).toBeNull();
    expect(kept(ids.b)).toBeUndefined();
    finish(editor, end({ pieces: [{ touchpointId: ids.a, text: 'Missed. Nobody came', feeling: -2 }] }));
    stop(ids.a, { notes: 'Nobody came, twice' });
    expect(kept(ids.a)).toBe(-2);
    stop(ids.a, { result: 'met' });
    expect(kept(ids.a)).toBeUndefined();
  });

  it('EV41 the words of a stop are sentences, whether its note ends with a full stop or not', () => {
    const words = (notes: string, expected = '') =>
      pieceText({ ...blankWalkStep, result: 'exceeded', expected, notes, waitSeconds: 26 }, i18next.t);
    expect(words('Page came at once')).toBe('Exceeded. Page came at once. Waited 0:26.');
    expect(words('Page came at once. ', 'A page.')).toBe('Exceeded. Expected: A page. Page came at once. Waited 0:26.');
    expect(words('“Page came”')).toBe('Exceeded. “Page came”. Waited 0:26.');
    for (const note of ['Why?', 'Nobody!', 'And then …', 'He said “no.”', '遅い。'])
      expect(words(note)).toBe(`Exceeded. ${note} Waited 0:26.`);
    expect(words(' ')).toBe('Exceeded. Waited 0:26.');
  });

  it('EV44 a stop with a wait or a photo alone becomes evidence; what was expected alone is nothing that was met', () => {
    const { editor, ids, walkId, stop } = walked();
    const at = (fields: Partial<WalkStep>) => {
      stop(ids.a, { ...blankWalkStep, ...fields });
      const taken = stopsOf(editor.documents().map, walkId).find(({ touchpointId }) => touchpointId === ids.a);
      return { isNoted: isNoted(taken), text: taken && pieceText(taken, i18next.t) };
    };
    const photo = 'a'.repeat(64);
    expect(at({ photo })).toEqual({ isNoted: true, text: 'Photo of the stop.' });
    expect(at({ photo, expected: 'A guide' })).toEqual({
      isNoted: true,
      text: 'Photo of the stop. Expected: A guide.',
    });
    expect(at({ waitSeconds: 185 })).toEqual({ isNoted: true, text: 'Waited 3:05.' });
    expect(at({ waitSeconds: 185, photo })).toEqual({ isNoted: true, text: 'Waited 3:05.' });
    expect(at({ expected: 'A guide', notes: ' ' })).toEqual({ isNoted: false, text: 'Expected: A guide.' });
  });

  it('EV13 makes evidence at each touchpoint, feelings where none is set, and measurements, in one step of undo', () => {
    const { editor, ids, walkId, end } = walked();
    for (const { touchpointId, personaId } of Object.values(editor.documents().map.sentiments))
      editor.run('setSentiment', { touchpointId, personaId, value: null });
    editor.run('setSentiment', { touchpointId: ids.b, personaId: ids.persona, value: -2 });
    const before = editor.documents();
    finish(editor, end());
    const { map, library } = editor.documents();
    const pieces = Object.values(map.evidence);
    expect(
      pieces.map(({ kind, text, date, sentiment, personaId }) => [kind, text, date, sentiment, personaId]),
    ).toEqual([
      ['walk', 'Missed. Nobody came', '2026-05-06', -1, ids.persona],
      ['walk', 'Met.', '2026-05-06', 1, ids.persona],
    ]);
    expect(
      Object.values(map.citations)
        .map(({ placeId }) => placeId)
        .sort(),
    ).toEqual([ids.a, ids.b].sort());
    expect(feelings(editor).sort()).toEqual(
      [
        [ids.a, -1],
        [ids.b, -2],
      ].sort(),
    );
    const [series] = Object.values(map.series);
    expect(series).toMatchObject({ placeId: ids.a, personaId: ids.persona });
    expect(series?.points).toEqual([{ from: '2026-05-06', to: '2026-05-06', value: 0.5, n: 1, importId: walkId }]);
    expect(library.kpis[series?.kpiId ?? '']).toMatchObject({ metric: 'timeToAnswer', unit: 'hours' });
    expect(map.walks[walkId]?.endedAt).toBe('2026-05-06T10:00:00Z');
    editor.undo();
    expect(editor.documents().map).toEqual(before.map);
  });

  it('EV13 feelings set by hand are replaced only when that is asked for; none are set when they are not wanted', () => {
    const all = walked();
    all.editor.run('setSentiment', { touchpointId: all.ids.b, personaId: all.ids.persona, value: -2 });
    finish(all.editor, all.end({ feelings: 'all' }));
    expect(feelings(all.editor)).toContainEqual([all.ids.b, 1]);
    const none = walked();
    const before = none.editor.documents().map.sentiments;
    finish(none.editor, none.end({ feelings: 'none', waitName: null }));
    expect(none.editor.documents().map.sentiments).toBe(before);
    expect(none.editor.documents().map.series).toEqual({});
  });

  it('EV13 ended again it renews what it made; another walk of the same day is averaged', () => {
    const { editor, ids, stop, end } = walked();
    finish(editor, end());
    stop(ids.a, { waitSeconds: 3600 });
    finish(editor, end({ pieces: [{ touchpointId: ids.a, text: 'Missed twice', feeling: -2 }] }));
    expect(Object.values(editor.documents().map.evidence).map(({ text }) => text)).toEqual(['Missed twice', 'Met.']);
    const points = () => Object.values(editor.documents().map.series)[0]?.points;
    expect(points()).toMatchObject([{ value: 1, n: 1 }]);
    const second = editor.run('addWalk', { fields: { name: 'Second', personaId: ids.persona } });
    editor.run('recordStop', { walkId: second, touchpointId: ids.a, fields: { waitSeconds: 7200 } });
    finish(editor, end({ walkId: second, source: 'Second', pieces: [] }));
    expect(points()).toMatchObject([{ value: 1.5, n: 2 }]);
  });

  it('EV31 two walks of one name both leave their evidence; finished again each renews its own', () => {
    const { editor, ids, end } = walked();
    const source = 'Walk of 6 May 2026';
    const piece = (text: string, touchpointId = ids.a) => ({ touchpointId, text, feeling: -1 });
    const second = editor.run('addWalk', { fields: { name: 'Spring', personaId: ids.persona } });
    finish(editor, end({ source, pieces: [piece('First')] }));
    finish(editor, end({ source, walkId: second, pieces: [piece('Second')] }));
    const texts = () => Object.values(editor.documents().map.evidence).map(({ text }) => text);
    expect(texts()).toEqual(['First', 'Second']);
    finish(editor, end({ source: 'Renamed', pieces: [piece('First, again')] }));
    finish(editor, end({ source, walkId: second, pieces: [piece('Second, again')] }));
    expect(texts()).toEqual(['First, again', 'Second, again']);
    expect(Object.keys(editor.documents().map.citations)).toHaveLength(2);
  });

  it('EV31 what a walk left before its evidence was marked is renewed by the walk of that source, once', () => {
    const { editor, ids, walkId, end } = walked();
    const source = 'Spring, Mira';
    const place = { placeId: ids.a, toId: null };
    const fields = { kind: 'walk', text: 'Long ago', source, date: '2026-05-06' } as const;
    editor.run('addEvidence', { fields, places: [place] });
    const texts = () => Object.values(editor.documents().map.evidence).map(({ text }) => text);
    const pieces = (text: string) => [{ touchpointId: ids.a, text, feeling: null }];
    // One that was never finished has left nothing yet, whatever it is called.
    const other = editor.run('addWalk', { fields: { name: 'Spring' } });
    finish(editor, end({ walkId: other, pieces: pieces('Other') }));
    expect(texts()).toEqual(['Long ago', 'Other']);
    editor.run('updateWalk', { id: walkId, fields: { endedAt: '2026-05-06T09:00:00Z' } });
    finish(editor, end({ pieces: pieces('Anew') }));
    expect(texts()).toEqual(['Anew', 'Other']);
    finish(editor, end({ walkId: other, pieces: pieces('Other anew') }));
    expect(texts()).toEqual(['Anew', 'Other anew']);
  });

  it('NB9 waits are told in seconds, as from a walk; everyone has the waits of all walks, each persona its own', () => {
    const { editor, ids, walkId, stop, end } = walked();
    stop(ids.a, { waitSeconds: 24 });
    stop(ids.b, { waitSeconds: 30 });
    finish(editor, end());
    const nobody = editor.run('addWalk', { fields: { name: 'Nobody' } });
    editor.run('recordStop', { walkId: nobody, touchpointId: ids.a, fields: { waitSeconds: 2 } });
    finish(editor, end({ walkId: nobody, source: 'Nobody', pieces: [] }));
    const at = (personaIds: string[]) => {
      const { map, library } = editor.documents();
      const [kpi] = Object.values(library.kpis);
      const period = { from: '2026-05-06', to: '2026-05-06' };
      const figures = kpi && kpiFigures(map, { kpi, period, personaIds });
      return [ids.a, ids.b, 'mp_1'].map((place) => {
        const figure = figures?.get(place);
        return figure && kpi && `${valueText(kpi, figure.value, 'en')} ${figure.n} ${figure.source}`;
      });
    };
    // 24 and 2 at a, 30 at b: three waits, 18.7 seconds on average.
    expect(at([])).toEqual(['13 sec 2 walk', '30 sec 1 walk', '18.7 sec 3 walk']);
    expect(at([ids.persona])).toEqual(['24 sec 1 walk', '30 sec 1 walk', '27 sec 2 walk']);
    expect(walkId).not.toBe(nobody);
  });

  it('NB9 what was typed by hand for that day stays', () => {
    const { editor, ids, end } = walked();
    const kpiId = editor.run('addKpi', { fields: { name: 'Time to answer', metric: 'timeToAnswer', unit: 'hours' } });
    const point = { from: '2026-05-06', to: '2026-05-06', value: 9, n: 40 };
    editor.run('setMeasurement', { kpiId, place: { placeId: ids.a, toId: null }, point });
    finish(editor, end());
    const { series } = editor.documents().map;
    expect(Object.values(series).map(({ personaId, points }) => [personaId, points[0]?.value])).toEqual([
      ['everyone', 9],
      [ids.persona, 0.5],
    ]);
  });
});

describe('two walks', () => {
  it('EV14 are compared touchpoint by touchpoint, with what only one came to', () => {
    const { editor, ids, walkId } = walked();
    const second = editor.run('addWalk', { fields: {} });
    const stop = (touchpointId: string, fields: Partial<WalkStep>) =>
      editor.run('recordStop', { walkId: second, touchpointId, fields });
    stop(ids.a, { result: 'exceeded', waitSeconds: 60 });
    stop(ids.c, { result: 'met' });
    const lines = compareWalks(editor.documents().map, walkId, second);
    expect(
      lines.map(({ touchpointId, a, b, change, waitDifference }) => [
        touchpointId,
        a?.result ?? null,
        b?.result ?? null,
        change,
        waitDifference,
      ]),
    ).toEqual([
      [ids.a, 'missed', 'exceeded', 'better', -1740],
      [ids.b, 'met', null, null, null],
      [ids.c, null, 'met', null, null],
    ]);
  });

  it('EV31 walks of one name are told apart where they are compared: by who walked, else by when', () => {
    const walk = (walker: string, startedAt: string | null) => ({ name: 'Spring', walker, startedAt });
    const titles = (...pair: Parameters<typeof walkTitles>[0]) =>
      walkTitles(pair, 'Unnamed walk', (instant) => instant.slice(11, 16));
    const [nine, ten] = ['2026-05-06T09:00:00Z', '2026-05-06T10:00:00Z'];
    expect(titles(walk('Lin', nine), { ...walk('Lin', ten), name: '' })).toEqual(['Spring', 'Unnamed walk']);
    expect(titles(walk('Lin', nine), walk('', ten))).toEqual(['Spring, Lin', 'Spring']);
    expect(titles(walk('Lin', nine), walk('Lin', ten))).toEqual(['Spring, 09:00', 'Spring, 10:00']);
    expect(titles(walk('', null), walk('', null))).toEqual(['1. Spring', '2. Spring']);
  });

  it('EV15 the stops of a walk follow the way of the map that they make up, else the order of steps', () => {
    const { editor, ids } = smallMap();
    const order = stepOrder(editor.documents().map, null);
    const walkId = editor.run('addWalk', { fields: {} });
    for (const touchpointId of order.toReversed()) editor.run('recordStop', { walkId, touchpointId, fields: {} });
    const stops = () => stopsOf(editor.documents().map, walkId).map(({ touchpointId }) => touchpointId);
    expect(stops()).toEqual(order);
    for (const { id } of Object.values(editor.documents().map.links)) editor.run('removeLink', { id });
    // From the last back to the first.
    for (const [index, from] of order.entries())
      if (index > 0) editor.run('addLink', { from, to: order[index - 1] as string });
    expect(stops()).toEqual(order.toReversed());
    editor.run('setMembers', { recordIds: [ids.a], personaIds: [] });
    expect(stepOrder(editor.documents().map, ids.persona)).toContain(ids.a);
  });
});

describe('the stopwatch', () => {
  it('EV16 counts from instants: it goes on over a reload, adds up, and never runs backwards', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage;
    createStopwatchMemory(() => storage).set('ws_1', 1_000_000);
    const later = createStopwatchMemory(() => storage);
    expect(later.get('ws_1')).toBe(1_000_000);
    expect(secondsWaited(null, later.get('ws_1'), 1_090_400)).toBe(90);
    expect(secondsWaited(30, later.get('ws_1'), 1_010_000)).toBe(40);
    expect(secondsWaited(30, later.get('ws_1'), 900_000)).toBe(30);
    later.set('ws_1', null);
    expect(createStopwatchMemory(() => storage).get('ws_1')).toBeNull();
  });

  it('EV16 a walk goes on where one was on this device; on another behind what was noted, or where one waits', () => {
    const stop = (id: string, fields: Partial<WalkStep> = {}) => ({ ...blankWalkStep, id, ...fields }) as WalkStep;
    const stops = [stop('a'), stop('b', { notes: 'Long' }), stop('c'), stop('d')];
    const nowhere = () => false;
    const memory = createPlaceMemory(() => {
      throw new Error('refused');
    });
    for (const index of [0, 1, 2, 3, 4]) {
      memory.set('walk', placeText(stops, index));
      expect(placeToGoOn(stops, memory.get('walk'), nowhere)).toBe(index);
    }
    expect(memory.get('another walk')).toBeNull();
    expect(placeToGoOn(stops, null, nowhere)).toBe(1);
    expect(placeToGoOn(stops, 'a stop that is gone', (id) => id === 'd')).toBe(3);
    const noted = stops.map((one) => ({ ...one, result: 'met' as const }));
    expect(placeToGoOn([...noted.slice(0, 2), ...stops.slice(2)], null, nowhere)).toBe(2);
    expect([placeToGoOn(noted, null, nowhere), placeToGoOn([], null, nowhere)]).toEqual([4, 0]);
  });

  it('EV16 works where the browser keeps nothing, while the page is open', () => {
    const refusing = {
      getItem: () => {
        throw new Error('refused');
      },
      setItem: () => {
        throw new Error('refused');
      },
    } as unknown as Storage;
    const denied = () => {
      throw new Error('denied');
    };
    for (const storage of [denied, () => refusing]) {
      const memory = createStopwatchMemory(storage);
      memory.set('ws_1', 5);
      expect(memory.get('ws_1')).toBe(5);
    }
  });

  it('EV16 times are shown and read as minutes and seconds', () => {
    expect([0, 59, 61, 3661].map(clockText)).toEqual(['0:00', '0:59', '1:01', '1:01:01']);
    expect(['90', '1:30', '1:01:01', '', 'soon', '1:2:3:4', '-5'].map(readClock)).toEqual([
      90,
      90,
      3661,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a stop', () => {
  it('EV17 digits say what was met, arrows go on and back; a field keeps its keys', () => {
    const press = (key: string, inside: string | null = null) =>
      stopKey({
        key,
        ctrlKey: false,
        metaKey: false,
        altKey: false,
        target: { closest: (selector: string) => (inside && selector.includes(inside) ? {} : null) } as never,
      });
    expect(['1', '2', '3', 'w', 'ArrowLeft', 'ArrowRight', 'x'].map((key) => press(key))).toEqual([
      'missed',
      'met',
      'exceeded',
      'watch',
      'back',
      'next',
      null,
    ]);
    expect(press('1', 'textarea')).toBeNull();
    expect(stopKey({ key: '1', ctrlKey: true, metaKey: false, altKey: false, target: null })).toBeNull();
  });

  it('EV17 instants go into fields of local time and back', () => {
    const instant = '2026-05-06T09:02:00.000Z';
    expect(fromField(toField(instant))).toBe(instant);
    expect([toField(null), fromField('')]).toEqual(['', null]);
  });
});

describe('ways to walk', () => {
  it('WZ12 what was met as expected is proposed as no feeling', () => {
    expect([proposedFeeling.missed < 0, proposedFeeling.met, proposedFeeling.exceeded > 0]).toEqual([true, 0, true]);
  });
});
