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
 * Okabe and Ito's colours. The tints are their pure values laid thin over the panel; the inks are darkened or lightened
 * versions, since orange and sky alone do not stand out from white.
 */
export const lightTheme: Theme = {
  name: 'light',
  canvas: '#fafbfc',
  rowTint: '#f3f5f8',
  panel: '#ffffff',
  line: '#e1e4e9',
  cardLine: '#d3d8df',
  shadow: '#1b253714',
  ink: '#181c22',
  secondary: '#535c69',
  tertiary: '#66707d',
  accent: '#1f4fd8',
  stageBand: '#e8eefc',
  stageInk: '#1f4fd8',
  link: '#8a94a1',
  gap: '#c44a00',
  gapTint: '#fdeade',
  onGap: '#ffffff',
  smooth: '#00735a',
  smoothTint: '#dcf3ec',
  unreviewed: '#6b7583',
  star: '#b87800',
  colors: {
    blue: { ink: '#0067a3', tint: '#d9eaf3' },
    orange: { ink: '#8a5f00', tint: '#faeed2' },
    green: { ink: '#00755a', tint: '#d6efe7' },
    pink: { ink: '#a1427a', tint: '#f6e6ef' },
    sky: { ink: '#1173ab', tint: '#e2f2fb' },
    vermillion: { ink: '#b04c00', tint: '#f9e3d3' },
    grey: { ink: '#535c69', tint: '#e9ecf0' },
  },
};

export const darkTheme: Theme = {
  name: 'dark',
  canvas: '#181b20',
  rowTint: '#1c2027',
  panel: '#22262d',
  line: '#2b3038',
  cardLine: '#3a414c',
  shadow: '#00000040',
  ink: '#e9ecf1',
  secondary: '#a7afbb',
  tertiary: '#8f98a5',
  accent: '#7c9bff',
  stageBand: '#252d49',
  stageInk: '#9db4ff',
  link: '#77808d',
  gap: '#ff8a4c',
  gapTint: '#432a1d',
  onGap: '#1d120b',
  smooth: '#3ccb9b',
  smoothTint: '#1a3a31',
  unreviewed: '#98a2b0',
  star: '#f0b429',
  colors: {
    blue: { ink: '#63b3ea', tint: '#1d3b4f' },
    orange: { ink: '#f0b429', tint: '#463a1e' },
    green: { ink: '#3ccb9b', tint: '#1b4238' },
    pink: { ink: '#e5a3c9', tint: '#473543' },
    sky: { ink: '#8fd0f5', tint: '#2c4657' },
    vermillion: { ink: '#ff9a5c', tint: '#4a2f1f' },
    grey: { ink: '#a7afbb', tint: '#343a44' },
  },
};
export const themes = { light: lightTheme, dark: darkTheme } as const;
