import { useSyncExternalStore } from 'react';
import { type Theme, themes } from '../paint/theme.ts';

const attribute = 'data-mantine-color-scheme';

/** The painter's palette for the interface's present theme. */
export function useTheme(): Theme {
  const scheme = useSyncExternalStore(
    (changed) => {
      const observer = new MutationObserver(changed);
      observer.observe(document.documentElement, { attributeFilter: [attribute] });
      return () => observer.disconnect();
    },
    () => document.documentElement.getAttribute(attribute),
  );
  return scheme === 'dark' ? themes.dark : themes.light;
}
