import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { MapTables } from '../../model/tables.ts';
import { belongsTo, type Members } from '../audience.ts';
import type { Reading } from '../reading.ts';

/** Where personas meet nobody. */
export interface Silence {
  /** How many whole steps without a touchpoint of the persona pass from one touchpoint to another; none backwards. */
  stepsBetween(from: Touchpoint, to: Touchpoint, personaId: string): number;
  /** Whom `stepsBetween` knows: the personas of the map, or one without a name where it has none. */
  readonly personaIds: readonly string[];
}

export function silenceOf(
  touchpoints: MapTables['touchpoints'],
  reading: Reading,
  members: Members,
  personaIds: readonly string[],
): Silence {
  const travellers = personaIds.length === 0 ? [''] : personaIds;
  const steps = reading.stepIds.length;
  // For each persona and step: how many steps before it hold none of the persona's touchpoints.
  const before = new Map(travellers.map((persona) => [persona, new Int32Array(steps + 1).fill(1, 1)]));
  for (const id of reading.touchpointIds) {
    const at = (reading.stepAt.get((touchpoints[id] as Touchpoint).stepId) as number) + 1;
    for (const [persona, sums] of before) if (belongsTo(members, id, persona === '' ? [] : [persona])) sums[at] = 0;
  }
  for (const sums of before.values()) {
    for (let step = 1; step <= steps; step++) sums[step] = (sums[step] as number) + (sums[step - 1] as number);
  }
  return {
    personaIds: travellers,
    stepsBetween(from, to, personaId) {
      const sums = before.get(personaId);
      const start = (reading.stepAt.get(from.stepId) ?? 0) + 1;
      const end = reading.stepAt.get(to.stepId) ?? 0;
      return sums === undefined || end <= start ? 0 : (sums[end] as number) - (sums[start] as number);
    },
  };
}
