import i18next from 'i18next';

/** Fetches the texts of the overviews: they come with what shows them, not with the first screen. */
export async function loadOverviewTexts(): Promise<void> {
  const { enOverviews } = await import('../locales/enOverviews.ts');
  i18next.addResourceBundle('en', 'translation', enOverviews, true, false);
}
