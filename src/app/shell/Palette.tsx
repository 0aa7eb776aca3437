import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';

/** Every action that is possible now, by name, with its key. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const context = useActions();
  // What is possible is asked anew each time it opens.
  const [, renew] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => spotlight.open(), []);
  return (
    // Where the focus goes from here is for the focus memory to say: a text that an action has begun keeps it.
    <Spotlight
      shortcut={null}
      returnFocus={false}
      onSpotlightOpen={renew}
      onSpotlightClose={onClose}
      scrollable
      maxHeight={420}
      overlayProps={{ blur: 0, backgroundOpacity: 0.6 }}
      attributes={{ content: { 'aria-label': t('action.palette') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      nothingFound={t('find.nothing')}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
      actions={actions
        .filter((action) => action.id !== 'palette' && (action.enabled?.(context) ?? true))
        .map((action) => ({
          id: action.id,
          label: t(`action.${action.id}`),
          rightSection: action.keys?.[0] ? <kbd>{keyText(action.keys[0])}</kbd> : null,
          onClick: () => void action.run(context),
        }))}
    />
  );
}
