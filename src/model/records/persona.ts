import { z } from '../zod.ts';
import { colorSchema, ordered, text } from './common.ts';

export const personaShapes = ['circle', 'triangle', 'square', 'diamond', 'pentagon'] as const;

/** The facts of a profile, in the order in which they are shown. */
export const personaFacts = [
  'summary',
  'quote',
  'age',
  'gender',
  'maritalStatus',
  'householdIncome',
  'location',
  'occupation',
  'goals',
  'worries',
  'painPoints',
  'vendorRelations',
  'otherPurchases',
  'hearsThrough',
  'looksForAnswers',
  'viewOfCompetitors',
  'contentFormats',
] as const;

export type PersonaFact = (typeof personaFacts)[number];

/** The same facts by what they tell, in the order in which they are asked for and read. */
export const personaFactGroups = {
  who: ['summary', 'age', 'gender', 'maritalStatus', 'householdIncome', 'location', 'occupation'],
  wants: ['goals', 'worries', 'painPoints', 'quote'],
  buys: ['vendorRelations', 'otherPurchases'],
  learns: ['hearsThrough', 'looksForAnswers', 'viewOfCompetitors', 'contentFormats'],
} as const satisfies Record<string, readonly PersonaFact[]>;
export type PersonaFactGroup = keyof typeof personaFactGroups;
export const personaFactGroupNames = Object.keys(personaFactGroups) as PersonaFactGroup[];

/** Facts of a few words; the others are texts of their own. */
export const shortFacts: ReadonlySet<PersonaFact> = new Set([
  'age',
  'gender',
  'maritalStatus',
  'householdIncome',
  'location',
  'occupation',
]);

/** A picture of the workspace's assets, by the SHA-256 of its bytes in hexadecimal. */
export const assetIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Somebody whose journey is drawn. Each fact of the profile is a text of its own, empty when nothing is known. */
export const personaSchema = z.object({
  ...ordered,
  name: text,
  color: colorSchema,
  shape: z.enum(personaShapes),
  archived: z.boolean(),
  ...(Object.fromEntries(personaFacts.map((fact) => [fact, text])) as Record<
    (typeof personaFacts)[number],
    typeof text
  >),
  picture: z.nullable(assetIdSchema),
  /** Day on which the profile was last held against evidence, `YYYY-MM-DD`. */
  checkedOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type Persona = z.infer<typeof personaSchema>;
