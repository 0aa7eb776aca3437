import type { TFunction } from 'i18next';

/**
 * What is said of something that failed: an `Error` of the program carries a sentence in the interface's language;
 * what the browser throws has words of its own, which are quoted.
 */
export function failureText(error: unknown, t: TFunction): string {
  if (error instanceof Error && error.name === 'Error') return error.message;
  return t('export.browserSays', { reason: error instanceof Error ? error.message : String(error) });
}
