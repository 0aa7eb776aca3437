import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';

/** Where something is on the map: at a touchpoint or stage, on all of it, or on the way from one touchpoint (`placeId`) to another. */
export const placeFields = { placeId: idSchema, toId: z.nullable(idSchema) };
export interface Place {
  readonly placeId: string;
  readonly toId: string | null;
}
