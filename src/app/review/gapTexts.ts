import i18next from 'i18next';

/** Fetches the texts about handoffs and gaps: they come with what shows them, not with the first screen. */
export async function loadGapTexts(): Promise<void> {
  const { enGaps } = await import('../locales/enGaps.ts');
  i18next.addResourceBundle('en', 'translation', enGaps, true, false);
}
