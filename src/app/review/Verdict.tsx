import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/StateMark.tsx';
import { keyText } from '../actions/keyText.ts';
import type { Asked, Review } from './useReview.ts';

/** The buttons that judge, skip, go back and take back, each with its key. */
export function Verdict({ review, asked }: { review: Review; asked: Asked }) {
  const { t } = useTranslation();
  const { state } = asked.handoff;
  const isJudged = state !== 'unreviewed';
  const isInside = asked.changed === null;
  return (
    <div className="review-foot">
      <button
        type="button"
        className="review-button"
        disabled={review.index === 0}
        onClick={() => review.goTo(review.index - 1)}
      >
        {t('review.back')}{' '}
        <span className="key" aria-hidden="true">
          B
        </span>
      </button>
      <button type="button" className="review-button review-undo" onClick={() => review.travel('undo')}>
        {t('review.undo')}{' '}
        <span className="key" aria-hidden="true">
          {keyText('mod+Z')}
        </span>
      </button>
      <div className="review-verdict" role="group" aria-label={t('handoff.verdict')}>
        <button
          type="button"
          className="review-button review-judge"
          data-state="smooth"
          aria-pressed={state === 'smooth'}
          onClick={() => review.judge('smooth')}
        >
          <StateMark state="smooth" size={26} /> {t(isInside ? 'gap.none' : 'review.smooth')}{' '}
          <span className="key" aria-hidden="true">
            S
          </span>
        </button>
        <button
          type="button"
          className="review-button review-judge"
          data-state="gap"
          aria-pressed={state === 'gap'}
          onClick={() => review.judge('gap')}
        >
          <StateMark state="gap" severity={asked.severity.value} size={26} /> {t(isInside ? 'gap.still' : 'review.gap')}{' '}
          <span className="key" aria-hidden="true">
            G
          </span>
        </button>
      </div>
      <button type="button" className="review-button" onClick={review.skip}>
        {t(isJudged ? 'review.next' : 'review.skip')}{' '}
        <span className="key" aria-hidden="true">
          N
        </span>
      </button>
    </div>
  );
}
