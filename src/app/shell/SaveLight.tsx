import { Button, Popover } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { OpenMap } from '../../storage/openMap.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';

/** Saved, Saving, Not saved: as the disk reports it, nothing else. */
export function SaveLight({ map, workspace }: { map: OpenMap<Editor>; workspace: Workspace }) {
  const { t } = useTranslation();
  const disk = useSyncExternalStore(map.status.subscribe, map.status.get);
  const deletion = useSyncExternalStore(map.deletion.state.subscribe, map.deletion.state.get);
  const persistence = useSyncExternalStore(workspace.persistence.subscribe, workspace.persistence.get);
  const forgets = useSyncExternalStore(workspace.forgets.subscribe, workspace.forgets.get);
  // What nobody finds in the gallery is not called saved.
  const state = disk === 'saved' && (deletion === 'found' || deletion === 'meanwhile') ? 'deleted' : disk;
  const context = useActions();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} withArrow>
      <Popover.Target>
        <button
          type="button"
          className="save-light"
          data-state={state}
          data-forgets={forgets || undefined}
          onClick={() => setOpen(!open)}
        >
          <span className="save-dot" aria-hidden="true" />
          {t(`save.${state}`)}
          {forgets && state === 'saved' && <span className="save-until"> {t('save.untilClosed')}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {!(forgets && state === 'saved') && <p className="hint">{t(`save.explained.${state}`)}</p>}
        {forgets && (
          <>
            <p className="hint">{t('storage.forgets')}</p>
            <Button size="compact-xs" onClick={() => runAction('backup', context)}>
              {t('action.backup')}
            </Button>
          </>
        )}
        {workspace.kind === 'disk' && !forgets && <p className="hint">{t(`storage.persistence.${persistence}`)}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
