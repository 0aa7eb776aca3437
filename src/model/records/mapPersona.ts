import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { ordered } from './common.ts';

/** A persona of the library takes part in this map. Its id is made from the persona's. */
export const mapPersonaSchema = z.object({ ...ordered, personaId: idSchema });
