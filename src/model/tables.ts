import { cardSchema } from './records/card.ts';
import { dataImportSchema, matchProfileSchema } from './records/dataImport.ts';
import { dismissalSchema } from './records/dismissal.ts';
import { citationSchema, evidenceSchema } from './records/evidence.ts';
import { kpiSchema } from './records/kpi.ts';
import { laneSchema } from './records/lane.ts';
import { libraryEntrySchema } from './records/libraryEntry.ts';
import { linkSchema } from './records/link.ts';
import { mapSchema } from './records/map.ts';
import { mapPersonaSchema } from './records/mapPersona.ts';
import { membershipSchema } from './records/membership.ts';
import { opportunitySchema, tieSchema } from './records/opportunity.ts';
import { personaSchema } from './records/persona.ts';
import { sentimentSchema } from './records/sentiment.ts';
import { seriesSchema } from './records/series.ts';
import { stageSchema } from './records/stage.ts';
import { stepSchema } from './records/step.ts';
import { touchpointSchema } from './records/touchpoint.ts';
import { pastVerdictSchema, verdictSchema } from './records/verdict.ts';
import { walkSchema, walkStepSchema } from './records/walk.ts';
import type { z } from './zod.ts';

/** The version of the records below. A change that older code could not read raises it and brings a migration. */
export const SCHEMA_VERSION = 4;

/** The tables of the two kinds of document. */
export const schemas = {
  map: {
    map: mapSchema,
    mapPersonas: mapPersonaSchema,
    stages: stageSchema,
    steps: stepSchema,
    lanes: laneSchema,
    touchpoints: touchpointSchema,
    cards: cardSchema,
    links: linkSchema,
    sentiments: sentimentSchema,
    verdicts: verdictSchema,
    pastVerdicts: pastVerdictSchema,
    memberships: membershipSchema,
    dismissals: dismissalSchema,
    opportunities: opportunitySchema,
    ties: tieSchema,
    series: seriesSchema,
    evidence: evidenceSchema,
    citations: citationSchema,
    dataImports: dataImportSchema,
    matchProfiles: matchProfileSchema,
    walks: walkSchema,
    walkSteps: walkStepSchema,
  },
  library: {
    personas: personaSchema,
    channels: libraryEntrySchema,
    devices: libraryEntrySchema,
    departments: libraryEntrySchema,
    kpis: kpiSchema,
  },
} as const;

export type DocKind = keyof typeof schemas;
export type Table<T> = { [id: string]: T };
export type MapTables = { [K in keyof typeof schemas.map]: Table<z.infer<(typeof schemas.map)[K]>> };
export type LibraryTables = { [K in keyof typeof schemas.library]: Table<z.infer<(typeof schemas.library)[K]>> };

/** What one open editor holds: a journey map and the workspace's library. Flat tables of records by id. */
export interface Documents {
  map: MapTables;
  library: LibraryTables;
}
export type AnyRecord = { id: string; [field: string]: unknown };

/** The document id of the workspace's library, of which there is one. */
export const LIBRARY_ID = 'library';

export function emptyMapTables(): MapTables {
  return {
    map: {},
    mapPersonas: {},
    stages: {},
    steps: {},
    lanes: {},
    touchpoints: {},
    cards: {},
    links: {},
    sentiments: {},
    verdicts: {},
    pastVerdicts: {},
    memberships: {},
    dismissals: {},
    opportunities: {},
    ties: {},
    series: {},
    evidence: {},
    citations: {},
    dataImports: {},
    matchProfiles: {},
    walks: {},
    walkSteps: {},
  };
}

export function emptyLibraryTables(): LibraryTables {
  return { personas: {}, channels: {}, devices: {}, departments: {}, kpis: {} };
}

/** The one record of the `map` table. Throws when the document has none: `repair` makes one at the door. */
export function mapRecord(map: MapTables): MapTables['map'][string] {
  for (const id in map.map) return map.map[id] as MapTables['map'][string];
  throw new Error('This journey map has no map record.');
}

/** The schema of records of any table. */
export type RecordSchema = z.ZodMiniObject<Record<string, z.ZodMiniType>>;

/** The schema of a table, or undefined when the document has no such table. */
export function tableSchema(kind: DocKind, table: string): RecordSchema | undefined {
  const tables: Record<string, RecordSchema> = schemas[kind];
  return Object.hasOwn(tables, table) ? tables[table] : undefined;
}
