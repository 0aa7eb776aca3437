import { Popover } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { OpenMap } from '../../storage/openMap.ts';
import type { Workspace } from '../../storage/workspace.ts';

/** Saved, Saving, Not saved: as the disk reports it, nothing else. */
export function SaveLight({ map, workspace }: { map: OpenMap<Editor>; workspace: Workspace }) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(map.status.subscribe, map.status.get);
  const persistence = useSyncExternalStore(workspace.persistence.subscribe, workspace.persistence.get);
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} withArrow>
      <Popover.Target>
        <button type="button" className="save-light" data-state={state} onClick={() => setOpen(!open)}>
          <span className="save-dot" aria-hidden="true" />
          {t(`save.${state}`)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="hint">{t(`save.explained.${state}`)}</p>
        {workspace.kind === 'disk' && <p className="hint">{t(`storage.persistence.${persistence}`)}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}
