import { useTranslation } from 'react-i18next';
import { useSession } from '../../editor/useEditor.ts';
import { lenses } from '../../model/lens.ts';
import { rovingKeys } from '../../ui/rovingKeys.ts';
import { runAction, useActions } from '../actions/actionsContext.ts';

/** What gives the rows of the map. One tab stop; the arrow keys choose. */
export function LensSwitch() {
  const { t } = useTranslation();
  const context = useActions();
  const lens = useSession((session) => session.lens);
  return (
    <div
      className="lens-switch"
      role="radiogroup"
      aria-label={t('lens.label')}
      onKeyDown={(event) => rovingKeys(event)?.click()}
    >
      {lenses.map((candidate, index) => (
        <button
          key={candidate}
          type="button"
          role="radio"
          aria-checked={lens === candidate}
          tabIndex={lens === candidate ? 0 : -1}
          onClick={() => runAction(`lens.${candidate}`, context)}
        >
          {t(`lens.${candidate}`)} <kbd>{index + 1}</kbd>
        </button>
      ))}
    </div>
  );
}
