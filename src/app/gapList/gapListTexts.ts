import i18next from 'i18next';

/** Fetches the texts of the list of gaps and findings: they come with what shows them, not with the first screen. */
export async function loadGapListTexts(): Promise<void> {
  const { enGapList } = await import('../locales/enGapList.ts');
  i18next.addResourceBundle('en', 'translation', enGapList, true, false);
}
