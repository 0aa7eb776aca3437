import i18next from 'i18next';

/** Fetches the texts about profiles: they come with what shows them, not with the first screen. */
export async function loadPersonaTexts(): Promise<void> {
  const { enPersonas } = await import('../locales/enPersonas.ts');
  i18next.addResourceBundle('en', 'translation', enPersonas, true, false);
}
