import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverage } from '../../analysis/matrix.ts';
import { readingOf } from '../../analysis/reading.ts';
import { type Lens, lensField } from '../../model/lens.ts';
import { pictograms } from '../../model/pictograms.ts';
import type { Documents } from '../../model/tables.ts';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { Grid, type GridCell } from './Grid.tsx';

/** How many touchpoints of each stage are on each channel, device or department; where there is none, a hole. */
export function CoverageTable({
  docs,
  lens,
  onGoTo,
}: {
  docs: Documents;
  lens: Lens;
  onGoTo: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<{ stageId: string; valueId: string } | null>(null);
  const { map, library } = docs;
  const field = lensField[lens];
  const { stageIds, valueIds, counts } = coverage(docs, lens);
  const stage = (id: string) => map.stages[id]?.name || t('head.unnamed.stage');
  const value = (id: string) => (id === '' ? t('map.notSet') : library[field][id]?.name || t('map.unnamed'));
  const most = Math.max(1, ...counts.flat());

  const cellAt = (row: number, column: number): GridCell => {
    const count = counts[row]?.[column] ?? 0;
    const place = { stage: stage(stageIds[row] as string), value: value(valueIds[column] as string) };
    if (count === 0) {
      return { content: <i className="hole" />, label: t('tables.hole', place), kind: 'hole', canOpen: false };
    }
    const size = 22 + Math.round((18 * count) / most);
    return {
      content: (
        <b className="covered" style={{ width: size, height: size }}>
          {count}
        </b>
      ),
      label: t('tables.covered', { ...place, count }),
      kind: 'covered',
      canOpen: true,
    };
  };
  const inside =
    opened === null
      ? []
      : readingOf(map).touchpointIds.flatMap((id) => {
          const touchpoint = map.touchpoints[id];
          if (touchpoint === undefined || map.steps[touchpoint.stepId]?.stageId !== opened.stageId) return [];
          const values: readonly string[] = touchpoint[field].length === 0 ? [''] : touchpoint[field];
          return values.includes(opened.valueId) ? [touchpoint] : [];
        });

  if (valueIds.length === 0) return <p className="hint">{t('tables.empty')}</p>;
  return (
    <div className="tables-split" data-open={opened !== null || undefined}>
      <div className="tables-main">
        <div className="tables-scroll">
          <Grid
            label={t('tables.coverageBy', { lens: t(`lens.${lens}`) })}
            corner={{ rows: t('tables.stage'), columns: t(`lens.${lens}`) }}
            rows={stageIds.map((id) => ({ key: id, name: stage(id) }))}
            columns={valueIds.map((id) => ({
              key: id,
              name: value(id),
              mark: <Pictogram paths={pictograms[library[field][id]?.icon ?? 'none']} size={16} />,
            }))}
            cell={cellAt}
            open={opened === null ? null : { row: opened.stageId, column: opened.valueId }}
            onOpen={(stageId, valueId) => setOpened({ stageId, valueId })}
          />
        </div>
        <div className="tables-legend">
          <span>
            <b className="covered">3</b> {t('tables.legend.covered')}
          </span>
          <span>
            <i className="hole" /> {t('tables.legend.hole')}
          </span>
        </div>
      </div>
      <aside className="tables-list" aria-label={t('tables.list')}>
        {opened === null ? (
          <p className="hint">{t('tables.openHint')}</p>
        ) : (
          <>
            <h2>{t('tables.placeOf', { stage: stage(opened.stageId), value: value(opened.valueId) })}</h2>
            <p className="hint" role="status">
              {t('tables.touchpoints', { count: inside.length })}
            </p>
            <ul>
              {inside.map(({ id, title, stepId }) => (
                <li key={id}>
                  <button type="button" onClick={() => onGoTo([id])}>
                    <span>
                      <b>{title || t('map.untitled')}</b>
                      <small>{map.steps[stepId]?.name || stage(opened.stageId)}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </aside>
    </div>
  );
}
