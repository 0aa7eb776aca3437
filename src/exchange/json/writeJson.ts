import type { Asset } from '../../model/assets.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Documents, LibraryTables, MapTables } from '../../model/tables.ts';
import { encodePictures, usedPictures } from '../pictures.ts';
import { encodeTables, unknownParts } from './encodeTables.ts';
import { FORMAT_VERSION, JOURNEY_FORMAT } from './openJson.ts';

/**
 * A journey map as the text of a `.journey.json` file: JSON, indented by two spaces. Holds the map's tables and those
 * library entries that the map uses, with their pictures and the photos of walks as far as they are among `pictures`. The
 * same documents and pictures give the same text.
 */
export function writeJson(docs: Documents, pictures: readonly Asset[] = []): string {
  const used = usedLibrary(docs);
  const assets = encodePictures(usedPictures(used, [docs.map]), pictures);
  const { top, map, library } = unknownParts(Object.values(docs.map.map)[0]);
  const file = {
    // Unknown keys come first in each spread, so that they can never replace a known one.
    ...top,
    format: JOURNEY_FORMAT,
    formatVersion: FORMAT_VERSION,
    map: { ...map, ...encodeTables('map', docs.map) },
    library: { ...library, ...encodeTables('library', used) },
  };
  const { format, formatVersion, map: tables, library: entries, ...rest } = file;
  const parts = { format, formatVersion, map: tables, library: entries, ...(assets.length > 0 && { assets }), ...rest };
  return `${JSON.stringify(parts, null, 2)}\n`;
}

/** The entries of the library that the map refers to. */
export function usedLibrary({ map, library }: Documents): LibraryTables {
  return {
    personas: pick(library.personas, usedPersonas(map)),
    channels: pick(library.channels, usedEntries(map, 'channels')),
    devices: pick(library.devices, usedEntries(map, 'devices')),
    departments: pick(library.departments, usedEntries(map, 'departments')),
    kpis: pick(library.kpis, usedKpis(map)),
  };
}

function usedPersonas(map: MapTables): Set<string> {
  const used = new Set<string>();
  for (const { personaId } of Object.values(map.mapPersonas)) used.add(personaId);
  for (const { personaId } of Object.values(map.sentiments)) if (personaId !== EVERYONE) used.add(personaId);
  for (const { personaId } of Object.values(map.memberships)) used.add(personaId);
  for (const { personaId } of [
    ...Object.values(map.series),
    ...Object.values(map.evidence),
    ...Object.values(map.walks),
  ])
    if (personaId !== null && personaId !== EVERYONE) used.add(personaId);
  return used;
}

function usedKpis({ series, lanes }: MapTables): Set<string> {
  const used = new Set<string>();
  for (const { kpiId } of [...Object.values(series), ...Object.values(lanes)]) if (kpiId !== null) used.add(kpiId);
  return used;
}

function usedEntries(map: MapTables, field: 'channels' | 'devices' | 'departments'): Set<string> {
  const used = new Set<string>();
  for (const touchpoint of Object.values(map.touchpoints)) for (const id of touchpoint[field]) used.add(id);
  for (const { basis } of [...Object.values(map.verdicts), ...Object.values(map.pastVerdicts)]) {
    for (const id of basis.from[field]) used.add(id);
    for (const id of basis.to[field]) used.add(id);
  }
  return used;
}

function pick<T>(table: { [id: string]: T }, ids: ReadonlySet<string>): { [id: string]: T } {
  return Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)));
}
