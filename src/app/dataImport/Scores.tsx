import { useTranslation } from 'react-i18next';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import type { AnswerScore } from './surveyTotals.ts';

/**
 * What the answers of a survey come to, question by question, before they are shared out over the map; `months` is how many
 * months become one figure.
 */
export function Scores({ scores, months }: { scores: readonly AnswerScore[]; months: number }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <dl className="data-facts data-scores">
        {scores.map(({ column, definition, value, n, groups }) => {
          const { measure } = definition;
          const as = measure === 'nps' ? null : definition.as;
          const unit = measure === 'nps' ? 'points' : as === 'mean' ? 'number' : 'percent';
          const facts = [
            ...(as === null ? [] : [t(`data.score.as.${as}`)]),
            t('data.score.answers', { count: n, all: number.format(n) }),
            ...(groups === null
              ? []
              : (['promoters', 'passives', 'detractors'] as const).map((group) =>
                  t(`data.score.${group}`, { all: number.format(groups[group]) }),
                )),
          ];
          return (
            <div key={column}>
              <dt>
                {t(`kpi.fields.${measure}.name`)} · {column}
              </dt>
              <dd>
                {valueText({ unit }, value, i18n.language)} <small>{facts.join(' · ')}</small>
              </dd>
            </div>
          );
        })}
      </dl>
      {months > 1 && <p className="hint">{t('data.score.months', { count: months })}</p>}
    </>
  );
}
