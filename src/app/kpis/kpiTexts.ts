import i18next from 'i18next';

/** Fetches the texts about KPIs: they come with what shows them, not with the first screen. */
export async function loadKpiTexts(): Promise<void> {
  const { enKpis } = await import('../locales/enKpis.ts');
  i18next.addResourceBundle('en', 'translation', enKpis, true, false);
}
