import { Button } from '@mantine/core';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { OpenMap } from '../../storage/openMap.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';
import { PartBoundary } from '../PartBoundary.tsx';

const DeletedNotice = lazy(() => import('./lazyDeletedNotice.ts').then((module) => module.lazyDeletedNotice()));

/** What must not be overlooked: not saved, in memory only, read only, or mended. Stays until it is no longer so. */
export function Notices({ map, workspace }: { map: OpenMap<Editor>; workspace: Workspace }) {
  const { t } = useTranslation();
  const context = useActions();
  const state = useSyncExternalStore(map.status.subscribe, map.status.get);
  const notices = useSyncExternalStore(map.notices.subscribe, map.notices.get);
  const deletion = useSyncExternalStore(map.deletion.state.subscribe, map.deletion.state.get);
  const persistent = notices.filter((notice) => notice.code !== 'recovered' || state !== 'saved');
  return (
    <>
      {state === 'notSaved' && (
        <div className="banner" role="alert">
          {t('save.explained.notSaved')}{' '}
          <Button size="compact-xs" onClick={() => runAction('backup', context)}>
            {t('action.backup')}
          </Button>
        </div>
      )}
      {deletion !== 'none' && (
        <PartBoundary>
          <Suspense fallback={null}>
            <DeletedNotice deletion={map.deletion} />
          </Suspense>
        </PartBoundary>
      )}
      {workspace.kind === 'memory' && (
        <div className="banner" role="alert">
          {t(workspace.standsIn ? 'storage.meanwhile' : 'storage.memory')}{' '}
          <Button size="compact-xs" onClick={() => runAction('backup', context)}>
            {t('action.backup')}
          </Button>
        </div>
      )}
      {persistent.map(({ code, count }) => (
        <div key={code} className="banner" role="alert">
          {t(`notice.${code}`, { count: count ?? 0 })}{' '}
          {['newerVersion', 'databaseClosed', 'stalePage'].includes(code) && (
            <Button size="compact-xs" onClick={() => window.location.reload()}>
              {t('notice.reload')}
            </Button>
          )}
        </div>
      ))}
      {map.repairNotes.length > 0 && (
        <div className="banner banner-quiet" role="status">
          {t('notice.repaired', { count: map.repairNotes.length })}
        </div>
      )}
    </>
  );
}
