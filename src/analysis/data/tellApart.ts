import type { EventColumns } from './eventColumns.ts';

/** By what activities of a log can be told apart, so that one on the phone is another than the same by e-mail. */
export const apartTraits = ['channel', 'device'] as const;
export type ApartTrait = (typeof apartTraits)[number];

/** What the rows of an activity say: it is told apart by what is not empty. */
export interface ToldActivity {
  readonly place: string;
  readonly channel: string;
  readonly device: string;
}

/** An activity in one line. */
export function toldName({ place, channel, device }: ToldActivity): string {
  return [place, channel, device].filter((text) => text !== '').join(' · ');
}

/**
 * The activity of each event, `row` being the row that says it: as the log names them, or each one told apart by the
 * channel, the device or both. Rows that do not say it stay together. In the order of the log's activities.
 */
export function tellApart(
  log: EventColumns,
  row: Int32Array,
  apart: readonly ApartTrait[],
): { readonly told: readonly ToldActivity[]; readonly activity: Int32Array } {
  // Of a million events a loop takes a tenth of what `from` does.
  const activity = new Int32Array(row.length);
  for (let at = 0; at < row.length; at++) activity[at] = log.activityOf[row[at] as number] as number;
  const column = (trait: ApartTrait) => (apart.includes(trait) ? log.traits[trait] : null);
  const [channel, device] = [column('channel'), column('device')];
  const plain = { channel: '', device: '' };
  if (channel === null && device === null)
    return { told: log.activities.map((place) => ({ place, ...plain })), activity };
  const channels = (channel?.values.length ?? 0) + 1;
  const devices = (device?.values.length ?? 0) + 1;
  const keyAt = (at: number) => {
    const which = row[at] as number;
    const [onChannel, onDevice] = [channel?.of[which] ?? -1, device?.of[which] ?? -1];
    return ((activity[at] as number) * channels + onChannel + 1) * devices + onDevice + 1;
  };
  const numbers = new Map<number, number>();
  for (let at = 0; at < row.length; at++) numbers.set(keyAt(at), 0);
  const keys = [...numbers.keys()].sort((a, b) => a - b);
  for (const [number, key] of keys.entries()) numbers.set(key, number);
  const told = keys.map((key) => ({
    place: log.activities[Math.floor(key / devices / channels)] as string,
    channel: channel?.values[(Math.floor(key / devices) % channels) - 1] ?? '',
    device: device?.values[(key % devices) - 1] ?? '',
  }));
  const apartOf = new Int32Array(row.length);
  for (let at = 0; at < row.length; at++) apartOf[at] = numbers.get(keyAt(at)) as number;
  return { told, activity: apartOf };
}
