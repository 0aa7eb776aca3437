import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { CardDetails } from './CardDetails.tsx';
import { LinkDetails } from './LinkDetails.tsx';
import { MapDetails } from './MapDetails.tsx';
import { SelectionDetails } from './SelectionDetails.tsx';
import { TouchpointDetails } from './TouchpointDetails.tsx';
import './inspector.css';

/** The right-hand panel: everything about what is selected, or about the map when nothing is. */
export function Inspector() {
  const { t } = useTranslation();
  const editor = useEditor();
  const selection = useSession((session) => session.selection);
  const fromGaps = useSession((session) => session.fromGaps !== null && session.fromGaps === session.selection);
  const only = selection.length === 1 ? (selection[0] as string) : null;
  const kind = useDocuments(({ map }) =>
    only === null
      ? null
      : map.touchpoints[only]
        ? 'touchpoint'
        : map.cards[only]
          ? 'card'
          : map.links[only]
            ? 'link'
            : null,
  );
  return (
    <section className="panel" aria-label={t('panel.inspector')}>
      {fromGaps && (
        <button
          type="button"
          className="panel-back"
          onClick={() => editor.session.setState({ panel: 'gaps', fromGaps: null })}
        >
          ‹ {t('panel.gaps')}
        </button>
      )}
      {selection.length > 1 && <SelectionDetails ids={selection} />}
      {kind === 'touchpoint' && <TouchpointDetails key={only} id={only as string} />}
      {kind === 'card' && <CardDetails key={only} id={only as string} />}
      {kind === 'link' && <LinkDetails key={only} id={only as string} />}
      {selection.length <= 1 && kind === null && <MapDetails />}
    </section>
  );
}
