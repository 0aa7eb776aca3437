import {
  IconAlertTriangle,
  IconBooks,
  IconBuilding,
  IconBulb,
  IconChartBar,
  IconDots,
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

const MORE = 'more';

/**
 * The panels of a map, one button each. Together they are one tab stop, moved by the arrow keys. On a narrow screen the
 * first few are a bar at its foot, and "More" unfolds all of them with their names.
 */
export function Rail() {
  const { t } = useTranslation();
  const context = useActions();
  const open = useSession((session) => session.panel);
  const [stop, setStop] = useState<string>(items[0].action);
  const [unfolded, setUnfolded] = useState(false);
  return (
    <nav aria-label={t('panel.rail')}>
      <div
        className="rail"
        data-unfolded={unfolded || undefined}
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
            onClick={() => {
              setUnfolded(false);
              runAction(action, context);
            }}
          >
            <Icon size={18} stroke={1.7} />
            <span className="rail-name" aria-hidden="true">
              {t(`action.${action}`)}
            </span>
          </button>
        ))}
        <button
          type="button"
          className="rail-button rail-more"
          aria-label={t('panel.more')}
          title={t('panel.more')}
          aria-expanded={unfolded}
          tabIndex={stop === MORE ? 0 : -1}
          onFocus={() => setStop(MORE)}
          onClick={() => setUnfolded(!unfolded)}
        >
          <IconDots size={18} stroke={1.7} />
        </button>
      </div>
    </nav>
  );
}
