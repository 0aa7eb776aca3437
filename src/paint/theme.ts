import type { Color } from '../model/records/common.ts';

/** A colour of the library or of a persona: itself, as an icon on the panel, and as the square behind an icon. */
export interface Hue {
  readonly base: string;
  /** Stands out from the panel and from its own tint by 3:1. */
  readonly ink: string;
  readonly tint: string;
}

/** All colours of the product. The screen reads them through the CSS variables that `themeCss.ts` makes of them. */
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
  /** Text and ticks on what is filled with the accent. */
  readonly onAccent: string;
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

/** `share` of one colour over another, as CSS mixes them. Both are `#rrggbb`. */
export function mixed(color: string, share: number, over: string): string {
  const channel = (at: number) => {
    const [a, b] = [color, over].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/**
 * Okabe and Ito's colours. The tints are 16 % of them over the panel; the inks are 60 % of them over the ink, since orange
 * and sky alone do not stand out from white.
 */
function hues(ink: string, panel: string, bases: Readonly<Record<Color, string>>): Record<Color, Hue> {
  const of = (base: string): Hue => ({ base, ink: mixed(base, 0.6, ink), tint: mixed(base, 0.16, panel) });
  return Object.fromEntries(Object.entries(bases).map(([color, base]) => [color, of(base)])) as Record<Color, Hue>;
}

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
  onAccent: '#ffffff',
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
  colors: hues('#181c22', '#ffffff', {
    blue: '#0072b2',
    orange: '#e69f00',
    green: '#009e73',
    pink: '#cc79a7',
    sky: '#56b4e9',
    vermillion: '#d55e00',
    grey: '#7d8794',
  }),
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
  onAccent: '#10141c',
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
  colors: hues('#e9ecf1', '#1d2026', {
    blue: '#56a8e0',
    orange: '#e6b040',
    green: '#2fbf95',
    pink: '#dd93bb',
    sky: '#7cc8f2',
    vermillion: '#f08040',
    grey: '#98a2b0',
  }),
};

/** How strongly links and marks are drawn that stand back. */
export const FADED_LINK = 0.25;
export const FADED_MARK = 0.35;

/** The colours of a card that stands back: its text can still be read, the rest is hardly there. `cards.css` has the same. */
export function fadedTheme(theme: Theme): Theme {
  const hue = { base: theme.cardLine, ink: theme.cardLine, tint: theme.canvas };
  const colors = Object.fromEntries(Object.keys(theme.colors).map((color) => [color, hue])) as Theme['colors'];
  return {
    ...theme,
    panel: theme.canvas,
    shadow: 'transparent',
    cardLine: theme.line,
    ink: theme.tertiary,
    secondary: theme.tertiary,
    gap: theme.cardLine,
    smooth: theme.cardLine,
    unreviewed: theme.cardLine,
    star: theme.cardLine,
    colors,
  };
}

export const themes = { light: lightTheme, dark: darkTheme } as const;
