import {
  IconAlertTriangle,
  IconBooks,
  IconBuilding,
  IconBulb,
  IconChartBar,
  IconGridDots,
  IconInfoCircle,
  IconKeyboard,
  IconLayoutRows,
  IconQuote,
  IconRoute,
  IconSearch,
  IconTags,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../editor/useEditor.ts';
import { rovingKeys } from '../../ui/rovingKeys.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';

const items = [
  { action: 'panel.inspector', panel: 'inspector', Icon: IconInfoCircle },
  { action: 'panel.catalogue', panel: 'catalogue', Icon: IconBooks },
  { action: 'panel.personas', panel: 'personas', Icon: IconUsers },
  { action: 'panel.gaps', panel: 'gaps', Icon: IconAlertTriangle },
  { action: 'panel.kpis', panel: 'kpis', Icon: IconChartBar },
  { action: 'panel.evidence', panel: 'evidence', Icon: IconQuote },
  { action: 'panel.opportunities', panel: 'opportunities', Icon: IconBulb },
  { action: 'panel.paths', panel: 'paths', Icon: IconRoute },
  { action: 'panel.department', panel: 'department', Icon: IconBuilding },
  { action: 'panel.lanes', panel: 'lanes', Icon: IconLayoutRows },
  { action: 'panel.library', panel: 'library', Icon: IconTags },
  { action: 'tables', panel: null, Icon: IconGridDots },
  { action: 'find', panel: null, Icon: IconSearch },
  { action: 'shortcuts', panel: null, Icon: IconKeyboard },
] as const;

/** The panels of a map, one button each. Together they are one tab stop, moved by the arrow keys. */
export function Rail() {
  const { t } = useTranslation();
  const context = useActions();
  const open = useSession((session) => session.panel);
  const [stop, setStop] = useState<string>(items[0].action);
  return (
    <nav aria-label={t('panel.rail')}>
      <div
        className="rail"
        role="toolbar"
        aria-label={t('panel.rail')}
        aria-orientation="vertical"
        onKeyDown={rovingKeys}
      >
        {items.map(({ action, panel, Icon }) => (
          <button
            key={action}
            type="button"
            className="rail-button"
            aria-label={t(`action.${action}`)}
            title={t(`action.${action}`)}
            tabIndex={action === stop ? 0 : -1}
            onFocus={() => setStop(action)}
            aria-pressed={panel === null ? undefined : open === panel}
            onClick={() => runAction(action, context)}
          >
            <Icon size={18} stroke={1.7} />
          </button>
        ))}
      </div>
    </nav>
  );
}
