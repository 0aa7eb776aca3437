import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueGaps } from '../../analysis/missing.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { type CatalogueItem, catalogue } from '../../model/catalogue.ts';
import './missing.css';

/** What the map has none of, of the catalogue, by the stage where it would most likely stand. A click puts it there. */
export function Missing({ onInsert }: { onInsert: (item: CatalogueItem, stageId: string) => void }) {
  const { t } = useTranslation();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const { stages } = useMemo(
    () => catalogueGaps(map, catalogue, library, (key) => t(`catalogue.${key}`)),
    [map, library, t],
  );
  const count = stages.reduce((sum, { keys }) => sum + keys.length, 0);
  // A map that has hardly begun lacks nearly everything, which helps nobody.
  if (count === 0 || Object.keys(map.touchpoints).length === 0) return null;
  return (
    <details className="missing" open>
      <summary>{t('catalogueMissing.heading', { count })}</summary>
      {stages.map(({ stageId, keys }) => {
        const stage = map.stages[stageId]?.name || t('head.unnamed.stage');
        return (
          <div key={stageId} role="group" aria-label={stage}>
            <span className="field-label">{stage}</span>
            <div className="chips">
              {catalogue
                .filter(({ key }) => keys.includes(key))
                .map((item) => {
                  const name = t(`catalogue.${item.key}`);
                  return (
                    <button
                      key={item.key}
                      type="button"
                      className="chip missing-chip"
                      title={t('catalogueMissing.insert', { name, stage })}
                      onClick={() => onInsert(item, stageId)}
                    >
                      <span aria-hidden="true">+</span> {name}
                    </button>
                  );
                })}
            </div>
          </div>
        );
      })}
    </details>
  );
}
