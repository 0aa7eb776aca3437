import { newId } from '../model/ids.ts';
import { inOrder, orderBefore } from '../model/order.ts';
import type { DataImport, MatchProfile } from '../model/records/dataImport.ts';
import type { Place } from '../model/records/place.ts';
import type { Point } from '../model/records/series.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { addManyEvidence, dropEvidence, type EvidenceFields } from './evidence.ts';
import { addPoints, keepPoints, type SeriesKey } from './series.ts';
import { badField } from './setFields.ts';

/** The figures of one file, ready to be put on the map. */
export interface Figures {
  readonly source: Omit<DataImport, 'id' | 'order' | 'extra'>;
  readonly series: readonly (SeriesKey & { readonly points: readonly Omit<Point, 'importId'>[] })[];
  readonly evidence: readonly { readonly fields: Partial<EvidenceFields>; readonly places: readonly Place[] }[];
  /** What is counted on links: share of the customers, and hours waited. */
  readonly links: readonly { readonly id: string; readonly share: number | null; readonly waitHours: number | null }[];
}

/**
 * Puts the figures of a file on the map, all or none. Those of the imports in `replaces` go first, so that the same file
 * twice does not count twice. With `into` they are added to those of that import. Returns the import's id.
 */
export function importFigures(
  docs: Documents,
  { figures, replaces = [], into = null }: { figures: Figures; replaces?: readonly string[]; into?: string | null },
): string {
  const { map } = docs;
  for (const id of replaces) dropDataImport(map, need(map.dataImports, id, 'import').id);
  const id = into === null ? addImport(map, figures.source) : need(map.dataImports, into, 'import').id;
  for (const { points, ...key } of figures.series)
    addPoints(
      docs,
      key,
      points.map((point) => ({ ...point, importId: id })),
    );
  const pieces = figures.evidence.map(({ fields, places }) => ({ fields: { ...fields, importId: id }, places }));
  addManyEvidence(docs, { pieces });
  for (const { id: linkId, share, waitHours } of figures.links) {
    const link = need(map.links, linkId, 'link');
    if (share !== null) link.share = share;
    if (waitHours !== null) link.waitHours = waitHours;
  }
  return id;
}

function addImport(map: MapTables, source: Figures['source']): string {
  const id = newId('dataImport');
  const order = orderBefore(inOrder(Object.values(map.dataImports)), null);
  const record = { ...source, id, order };
  if (!schemas.map.dataImports.safeParse(record).success) throw badField('source', source, 'an import');
  map.dataImports[id] = record;
  return id;
}

/** Removes an import with the measurements and the evidence that came with it. */
export function removeImport({ map }: Documents, { id }: { id: string }): void {
  dropDataImport(map, need(map.dataImports, id, 'import').id);
}

/** Keeps how files of one kind are matched, under its name: one of the same name is replaced. Returns its id. */
export function saveMatchProfile(
  { map }: Documents,
  { fields }: { fields: Omit<MatchProfile, 'id' | 'order' | 'extra'> },
): string {
  if (fields.name.trim() === '')
    throw new CommandError('badValue', { field: 'name' }, 'A name is needed. Type at least one letter.');
  for (const { touchpointId } of fields.rules) need(map.touchpoints, touchpointId, 'touchpoint');
  const all = inOrder(Object.values(map.matchProfiles));
  const same = all.find(({ name, kind }) => name === fields.name && kind === fields.kind);
  const id = same?.id ?? newId('matchProfile');
  const record = { ...fields, id, order: same?.order ?? orderBefore(all, null) };
  if (!schemas.map.matchProfiles.safeParse(record).success) throw badField('profile', fields, 'a file');
  map.matchProfiles[id] = record;
  return id;
}

function dropDataImport(map: MapTables, id: string): void {
  for (const series of Object.values(map.series)) keepPoints(map, series, ({ importId }) => importId !== id);
  for (const evidence of Object.values(map.evidence)) if (evidence.importId === id) dropEvidence(map, evidence.id);
  delete map.dataImports[id];
}
