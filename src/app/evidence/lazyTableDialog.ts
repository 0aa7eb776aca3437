import { loadDataTexts } from '../dataImport/dataTexts.ts';
import { loadEvidenceTexts } from './evidenceTexts.ts';

/** Fetches the table of evidence with its texts; those about how files are read are the wizard's. */
export async function lazyTableDialog() {
  const texts = Promise.all([loadEvidenceTexts(), loadDataTexts()]);
  const { TableDialog } = await import('./TableDialog.tsx');
  await texts;
  return { default: TableDialog };
}
