import { Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToRecord } from '../../canvas/goToRecord.ts';
import type { Documents } from '../../model/tables.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { useActions } from '../actions/actionsContext.ts';
import { type Found, findText } from '../findText.ts';
import { goTo, mapAddress } from '../router.ts';

/** Finds any text: in this map at once, then in all the others. */
export function FindDialog({ workspace, onClose }: { workspace: Workspace; onClose: () => void }) {
  const { t } = useTranslation();
  const { editor, view, flow, area } = useActions();
  const [wanted, setWanted] = useState('');
  const [others, setOthers] = useState<readonly Documents[]>([]);
  const [unread, setUnread] = useState(0);

  useEffect(() => {
    let gone = false;
    const read = async () => {
      for (const { docId } of await workspace.listMaps()) {
        if (gone || docId === editor.mapId) continue;
        try {
          const { documents } = await workspace.load(docId);
          if (!gone) setOthers((before) => [...before, documents]);
        } catch {
          if (!gone) setUnread((before) => before + 1);
        }
      }
    };
    read().catch(() => setUnread(1));
    return () => {
      gone = true;
    };
  }, [workspace, editor]);

  const results =
    wanted.trim() === '' ? [] : [editor.documents(), ...others].flatMap((documents) => findText(documents, wanted));
  const open = (found: Found) => {
    onClose();
    if (found.mapId !== editor.mapId) return goTo(mapAddress(found.mapId, found.recordId));
    if (found.recordId === null) return;
    goToRecord(editor, view, found.recordId, flow(), area());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('find.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <TextInput
        data-autofocus
        value={wanted}
        aria-label={t('find.placeholder')}
        placeholder={t('find.placeholder')}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <p className="hint" role="status">
        {wanted.trim() === '' ? t('find.hint') : t('find.count', { count: results.length })}
      </p>
      {unread > 0 && (
        <p className="hint" role="alert">
          {t('find.unread', { count: unread })}
        </p>
      )}
      <ul className="find-results">
        {results.slice(0, 100).map((found) => (
          <li key={`${found.mapId}/${found.recordId}/${found.field}`}>
            <button type="button" onClick={() => open(found)}>
              <span>{found.text}</span>
              <small>
                {[found.mapId === editor.mapId ? t('find.here') : found.mapName, t(`find.fields.${found.field}`)].join(
                  ' · ',
                )}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
