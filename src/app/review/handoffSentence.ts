import type { TFunction } from 'i18next';
import type { Handoff } from '../../analysis/handoffs.ts';
import { type Lens, lenses, lensField } from '../../model/lens.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import type { Documents } from '../../model/tables.ts';

/** The names of a touchpoint's channels, devices or departments, the primary one first. */
export function valueNames({ library }: Documents, touchpoint: Touchpoint | undefined, lens: Lens): string[] {
  const field = lensField[lens];
  return (touchpoint?.[field] ?? []).map((id) => library[field][id]?.name ?? '');
}

/** A handoff as a screen reader is to say it: both touchpoints, what changes and what stays. What is inside one touchpoint: its name. */
export function handoffSentence(docs: Documents, handoff: Handoff, t: TFunction, language: string): string {
  const inside = docs.map.touchpoints[handoff.to];
  if (handoff.from === handoff.to) return `${inside?.title || t('map.untitled')}. ${t('gap.inside')}.`;
  const list = new Intl.ListFormat(language);
  const from = docs.map.touchpoints[handoff.from];
  const to = docs.map.touchpoints[handoff.to];
  const changes = lenses.flatMap((lens) => {
    const params = {
      lens: t(`lens.${lens}`),
      before: list.format(valueNames(docs, from, lens)),
      now: list.format(valueNames(docs, to, lens)),
    };
    if (handoff.changes[lens] === 'handoff') return [t('review.spokenChange', params)];
    return handoff.changes[lens] === 'same' ? [t('review.spokenStays', params)] : [];
  });
  return t('review.spoken', {
    from: from?.title || t('map.untitled'),
    to: to?.title || t('map.untitled'),
    changes: changes.join('. '),
  });
}
