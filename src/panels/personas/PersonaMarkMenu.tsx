import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import { colors } from '../../model/records/common.ts';
import { type Persona, personaShapes } from '../../model/records/persona.ts';
import { MarkMenu } from '../../ui/MarkMenu.tsx';
import { PersonaMark } from '../../ui/PersonaMark.tsx';

/** The colour and shape that stand for a persona, to be changed. */
export function PersonaMarkMenu({ persona }: { persona: Persona }) {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <MarkMenu
      label={t('profile.mark', { name: persona.name })}
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
      draw={(shape, color) => <PersonaMark shape={shape} color={color} size={14} />}
    />
  );
}
