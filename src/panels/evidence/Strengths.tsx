import { useTranslation } from 'react-i18next';
import { claimKinds, evidencedShare, type Tally } from '../../analysis/claims.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { strengths } from '../../model/claimStrength.ts';
import { StrengthMark } from '../../ui/StrengthMark.tsx';

/** How much of what the map says rests on evidence: a bar, its words, and the share by kind of claim. */
export function Strengths() {
  const { t, i18n } = useTranslation();
  const tallies = useAnalysis((analysis) => analysis.claims.tallies);
  const share = evidencedShare(tallies.all);
  if (share === null) return null;
  const percent = (value: number) => new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(value);
  const total = (tally: Tally) => tally.assumed + tally.partly + tally.well;
  return (
    <div className="strengths">
      <p className="strengths-sum">
        <b>{t('evidence.share', { share: percent(share) })}</b>
      </p>
      <div className="strengths-bar" aria-hidden="true">
        {strengths.toReversed().map((strength) => (
          <i key={strength} data-strength={strength} style={{ flexGrow: tallies.all[strength] }} />
        ))}
      </div>
      <ul className="strengths-words">
        {strengths.toReversed().map((strength) => (
          <li key={strength}>
            <StrengthMark strength={strength} size={13} />
            {t(`evidence.strengthCount.${strength}`, { count: tallies.all[strength] })}
          </li>
        ))}
      </ul>
      <dl className="facts">
        {claimKinds
          .filter((kind) => total(tallies[kind]) > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`evidence.claims.${kind}`)}</dt>
              <dd>
                {t('evidence.shareOf', {
                  share: percent(evidencedShare(tallies[kind]) ?? 0),
                  count: total(tallies[kind]),
                })}
              </dd>
            </div>
          ))}
      </dl>
      <details className="strengths-how">
        <summary>{t('evidence.how')}</summary>
        <p>{t('evidence.howText')}</p>
      </details>
    </div>
  );
}
