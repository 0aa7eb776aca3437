import i18next from 'i18next';
import { loadKpiTexts } from '../kpis/kpiTexts.ts';

/** Fetches the texts of the wizard and of what can be wrong with a file: they come with it, not with the first screen. */
export async function loadDataTexts(): Promise<void> {
  const [{ enData }, { dataErrorTexts }, { kindReasonTexts }] = await Promise.all([
    import('../locales/enData.ts'),
    import('../../exchange/data/dataError.ts'),
    import('../../exchange/data/guessKind.ts'),
    // The KPIs of the field have their names there.
    loadKpiTexts(),
  ]);
  const texts = { data: { ...enData.data, reasons: kindReasonTexts }, dataError: dataErrorTexts };
  i18next.addResourceBundle('en', 'translation', texts, true, false);
}
