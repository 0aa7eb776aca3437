import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../analysis/handoffs.ts';
import { markOf } from '../../analysis/mark.ts';
import { goToRecords } from '../../editor/session.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** A handoff from or to another department, and the way to it on the map. */
export function HandoffLine({
  handoff,
  title,
  other,
}: {
  handoff: Handoff;
  title: (touchpointId: string) => string;
  other: string;
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { linkId, from, to, implied } = handoff;
  const mark = markOf(handoff);
  return (
    <li>
      <button
        type="button"
        className="record-line"
        onClick={() => goToRecords(editor.session, implied ? [from, to] : [linkId])}
      >
        <StateMark {...mark} />
        <span>
          {t('department.way', { from: title(from), to: title(to) })}
          <small>
            {other} · {t(`department.states.${mark.was === undefined ? mark.state : 'again'}`)}
          </small>
        </span>
      </button>
    </li>
  );
}
