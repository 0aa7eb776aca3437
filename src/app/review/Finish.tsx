import { useTranslation } from 'react-i18next';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import type { Review } from './useReview.ts';

interface FinishProps {
  readonly review: Review;
  readonly onGaps: () => void;
  readonly onClose: () => void;
}

/** What came of the review: how many are smooth, gaps, skipped, and the gaps of the highest rank, with what ranks them. */
export function Finish({ review, onGaps, onClose }: FinishProps) {
  const { t, i18n } = useTranslation();
  const gaps = useAnalysis((analysis) => analysis.gaps);
  const hasHandoffs = useAnalysis(({ handoffs }) => [...handoffs.values()].some(({ state }) => state !== 'none'));
  const touchpoints = useDocuments(({ map }) => map.touchpoints);
  const { handoffs, leftOut } = review;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const count = (wanted: string) => handoffs.filter(({ state }) => state === wanted).length;
  const facts = [
    ['gap', 'doneGap'],
    ['smooth', 'doneSmooth'],
    ['unreviewed', 'doneSkipped'],
  ] as const;
  return (
    <div className="finish">
      {handoffs.length === 0 ? (
        <p className="finish-nothing">
          {t(leftOut > 0 ? 'review.doneNothingHere' : hasHandoffs ? 'review.doneNothing' : 'review.doneNoHandoffs')}
        </p>
      ) : (
        <>
          <p>{t('review.doneCount', { count: handoffs.length })}</p>
          <dl className="finish-facts">
            {facts.map(([state, label]) => (
              <div key={state}>
                <dt>
                  <StateMark state={state} size={28} /> {t(`review.${label}`)}
                </dt>
                <dd>{count(state)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {gaps.length > 0 && (
        <section>
          <h3>{t('review.worst')}</h3>
          <p className="finish-hint">{t('review.worstHint')}</p>
          <ol className="finish-gaps">
            {gaps.slice(0, 3).map((gap) => (
              <li key={gap.key}>
                <StateMark state="gap" severity={gap.severity.value} size={28} />
                <span>
                  {[gap.place.placeId, gap.place.toId ?? []]
                    .flat()
                    .map((id) => touchpoints[id]?.title || t('map.untitled'))
                    .join(' → ')}
                  {gap.share !== null && <small>{t('review.share', { share: percent.format(gap.share) })}</small>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="finish-actions">
        {count('unreviewed') > 0 && (
          <button type="button" className="review-button" onClick={review.again}>
            {t('review.skippedAgain', { count: count('unreviewed') })}
          </button>
        )}
        <button type="button" className="review-button" onClick={onGaps}>
          {t('review.showGaps')}
        </button>
        <button type="button" className="review-button review-button-main" onClick={onClose}>
          {t('review.close')}
        </button>
      </div>
    </div>
  );
}
