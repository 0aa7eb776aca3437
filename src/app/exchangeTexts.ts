import i18next from 'i18next';
import { ImportError, importErrorTexts } from '../exchange/importError.ts';
import { type Note, noteTexts } from '../exchange/noteText.ts';

/**
 * The sentences of the readers come with their code, not with the first screen; a language that has its own keeps them.
 */
function addTexts(): void {
  i18next.addResourceBundle('en', 'translation', { importError: importErrorTexts, importNote: noteTexts }, true, false);
}

/** What a reader changed or left out, in the interface's language. */
export function noteSentences(notes: readonly Note[]): string[] {
  addTexts();
  return notes.map((note) => i18next.t(`importNote.${note.code}`, { ...note.params }));
}

/** An error whose message is in the interface's language; other errors as they are. */
export function translatedError(error: unknown): unknown {
  if (!(error instanceof ImportError)) return error;
  addTexts();
  return new Error(i18next.t(`importError.${error.code}`, { ...error.params }), { cause: error });
}
