import { dismissalId } from '../model/ids.ts';
import type { Place } from '../model/records/place.ts';
import { type Documents, schemas } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';

/**
 * Says of what a rule found at a place, or on the whole map, that it is no gap, and why. `rule` is the rule's name, `reason` no empty text,
 * `dismissedAt` an ISO 8601 instant, now unless given.
 */
export function dismissFinding(
  { map }: Documents,
  { rule, place, reason, dismissedAt }: { rule: string; place: Place; reason: string; dismissedAt?: string },
): void {
  const isWhole = place.toId === null && map.map[place.placeId] !== undefined;
  if (!isWhole && map.stages[place.placeId] === undefined) need(map.touchpoints, place.placeId, 'touchpoint');
  if (place.toId !== null) need(map.touchpoints, place.toId, 'touchpoint');
  if (!schemas.map.dismissals.shape.rule.safeParse(rule).success)
    throw new CommandError('badValue', { field: 'rule' }, `There is no rule "${rule}".`);
  if (reason.trim() === '')
    throw new CommandError('badValue', { field: 'reason' }, 'A finding is no gap for a reason: say why.');
  const id = dismissalId(rule, place);
  map.dismissals[id] = {
    id,
    rule,
    placeId: place.placeId,
    toId: place.toId,
    reason: reason.trim(),
    dismissedAt: dismissedAt ?? new Date().toISOString(),
  };
}

/** Takes a dismissal back: the finding is listed again. */
export function restoreFinding({ map }: Documents, { rule, place }: { rule: string; place: Place }): void {
  delete map.dismissals[dismissalId(rule, place)];
}
