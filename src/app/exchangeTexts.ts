import i18next from 'i18next';
import { ImportError, importErrorTexts } from '../exchange/importError.ts';
import type { LibraryTable } from '../exchange/matchLibrary.ts';
import { type Note, noteTexts } from '../exchange/noteText.ts';
import { enImport } from './locales/enImport.ts';

/**
 * The sentences of the readers come with their code, not with the first screen; a language that has its own keeps them.
 */
function addTexts(): void {
  const texts = { ...enImport, importError: importErrorTexts, importNote: noteTexts };
  i18next.addResourceBundle('en', 'translation', texts, true, false);
}

/** What a reader changed or left out, in the interface's language. */
export function noteSentences(notes: readonly Note[]): string[] {
  addTexts();
  return notes.map((note) => i18next.t(`importNote.${note.code}`, { ...note.params }));
}

/** A sentence that says how much of a file was in the library already; null where nothing was. */
export function takenSentence(counts: ReadonlyMap<LibraryTable, number>): string | null {
  addTexts();
  const list = [...counts].flatMap(([table, count]) => (count > 0 ? i18next.t(`imported.${table}`, { count }) : []));
  if (list.length === 0) return null;
  const names = new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(list);
  return i18next.t('imported.taken', { list: names });
}

/** An error whose message is in the interface's language; other errors as they are. */
export function translatedError(error: unknown): unknown {
  if (!(error instanceof ImportError)) return error;
  addTexts();
  return new Error(i18next.t(`importError.${error.code}`, { ...error.params }), { cause: error });
}
