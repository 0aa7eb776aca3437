import { Spotlight, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';

/** Every action by name, with its key. */
export function Palette() {
  const { t } = useTranslation();
  const context = useActions();
  useEffect(() => spotlight.open(), []);
  return (
    <Spotlight
      shortcut={null}
      scrollable
      maxHeight={420}
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
