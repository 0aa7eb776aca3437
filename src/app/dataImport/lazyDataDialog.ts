import { loadDataTexts } from './dataTexts.ts';

/** Fetches the wizard with its texts. */
export async function lazyDataDialog() {
  const texts = loadDataTexts();
  const { DataDialog } = await import('./DataDialog.tsx');
  await texts;
  return { default: DataDialog };
}
