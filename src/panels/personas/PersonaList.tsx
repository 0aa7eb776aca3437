import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, evidenceCheck } from '../../analysis/evidenceCheck.ts';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { Persona } from '../../model/records/persona.ts';
import { PersonaMarkMenu } from './PersonaMarkMenu.tsx';
import '../../ui/lists.css';

/** The personas of the map, and those of the workspace it could have. */
export function PersonaList({ onOpen, opened }: { onOpen: (id: string) => void; opened: string | null }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const members = useDocuments(({ map }) => map.mapPersonas);
  const personas = useDocuments(({ library }) => library.personas);
  const [name, setName] = useDraft('persona');
  const here = inOrder(Object.values(members)).flatMap((member) => personas[member.personaId] ?? []);
  const others = inOrder(Object.values(personas)).filter((persona) => !here.includes(persona));
  const offered = others.filter((persona) => !persona.archived);
  const archived = others.filter((persona) => persona.archived);
  const today = dayOf(new Date());
  const about = (persona: Persona) =>
    [
      persona.age,
      persona.occupation,
      persona.archived ? t('profile.archived') : '',
      evidenceCheck(persona.checkedOn, today).isDue ? t('profile.due') : '',
    ]
      .filter((text) => text.trim() !== '')
      .join(' · ');
  return (
    <>
      {here.length === 0 && <Text className="hint">{t('profile.none')}</Text>}
      <Stack gap={6} mt={8}>
        {here.map((persona) => (
          <div key={persona.id} className="persona-row">
            <PersonaMarkMenu persona={persona} />
            <button
              type="button"
              className="persona-open"
              aria-label={t('profile.open', { name: persona.name || t('persona.unnamed') })}
              // biome-ignore lint/a11y/noAutofocus: coming back from a profile, the focus is where it left from
              autoFocus={persona.id === opened}
              onClick={() => onOpen(persona.id)}
            >
              <span className="persona-open-name">{persona.name || t('persona.unnamed')}</span>
              <span className="persona-open-about">{about(persona)}</span>
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('profile.takeOut', { name: persona.name })}
              onClick={() => editor.run('removePersonaFromMap', { personaId: persona.id })}
            >
              ×
            </ActionIcon>
          </div>
        ))}
        <form
          className="persona-row"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            editor.run('addPersona', { name });
            setName('');
          }}
        >
          <TextInput
            size="xs"
            flex={1}
            value={name}
            aria-label={t('profile.new')}
            placeholder={t('profile.new')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
            {t('persona.add')}
          </Button>
        </form>
        {offered.length > 0 && (
          <Select
            size="xs"
            searchable
            value={null}
            label={t('profile.fromWorkspace')}
            placeholder={t('selection.choose')}
            nothingFoundMessage={t('find.nothing')}
            data={offered.map((persona) => ({ value: persona.id, label: persona.name || t('persona.unnamed') }))}
            onChange={(personaId) => personaId && editor.run('addPersonaToMap', { personaId })}
          />
        )}
      </Stack>
      {archived.length > 0 && (
        <>
          <Text component="div" className="field-label" mt={14}>
            {t('profile.archived')}
          </Text>
          <div className="chips">
            {archived.map((persona) => (
              <button
                key={persona.id}
                type="button"
                className="chip"
                aria-label={t('profile.restore', { name: persona.name })}
                onClick={() => editor.run('updatePersona', { id: persona.id, fields: { archived: false } })}
              >
                {persona.name} ↺
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
