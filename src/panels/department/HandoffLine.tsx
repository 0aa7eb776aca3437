import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../analysis/handoffs.ts';
import { goToRecords } from '../../editor/session.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** A handoff from or to another department, and the way to it on the map. */
export function HandoffLine({
  handoff: { linkId, from, to, implied, state, severity },
  title,
  other,
}: {
  handoff: Handoff;
  title: (touchpointId: string) => string;
  other: string;
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <li>
      <button
        type="button"
        className="record-line"
        onClick={() => goToRecords(editor.session, implied ? [from, to] : [linkId])}
      >
        <StateMark state={state} severity={severity} />
        <span>
          {t('department.way', { from: title(from), to: title(to) })}
          <small>
            {other} · {t(`department.states.${state}`)}
          </small>
        </span>
      </button>
    </li>
  );
}
