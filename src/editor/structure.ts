import type { Patch } from '../model/patch.ts';
import type { Documents } from '../model/tables.ts';

/** What changes in an opportunity without moving its card: its kind is drawn by the card itself. */
const quietFields = new Set(['description', 'owner', 'kind']);
/** Of a piece of evidence, besides its text, which makes its card taller; what it weighs and feels is drawn by cards and curves. */
const evidenceFields = new Set(['order']);
const touchpointFields = new Set(['stepId', 'order', 'channels', 'devices', 'departments']);

/**
 * True when a patch to these documents can move, add or remove a box or a line of the map. The others change only what
 * stands inside one card, which reads its record itself.
 */
export function isStructural(patch: Patch, { map }: Documents): boolean {
  const [doc, table, id, field] = patch.path;
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
  if (table === 'evidence' && field === 'text') {
    const before = map.evidence[id]?.text ?? '';
    // Where no lane shows pieces it only matters whether there are words: without any a piece may speak for nothing.
    const isShown = Object.values(map.lanes).some(({ role, hidden }) => role === 'evidence' && !hidden);
    return isShown || (before.trim() === '') !== (String(patch.value ?? '').trim() === '');
  }
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
