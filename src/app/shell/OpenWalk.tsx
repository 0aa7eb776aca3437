import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wantDialog } from '../../editor/session.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';

/** Offers to go on with a walk that was under way when the map was opened. */
export function OpenWalk() {
  const { t } = useTranslation();
  const editor = useEditor();
  const walks = useDocuments(({ map }) => map.walks);
  const [openIds] = useState(() =>
    Object.values(walks).flatMap(({ id, startedAt, endedAt }) => (startedAt !== null && endedAt === null ? [id] : [])),
  );
  const [isGone, setIsGone] = useState(false);
  const walk = openIds.map((id) => walks[id]).find((one) => one !== undefined && one.endedAt === null);
  if (walk === undefined || isGone) return null;
  return (
    <div className="banner banner-quiet" role="status">
      {t('openWalk.text', { name: walk.name || t('openWalk.unnamed') })}{' '}
      <Button
        size="compact-xs"
        onClick={() => {
          setIsGone(true);
          wantDialog(editor.session, 'walks');
        }}
      >
        {t('openWalk.goOn')}
      </Button>{' '}
      <Button size="compact-xs" variant="default" onClick={() => setIsGone(true)}>
        {t('openWalk.later')}
      </Button>
    </div>
  );
}
