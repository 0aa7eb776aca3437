import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { inOrder } from '../../model/order.ts';
import { colors } from '../../model/records/common.ts';
import { personaShapes } from '../../model/records/persona.ts';
import { MarkMenu } from '../../ui/MarkMenu.tsx';
import { PersonaMark } from '../../ui/PersonaMark.tsx';

/** Whose journey this is: the personas of the map, and those of the workspace it could have. */
export function Personas() {
  const { t } = useTranslation();
  const editor = useEditor();
  const members = useDocuments(({ map }) => map.mapPersonas);
  const personas = useDocuments(({ library }) => library.personas);
  const [name, setName] = useState('');
  const here = inOrder(Object.values(members)).flatMap((member) => personas[member.personaId] ?? []);
  const others = inOrder(Object.values(personas)).filter((persona) => !persona.archived && !here.includes(persona));
  const add = () => {
    if (name.trim() === '') return;
    editor.run('addPersona', { name });
    setName('');
  };
  return (
    <section className="panel" aria-label={t('panel.personas')}>
      <Text className="panel-title">{t('panel.personas')}</Text>
      {here.length === 0 && <Text className="hint">{t('persona.none')}</Text>}
      <Stack gap={6} mt={8}>
        {here.map((persona) => (
          <div key={persona.id} className="persona-row">
            <MarkMenu
              label={t('persona.mark', { name: persona.name })}
              colors={{
                values: colors,
                chosen: persona.color,
                label: (color) => t(`color.${color}`),
                onChange: (color) => editor.run('updatePersona', { id: persona.id, fields: { color } }),
              }}
              signs={{
                values: personaShapes,
                chosen: persona.shape,
                label: (shape) => t(`shape.${shape}`),
                onChange: (shape) => editor.run('updatePersona', { id: persona.id, fields: { shape } }),
              }}
              draw={(shape, color) => <PersonaMark shape={shape} color={color ?? 'ink-2'} size={14} />}
            />
            <TextInput
              size="xs"
              flex={1}
              aria-label={t('persona.name')}
              value={persona.name}
              onBlur={() => editor.seal()}
              onChange={(event) =>
                editor.run(
                  'updatePersona',
                  { id: persona.id, fields: { name: event.currentTarget.value } },
                  `persona:${persona.id}`,
                )
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('persona.takeOut', { name: persona.name })}
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
            add();
          }}
        >
          <TextInput
            size="xs"
            flex={1}
            value={name}
            aria-label={t('persona.new')}
            placeholder={t('persona.new')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
            {t('persona.add')}
          </Button>
        </form>
        {others.length > 0 && (
          <Select
            size="xs"
            value={null}
            label={t('persona.fromWorkspace')}
            placeholder={t('selection.choose')}
            data={others.map((persona) => ({ value: persona.id, label: persona.name }))}
            onChange={(personaId) => personaId && editor.run('addPersonaToMap', { personaId })}
          />
        )}
      </Stack>
    </section>
  );
}
