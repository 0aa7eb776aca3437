import { useTranslation } from 'react-i18next';
import { rangeText } from '../../analysis/figureText.ts';
import { goToRecords } from '../../editor/session.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** The gaps of the map, the worst first. */
export function Gaps() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const gaps = useAnalysis((analysis) => analysis.gaps);
  const touchpoints = useDocuments(({ map }) => map.touchpoints);
  return (
    <section className="panel" aria-label={t('panel.gaps')}>
      <h2 className="panel-title">{t('panel.gaps')}</h2>
      <ol>
        {gaps.map(({ key, place, severity, handoff, cost }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => goToRecords(editor.session, [handoff === null ? place.placeId : handoff.linkId])}
            >
              <StateMark state="gap" severity={severity.value} />
              {[place.placeId, place.toId ?? []]
                .flat()
                .map((id) => touchpoints[id]?.title || t('map.untitled'))
                .join(' → ')}
            </button>
            {cost !== null && rangeText(cost, i18n.language, 'rough')}
          </li>
        ))}
      </ol>
    </section>
  );
}
