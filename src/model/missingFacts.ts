import { type Persona, personaFacts } from './records/persona.ts';

/**
 * The facts of `other` that `persona` lacks, its picture included: what may be added to the profile without replacing
 * anything.
 */
export function missingFacts(persona: Persona, other: Persona): Partial<Persona> {
  const fields: Partial<Persona> = {};
  for (const fact of personaFacts) {
    if (persona[fact].trim() === '' && other[fact].trim() !== '') fields[fact] = other[fact];
  }
  if (persona.picture === null && other.picture !== null) fields.picture = other.picture;
  return fields;
}
