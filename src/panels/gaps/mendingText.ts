import type { TFunction } from 'i18next';
import { mendingOf } from '../../analysis/cost.ts';
import { rangeText } from '../../analysis/figureText.ts';
import type { Gap } from '../../analysis/gaps.ts';

/**
 * What mending the gaps costs and returns, each sum with how many gaps it is known of: they are seldom the same gaps, so
 * what is left in the first year does not follow from the two sums before it. `language` is a BCP 47 tag.
 */
export function mendingText(gaps: readonly Pick<Gap, 'verdict'>[], t: TFunction, language: string): string {
  const sums = mendingOf(gaps);
  const said = (['mendingCost', 'mendingReturn', 'mendingNet'] as const).flatMap((key) => {
    const sum = sums[key];
    if (sum.known === 0) return [];
    return t(`gapList.${key}`, { range: rangeText(sum, language, 'rough'), known: sum.known, count: gaps.length });
  });
  return said.length === 0 ? t('gapList.mendingUnknown') : said.join(' ');
}
