import type { TFunction } from 'i18next';
import type { MarkState } from '../layout/scene.ts';

/** What a mark says, in words, and how well that is evidenced; `what` is a handoff, or friction inside one touchpoint. */
export function markText(mark: MarkState, what: 'handoff' | 'inside', t: TFunction): string {
  const said = judgedText(mark, what, t);
  return mark.strength === undefined || said === '' ? said : `${said}, ${t(`strength.${mark.strength}`)}`;
}

function judgedText({ state, severity, was, status }: MarkState, what: 'handoff' | 'inside', t: TFunction): string {
  if (state === 'none') return '';
  const of = t(`mark.${what}`);
  if (was !== undefined) return t(`mark.again.${was}`, { of });
  if (severity === null || (state !== 'gap' && state !== 'settled')) return t(`mark.${state}`, { of });
  const word = t(`mark.words.${severity as 1 | 2 | 3 | 4 | 5}`);
  if (status !== undefined) return t(`mark.status.${status}`, { of, word, severity });
  return t(`mark.severe`, { of, word, severity });
}
