import { useTranslation } from 'react-i18next';
import { explainSeverity, unknownShare } from '../../analysis/explainSeverity.ts';
import type { Severity } from '../../analysis/severity.ts';
import type { Lens } from '../../model/lens.ts';
import { StateMark } from '../../ui/StateMark.tsx';

interface SeverityBoxProps {
  readonly severity: Severity;
  readonly changed: readonly Lens[] | null;
  readonly isGap: boolean;
  readonly onSet: (value: number | null) => void;
}

/** How severe it is, or would be, as a gap: number, word, the sentence that explains it, and setting it by hand. */
export function SeverityBox({ severity, changed, isGap, onSet }: SeverityBoxProps) {
  const { t, i18n } = useTranslation();
  const { value, computed, byHand } = severity;
  const share = unknownShare(severity, t, i18n.language);
  return (
    <section className="severity-box" aria-label={t('severity.label')} data-gap={isGap || undefined}>
      <div className="severity-head">
        <StateMark state="gap" severity={value} size={52} />
        <p className="severity-word">
          <b>{t(`mark.words.${value}`)}</b>
          <span>{isGap ? t('severity.label') : t('review.ifGap')}</span>
        </p>
      </div>
      <p className="severity-why">
        {explainSeverity(severity, changed, t, i18n.language)} {share}
      </p>
      <div className="severity-set" role="group" aria-label={t('severity.label')}>
        {([1, 2, 3, 4, 5] as const).map((candidate) => (
          <button
            key={candidate}
            type="button"
            aria-pressed={byHand && value === candidate}
            aria-label={t('severity.set', { value: candidate })}
            onClick={() => onSet(candidate)}
          >
            {candidate}
          </button>
        ))}
        <button type="button" className="severity-computed" aria-pressed={!byHand} onClick={() => onSet(null)}>
          {t('severity.computedOf', { value: computed })}{' '}
          <span className="key" aria-hidden="true">
            0
          </span>
        </button>
      </div>
    </section>
  );
}
