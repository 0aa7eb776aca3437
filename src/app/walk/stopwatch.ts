import { createDeviceMemory } from '../deviceMemory.ts';

/** The running stopwatch of a stop: the instant it was started at, kept on this device so that a reload does not end it. */
export interface StopwatchMemory {
  get(stopId: string): number | null;
  /** Null ends it. */
  set(stopId: string, startedAt: number | null): void;
}

/** Remembers in `storage`; where the browser refuses, while the page is open only. */
export function createStopwatchMemory(storage: () => Storage): StopwatchMemory {
  const memory = createDeviceMemory(storage, 'desirepath.stopwatch.');
  return {
    get(stopId) {
      const kept = Number(memory.get(stopId) ?? Number.NaN);
      return kept > 0 ? kept : null;
    },
    set: (stopId, startedAt) => memory.set(stopId, startedAt === null ? null : String(startedAt)),
  };
}

/** Whole seconds waited: those of earlier, and since the stopwatch was started, never less for a clock set back. */
export function secondsWaited(before: number | null, startedAt: number | null, now: number): number {
  return Math.round((before ?? 0) + (startedAt === null ? 0 : Math.max(0, now - startedAt) / 1000));
}

/** Seconds as `m:ss`, from an hour on `h:mm:ss`. */
export function clockText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** The seconds that `90`, `1:30` or `1:02:03` stand for; null for what is no time, and for nothing. */
export function readClock(text: string): number | null {
  const parts = text.trim().split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d{1,5}$/.test(part))) return null;
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}
