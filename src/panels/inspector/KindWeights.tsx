import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { lenses } from '../../model/lens.ts';
import { defaultKindWeights } from '../../model/records/map.ts';
import { mapRecord } from '../../model/tables.ts';
import { FigureField } from './FigureField.tsx';
import type { FigureKind } from './parseFigure.ts';

const weight: FigureKind = { style: 'number', range: false, max: 100 };

/** How much a change of channel, device and department counts in the severity of a gap. */
export function KindWeights() {
  const { t } = useTranslation();
  const editor = useEditor();
  const weights = useDocuments(({ map }) => mapRecord(map).kindWeights);
  const set = (kindWeights: typeof weights) => editor.run('updateMap', { kindWeights });
  const isUsual = lenses.every((lens) => weights[lens] === defaultKindWeights[lens]);
  return (
    <details className="map-settings">
      <summary>{t('mapDetails.weights')}</summary>
      <p className="hint">{t('mapDetails.weightsHint')}</p>
      <div className="kind-weights">
        {lenses.map((lens) => (
          <FigureField
            key={lens}
            label={t(`lens.${lens}`)}
            kind={weight}
            value={{ low: weights[lens], high: weights[lens] }}
            onChange={(value) => set({ ...weights, [lens]: value?.low ?? defaultKindWeights[lens] })}
          />
        ))}
      </div>
      {!isUsual && (
        <button type="button" className="link-button" onClick={() => set({ ...defaultKindWeights })}>
          {t('mapDetails.usual')}
        </button>
      )}
    </details>
  );
}
