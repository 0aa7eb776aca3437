import type { TFunction } from 'i18next';

/** What may help, by what failed. */
type Advice = 'tryAgain' | 'otherExport' | 'openAgain';

/**
 * What is said of something that failed: an `Error` of the program carries a sentence in the interface's language. For
 * what the browser throws, `advice` is said; its own words, in whatever language, are quoted after that.
 */
export function failureText(error: unknown, t: TFunction, advice: Advice): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'Error') return message;
  // A file that was moved or changed since it was chosen.
  const isUnread = /^Not(Readable|Found)Error$/.test(name) && /file/i.test(message);
  const sentence = t(`failure.${isUnread ? 'chooseAgain' : advice}`);
  // Dexie says on a second line again what the browser has said.
  const reason = message.split('\n')[0]?.trim() ?? '';
  return reason === '' ? sentence : `${sentence} ${t('failure.browserSays', { reason })}`;
}
