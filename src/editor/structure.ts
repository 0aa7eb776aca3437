import type { Patch } from '../model/patch.ts';

/** What changes in an opportunity without moving its card: its kind is drawn by the card itself. */
const quietFields = new Set(['description', 'owner', 'kind']);
/** Of a piece of evidence its text makes a card taller; what it weighs and feels is drawn by cards and curves themselves. */
const evidenceFields = new Set(['text', 'order']);
const touchpointFields = new Set(['stepId', 'order', 'channels', 'devices', 'departments']);

/**
 * True when a patch can move, add or remove a box or a line of the map. The others change only what stands inside one
 * card, which reads its record itself.
 */
export function isStructural(patch: Patch): boolean {
  const [doc, table, , field] = patch.path;
  if (
    table === 'sentiments' ||
    table === 'map' ||
    table === 'mapPersonas' ||
    table === 'walks' ||
    table === 'walkSteps' ||
    (doc === 'library' && table === 'personas')
  )
    return false;
  if (table === 'touchpoints' && field !== undefined) return touchpointFields.has(field);
  if (table === 'evidence' && field !== undefined) return evidenceFields.has(field);
  if (table === 'opportunities' && field !== undefined) return !quietFields.has(field);
  return true;
}

/** What of a piece of evidence decides whether it speaks for anything, and how many places pieces come from. */
const speakingFields = new Set(['kind', 'source', 'sentiment']);

/** True when a patch that moves no box can change how severe a gap is, or how well it is evidenced, and so its mark. */
export function changesMarks({ path: [, table, , field] }: Patch): boolean {
  if (table === 'evidence') return speakingFields.has(String(field));
  return (table === 'touchpoints' && field === 'importance') || (table === 'map' && field === 'kindWeights');
}

/** True when a patch that moves no box can change a curve: a feeling, also of evidence, a moment of truth, or how a persona is shown. */
export function movesCurves({ path: [doc, table, , field] }: Patch): boolean {
  if (table === 'touchpoints') return field === 'momentOfTruth';
  if (table === 'evidence') return field === 'sentiment' || field === 'personaId';
  return table === 'sentiments' || table === 'mapPersonas' || (doc === 'library' && table === 'personas');
}
