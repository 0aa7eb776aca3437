import type { TFunction } from 'i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyText } from '../../../src/app/actions/keyText.ts';
import { readFragment, readRange } from '../../../src/app/clipboard.ts';
import { copyMap } from '../../../src/app/copyMap.ts';
import { fileName } from '../../../src/app/download.ts';
import { failureText } from '../../../src/app/failureText.ts';
import { findText } from '../../../src/app/findText.ts';
import { mapAddress, parseRoute } from '../../../src/app/router.ts';
import { copyFragment } from '../../../src/commands/fragments.ts';
import { repair } from '../../../src/model/repair.ts';
import { smallMap } from '../../support/startDocs.ts';

describe('finding text', () => {
  it('T1 finds every text of a map, letter case and accents aside, and says where', () => {
    const { editor, ids } = smallMap();
    editor.run('updateMap', { scenario: 'Café one' });
    editor.run('renameStage', { id: 'st_1', name: 'CAFE two' });
    editor.run('renameStep', { id: 'sp_1', name: 'cafés' });
    editor.run('updateTouchpoint', {
      id: ids.a,
      fields: { title: 'Cafe', description: 'café', objections: 'Café', owner: 'CAFÉ', tags: ['x', 'cafe'] },
    });
    editor.run('updateCard', { id: ids.card, text: 'in a café' });
    editor.run('updateLink', { id: ids.ab, fields: { label: 'cafe' } });
    editor.run('updateVerdict', { from: ids.a, to: ids.b, fields: { note: 'Cafe\u0301' } });
    const found = findText(editor.documents(), ' cafÉ ');
    expect(found.map(({ field }) => field)).toEqual([
      'map',
      'stage',
      'step',
      'title',
      'description',
      'objections',
      'owner',
      'tags',
      'card',
      'link',
      'note',
    ]);
    expect(found.map(({ recordId }) => recordId).slice(1)).toEqual([
      'st_1',
      'sp_1',
      ids.a,
      ids.a,
      ids.a,
      ids.a,
      ids.a,
      ids.card,
      ids.a,
      ids.a,
    ]);
    expect(found[0]).toMatchObject({ mapId: 'mp_1', mapName: 'Map', text: 'Café one' });
  });

  it('T9 each place has a key of its own, whatever its text', () => {
    const { editor, ids } = smallMap();
    editor.run('updateMap', { name: 'the same', scenario: 'the same' });
    for (const id of Object.keys(editor.documents().map.stages)) editor.run('renameStage', { id, name: 'the same' });
    for (const id of Object.keys(editor.documents().map.steps)) editor.run('renameStep', { id, name: 'the same' });
    editor.run('updateLink', { id: ids.ab, fields: { label: 'the same' } });
    const link = editor.run('addLink', { from: ids.a, to: ids.c });
    editor.run('updateLink', { id: link, fields: { label: 'the same' } });
    const keys = findText(editor.documents(), 'the same').map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('T1 finds Thai and Chinese, and nothing for blanks', () => {
    const { editor, ids } = smallMap();
    editor.run('updateCard', { id: ids.card, text: 'ถามราคา 退款政策' });
    expect(findText(editor.documents(), 'ราคา')).toHaveLength(1);
    expect(findText(editor.documents(), '退款')).toHaveLength(1);
    expect(findText(editor.documents(), '  ')).toEqual([]);
    expect(findText(editor.documents(), 'nowhere')).toEqual([]);
  });
});

describe('pasted text', () => {
  it.each<[string, string, string[][]]>([
    ['one text', 'a b', [['a b']]],
    [
      'a range',
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['ends of lines of any system', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['empty cells and lines between', '\ta\n\nb', [['', 'a'], [''], ['b']]],
    ['quoted cells with breaks, tabs and quotes', '"a\nb"\t"c\td"\n"say ""hi"""', [['a\nb', 'c\td'], ['say "hi"']]],
    ['a quote within a cell', '5" disk\tx', [['5" disk', 'x']]],
    ['a quote that does not end', '"a\tb', [['"a', 'b']]],
    ['empty lines at the end', 'a\n\n \t\n', [['a']]],
    ['nothing', '', []],
    ['blanks', ' \n\t', []],
  ])('T2 %s', (_, text, cells) => {
    expect(readRange(text)).toEqual(cells);
  });

  it('T2 a large range is read in good time', () => {
    const text = Array.from({ length: 20_000 }, (_, row) => `${row}\t"x"\ty`).join('\n');
    expect(readRange(text)).toHaveLength(20_000);
  });
});

describe('a fragment on the clipboard', () => {
  afterEach(() => void vi.unstubAllGlobals());

  /** Stands for the browser's parser: gives the text of the attribute as it is. */
  function reads(source: string | undefined) {
    vi.stubGlobal(
      'DOMParser',
      class {
        parseFromString = () => ({
          querySelector: () => (source === undefined ? null : { dataset: { desirepath: source } }),
        });
      },
    );
    return readFragment('');
  }
  const mark = 'desirepath/fragment:1\n';

  it('T3 is read as it was copied', () => {
    const { editor, ids } = smallMap();
    const fragment = copyFragment(editor.documents(), [ids.a, ids.b, ids.card]);
    expect(reads(mark + JSON.stringify(fragment))).toEqual(fragment);
  });

  it.each<[string, string | undefined]>([
    ['no mark', undefined],
    ['another mark', '{}'],
    ['text that is no JSON', `${mark}{`],
    ['nothing', `${mark}null`],
  ])('T3 %s gives none', (_, source) => {
    expect(reads(source)).toBeNull();
  });

  it('T3 what is not sound is left out, and pasting what is left leaves nothing to mend', () => {
    const { editor, ids } = smallMap();
    const fragment = copyFragment(editor.documents(), [ids.a, ids.card]);
    const read = reads(
      mark +
        JSON.stringify({
          ...fragment,
          touchpoints: [...fragment.touchpoints, { id: 'tp_x' }, { ...fragment.touchpoints[0], column: 1e9 }, null],
          cards: [...fragment.cards, 7],
          links: [{ id: 'ln_x', from: '__proto__', to: 'tp_1', label: '' }],
          sentiments: [{ id: 'sn_x', touchpointId: ids.a, personaId: 'pe_gone', value: 1 }],
          library: { channels: { ...fragment.library.channels, ch_x: { id: '__proto__' } } },
        }),
    );
    expect(read?.touchpoints.map(({ column }) => column)).toEqual([0, 200]);
    expect(read).toMatchObject({ cards: fragment.cards, links: [] });
    editor.run('pasteFragment', { fragment: read as NonNullable<typeof read>, stepId: 'sp_1' });
    expect(repair(editor.documents()).notes).toEqual([]);
  });
});

describe('what failed', () => {
  it('T8 a sentence of the program is said as it is, what the browser throws follows one that says what to do', () => {
    const t = ((key: string, more?: { reason: string }) =>
      key === 'failure.browserSays' ? `(${more?.reason})` : key) as unknown as TFunction;
    const say = (error: unknown) => failureText(error, t, 'tryAgain');
    expect(say(new Error('Choose a smaller size.'))).toBe('Choose a smaller size.');
    expect(say(new DOMException('Write permission denied.', 'NotAllowedError'))).toBe(
      'failure.tryAgain (Write permission denied.)',
    );
    expect(say(new RangeError('Invalid array length'))).toBe('failure.tryAgain (Invalid array length)');
    expect(say('odd')).toBe('failure.tryAgain (odd)');
    expect(say(new DOMException('', 'AbortError'))).toBe('failure.tryAgain');
    const twice = new DOMException('Quota exceeded.\n Quota exceeded.', 'QuotaExceededError');
    expect(failureText(twice, t, 'openAgain')).toBe('failure.openAgain (Quota exceeded.)');
    const moved = new DOMException('The requested file could not be read.', 'NotReadableError');
    expect(say(moved)).toBe('failure.chooseAgain (The requested file could not be read.)');
  });
});

describe('keys, addresses and names', () => {
  it.each(
    [
      ['mod+Z', 'Ctrl+Z', '⌘Z'],
      ['mod+shift+ArrowRight', 'Ctrl+Shift+→', '⌘⇧→'],
      ['mod+shift+++', 'Ctrl+Shift++', '⌘⇧+'],
      ['mod+shift++', 'Ctrl+Shift++', '⌘⇧+'],
      ['mod+=', 'Ctrl+=', '⌘='],
      ['alt+Enter', 'Alt+↵', '⌥↵'],
      ['Delete', 'Del', 'Del'],
      ['F2', 'F2', 'F2'],
      ['shift+?', 'Shift+?', '⇧?'],
    ].filter(([key]) => key !== 'mod+shift+++'),
  )('T4 the key %s is read as %s, on a Mac as %s', (hotkey, text, mac) => {
    expect(keyText(hotkey as string, false)).toBe(text);
    expect(keyText(hotkey as string, true)).toBe(mac);
  });

  it('T5 a copy of a map has new ids throughout, the same content, and is sound', () => {
    const { editor } = smallMap();
    const { map, library } = editor.documents();
    const copy = copyMap(map, 'Copy');
    expect(repair({ map: copy, library }).notes).toEqual([]);
    for (const table of Object.keys(map) as (keyof typeof map)[]) {
      expect(Object.keys(copy[table])).toHaveLength(Object.keys(map[table]).length);
      if (table !== 'mapPersonas') for (const id of Object.keys(map[table])) expect(copy[table][id]).toBeUndefined();
    }
    expect(Object.values(copy.map)[0]?.name).toBe('Copy');
    expect(
      Object.values(copy.touchpoints)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Advert', 'Till', 'Visit']);
  });

  it('T6 an address names a map or the gallery', () => {
    expect(parseRoute(mapAddress('mp_a-B9'))).toEqual({ screen: 'map', mapId: 'mp_a-B9', at: null });
    expect(parseRoute(mapAddress('mp_a-B9', 'tp_x1'))).toEqual({ screen: 'map', mapId: 'mp_a-B9', at: 'tp_x1' });
    for (const hash of ['', '#', '#/', '#/map/', '#/map/a/b/c', '#/map/<x>', '#/other'])
      expect(parseRoute(hash)).toEqual({ screen: 'gallery' });
  });

  it('T6 a file is named after its map, in any script, without what a disk refuses', () => {
    expect(fileName('Größe: Kauf / Rückgabe?', 'json')).toBe('Größe-Kauf-Rückgabe.json');
    expect(fileName('ซื้อครั้งแรก', 'png')).toBe('ซื้อครั้งแรก.png');
    expect(fileName('../..', 'md')).toBe('journey.md');
    expect(fileName('', 'md')).toBe('journey.md');
    expect(fileName('x'.repeat(300), 'md')).toHaveLength(83);
  });
});
