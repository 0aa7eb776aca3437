import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { mapPersonaId } from '../../model/ids.ts';
import { MAX_TEXT } from '../../model/records/common.ts';
import { personaFactGroupNames } from '../../model/records/persona.ts';
import { CheckedOn } from './CheckedOn.tsx';
import { FactGroup } from './FactGroup.tsx';
import { PersonaMarkMenu } from './PersonaMarkMenu.tsx';
import { PictureField } from './PictureField.tsx';

/** Everything known about one persona, to be written down. */
export function PersonaProfile({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const persona = useDocuments(({ library }) => library.personas[id]);
  const isHere = useDocuments(({ map }) => map.mapPersonas[mapPersonaId(id)] !== undefined);
  if (persona === undefined) return null;
  return (
    <Stack gap={12}>
      <div className="persona-top">
        <button
          type="button"
          className="persona-back"
          // biome-ignore lint/a11y/noAutofocus: what opened the profile is gone, and the focus with it
          autoFocus
          onClick={onBack}
        >
          ‹ {t('profile.back')}
        </button>
        <button type="button" className="persona-back" onClick={() => editor.session.setState({ personaSheet: id })}>
          {t('profile.sheet')}
        </button>
      </div>
      <div className="persona-row">
        <PersonaMarkMenu persona={persona} />
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('profile.name')}
          placeholder={t('persona.unnamed')}
          maxLength={MAX_TEXT}
          value={persona.name}
          styles={{ input: { fontSize: 15, fontWeight: 600 } }}
          onBlur={() => editor.seal()}
          onChange={(event) =>
            editor.run('updatePersona', { id, fields: { name: event.currentTarget.value } }, `persona:${id}`)
          }
        />
      </div>
      <PictureField persona={persona} />
      <CheckedOn persona={persona} />
      <div>
        {personaFactGroupNames.map((group) => (
          <FactGroup key={group} persona={persona} group={group} />
        ))}
      </div>
      <Text className="hint">{t('profile.profileHint')}</Text>
      <div className="persona-actions">
        {isHere && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              editor.run('removePersonaFromMap', { personaId: id });
              onBack();
            }}
          >
            {t('profile.takeOutShort')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          title={persona.archived ? undefined : t('profile.archiveHint')}
          onClick={() => editor.run('updatePersona', { id, fields: { archived: !persona.archived } })}
        >
          {t(persona.archived ? 'profile.restoreShort' : 'profile.archive')}
        </Button>
      </div>
    </Stack>
  );
}
