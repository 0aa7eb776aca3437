import { Modal, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToRecord } from '../../canvas/goToRecord.ts';
import { focusGrid } from '../../canvas/gridKeys.ts';
import type { Documents } from '../../model/tables.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { useActions } from '../actions/actionsContext.ts';
import { type Found, findText } from '../findText.ts';
import { goTo, mapAddress } from '../router.ts';

/** So many places are listed. */
const LISTED = 100;

/** Finds any text: in this map at once, then in all the others. Arrow keys choose a place, Enter goes there. */
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

  const results = useMemo(
    () => [editor.documents(), ...others].flatMap((documents) => findText(documents, wanted)),
    [editor, others, wanted],
  );
  const listed = results.slice(0, LISTED);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const choose = (next: number) => {
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (found: Found) => {
    onClose();
    if (found.mapId !== editor.mapId) return goTo(mapAddress(found.mapId, found.recordId));
    if (found.recordId !== null) goToRecord(editor, view, found.recordId, flow(), area());
    focusGrid(editor, view, area());
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Keys that an input method takes are its own.
    if (event.nativeEvent.isComposing || listed.length === 0) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) choose((at + by + listed.length) % listed.length);
    else if (event.key === 'Enter') open(listed[at] as Found);
    else return;
    event.preventDefault();
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
        role="combobox"
        aria-expanded={listed.length > 0}
        aria-controls="find-results"
        aria-activedescendant={listed.length > 0 ? `find-result-${at}` : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          choose(0);
        }}
      />
      <p className="hint" role="status">
        {wanted.trim() === '' ? t('find.hint') : t('find.count', { count: results.length })}
      </p>
      {unread > 0 && (
        <p className="hint" role="alert">
          {t('find.unread', { count: unread })}
        </p>
      )}
      <div ref={list} id="find-results" className="find-results" role="listbox" aria-label={t('find.title')}>
        {listed.map((found, index) => (
          <button
            key={found.key}
            id={`find-result-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => open(found)}
          >
            <span>{found.text}</span>
            <small>
              {[found.mapId === editor.mapId ? t('find.here') : found.mapName, t(`find.fields.${found.field}`)].join(
                ' · ',
              )}
            </small>
          </button>
        ))}
      </div>
      {results.length > LISTED && <p className="hint">{t('find.first', { count: LISTED })}</p>}
    </Modal>
  );
}
