import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Space, Workspace } from '../../storage/workspace.ts';

/** Where the maps are, how much room they take, and whether the browser promised to keep them. */
export function StorageLine({ workspace, maps }: { workspace: Workspace; maps: number }) {
  const { t, i18n } = useTranslation();
  const [space, setSpace] = useState<Space | null>(null);
  const persistence = useSyncExternalStore(workspace.persistence.subscribe, workspace.persistence.get);

  const forgets = useSyncExternalStore(workspace.forgets.subscribe, workspace.forgets.get);
  const copying = useSyncExternalStore(workspace.copying.subscribe, workspace.copying.get);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of maps tells that the space may have changed
  useEffect(() => {
    let gone = false;
    void workspace.space().then((found) => {
      if (!gone) setSpace(found);
    });
    return () => {
      gone = true;
    };
  }, [workspace, maps]);

  const size = (bytes: number) => {
    const [value, unit] =
      bytes >= 1e9 ? [bytes / 1e9, 'gigabyte'] : bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e3, 'kilobyte'];
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  };
  return (
    <footer className="storage-line">
      {t('storage.maps', { count: maps })}
      {space !== null && <> · {t('storage.space', { used: size(space.used), quota: size(space.quota) })}</>}
      {' · '}
      {workspace.kind === 'memory'
        ? t('save.memory')
        : t(forgets ? 'storage.untilClosed' : `storage.persistence.${persistence}`)}
      {forgets ? null : copying.failure !== null ? (
        <> · {t('storage.copyFailed')}</>
      ) : (
        copying.savedAt !== null && (
          <>
            {' · '}
            {t('storage.copied', {
              time: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(copying.savedAt),
            })}
          </>
        )
      )}
    </footer>
  );
}
