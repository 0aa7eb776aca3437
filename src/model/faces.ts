import { type FeelingLevel, feelingLevel } from './feelingWord.ts';
import type { MapRecord } from './records/map.ts';

/** A face on a 16 x 16 field: SVG path data to be stroked (1.4 wide, round ends) and to be filled, or a sign to be written. */
export interface Face {
  readonly stroke: string;
  readonly fill: string;
  /** One sign, written 13 high on a line at 12.6 about the middle; empty where the face is drawn. */
  readonly text: string;
}

const head = 'M14.8 8A6.8 6.8 0 1 1 1.2 8A6.8 6.8 0 1 1 14.8 8Z';
const eyes = 'M6.7 6.4a.95 .95 0 1 1-1.9 0a.95 .95 0 1 1 1.9 0Z M11.2 6.4a.95 .95 0 1 1-1.9 0a.95 .95 0 1 1 1.9 0Z';
const cloud = 'M4.6 12.6A2.9 2.9 0 0 1 4.7 6.8 3.6 3.6 0 0 1 11.5 6.4 3.1 3.1 0 0 1 11.6 12.6Z';
const highCloud = 'M4.6 10.2A2.9 2.9 0 0 1 4.7 4.4 3.6 3.6 0 0 1 11.5 4 3.1 3.1 0 0 1 11.6 10.2Z';
const heart = 'M8 13.8C3.4 10.4 1.6 8.2 1.6 5.7A3.2 3.2 0 0 1 8 4.5 3.2 3.2 0 0 1 14.4 5.7C14.4 8.2 12.6 10.4 8 13.8Z';
const thumb =
  'M5 7.4 7.6 2.2C9 2.2 9.6 3.2 9.3 4.6L8.9 6.4H12.6A1.4 1.4 0 0 1 14 8L13 12.4A1.5 1.5 0 0 1 11.6 13.6H5Z M5 7.4H2.4V13.6H5';
const thumbDown =
  'M5 8.6 7.6 13.8C9 13.8 9.6 12.8 9.3 11.4L8.9 9.6H12.6A1.4 1.4 0 0 0 14 8L13 3.6A1.5 1.5 0 0 0 11.6 2.4H5Z M5 8.6H2.4V2.4H5';

/** The usual faces from -2 to 2, by the signs that name them in a map. */
const usual = ['😞', '🙁', '😐', '🙂', '😀'] as const;
const mouths = ['M5 11.8Q8 7.8 11 11.8', 'M5.2 11.2Q8 9.4 10.8 11.2', 'M5.3 10.4H10.7', 'M5.2 9.8Q8 11.9 10.8 9.8'];
const drawn: Readonly<Record<string, readonly [stroke: string, fill: string]>> = {
  ...Object.fromEntries(mouths.map((mouth, index) => [usual[index], [`${head} ${mouth}`, eyes]])),
  '😀': [`${head} M4.8 9.2H11.2Q10.6 12.4 8 12.4Q5.4 12.4 4.8 9.2Z`, eyes],
  '😠': [`${head} M5.2 11.6Q8 9.4 10.8 11.6 M4.2 4.6 7 5.9 M11.8 4.6 9 5.9`, eyes],
  '😢': [
    `${head} M5.4 11.4Q8 9.6 10.6 11.4`,
    `${eyes} M11 8.2C12.2 9.8 12.4 11.2 11.3 11.4 10.2 11.6 10.2 9.8 11 8.2Z`,
  ],
  '☀': [
    'M11 8A3 3 0 1 1 5 8A3 3 0 1 1 11 8Z M8 1V2.6M8 13.4V15M1 8H2.6M13.4 8H15M3 3 4.2 4.2M11.8 11.8 13 13M3 13 4.2 11.8M11.8 4.2 13 3',
    '',
  ],
  '⛅': [`${cloud} M6.2 3.6A2.8 2.8 0 0 0 3.2 5.6M6.8 .8V1.4M2.6 2.4 3 2.9M.8 6.4H1.4`, ''],
  '☁': [cloud, ''],
  '🌧': [`${highCloud} M5.2 12.4 4.4 14.8M8.4 12.4 7.6 14.8M11.6 12.4 10.8 14.8`, ''],
  '⛈': [highCloud, 'M8.8 8.6 5.8 12.4H7.8L6.8 15.6 10.4 11.4H8.4L9.8 8.6Z'],
  '↑': ['M8 14V2.4M3.4 7 8 2.4 12.6 7', ''],
  '↗': ['M3.4 12.6 12.4 3.6M5.8 3.6H12.4V10.2', ''],
  '→': ['M2 8H13.6M9 3.4 13.6 8 9 12.6', ''],
  '↘': ['M3.4 3.4 12.4 12.4M12.4 5.8V12.4H5.8', ''],
  '↓': ['M8 2V13.6M3.4 9 8 13.6 12.6 9', ''],
  '👍': [thumb, ''],
  '👎': [thumbDown, ''],
  '♥': [heart, heart],
  '💔': [`${heart} M8 4.5 6.6 6.8 9 8.4 7.4 10.8`, ''],
};

/** The signs of all faces that are drawn: what a map may choose from. */
export const drawnFaces: readonly string[] = Object.keys(drawn);

/** The sign that a map has for a level of feeling instead of the usual face; empty where it has none. */
export function ownFace({ sentimentScale }: MapRecord, level: FeelingLevel): string {
  return sentimentScale?.[level + 2]?.face ?? '';
}

/** The face of a sentiment from -2 to 2. Of a map's own sign that is not among those drawn the first character is written. */
export function faceOf(value: number, own = ''): Face {
  const sign = own.trim() || (usual[feelingLevel(value) + 2] as string);
  // With or without the mark that asks for a picture.
  const [stroke, fill] = drawn[sign.replace(/\ufe0f$/, '')] ?? ['', ''];
  return { stroke, fill, text: stroke === '' ? firstOf(sign) : '' };
}

function firstOf(text: string): string {
  const [first] = new Intl.Segmenter().segment(text);
  return first?.segment ?? '';
}
