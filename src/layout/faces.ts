import { feelingLevel } from '../model/feelingWord.ts';
import type { personaShapes } from '../model/records/persona.ts';

/** A face as SVG path data on a 16 x 16 field: all to be stroked (1.4 wide, round ends) except `eyes`, which are filled. */
export interface Face {
  readonly outline: string;
  readonly eyes: string;
  readonly mouth: string;
}

const outline = 'M14.8 8A6.8 6.8 0 1 1 1.2 8A6.8 6.8 0 1 1 14.8 8Z';
const eyes = 'M6.7 6.4a.95 .95 0 1 1-1.9 0a.95 .95 0 1 1 1.9 0Z M11.2 6.4a.95 .95 0 1 1-1.9 0a.95 .95 0 1 1 1.9 0Z';
const mouths = {
  '-2': 'M5 11.8Q8 7.8 11 11.8',
  '-1': 'M5.2 11.2Q8 9.4 10.8 11.2',
  '0': 'M5.3 10.4H10.7',
  '1': 'M5.2 9.8Q8 11.9 10.8 9.8',
  '2': 'M4.8 9.2H11.2Q10.6 12.4 8 12.4Q5.4 12.4 4.8 9.2Z',
} as const;
/** The face of a sentiment from -2 to 2. */
export function faceOf(value: number): Face {
  return { outline, eyes, mouth: mouths[`${feelingLevel(value)}`] };
}

/** The outline of a persona's shape as SVG path data on a 16 x 16 field, to be filled. */
export const personaOutlines: Readonly<Record<(typeof personaShapes)[number], string>> = {
  circle: 'M14.5 8A6.5 6.5 0 1 1 1.5 8A6.5 6.5 0 1 1 14.5 8Z',
  triangle: 'M8 1.5L15 14H1Z',
  square: 'M2 2H14V14H2Z',
  diamond: 'M8 0.5L15.5 8L8 15.5L0.5 8Z',
  pentagon: 'M8 1L15.2 6.3L12.5 14.8H3.5L0.8 6.3Z',
};
