import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/exchange/json/writeJson.ts';
import { applyPatches } from '../../../src/model/patch.ts';
import { holdsTexts } from '../../../src/model/records/lane.ts';
import { repair } from '../../../src/model/repair.ts';
import { migrateRows } from '../../../src/storage/migrations.ts';
import { smallMap } from '../../support/startDocs.ts';

describe('lanes that show a KPI', () => {
  it('Q1 take the KPI they name into a file, and let go of one that is not there', () => {
    const { editor } = smallMap();
    const kpiId = editor.run('addKpi', { fields: { name: 'Orders' } });
    const unused = editor.run('addKpi', { fields: { name: 'Visits' } });
    const lane = editor.run('addLane', { name: 'Orders', side: 'below', role: 'kpi', kpiId });
    const file = JSON.parse(writeJson(editor.documents())) as { library: { kpis: { id: string }[] } };
    expect(file.library.kpis.map(({ id }) => id)).toContain(kpiId);
    expect(file.library.kpis.map(({ id }) => id)).not.toContain(unused);

    const { map, library } = editor.documents();
    const { [kpiId]: _gone, ...kpis } = library.kpis;
    const broken = { map, library: { ...library, kpis } };
    expect(applyPatches(broken, repair(broken).patches).map.lanes[lane]).toMatchObject({ role: 'kpi', kpiId: null });
  });

  it('Q1 rows of older schemas get a lane without a KPI; what cannot be read is passed on', () => {
    const row = (record: unknown) => ({ docId: 'mp_1', id: 'la_1', table: 'lanes', record });
    const migrated = migrateRows('map', [row({ id: 'la_1', role: 'pains' }), row(7)], 3, 4);
    expect(migrated.map(({ record }) => record)).toEqual([{ id: 'la_1', role: 'pains', kpiId: null }, 7]);
  });

  it('Q2 hold no text cards, as no lane does that is drawn from other records', () => {
    expect((['emotion', 'evidence', 'kpi', 'trend'] as const).map(holdsTexts)).toEqual([false, false, false, false]);
    expect((['actions', 'notes', 'opportunities', null] as const).every(holdsTexts)).toBe(true);
  });
});
