import { z } from '../zod.ts';
import { colorSchema, ordered, text } from './common.ts';

export const personaShapes = ['circle', 'triangle', 'square', 'diamond', 'pentagon'] as const;

/** Somebody whose journey is drawn. */
export const personaSchema = z.object({
  ...ordered,
  name: text,
  color: colorSchema,
  shape: z.enum(personaShapes),
  archived: z.boolean(),
});
export type Persona = z.infer<typeof personaSchema>;
