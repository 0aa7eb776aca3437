import i18next from 'i18next';

/** Fetches the texts about walks: they come with what shows them, not with the first screen. */
export async function loadWalkTexts(): Promise<void> {
  const { enWalks } = await import('../locales/enWalks.ts');
  i18next.addResourceBundle('en', 'translation', enWalks, true, false);
}
