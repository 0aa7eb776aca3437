import i18next from 'i18next';

/** Fetches the dialogs with their texts. */
export async function lazyDialogs() {
  const texts = import('../locales/enDialogs.ts');
  const { Dialogs } = await import('./Dialogs.tsx');
  const { enDialogs } = await texts;
  i18next.addResourceBundle('en', 'translation', enDialogs, true, false);
  return { default: Dialogs };
}
