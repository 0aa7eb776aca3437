import i18next from 'i18next';
import { leftOutByMermaid } from '../exchange/mermaid/leftOut.ts';
import type { Documents } from '../model/tables.ts';
import { enLeftOut } from './locales/enLeftOut.ts';

/** A sentence that says what of a map is not in its Mermaid diagram; null when all of it is. */
export function leftOutNote(documents: Documents): string | null {
  i18next.addResourceBundle('en', 'translation', enLeftOut, true, false);
  const kinds = leftOutByMermaid(documents).map((kind) => i18next.t(`export.leftOut.${kind}`));
  if (kinds.length === 0) return null;
  const list = new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(kinds);
  return i18next.t('export.mermaidLacks', { list });
}
