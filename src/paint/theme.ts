import type { Color } from '../model/records/common.ts';

/** A colour of the library or of a persona: as an icon or shape on the panel, and as the square behind an icon. */
export interface Hue {
  /** Stands out from the panel and from its own tint by 3:1. */
  readonly ink: string;
  readonly tint: string;
}

/** All colours of the map. The screen reads the same values through CSS variables. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly canvas: string;
  /** Every second row of touchpoints. */
  readonly rowTint: string;
  readonly panel: string;
  readonly line: string;
  readonly cardLine: string;
  readonly shadow: string;
  readonly ink: string;
  readonly secondary: string;
  readonly tertiary: string;
  readonly accent: string;
  readonly stageBand: string;
  readonly stageInk: string;
  /** Links that are no handoff. */
  readonly link: string;
  readonly gap: string;
  readonly gapTint: string;
  /** Text on the filled gap mark. */
  readonly onGap: string;
  readonly smooth: string;
  readonly smoothTint: string;
  readonly unreviewed: string;
  readonly star: string;
  readonly colors: Readonly<Record<Color, Hue>>;
}

/**
 * Okabe and Ito's colours. The tints are 16 % of their values over the panel; the inks are 60 % of them over the ink, since
 * orange and sky alone do not stand out from white. `ui/tokens.css` mixes the same.
 */
export const lightTheme: Theme = {
  name: 'light',
  canvas: '#fafbfc',
  rowTint: '#f3f5f8',
  panel: '#ffffff',
  line: '#e1e4e9',
  cardLine: '#cbd0d8',
  shadow: '#181c220f',
  ink: '#181c22',
  secondary: '#535c69',
  tertiary: '#68717e',
  accent: '#1f4fd8',
  stageBand: '#e7edfc',
  stageInk: '#1f4fd8',
  link: '#828c9a',
  gap: '#be4600',
  gapTint: '#feefe5',
  onGap: '#ffffff',
  smooth: '#00735a',
  smoothTint: '#dbebe8',
  unreviewed: '#6b7583',
  star: '#b97800',
  colors: {
    blue: { ink: '#0a5078', tint: '#d6e8f3' },
    orange: { ink: '#946b0e', tint: '#fbf0d6' },
    green: { ink: '#0a6a53', tint: '#d6efe9' },
    pink: { ink: '#845472', tint: '#f7eaf1' },
    sky: { ink: '#3d7799', tint: '#e4f3fb' },
    vermillion: { ink: '#89440e', tint: '#f8e5d6' },
    grey: { ink: '#555c66', tint: '#eaecee' },
  },
};

export const darkTheme: Theme = {
  name: 'dark',
  canvas: '#181b20',
  rowTint: '#1c2026',
  panel: '#1d2026',
  line: '#2b3038',
  cardLine: '#3d444f',
  shadow: '#0000004d',
  ink: '#e9ecf1',
  secondary: '#a7afbb',
  tertiary: '#8f98a5',
  accent: '#7c9bff',
  stageBand: '#252d45',
  stageInk: '#7c9bff',
  link: '#77808d',
  gap: '#ff8a4c',
  gapTint: '#432a1d',
  onGap: '#1d120b',
  smooth: '#3ccb9b',
  smoothTint: '#213836',
  unreviewed: '#98a2b0',
  star: '#e6a817',
  colors: {
    blue: { ink: '#91c3e7', tint: '#263644' },
    orange: { ink: '#e7c887', tint: '#3d372a' },
    green: { ink: '#79d1ba', tint: '#203938' },
    pink: { ink: '#e2b7d1', tint: '#3c323e' },
    sky: { ink: '#a8d6f2', tint: '#2c3b47' },
    vermillion: { ink: '#edab87', tint: '#3f2f2a' },
    grey: { ink: '#b8c0ca', tint: '#31353c' },
  },
};
export const themes = { light: lightTheme, dark: darkTheme } as const;
