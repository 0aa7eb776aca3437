import i18next from 'i18next';
import { DataError } from '../../exchange/data/dataError.ts';
import { failureText } from '../failureText.ts';

/** What is wrong with a file, in the interface's language. */
export function problemText(problem: unknown): string {
  if (problem instanceof DataError) return i18next.t(`dataError.${problem.code}`, { ...problem.params });
  return failureText(problem, i18next.t, 'tryAgain');
}
