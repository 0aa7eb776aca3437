import type { Rect } from './scene.ts';

export type FigureTone = 'good' | 'warning' | 'bad' | 'unknown';

/** A figure as it is drawn: its texts are in the language of the interface. */
export interface DrawnFigure {
  readonly value: string;
  /** `n 1,200`, `n 12, few`, `n unknown`: always there. */
  readonly n: string;
  /** The same where room is scarce: `n 1.2K`. No value stands without it. */
  readonly shortN: string;
  /** Rests on so few that it is drawn in grey. */
  readonly few: boolean;
  readonly tone: FigureTone;
  /** `+0.3`, or empty where it is held against nothing. */
  readonly difference: string;
}

/** The tone of a figure's mark; null where nothing is to be said of it: no threshold is set, or it is held against nothing. */
export function shownTone({ few, tone }: Pick<DrawnFigure, 'few' | 'tone'>): FigureTone | null {
  if (few) return 'unknown';
  return tone === 'unknown' ? null : tone;
}

/** What a figure says from afar, where one number has room: how much it differs, where it is held against something. */
export function farValue({ value, difference }: Pick<DrawnFigure, 'value' | 'difference'>): string {
  return difference === '' ? value : difference;
}

/** A link's volume: how thick it is, and what stands beside it. */
export interface DrawnVolume {
  readonly width: number;
  /** Empty where nothing stands beside it. */
  readonly text: string;
  /** As those of a figure. */
  readonly n: string;
  readonly shortN: string;
  /** The volume is a count of what it rests on: n says it too. */
  readonly isCount: boolean;
  /** Rests on so few that number and band are grey, and the band is broken. */
  readonly few: boolean;
}

/** The share of those at a touchpoint who go no further, `▼9%`, and how many were there. */
export interface DrawnLoss {
  readonly text: string;
  readonly n: string;
  readonly shortN: string;
  readonly few: boolean;
}

/** What a lane of a KPI shows, by the ids of steps and stages; of a lane of courses the course of each step. */
export interface DrawnLane {
  readonly figures: ReadonlyMap<string, DrawnFigure>;
  /** Values from 0 (lowest in the lane) to 1, at times from 0 to 1. */
  readonly courses: ReadonlyMap<string, readonly (readonly [time: number, value: number])[]>;
  /** What is to be said of the course of a step. */
  readonly notes: ReadonlyMap<string, string>;
}

/** What the overlays say of a map, before it is known where its boxes stand. The caller computes it, since a layout knows no rules. */
export interface Overlays {
  /** By touchpoint. */
  readonly figures: ReadonlyMap<string, DrawnFigure>;
  /** How many marks of personas stand on the upper border of a card, by touchpoint; none where it belongs to all. */
  readonly owners: ReadonlyMap<string, number>;
  /** The touchpoints judged a gap, which have its mark at the lower right corner of their cards. */
  readonly gaps: ReadonlySet<string>;
  /** The colours of cards by touchpoint; empty while cards are not coloured. */
  readonly tones: ReadonlyMap<string, CardTone>;
  /** By link. */
  readonly volumes: ReadonlyMap<string, DrawnVolume>;
  /** By touchpoint; where nothing is lost, or that is not known, there is none. */
  readonly losses: ReadonlyMap<string, DrawnLoss>;
  /** By lane. */
  readonly lanes: ReadonlyMap<string, DrawnLane>;
  readonly legend: OverlayLegend | null;
}
export type CardTone = FigureTone | 'few';

export interface OverlayLegend {
  readonly title: string;
  readonly lines: readonly string[];
  readonly marks: readonly { readonly tone: FigureTone; readonly text: string }[];
  /** Samples of links' widths, in map pixels, with what they stand for; `few` where all links rest on few. */
  readonly scale: readonly { readonly width: number; readonly text: string; readonly few?: boolean }[];
  /** The KPI of cards has figures at links alone, and they are not shown. */
  readonly isOnLinks?: boolean;
}

export type InkColor = FigureTone | 'ink' | 'secondary' | 'tertiary' | 'line';
/** Something to draw, in map pixels. Screen and pictures draw the same. */
export type Ink =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly color: InkColor;
      /** Stands on a ground of the map's colour, so that lines do not run through it. */
      readonly halo: boolean;
    }
  /** Of the map's colour, under what would have lines run through it. */
  | (Rect & { readonly kind: 'ground' })
  | { readonly kind: 'mark'; readonly x: number; readonly y: number; readonly size: number; readonly tone: FigureTone }
  | (Rect & { readonly kind: 'box'; readonly radius: number; readonly color: InkColor; readonly dashed: boolean })
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly color: InkColor;
      readonly width: number;
    }
  | {
      readonly kind: 'volume';
      readonly points: readonly (readonly [number, number])[];
      readonly width: number;
      readonly few: boolean;
    };

/** What belongs to one place: drawn, and drawn anew, together. */
export interface InkGroup extends Rect {
  readonly key: string;
  /** Under the cards and links, or over them. */
  readonly under: boolean;
  /** The touchpoint or link it is about; null in lanes. */
  readonly recordId: string | null;
  readonly inks: readonly Ink[];
}

/** Heights of lanes of values and of courses. */
export const KPI_LANE_HEIGHT = 84;
export const TREND_LANE_HEIGHT = 64;
