import type { TFunction } from 'i18next';
import type { Overlay } from '../editor/session.ts';
import type { DrawnFigure } from '../layout/overlay.ts';

/**
 * What the mark of a figure says, in the words of the legend: how it stands by the thresholds, or, held against something
 * else, whether it is better than that.
 */
export function standingWord(
  { tone, difference }: Pick<DrawnFigure, 'tone' | 'difference'>,
  against: Overlay['against'],
  t: TFunction,
): string {
  if (against === 'none') return t(`kpi.states.${tone}`);
  if (difference === '') return t('kpi.notCompared');
  return t(`kpi.isBetter.${tone === 'good' ? 'yes' : tone === 'bad' ? 'no' : 'same'}`);
}
