import { describe, expect, it } from 'vitest';
import { inOrder, ordersBetween, standBefore } from '../../../src/model/order.ts';
import { applyPatches } from '../../../src/model/patch.ts';
import { repair } from '../../../src/model/repair.ts';
import { type Documents, emptyLibraryTables, emptyMapTables } from '../../../src/model/tables.ts';
import { bareDocs, smallMap } from '../../support/startDocs.ts';

const sound = () => smallMap().editor.documents();

/** The documents with one record replaced (or removed, for null). */
function withRecord(docs: Documents, table: string, id: string, fields: Record<string, unknown> | null): Documents {
  const tables = structuredClone(docs) as unknown as Record<string, Record<string, Record<string, object>>>;
  const rows = tables[Object.hasOwn(docs.map, table) ? 'map' : 'library']?.[table] ?? {};
  if (fields === null) delete rows[id];
  else rows[id] = { ...rows[id], ...fields };
  return tables as unknown as Documents;
}

describe('repair', () => {
  it('P7 finds nothing in sound documents', () => {
    expect(repair(sound())).toEqual({ patches: [], notes: [] });
  });

  it.each<[string, (docs: Documents) => Documents, string[]]>([
    ['an order that is no key', (docs) => withRecord(docs, 'stages', 'st_1', { order: '!' }), ['orderReplaced']],
    ['a record of the wrong form', (docs) => withRecord(docs, 'stages', 'st_9', { name: 1 }), ['recordRefused']],
    [
      'a record under another id',
      (docs) => withRecord(docs, 'stages', 'st_9', { id: 'st_8', order: 'a0', name: '' }),
      ['recordRefused'],
    ],
    ['no map record', (docs) => withRecord(docs, 'map', 'mp_1', null), ['mapMissing']],
    [
      'a stage without a step',
      (docs) => withRecord(docs, 'stages', 'st_9', { id: 'st_9', order: 'a0', name: '' }),
      ['stageWithoutStep'],
    ],
    ['a channel that is gone', (docs) => withRecord(docs, 'channels', 'ch_shop', null), ['valueDropped']],
  ])('P7 mends %s', (_, spoil, codes) => {
    const spoilt = spoil(sound());
    const { patches, notes } = repair(spoilt, 'mp_1');
    expect(notes.map(({ code }) => code)).toEqual(codes);
    expect(repair(applyPatches(spoilt, patches), 'mp_1').patches).toEqual([]);
  });

  it('P7 makes a map of nothing at all', () => {
    const nothing = { map: emptyMapTables(), library: emptyLibraryTables() };
    const { patches, notes } = repair(nothing, 'mp_1');
    expect(notes.map(({ code }) => code)).toEqual(['mapMissing', 'noStage', 'stageWithoutStep']);
    expect(repair(applyPatches(nothing, patches)).patches).toEqual([]);
  });

  it('P7 drops what hangs on a touchpoint that is gone, and moves what stood in a step that is gone', () => {
    const { editor, ids } = smallMap();
    const { notes } = repair(withRecord(editor.documents(), 'touchpoints', ids.b, null));
    expect(notes.map(({ code }) => code)).toEqual(['linkDropped', 'linkDropped', 'verdictDropped']);
    const moved = withRecord(editor.documents(), 'steps', ids.step2, null);
    const mended = applyPatches(moved, repair(moved).patches);
    expect(new Set(Object.values(mended.map.touchpoints).map((tp) => tp.stepId))).toEqual(new Set(['sp_1']));
  });

  it('P7 keeps one map record: that of the map', () => {
    const two = withRecord(bareDocs(), 'map', 'mp_0', { ...bareDocs().map.map.mp_1, id: 'mp_0' });
    expect(Object.keys(applyPatches(two, repair(two, 'mp_1').patches).map.map)).toEqual(['mp_1']);
    expect(Object.keys(applyPatches(two, repair(two).patches).map.map)).toEqual(['mp_0']);
  });

  it('P7 does not take the step of another stage for a stage without one', () => {
    const docs = withRecord(bareDocs(), 'stages', 'st_2', { id: 'st_2', order: 'a1', name: '' });
    const moved = withRecord(docs, 'steps', 'sp_1', { stageId: 'st_2', name: 'Kept' });
    const mended = applyPatches(moved, repair(moved).patches);
    expect(mended.map.steps.sp_1).toMatchObject({ stageId: 'st_2', name: 'Kept' });
    expect(repair(mended).patches).toEqual([]);
  });

  it('P7 mends alike whatever the order of the records', () => {
    const spoilt = withRecord(withRecord(sound(), 'stages', 'st_1', null), 'lanes', 'la_9', { id: 'la_8' });
    const turned = structuredClone(spoilt) as unknown as Record<string, Record<string, object>>;
    for (const tables of Object.values(turned))
      for (const [table, rows] of Object.entries(tables))
        tables[table] = Object.fromEntries(Object.entries(rows).reverse());
    const [one, other] = [spoilt, turned as unknown as Documents];
    expect(applyPatches(one, repair(one).patches)).toEqual(applyPatches(other, repair(other).patches));
  });
});

describe('order keys', () => {
  it('C6 a key lies between its neighbours; ties and open ends give one after the first', () => {
    for (const [low, high] of [
      [null, null],
      ['a0', null],
      [null, 'a0'],
      ['a0', 'a1'],
    ] as const) {
      const [key] = ordersBetween(low, high, 1) as [string];
      expect(low === null || low < key).toBe(true);
      expect(high === null || key < high).toBe(true);
      const keys = ordersBetween(low, high, 5);
      expect([...keys].sort()).toEqual(keys);
    }
    expect((ordersBetween('a1', 'a1', 1)[0] as string) > 'a1').toBe(true);
    expect(ordersBetween('a1', 'a0', 2).every((key) => key > 'a1')).toBe(true);
  });

  it('C6 equal keys are told apart by id', () => {
    const rows = [
      { id: 'b', order: 'a0' },
      { id: 'a', order: 'a0' },
      { id: 'c', order: 'Zz' },
    ];
    expect(inOrder(rows).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('C3 records that stand where they are moved to are known', () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(standBefore(rows, ['c', 'b'], 'd')).toBe(true);
    expect(standBefore(rows, ['d'], null)).toBe(true);
    expect(standBefore(rows, ['a', 'c'], 'd')).toBe(false);
    expect(standBefore(rows, ['a'], 'c')).toBe(false);
    expect(standBefore(rows, ['e'], null)).toBe(false);
  });
});
