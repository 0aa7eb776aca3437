import { type Theme, themes } from './theme.ts';

/** The names that style sheets use, each with the colour it stands for. */
function variables(theme: Theme): Record<string, string> {
  const hues = Object.entries(theme.colors).map(([color, { base }]) => [color, base]);
  return {
    canvas: theme.canvas,
    panel: theme.panel,
    line: theme.line,
    'line-strong': theme.cardLine,
    'row-tint': theme.rowTint,
    ink: theme.ink,
    'ink-2': theme.secondary,
    'ink-3': theme.tertiary,
    accent: theme.accent,
    'accent-ink': theme.onAccent,
    'accent-tint': theme.stageBand,
    link: theme.link,
    gap: theme.gap,
    'gap-ink': theme.onGap,
    'gap-tint': theme.gapTint,
    smooth: theme.smooth,
    'smooth-tint': theme.smoothTint,
    unreviewed: theme.unreviewed,
    star: theme.star,
    ...Object.fromEntries(hues),
  };
}

/**
 * The themes as CSS variables: light, dark where the system asks for it until the program has said which, and dark. It is
 * put into the page when that is built (`vite.config.ts`), so that screen and pictures cannot differ.
 */
export function themeCss(): string {
  const block = (theme: Theme) =>
    Object.entries(variables(theme))
      .map(([name, color]) => `--${name}:${color}`)
      .join(';');
  return [
    `:root{${block(themes.light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-mantine-color-scheme]){${block(themes.dark)}}}`,
    `[data-mantine-color-scheme="dark"]{${block(themes.dark)}}`,
  ].join('\n');
}
