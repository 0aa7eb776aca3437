import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../editor/useEditor.ts';

/** While the end of a link is chosen: from which touchpoint, what to do, and a way out. What is read aloud is said by the action. */
export function LinkMode() {
  const { t } = useTranslation();
  const editor = useEditor();
  const from = useSession((session) => session.linkingFrom);
  const title = useDocuments(({ map }) => (from === null ? undefined : map.touchpoints[from]?.title));
  if (title === undefined) return null;
  return (
    <div className="link-mode">
      <b>{t('map.linkFrom', { title: title || t('map.untitled') })}</b>
      <span>{t('map.linkTo')}</span>
      <button type="button" onClick={() => editor.session.setState({ linkingFrom: null })}>
        {t('map.linkEnd')}
      </button>
    </div>
  );
}
