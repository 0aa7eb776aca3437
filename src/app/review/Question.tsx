import { useTranslation } from 'react-i18next';
import { checks } from '../../model/records/verdict.ts';
import { StaleNotice } from '../../panels/inspector/StaleNotice.tsx';
import { CheckRow } from '../../ui/CheckRow.tsx';
import { Ends } from './Ends.tsx';
import { checkKeys, textKeys } from './reviewKeys.ts';
import { SeverityBox } from './SeverityBox.tsx';
import type { Review } from './useReview.ts';

const texts = ['cause', 'owner', 'note'] as const;

/** One handoff and everything that is asked about it. */
export function Question({ review, onSeal }: { review: Review; onSeal: () => void }) {
  const { t } = useTranslation();
  const { asked } = review;
  if (asked === null) return null;
  const { handoff, changed, fields, severity } = asked;
  return (
    <>
      <StaleNotice from={handoff.from} to={handoff.to} stale={handoff.stale} />
      <Ends handoff={handoff} />
      <div className="asked">
        <section className="asked-checks" aria-label={t('check.label')}>
          {checks.map((check, index) => (
            <CheckRow
              key={check}
              label={t(`check.${check}`)}
              hint={
                <span className="key" aria-hidden="true">
                  {checkKeys[index]}
                </span>
              }
              value={fields[check]}
              words={{
                yes: t('check.answers.yes'),
                no: t('check.answers.no'),
                unknown: t('check.answers.unknown'),
              }}
              onChange={(answer) => review.change({ [check]: answer })}
            />
          ))}
        </section>
        <SeverityBox
          severity={severity}
          changed={changed}
          isGap={handoff.state === 'gap'}
          onSet={(value) => review.change({ severity: value })}
        />
        <div className="asked-texts">
          {texts.map((field) => (
            <label key={field}>
              <span>
                {t(`gap.${field}`)}{' '}
                <span className="key" aria-hidden="true">
                  {textKeys[field]}
                </span>
              </span>
              <textarea
                data-field={field}
                maxLength={20_000}
                value={fields[field]}
                onChange={(event) => review.change({ [field]: event.currentTarget.value }, field)}
                onBlur={onSeal}
              />
            </label>
          ))}
        </div>
      </div>
    </>
  );
}
