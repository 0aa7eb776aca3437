import { Button } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeletionWatch } from '../../storage/deletion.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';
import { failureText } from '../failureText.ts';

/** Says that the open map is among the deleted ones, or has come back from them, and what can be done. */
export function DeletedNotice({ deletion }: { deletion: DeletionWatch }) {
  const { t } = useTranslation();
  const context = useActions();
  const state = useSyncExternalStore(deletion.state.subscribe, deletion.state.get);
  const [problem, setProblem] = useState('');
  if (state === 'none') return null;
  // The button that was pressed goes with the notice.
  const focusMap = () => runAction('focusMap', context);
  if (state === 'broughtBack') {
    return (
      <div className="banner banner-quiet" role="status">
        {t('deleted.broughtBack')}{' '}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            deletion.acknowledge();
            focusMap();
          }}
        >
          {t('deleted.understood')}
        </Button>
      </div>
    );
  }
  return (
    <div className="banner" role="alert">
      {t(`deleted.${state}`)}{' '}
      <Button
        size="compact-xs"
        onClick={() => {
          setProblem('');
          deletion.restore().then(focusMap, (error: unknown) => setProblem(failureText(error, t, 'tryAgain')));
        }}
      >
        {t('deleted.restore')}
      </Button>{' '}
      <Button component="a" href="#/" size="compact-xs" variant="default">
        {t('action.gallery')}
      </Button>
      {problem !== '' && <span className="problem"> {problem}</span>}
    </div>
  );
}
