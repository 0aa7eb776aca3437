import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { legendText } from '../../canvas/legend.ts';
import { useLaid } from '../../canvas/mapView.ts';
import { useDocuments, useSession } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';
import { runAction, useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';

/** Zoom, and the legend: what the handoff marks mean, with their counts under this lens. */
export function MapFoot({ zoom }: { zoom: number }) {
  const { t, i18n } = useTranslation();
  const context = useActions();
  const handoffs = useLaid((laid) => laid.handoffs);
  const legend = useLaid((laid) => laid.legend);
  const lens = useSession((session) => session.lens);
  const toReview = useLaid((laid) => laid.toReview);
  // Of these nothing is marked on the map.
  const isImplied = [...handoffs.values()].some(({ implied, state }) => implied && state !== 'none');
  const parts = (['handoffs', 'touchpoints'] as const).flatMap((part) =>
    toReview[part] === 0 ? [] : t(`toReview.${part}`, { count: toReview[part] }),
  );
  const hasEvidence = useDocuments(({ map }) => Object.keys(map.citations).length > 0);
  return (
    <div className="map-foot">
      <div className="foot-box" role="group" aria-label={t('map.zoom')}>
        <button type="button" aria-label={t('action.zoomOut')} onClick={() => runAction('zoomOut', context)}>
          −
        </button>
        <button
          type="button"
          className="foot-zoom"
          aria-label={t('action.zoomActual')}
          onClick={() => runAction('zoomActual', context)}
        >
          {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(zoom)}
        </button>
        <button type="button" aria-label={t('action.zoomIn')} onClick={() => runAction('zoomIn', context)}>
          +
        </button>
        <button type="button" onClick={() => runAction('fit', context)}>
          {t('map.fit')}
        </button>
      </div>
      {parts.length > 0 && (
        <button
          type="button"
          className="foot-box foot-review"
          title={`${t('action.review')} ${keyText('mod+J')}`}
          onClick={() => runAction('review', context)}
        >
          {t('toReview.what', { what: new Intl.ListFormat(i18n.language).format(parts) })}
          {toReview.again > 0 && <small>{t('toReview.again', { count: toReview.again })}</small>}
          {toReview.leftOut > 0 && <small>{t('toReview.leftOut', { count: toReview.leftOut })}</small>}
        </button>
      )}
      <div className="foot-box foot-legend">
        {/* The button beside it counts all. */}
        {legend.map((entry) => {
          const { key, mark, count } = entry;
          return (
            <Fragment key={key}>
              {count === 0 && (key === 'settled' || key === 'again') ? null : (
                <span>
                  <StateMark {...mark} size={13} /> {legendText(entry, t)}
                </span>
              )}
              {/* Gaps are those of all kinds, as the heads of rows count them and every lens marks them. */}
              {key === 'gap' && <span>{t('map.legend.of', { lens: t(`lens.${lens}`) })}</span>}
            </Fragment>
          );
        })}
        {hasEvidence && <span title={t('strength.legendHow')}>{t('strength.legend')}</span>}
        {isImplied && <span>{t('map.legend.implied')}</span>}
      </div>
    </div>
  );
}
