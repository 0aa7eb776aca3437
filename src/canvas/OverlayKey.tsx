import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodText } from '../analysis/kpi/kpiText.ts';
import { linkKpi, linkKpis } from '../analysis/kpi/linkKpis.ts';
import { periodsShown } from '../analysis/kpi/periods.ts';
import { useDocuments, useEditor, useSession } from '../editor/useEditor.ts';
import type { Overlays } from '../layout/overlay.ts';
import { inOrder } from '../model/order.ts';
import { FigureMark } from '../ui/FigureMark.tsx';
import { OverlayList } from './OverlayList.tsx';

/** What the overlays mean: KPI, period, definition, thresholds, n; and what they can be changed to. */
export function OverlayKey({ facts }: { facts: Overlays }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const overlay = useSession((session) => session.overlay);
  const kpis = useDocuments(({ library }) => library.kpis);
  const series = useDocuments(({ map }) => map.series);
  const { legend } = facts;
  const isBesidePanel = useSession((session) => session.panel !== null);
  /** Null until somebody has said it: then it is folded where it would take much of the map. */
  const [choice, setChoice] = useState<boolean | null>(null);
  const isFolded = choice ?? window.matchMedia(`(max-width: ${isBesidePanel ? 1500 : 600}px)`).matches;
  if (legend === null) return null;
  const hasFigures = overlay.badge || overlay.color;
  const set = (fields: Partial<typeof overlay>) => editor.session.setState({ overlay: { ...overlay, ...fields } });
  const measured = new Set(Object.values(series).map(({ kpiId }) => kpiId));
  const atLinks = linkKpis(editor.documents());
  const periods = periodsShown(
    Object.values(series).filter(({ kpiId }) => kpiId === overlay.kpiId),
    kpis[overlay.kpiId ?? '']?.rollUp ?? 'none',
  );
  const write = (period: { from: string; to: string }) => `${period.from}/${period.to}`;
  return (
    <aside className="overlay-key nodrag nopan nowheel" aria-label={t('kpi.legend.label')}>
      <header>
        {hasFigures ? (
          <select
            aria-label={t('kpi.legend.kpi')}
            value={overlay.kpiId ?? ''}
            onChange={(event) => set({ kpiId: event.currentTarget.value, period: null })}
          >
            {inOrder(Object.values(kpis))
              .filter(({ id }) => measured.has(id) || id === overlay.kpiId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name || t('map.unnamed')}
                </option>
              ))}
          </select>
        ) : (
          <b>{legend.title}</b>
        )}
        <button
          type="button"
          aria-expanded={!isFolded}
          aria-label={t(isFolded ? 'kpi.legend.unfold' : 'kpi.legend.fold')}
          onClick={() => setChoice(!isFolded)}
        >
          {isFolded ? '▴' : '▾'}
        </button>
        <button
          type="button"
          aria-label={t('kpi.legend.close')}
          onClick={() => set({ badge: false, color: false, links: false })}
        >
          ×
        </button>
      </header>
      {!isFolded && legend.lines.map((line) => <p key={line}>{line}</p>)}
      {legend.isOnLinks === true && (
        <button type="button" className="overlay-offer" onClick={() => set({ links: true, linkKpiId: overlay.kpiId })}>
          {t('kpi.legend.showAtLinks')}
        </button>
      )}
      {legend.scale.length > 0 && (
        <ul className="overlay-scale" aria-label={t('kpi.legend.scale')}>
          {legend.scale.map(({ width, text, few }) => (
            <li key={width}>
              <svg width={28} height={16} aria-hidden="true">
                <path className="overlay-volume" data-few={few} d="M0 8h28" strokeWidth={width} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
      {overlay.links && atLinks.length > 1 && !isFolded && (
        <label className="overlay-links">
          {t('kpi.legend.linkKpi')}
          <select
            value={linkKpi(editor.documents(), overlay)?.id ?? ''}
            onChange={(event) => set({ linkKpiId: event.currentTarget.value })}
          >
            {atLinks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name || t('map.unnamed')}
              </option>
            ))}
          </select>
        </label>
      )}
      {legend.marks.length > 0 && (
        <ul>
          {legend.marks.map(({ tone, text }) => (
            <li key={tone}>
              <FigureMark state={tone} size={12} />
              {text}
            </li>
          ))}
        </ul>
      )}
      {hasFigures && !isFolded && (
        <div className="overlay-choices">
          <select
            aria-label={t('kpi.legend.period')}
            value={overlay.period === null ? '' : write(overlay.period)}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              set({ period: periods.find((period) => write(period) === wanted) ?? null });
            }}
          >
            <option value="">{t('kpi.legend.latest')}</option>
            {periods.map((period) => (
              <option key={write(period)} value={write(period)}>
                {periodText(period, i18n.language)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('kpi.legend.against')}
            value={overlay.against}
            onChange={(event) => set({ against: event.currentTarget.value as typeof overlay.against })}
          >
            {(['none', 'before', 'target'] as const).map((against) => (
              <option key={against} value={against}>
                {t(`kpi.legend.againsts.${against}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <OverlayList facts={facts} />
    </aside>
  );
}
