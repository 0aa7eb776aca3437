import type { MapRecord } from './records/map.ts';

/** Levels of feeling, from worst to best. */
export const feelingLevels = [-2, -1, 0, 1, 2] as const;
export type FeelingLevel = (typeof feelingLevels)[number];

/** How a map calls a level of feeling: its own word and face where it has them, else the usual word. */
export function feelingWord(record: MapRecord, level: FeelingLevel, usual: string): string {
  return `${record.sentimentScale?.[level + 2]?.face ?? ''} ${wordAlone(record, level, usual)}`.trim();
}

/** The same without the face, for where that is drawn beside it. */
export function wordAlone({ sentimentScale }: MapRecord, level: FeelingLevel, usual: string): string {
  return sentimentScale?.[level + 2]?.word || usual;
}

/** The level nearest to a feeling; halfway between two the stronger one, for good feelings as for bad. */
export function feelingLevel(value: number): FeelingLevel {
  const level = Math.min(2, Math.round(Math.abs(value)));
  return (level === 0 ? 0 : Math.sign(value) * level) as FeelingLevel;
}
