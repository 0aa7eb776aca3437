import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MenuTarget } from '../../canvas/canvasContext.ts';
import { useActions } from '../actions/actionsContext.ts';
import { keyText } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';

interface ContextMenuProps {
  readonly target: MenuTarget;
  readonly point: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** The actions for what was right-clicked, at the pointer. */
export function ContextMenu({ target, point, onClose }: ContextMenuProps) {
  const { t } = useTranslation();
  const context = { ...useActions(), target };
  const offered = actions.filter((action) => action.menu?.includes(target.kind));
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal trapFocus returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          className="menu-anchor"
          tabIndex={-1}
          aria-label={t('panel.menu')}
          style={{ left: point.x, top: point.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((action) => (
          <Menu.Item
            key={action.id}
            disabled={!(action.enabled?.(context) ?? true)}
            rightSection={action.keys?.[0] ? <kbd>{keyText(action.keys[0])}</kbd> : null}
            onClick={() => {
              onClose();
              void action.run(context);
            }}
          >
            {t(`action.${action.id}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
