import { belongsTo, whoGoes } from '../audience.ts';
import type { Lead } from '../leads.ts';
import type { Ground } from './ground.ts';

/** The ground on which ways lead on. */
type Ways = Pick<Ground, 'map' | 'reading' | 'leads' | 'members' | 'personaIds'>;

/** Somebody who goes; null where a map has no personas. */
type Goer = string | null;

/** Those who come to a touchpoint. */
export function goersAt({ members, personaIds }: Ways, id: string): readonly Goer[] {
  if (personaIds.length === 0) return [null];
  return personaIds.filter((persona) => belongsTo(members, id, [persona]));
}

/** True of a way that somebody can go: it and both its ends are theirs. */
export function canGo({ members, personaIds }: Ways, lead: Lead, goer: Goer): boolean {
  return goer === null || whoGoes(members, lead, personaIds).includes(goer);
}

/**
 * True when somebody who is lost at a touchpoint is led back: over ways they can go they come to another touchpoint of the
 * same or an earlier step, or to a goal.
 */
export function isLedBack(ways: Ways, id: string, goer: Goer): boolean {
  const { map, reading, leads } = ways;
  const stepOf = (at: string) => reading.stepAt.get(map.touchpoints[at]?.stepId ?? '') ?? Number.MAX_SAFE_INTEGER;
  const own = stepOf(id);
  const seen = new Set([id]);
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const lead of leads.from.get(at) ?? []) {
      const { to } = lead;
      if (seen.has(to) || !canGo(ways, lead, goer)) continue;
      if (stepOf(to) <= own || map.touchpoints[to]?.ending === 'goal') return true;
      seen.add(to);
      waiting.push(to);
    }
  }
  return false;
}
