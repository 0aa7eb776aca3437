import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { costOf, returnOf } from '../../analysis/cost.ts';
import { rangeText } from '../../analysis/figureText.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Verdict } from '../../model/records/verdict.ts';
import { FigureField } from './FigureField.tsx';
import type { FigureKind } from './parseFigure.ts';

const amount: FigureKind = { style: 'number', range: true, max: 1e15 };
const share: FigureKind = { style: 'share', range: true, max: 1 };
const figures = [
  ['customers', amount],
  ['shareLost', share],
  ['customerValue', amount],
  ['mendingCost', amount],
  ['mendingReturn', amount],
] as const;

/** What a gap costs: each figure with its source, and what follows from them. */
export function CostFields({ verdict }: { verdict: Verdict }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const { from, to } = verdict;
  const cost = costOf(verdict);
  const gain = returnOf(verdict);
  return (
    <details className="cost-fields">
      <summary>
        {t('cost.label')}{' '}
        <b>{cost === null ? t('cost.unknown') : t('cost.aYear', { cost: rangeText(cost, i18n.language, 'rough') })}</b>
      </summary>
      {figures.map(([field, kind]) => {
        const estimate = verdict[field];
        return (
          <div key={field} className="cost-field">
            <FigureField
              label={t(`cost.${field}`)}
              kind={kind}
              value={estimate}
              onChange={(value) => {
                const next = value && { ...value, source: estimate?.source ?? '' };
                editor.run('updateVerdict', { from, to, fields: { [field]: next } });
              }}
            />
            <TextInput
              size="xs"
              label={t('cost.source')}
              aria-label={t('cost.sourceOf', { figure: t(`cost.${field}`) })}
              disabled={estimate === null}
              value={estimate?.source ?? ''}
              onBlur={() => editor.seal()}
              onChange={(event) => {
                const next = estimate && { ...estimate, source: event.currentTarget.value };
                editor.run('updateVerdict', { from, to, fields: { [field]: next } }, `${field}:${verdict.id}`);
              }}
            />
          </div>
        );
      })}
      <p className="hint">{t('cost.how')}</p>
      {gain !== null && <p className="hint">{t('cost.gain', { gain: rangeText(gain, i18n.language, 'rough') })}</p>}
    </details>
  );
}
