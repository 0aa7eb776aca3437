import { idSchema } from '../ids.ts';

/** Where something is on the map: at a touchpoint or stage, or on the way from one touchpoint (`placeId`) to another. */
export const placeFields = { placeId: idSchema, toId: idSchema.nullable() };
export interface Place {
  readonly placeId: string;
  readonly toId: string | null;
}
