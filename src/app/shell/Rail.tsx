import {
  IconAlertTriangle,
  IconBooks,
  IconBuilding,
  IconBulb,
  IconGridDots,
  IconInfoCircle,
  IconKeyboard,
  IconLayoutRows,
  IconRoute,
  IconSearch,
  IconTags,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../editor/useEditor.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';

const items = [
  { action: 'panel.inspector', panel: 'inspector', Icon: IconInfoCircle },
  { action: 'panel.catalogue', panel: 'catalogue', Icon: IconBooks },
  { action: 'panel.personas', panel: 'personas', Icon: IconUsers },
  { action: 'panel.gaps', panel: 'gaps', Icon: IconAlertTriangle },
  { action: 'panel.opportunities', panel: 'opportunities', Icon: IconBulb },
  { action: 'panel.paths', panel: 'paths', Icon: IconRoute },
  { action: 'panel.department', panel: 'department', Icon: IconBuilding },
  { action: 'panel.lanes', panel: 'lanes', Icon: IconLayoutRows },
  { action: 'panel.library', panel: 'library', Icon: IconTags },
  { action: 'tables', panel: null, Icon: IconGridDots },
  { action: 'find', panel: null, Icon: IconSearch },
  { action: 'shortcuts', panel: null, Icon: IconKeyboard },
] as const;

/** The panels of a map, one button each. */
export function Rail() {
  const { t } = useTranslation();
  const context = useActions();
  const open = useSession((session) => session.panel);
  return (
    <nav className="rail" aria-label={t('panel.rail')}>
      {items.map(({ action, panel, Icon }) => (
        <button
          key={action}
          type="button"
          className="rail-button"
          aria-label={t(`action.${action}`)}
          title={t(`action.${action}`)}
          aria-pressed={panel === null ? undefined : open === panel}
          onClick={() => runAction(action, context)}
        >
          <Icon size={18} stroke={1.7} />
        </button>
      ))}
    </nav>
  );
}
