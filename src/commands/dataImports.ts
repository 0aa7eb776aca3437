import { newId } from '../model/ids.ts';
import { inOrder, orderBefore } from '../model/order.ts';
import type { DataImport, MatchProfile } from '../model/records/dataImport.ts';
import type { Place } from '../model/records/place.ts';
import type { Point } from '../model/records/series.ts';
import { type Documents, type MapTables, schemas } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { addManyEvidence, dropEvidence, type EvidenceFields } from './evidence.ts';
import { dropLinkFigures, setLinkFigures } from './linkFigures.ts';
import { findByName, needName } from './names.ts';
import { addPoints, keepPoints, type SeriesKey } from './series.ts';
import { badField, setFields } from './setFields.ts';

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
  for (const { id: linkId, ...brought } of figures.links) setLinkFigures(need(map.links, linkId, 'link'), brought, id);
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

/** Removes an import with the measurements, the figures of links and the evidence that came with it. */
export function removeImport({ map }: Documents, { id }: { id: string }): void {
  dropDataImport(map, need(map.dataImports, id, 'import').id);
}

/**
 * Keeps how files of one kind are matched, under its name: one of the same name and kind is replaced. Returns its id. The
 * name of one of another kind is refused.
 */
export function saveMatchProfile(
  { map }: Documents,
  { fields }: { fields: Omit<MatchProfile, 'id' | 'order' | 'extra'> },
): string {
  const name = needName(fields.name);
  for (const { touchpointId } of fields.rules) need(map.touchpoints, touchpointId, 'touchpoint');
  const all = inOrder(Object.values(map.matchProfiles));
  const same = findByName(
    all.filter(({ kind }) => kind === fields.kind),
    name,
  );
  if (same === undefined) needFree(all, name);
  const id = same?.id ?? newId('matchProfile');
  const record = { ...fields, name, id, order: same?.order ?? orderBefore(all, null) };
  if (!schemas.map.matchProfiles.safeParse(record).success) throw badField('profile', fields, 'a file');
  map.matchProfiles[id] = record;
  return id;
}

/** Gives a profile another name. That of another one is refused. */
export function renameMatchProfile({ map }: Documents, { id, name }: { id: string; name: string }): void {
  const profile = need(map.matchProfiles, id, 'profile');
  const fields = { name: needName(name) };
  needFree(
    Object.values(map.matchProfiles).filter((each) => each !== profile),
    fields.name,
  );
  setFields(profile, fields, fields, schemas.map.matchProfiles, 'a profile');
}

function needFree(profiles: readonly MatchProfile[], name: string): void {
  if (findByName(profiles, name) !== undefined)
    throw new CommandError('badValue', { field: 'name' }, `Another profile has the name "${name}". Type another one.`);
}

function dropDataImport(map: MapTables, id: string): void {
  dropLinkFigures(map, id);
  for (const series of Object.values(map.series)) keepPoints(map, series, ({ importId }) => importId !== id);
  for (const evidence of Object.values(map.evidence)) if (evidence.importId === id) dropEvidence(map, evidence.id);
  delete map.dataImports[id];
}
