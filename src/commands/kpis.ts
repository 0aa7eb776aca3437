import { blankKpi } from '../model/blanks.ts';
import { newId } from '../model/ids.ts';
import { inOrder, orderBefore } from '../model/order.ts';
import type { Kpi } from '../model/records/kpi.ts';
import { type Documents, schemas } from '../model/tables.ts';
import { need } from './commandError.ts';
import { needName } from './names.ts';
import { setFields } from './setFields.ts';

/** What may be set on a KPI: everything but its identity and place in the library. */
export type KpiFields = Omit<Kpi, 'id' | 'order' | 'extra'>;

/** Adds a KPI to the workspace's library, last; returns its id. A name is needed. */
export function addKpi(docs: Documents, { fields }: { fields: Partial<KpiFields> & { name: string } }): string {
  const { library } = docs;
  needName(fields.name);
  const id = newId('kpi');
  library.kpis[id] = { ...blankKpi, id, order: orderBefore(inOrder(Object.values(library.kpis)), null) };
  updateKpi(docs, { id, fields });
  return id;
}

/** Sets fields of a KPI. A field that does not exist or a value that does not pass its schema throws a CommandError. */
export function updateKpi({ library }: Documents, { id, fields }: { id: string; fields: Partial<KpiFields> }): void {
  setFields(need(library.kpis, id, 'KPI'), fields, { ...blankKpi, currency: '' }, schemas.library.kpis, 'a KPI');
}
