import '../../ui/recordLine.css';
import { useTranslation } from 'react-i18next';
import { rangeText } from '../../analysis/figureText.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { goToRecords } from '../../editor/session.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** A gap to mend: where it is, who is to mend it and what it costs. */
export function GapLine({ gap, title }: { gap: Gap; title: (touchpointId: string) => string }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const { place, handoff, severity, verdict, cost } = gap;
  const ids = handoff === null || place.toId === null ? [place.placeId] : [handoff.linkId];
  return (
    <li>
      <button
        type="button"
        className="record-line"
        onClick={() =>
          goToRecords(editor.session, handoff?.implied && place.toId !== null ? [place.placeId, place.toId] : ids)
        }
      >
        <StateMark state="gap" severity={severity.value} />
        <span>
          {place.toId === null
            ? title(place.placeId)
            : t('department.way', { from: title(place.placeId), to: title(place.toId) })}
          <small>
            {[
              t('department.severity', { severity: severity.value }),
              t(`department.statuses.${verdict.status}`),
              ...(verdict.owner === '' ? [] : [verdict.owner]),
              ...(cost === null ? [] : [rangeText(cost, i18n.language, 'rough')]),
            ].join(' · ')}
          </small>
        </span>
      </button>
    </li>
  );
}
