import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';
import { darkTheme, lightTheme } from '../paint/theme.ts';

const accent: MantineColorsTuple = [
  '#edf1fd',
  '#d9e2fb',
  '#b2c4f7',
  darkTheme.accent,
  '#6789ef',
  '#4a72eb',
  lightTheme.accent,
  '#1c47c2',
  '#173ca6',
  '#12308a',
];

/** The greys of dark panels, cool as the rest of the look: Mantine draws fields, menus and switches with them. */
const dark: MantineColorsTuple = [
  darkTheme.ink,
  '#c9cfd8',
  darkTheme.secondary,
  darkTheme.tertiary,
  '#39404a',
  '#343a44',
  '#262b33',
  darkTheme.panel,
  '#15181c',
  '#101216',
];

/** Mantine's controls in the product's type, accent and corners. Made once the language is there. */
export const makeTheme = () =>
  createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 3 },
    colors: { accent, dark },
    fontFamily: 'var(--font)',
    fontSizes: { xs: '12.5px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
    defaultRadius: 8,
    cursorType: 'pointer',
    respectReducedMotion: true,
    autoContrast: true,
    components: {
      SegmentedControl: { defaultProps: { withItemsBorders: false } },
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': i18next.t('panel.close') } } },
    },
  });

export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--gap)',
  };
  return { variables: {}, light: shared, dark: shared };
};
