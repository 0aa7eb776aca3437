import { Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { membersIndex, personasOf } from '../../analysis/audience.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { togglePersona } from '../../model/togglePersona.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';

const EVERYONE: readonly string[] = [];

/** Whose touchpoints or links these are: everyone's, or some personas'. Nothing to choose while there is one persona. */
export function Members({ recordIds }: { recordIds: readonly string[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments(({ library: { personas } }) => personas);
  const label = useId();
  const index = membersIndex(map);
  const all = personasOf(map);
  const first = index.get(recordIds[0] ?? '') ?? EVERYONE;
  const differ = recordIds.some((id) => (index.get(id) ?? EVERYONE).join() !== first.join());
  if (recordIds.length === 0 || (all.length < 2 && first.length === 0 && !differ)) return null;
  const set = (personaIds: string[]) => editor.run('setMembers', { recordIds: [...recordIds], personaIds });
  const someHave = (personaId: string) => recordIds.some((id) => index.get(id)?.includes(personaId));
  const pressed = (isOn: boolean, isSome: boolean) => (differ ? (isSome ? 'mixed' : false) : isOn);
  return (
    <div>
      <Text component="div" className="field-label" id={label}>
        {t('members.label')}
      </Text>
      <div className="chips" role="group" aria-labelledby={label}>
        <button
          type="button"
          className="chip chip-toggle"
          aria-pressed={pressed(
            first.length === 0,
            recordIds.some((id) => !index.has(id)),
          )}
          onClick={() => set([])}
        >
          {t('persona.everyone')}
        </button>
        {all.map((id) => (
          <button
            key={id}
            type="button"
            className="chip chip-toggle"
            aria-pressed={pressed(first.includes(id), someHave(id))}
            // Of things that differ the first press makes one choice; from there it goes on as with a single one.
            onClick={() => set(differ ? [id] : togglePersona(all, first, id))}
          >
            <PersonaMark shape={library[id]?.shape ?? 'circle'} color={library[id]?.color ?? 'grey'} />
            {library[id]?.name || t('persona.unnamed')}
          </button>
        ))}
      </div>
      {differ && <p className="hint">{t('members.differ')}</p>}
    </div>
  );
}
