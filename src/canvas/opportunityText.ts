import type { TFunction } from 'i18next';
import type { Opportunity } from '../model/records/opportunity.ts';

/** The kind of an opportunity in words, and that it is done. */
export function kindText({ kind, status }: Opportunity, t: TFunction): string {
  const word = t(`opportunityCard.kinds.${kind}`);
  return status === 'done' ? t('opportunityCard.done', { kind: word }) : word;
}

/** Impact and effort in words; one that is not set is a dash. */
export function gradesText({ impact, effort }: Opportunity, t: TFunction): string {
  return t('opportunityCard.grades', { impact: impact ?? '–', effort: effort ?? '–' });
}

/** An opportunity as a screen reader is to say it. */
export function opportunityLabel(opportunity: Opportunity, t: TFunction): string {
  const title = opportunity.title || t('map.untitled');
  return t('opportunityCard.label', { title, kind: kindText(opportunity, t), grades: gradesText(opportunity, t) });
}
