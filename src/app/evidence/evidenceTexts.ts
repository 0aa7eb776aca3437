import i18next from 'i18next';

/** Fetches the texts about evidence and walks: they come with what shows them, not with the first screen. */
export async function loadEvidenceTexts(): Promise<void> {
  const { enEvidence } = await import('../locales/enEvidence.ts');
  i18next.addResourceBundle('en', 'translation', enEvidence, true, false);
}
