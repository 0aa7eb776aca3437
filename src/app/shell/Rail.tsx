import {
  type Icon,
  IconAlertTriangle,
  IconArrowForwardUp,
  IconBooks,
  IconBuilding,
  IconBulb,
  IconChartBar,
  IconCommand,
  IconDots,
  IconFileImport,
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
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelName } from '../../editor/session.ts';
import { useEditorState, useSession } from '../../editor/useEditor.ts';
import { rovingKeys } from '../../ui/rovingKeys.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';

interface RailItem {
  readonly action: string;
  readonly panel: PanelName | null;
  readonly Icon: Icon;
  readonly isNarrow?: boolean;
}

const items: readonly RailItem[] = [
  { action: 'panel.inspector', panel: 'inspector', Icon: IconInfoCircle },
  { action: 'panel.catalogue', panel: 'catalogue', Icon: IconBooks },
  { action: 'panel.personas', panel: 'personas', Icon: IconUsers },
  { action: 'panel.gaps', panel: 'gaps', Icon: IconAlertTriangle },
  { action: 'panel.kpis', panel: 'kpis', Icon: IconChartBar },
  { action: 'importData', panel: null, Icon: IconFileImport },
  { action: 'panel.evidence', panel: 'evidence', Icon: IconQuote },
  { action: 'panel.opportunities', panel: 'opportunities', Icon: IconBulb },
  { action: 'panel.paths', panel: 'paths', Icon: IconRoute },
  { action: 'panel.department', panel: 'department', Icon: IconBuilding },
  { action: 'panel.lanes', panel: 'lanes', Icon: IconLayoutRows },
  { action: 'panel.library', panel: 'library', Icon: IconTags },
  { action: 'tables', panel: null, Icon: IconGridDots },
  { action: 'find', panel: null, Icon: IconSearch },
  { action: 'shortcuts', panel: null, Icon: IconKeyboard },
  // The bar above has no room for these in a narrow window.
  { action: 'redo', panel: null, Icon: IconArrowForwardUp, isNarrow: true },
  { action: 'palette', panel: null, Icon: IconCommand, isNarrow: true },
];

const MORE = 'more';

/**
 * The panels of a map, one button each. Together they are one tab stop, moved by the arrow keys. On a narrow screen the
 * first few are a bar at its foot, and "More" unfolds all of them with their names, until one is chosen, the press of a
 * pointer elsewhere or Escape.
 */
export function Rail() {
  const { t } = useTranslation();
  const context = useActions();
  const open = useSession((session) => session.panel);
  const [stop, setStop] = useState<string>('panel.inspector');
  const canRedo = useEditorState((state) => state.redoLabel !== null);
  const [unfolded, setUnfolded] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!unfolded) return;
    const onPress = (event: PointerEvent) => {
      if (!nav.current?.contains(event.target as Node)) setUnfolded(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setUnfolded(false);
      more.current?.focus();
    };
    window.addEventListener('pointerdown', onPress, true);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [unfolded]);
  return (
    <nav ref={nav} aria-label={t('panel.rail')}>
      <div
        className="rail"
        data-unfolded={unfolded || undefined}
        role="toolbar"
        aria-label={t('panel.rail')}
        aria-orientation="vertical"
        onKeyDown={rovingKeys}
      >
        {items.map(({ action, panel, Icon, isNarrow }) => (
          <button
            key={action}
            type="button"
            className={isNarrow ? 'rail-button rail-narrow' : 'rail-button'}
            disabled={action === 'redo' && !canRedo}
            aria-label={t(`action.${action}`)}
            title={t(`action.${action}`)}
            tabIndex={action === stop ? 0 : -1}
            onFocus={() => setStop(action)}
            aria-pressed={panel === null ? undefined : open === panel}
            onClick={() => {
              setUnfolded(false);
              runAction(action, context);
              if (panel !== null && panel !== open) requestAnimationFrame(focusPanel);
            }}
          >
            <Icon size={18} stroke={1.7} />
            <span className="rail-name" aria-hidden="true">
              {t(`action.${action}`)}
            </span>
          </button>
        ))}
        <button
          ref={more}
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
          <span className="rail-name" aria-hidden="true">
            {t(unfolded ? 'panel.less' : 'panel.moreName')}
          </span>
        </button>
      </div>
    </nav>
  );
}

/** What has been opened is gone through from its beginning. */
function focusPanel(): void {
  document.querySelector<HTMLElement>('.side-panel')?.focus({ preventScroll: true });
}
