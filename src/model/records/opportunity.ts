import { idSchema } from '../ids.ts';
import { z } from '../zod.ts';
import { identified, ordered, text } from './common.ts';
import { placeFields } from './place.ts';

const grade = z.nullable(z.int().check(z.minimum(1), z.maximum(5)));

export const opportunityKinds = ['quick', 'strategy', 'new'] as const;
export const opportunityStates = ['idea', 'planned', 'inWork', 'done', 'dropped'] as const;

/** An idea how to mend a gap or better the journey. */
export const opportunitySchema = z.object({
  ...ordered,
  title: text,
  description: text,
  /** A quick change, a strategy, or a new opportunity. */
  kind: z.enum(opportunityKinds),
  /** 1 (hardly any) to 5. */
  impact: grade,
  effort: grade,
  owner: text,
  status: z.enum(opportunityStates),
});
export type Opportunity = z.infer<typeof opportunitySchema>;

/** What an opportunity is about: a touchpoint, or the gap between two. Its id is made from opportunity and place. */
export const tieSchema = z.object({ ...identified, opportunityId: idSchema, ...placeFields });
export type Tie = z.infer<typeof tieSchema>;
