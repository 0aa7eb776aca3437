import { describe, expect, it } from 'vitest';
import {
  applyPatches,
  compactPatches,
  type Patch,
  parsePatches,
  sameValue,
  touchedRecords,
} from '../../../src/model/patch.ts';
import { bareDocs } from '../../support/startDocs.ts';

const set = (field: string, value: unknown, id = 'st_1'): Patch => ({ path: ['map', 'stages', id, field], value });
const put = (value: unknown, id = 'st_2'): Patch => ({ path: ['map', 'stages', id], value });
const record = { id: 'st_2', order: 'a1', name: 'Buys' };

describe('applying patches', () => {
  it('P1 a patch puts, removes or sets a field, and touches nothing else', () => {
    const docs = bareDocs();
    const next = applyPatches(docs, [put(record), set('name', 'Other'), set('extra', '{}', 'st_2')]);
    expect(next.map.stages).toEqual({
      st_1: { id: 'st_1', order: 'a0', name: 'Other' },
      st_2: { ...record, extra: '{}' },
    });
    expect(next.map.steps).toBe(docs.map.steps);
    expect(next.library).toBe(docs.library);
    expect(docs.map.stages.st_2).toBeUndefined();
    expect(applyPatches(next, [put(undefined), set('extra', undefined)]).map.stages).toEqual({
      st_1: { id: 'st_1', order: 'a0', name: 'Other' },
    });
  });

  it('P3 what changes nothing gives the same documents', () => {
    const docs = bareDocs();
    expect(applyPatches(docs, [])).toBe(docs);
    expect(applyPatches(docs, [set('name', 'Aware'), put(undefined)])).toBe(docs);
  });

  it('P5 a field of a record that is missing is dropped', () => {
    const docs = bareDocs();
    expect(applyPatches(docs, [set('name', 'Lost', 'st_gone')])).toBe(docs);
    expect(applyPatches(docs, [put(undefined, 'st_1'), set('name', 'Lost')]).map.stages).toEqual({});
  });
});

describe('compacting patches', () => {
  it.each<[string, Patch[], Patch[]]>([
    [
      'P4 the last of a field stays',
      [set('name', 'a'), set('order', 'a1'), set('name', 'b')],
      [set('name', 'b'), set('order', 'a1')],
    ],
    [
      'P4 fields melt into the record put before',
      [put(record), set('name', 'b', 'st_2')],
      [put({ ...record, name: 'b' })],
    ],
    ['P4 a record put later replaces its fields', [set('name', 'a', 'st_2'), put(record)], [put(record)]],
    ['P4 fields of what was removed are dropped', [put(undefined), set('name', 'a', 'st_2')], [put(undefined)]],
    ['P4 removed and put again is put', [put(undefined), put(record)], [put(record)]],
  ])('%s', (_, patches, compact) => {
    expect(compactPatches(patches)).toEqual(compact);
  });

  it('P6 touched records are named once each', () => {
    expect([...touchedRecords([set('name', 'a'), set('order', 'a1'), put(record)])]).toEqual([
      'map/stages/st_1',
      'map/stages/st_2',
    ]);
  });

  it('P2 two values are the same by content: lists in order, fields in any, null not undefined', () => {
    expect(sameValue({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBe(true);
    for (const [a, b] of [
      [
        [1, 2],
        [2, 1],
      ],
      [[], {}],
      [null, undefined],
      [{ a: undefined }, {}],
      [{ a: undefined }, { b: undefined }],
      [0, false],
    ])
      expect(sameValue(a, b)).toBe(false);
  });
});

describe('patches from outside', () => {
  it('P8 sound ones are read, unknown keys of a record left out', () => {
    const { patches, refused } = parsePatches([put({ ...record, surplus: 1 }), set('name', 'x'), put(undefined)]);
    expect(refused).toBe(0);
    expect(patches).toEqual([put(record), set('name', 'x'), put(undefined)]);
  });

  it.each<[string, unknown]>([
    ['no list', { 0: set('name', 'x') }],
    ['no object', ['x']],
    ['a path that is no list', [{ path: 'map/stages/st_1', value: undefined }]],
    ['a document that does not exist', [{ path: ['maps', 'stages', 'st_1'], value: undefined }]],
    ['a table that does not exist', [{ path: ['map', 'channels', 'ch_1'], value: undefined }]],
    ['a table of the prototype', [{ path: ['map', '__proto__', 'st_1'], value: undefined }]],
    ['an id of the prototype', [{ path: ['map', 'stages', '__proto__'], value: { id: '__proto__' } }]],
    ['a field of the prototype', [set('__proto__', { polluted: true })]],
    ['a field called constructor', [set('constructor', 'x')]],
    ['a field that does not exist', [set('color', 'blue')]],
    ['the id itself', [set('id', 'st_2')]],
    ['a path into a field', [{ path: ['map', 'stages', 'st_1', 'name', 'length'], value: 1 }]],
    ['a path of a table', [{ path: ['map', 'stages'], value: {} }]],
    ['a value of the wrong kind', [set('name', 7)]],
    ['a field taken away that has to be there', [set('name', undefined)]],
    ['a text that is too long', [set('name', 'x'.repeat(20_001))]],
    ['an order that is no key', [set('order', 'a00')]],
    ['a record under another id', [put({ ...record, id: 'st_3' })]],
    ['a record that lacks a field', [put({ id: 'st_2', order: 'a1' })]],
    ['an unsafe link', [{ path: ['map', 'touchpoints', 'tp_1', 'webLinks'], value: ['javascript:1'] }]],
  ])('P8 refuses %s', (_, input) => {
    expect(parsePatches(input)).toEqual({ patches: [], refused: 1 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
