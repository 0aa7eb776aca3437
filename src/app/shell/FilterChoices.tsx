import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { togglePersona } from '../../model/togglePersona.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { personasHere, setFilterMode, setSideBySide, showPersonas } from '../actions/personaActions.ts';

/** A row of choices; on a phone one button in the empty corner of the heads, so that the map loses no height. */
export function FilterChoices() {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  const filter = useSession((session) => session.personaFilter);
  const library = useDocuments(({ library: { personas } }) => personas);
  if (!narrow) return <Choices />;
  const names = filter.map((id) => library[id]?.name || t('persona.unnamed'));
  return (
    <Popover position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="filter-fold" aria-label={t('filter.fold', { names: names.join(', ') })}>
          {filter[0] !== undefined && (
            <PersonaMark shape={library[filter[0]]?.shape ?? 'circle'} color={library[filter[0]]?.color ?? 'grey'} />
          )}
          <span className="filter-fold-name">{names[0] ?? t('persona.everyone')}</span>
          {names.length > 1 && ` +${names.length - 1}`} ▾
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Choices />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices() {
  const { t } = useTranslation();
  const editor = useEditor();
  useDocuments(({ map }) => map.mapPersonas);
  useDocuments(({ library }) => library.personas);
  const { personaFilter, filterMode, sideBySide } = useSession((session) => session);
  const personas = personasHere(editor.documents());
  const all = personas.map(({ id }) => id);
  const context = { editor, t };
  return (
    <div className="filter-choices" style={{ '--personas': personas.length } as React.CSSProperties}>
      <div className="chips" role="group" aria-label={t('filter.label')}>
        <button
          type="button"
          className="chip chip-toggle"
          aria-pressed={personaFilter.length === 0}
          onClick={() => showPersonas(context, [])}
        >
          {t('persona.everyone')}
        </button>
        {personas.map(({ id, name, shape, color }) => (
          <button
            key={id}
            type="button"
            className="chip chip-toggle"
            title={name}
            aria-pressed={personaFilter.includes(id)}
            onClick={() => showPersonas(context, togglePersona(all, personaFilter, id))}
          >
            <PersonaMark shape={shape} color={color} />
            <span className="filter-name">{name || t('persona.unnamed')}</span>
          </button>
        ))}
      </div>
      {personaFilter.length > 0 && (
        <div className="filter-rest">
          <span id="filter-rest">{t('filter.rest')}</span>
          <div className="lens-switch" role="radiogroup" aria-labelledby="filter-rest">
            {(['fade', 'hide'] as const).map((mode) => (
              <button
                key={mode}
                type="button"
                role="radio"
                aria-checked={filterMode === mode}
                onClick={() => setFilterMode(context, mode)}
              >
                {t(`filter.modes.${mode}`)}
              </button>
            ))}
          </div>
        </div>
      )}
      <button
        type="button"
        className="chip chip-toggle filter-side"
        aria-pressed={sideBySide}
        onClick={() => setSideBySide(context, !sideBySide)}
      >
        {t('filter.sideBySide')}
      </button>
    </div>
  );
}
