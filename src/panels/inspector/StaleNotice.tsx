import { useTranslation } from 'react-i18next';
import { dayText } from '../../analysis/figureText.ts';
import { changesSince, pastVerdictsOf, severityThen } from '../../analysis/verdictHistory.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import { lensField } from '../../model/lens.ts';
import type { PastVerdict, Verdict } from '../../model/records/verdict.ts';
import type { Documents } from '../../model/tables.ts';
import './staleNotice.css';

const selectAll = (documents: Documents) => documents;

/** What was judged before: of a stale verdict what has changed since, and the verdicts before it. Nothing where there is none. */
export function StaleNotice({ from, to, stale }: { from: string; to: string; stale: boolean }) {
  const { t, i18n } = useTranslation();
  const { map, library } = useDocuments(selectAll);
  const verdict = map.verdicts[pairId('verdict', from, to)];
  const past = pastVerdictsOf(map, from, to);
  const list = new Intl.ListFormat(i18n.language);
  const judged = (then: Verdict | PastVerdict) => {
    const severity = severityThen(map, then);
    return t('stale.was', {
      date: dayText(then.judgedAt, i18n.language),
      verdict: severity === null ? t('stale.smooth') : t('stale.gap', { severity }),
    });
  };
  const line = (then: Verdict | PastVerdict) => [judged(then), then.cause, then.note].filter(Boolean).join(' · ');
  return (
    <>
      {stale && verdict !== undefined && (
        <section className="stale-notice">
          <h3>{t('stale.title')}</h3>
          <ul>
            {changesSince(map, verdict).map(({ touchpointId, lens, before, now }) => {
              const names = (ids: readonly string[]) =>
                ids.length === 0
                  ? t('stale.none')
                  : list.format(ids.map((id) => library[lensField[lens]][id]?.name ?? ''));
              return (
                <li key={`${touchpointId}-${lens}`}>
                  <span>
                    {t('stale.change', {
                      lens: t(`lens.${lens}`),
                      title: map.touchpoints[touchpointId]?.title || t('map.untitled'),
                    })}
                  </span>{' '}
                  <b>{t('stale.became', { before: names(before), now: names(now) })}</b>
                </li>
              );
            })}
          </ul>
          <p>
            {line(verdict)}. {t('stale.again')}
          </p>
        </section>
      )}
      {past.length > 0 && (
        <details className="verdict-history">
          <summary>{t('stale.history', { count: past.length })}</summary>
          <ul>
            {past.map((then) => (
              <li key={then.id}>{line(then)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
