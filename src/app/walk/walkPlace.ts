import { isNoted } from '../../analysis/walks.ts';
import type { WalkStep } from '../../model/records/walk.ts';
import { createDeviceMemory, type DeviceMemory } from '../deviceMemory.ts';

const END = 'end';

/** By the walk's id the stop at which one was on this device, or `end`. */
export function createPlaceMemory(storage: () => Storage): DeviceMemory {
  return createDeviceMemory(storage, 'desirepath.walkPlace.');
}

/** What stands for a place on a walk: a stop, or the end behind the last. */
export const placeText = (stops: readonly WalkStep[], index: number): string => stops[index]?.id ?? END;

/**
 * Where a walk goes on, as a place in its stops (their number: its end): where one was; else, as on another device, where
 * one waits, or at what follows all that was noted. One that has ended begins with its end.
 */
export function placeToGoOn(
  stops: readonly WalkStep[],
  place: string | null,
  isWaiting: (stopId: string) => boolean,
  isEnded = false,
): number {
  if (place === END || (place === null && isEnded)) return stops.length;
  const was = stops.findIndex(({ id }) => id === place);
  if (was >= 0) return was;
  const waiting = stops.findIndex(({ id }) => isWaiting(id));
  if (waiting >= 0) return waiting;
  const noted = stops.findLastIndex(isNoted);
  return stops[noted]?.result === null ? noted : noted + 1;
}
