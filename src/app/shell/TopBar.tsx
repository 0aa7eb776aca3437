import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCommand } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { useDocuments, useEditor, useEditorState } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { mapRecord } from '../../model/tables.ts';
import type { OpenMap } from '../../storage/openMap.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { runAction, useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';
import { LensSwitch } from './LensSwitch.tsx';
import { SaveLight } from './SaveLight.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { useTileName } from './useTileName.ts';
import '../../ui/nameField.css';
import './topBar.css';

/** The map's name, state and personas; the lens; saving and actions. */
export function TopBar({ map, workspace }: { map: OpenMap<Editor>; workspace: Workspace }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const context = useActions();
  const record = useDocuments((documents) => mapRecord(documents.map));
  const members = useDocuments((documents) => documents.map.mapPersonas);
  const personas = useDocuments((documents) => documents.library.personas);
  const undoLabel = useEditorState((state) => state.undoLabel);
  const redoLabel = useEditorState((state) => state.redoLabel);
  const [renaming, setRenaming] = useState(false);
  const name = useTileName(workspace, editor.mapId, record.name);
  useEffect(() => {
    document.title = `${name} · Desirepath`;
  }, [name]);
  const here = inOrder(Object.values(members)).flatMap((member) => personas[member.personaId] ?? []);
  const title = useRef<HTMLButtonElement>(null);
  const rename = (name: string) => {
    setRenaming(false);
    if (name.trim() !== record.name) editor.run('updateMap', { name: name.trim() });
  };
  /** The field goes by a key and leaves the focus where it was: on the name. */
  const leave = (change: () => void) => {
    flushSync(change);
    title.current?.focus();
  };
  return (
    <header className="top-bar">
      <div className="top-left">
        <a href="#/" className="home" aria-label={t('action.gallery')}>
          <img src="/icon.svg" alt="" width={22} height={22} />
        </a>
        {renaming ? (
          <input
            className="head-input top-name-input"
            defaultValue={record.name}
            aria-label={t('mapDetails.name')}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => {
              const { value } = event.currentTarget;
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                // Or the same press would click the name, which has the focus by then.
                event.preventDefault();
                leave(() => rename(value));
              }
              if (event.key === 'Escape') leave(() => setRenaming(false));
            }}
          />
        ) : (
          <h1 className="top-name">
            <button ref={title} type="button" className="head-title" title={name} onClick={() => setRenaming(true)}>
              {name}
            </button>
          </h1>
        )}
        <button
          type="button"
          className="pill top-state"
          onClick={() => editor.session.setState({ panel: 'inspector', selection: [] })}
        >
          {t(`mapDetails.states.${record.state}`)}
        </button>
        <button
          type="button"
          className="pill top-personas"
          aria-label={t('panel.personas')}
          title={here.map(({ name }) => name).join(', ')}
          onClick={() => editor.session.setState({ panel: 'personas' })}
        >
          {here.length === 0 && t('persona.add')}
          {/* From two on, the bar below names them. */}
          {here.map((persona) => (
            <span key={persona.id} className="pill-persona">
              <PersonaMark shape={persona.shape} color={persona.color} /> {here.length === 1 && persona.name}
            </span>
          ))}
          {here.length > 1 && t('persona.count', { count: here.length })}
        </button>
      </div>
      <LensSwitch />
      <div className="top-right">
        <SaveLight map={map} workspace={workspace} />
        <ActionIcon
          variant="default"
          size={30}
          disabled={undoLabel === null}
          aria-label={t('action.undo')}
          title={`${t('action.undo')} ${keyText('mod+Z')}`}
          onClick={() => runAction('undo', context)}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          className="top-redo"
          disabled={redoLabel === null}
          aria-label={t('action.redo')}
          title={`${t('action.redo')} ${keyText('mod+shift+Z')}`}
          onClick={() => runAction('redo', context)}
        >
          <IconArrowForwardUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          className="top-palette"
          aria-label={t('action.palette')}
          title={`${t('action.palette')} ${keyText('mod+K')}`}
          onClick={() => runAction('palette', context)}
        >
          <IconCommand size={16} />
        </ActionIcon>
        <ThemeButton />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs">{t('export.menu')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {['exportPng', 'summary', 'copyView', 'saveView', 'exportJson', 'exportMermaid', 'backup'].map((id) => (
              <Menu.Item key={id} onClick={() => runAction(id, context)}>
                {t(`action.${id}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={() => runAction('importData', context)}>{t('action.importData')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
