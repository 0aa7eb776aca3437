/** What becomes of a persona of the file whose name the workspace has: that one is used, used and completed, or there are two. */
export type PersonaAnswer = 'match' | 'fill' | 'new';
/** By the `key` of a match. */
export type PersonaAnswers = ReadonlyMap<string, PersonaAnswer>;
