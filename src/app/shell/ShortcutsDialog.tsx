import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyText } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';

const gridRows = [
  'arrows',
  'altArrows',
  'enterEmpty',
  'enterCard',
  'type',
  'f2',
  'tab',
  'escape',
  'space',
  'wheel',
] as const;

/** Every key there is. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = [...new Set(actions.map((action) => action.group))];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <div className="shortcuts">
        <section>
          <h3>{t('shortcuts.grid')}</h3>
          <dl>
            {gridRows.map((row) => (
              <div key={row}>
                <dt>{t(`shortcuts.gridText.${row}`)}</dt>
                <dd>
                  <kbd>{t(`shortcuts.gridKeys.${row}`)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map((group) => {
          const list = actions.filter((action) => action.group === group && action.keys?.[0]);
          return list.length === 0 ? null : (
            <section key={group}>
              <h3>{t(`shortcuts.groups.${group}`)}</h3>
              <dl>
                {list.map((action) => (
                  <div key={action.id}>
                    <dt>{t(`action.${action.id}`)}</dt>
                    <dd>
                      <kbd>{keyText(action.keys?.[0] as string)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
