import i18next from 'i18next';

/** Fetches the texts of details, colours and icons, and of the catalogue: they come with the panels that show them. */
export async function loadPanelTexts(): Promise<void> {
  const { enPanelDetails } = await import('../locales/enPanelDetails.ts');
  i18next.addResourceBundle('en', 'translation', enPanelDetails, true, false);
}
