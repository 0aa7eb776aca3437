import { z } from 'zod';
import { assetMimes } from '../../src/model/assets.ts';
import { assetIdSchema } from '../../src/model/records/persona.ts';
import { type DocKind, schemas } from '../../src/model/tables.ts';
import { z as mini } from '../../src/model/zod.ts';

/** Tables are objects by id in memory and arrays of records in files, where what is in `extra` stands beside the other fields. */
function tablesAsArrays(kind: DocKind) {
  const tables: Record<string, mini.ZodMiniObject> = schemas[kind];
  return z.object(
    Object.fromEntries(
      Object.entries(tables).map(([name, schema]) => [name, z.array(mini.omit(schema, { extra: true }))]),
    ),
  );
}

/** The published JSON Schema of a `.journey.json` file, as text. Keys that it does not name are allowed in files. */
export function journeySchema(): string {
  const file = z
    .object({
      format: z.literal('desirepath.journey'),
      formatVersion: z.literal(4),
      map: tablesAsArrays('map').describe('The journey map: flat tables of records.'),
      library: tablesAsArrays('library').describe('What the map uses of the workspace’s library.'),
      assets: z
        .array(z.object({ id: assetIdSchema, mime: z.enum(assetMimes), data: z.base64() }))
        .describe('Pictures of personas and photos of walks: SHA-256 of the bytes, kind, and the bytes in Base64.')
        .optional(),
    })
    .meta({ title: 'Desirepath journey map' });
  return `${JSON.stringify(z.toJSONSchema(file, { io: 'input' }), null, 2)}\n`;
}
