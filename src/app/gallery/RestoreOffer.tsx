import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SafetyCopy } from '../../storage/safetyCopies.ts';
import type { Workspace } from '../../storage/workspace.ts';

/** Offers the newest safety copy of maps that are gone or out of reach. Shows nothing where there is none. */
export function RestoreOffer({
  workspace,
  onAttempt,
}: {
  workspace: Workspace;
  onAttempt: (work: () => Promise<void>) => Promise<void>;
}) {
  const { t, i18n } = useTranslation();
  const [copy, setCopy] = useState<SafetyCopy | null>(null);

  useEffect(() => {
    let gone = false;
    void workspace.lostCopies().then(([newest]) => {
      if (!gone) setCopy(newest ?? null);
    });
    return () => {
      gone = true;
    };
  }, [workspace]);

  if (copy === null) return null;
  const restore = async () => {
    const { restoreCopy } = await import('../restoreCopy.ts');
    await restoreCopy(workspace, copy.name);
    setCopy(null);
    workspace.acknowledgeLoss();
  };
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(copy.savedAt);
  return (
    <>
      {t('storage.copy', { count: copy.maps, time })}{' '}
      <Button size="compact-xs" onClick={() => void onAttempt(restore)}>
        {t('storage.bringBack', { count: copy.maps })}
      </Button>{' '}
    </>
  );
}
