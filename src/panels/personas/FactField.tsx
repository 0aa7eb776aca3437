import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import { MAX_TEXT } from '../../model/records/common.ts';
import { type Persona, type PersonaFact, shortFacts } from '../../model/records/persona.ts';

/** One fact of a profile: saved as it is typed; leaving the field ends the burst that one undo takes back. */
export function FactField({ persona, fact }: { persona: Persona; fact: PersonaFact }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const common = {
    size: 'xs' as const,
    label: t(`profile.facts.${fact}`),
    value: persona[fact],
    maxLength: MAX_TEXT,
    onBlur: () => editor.seal(),
    onChange: (event: { currentTarget: { value: string } }) =>
      void editor.run(
        'updatePersona',
        { id: persona.id, fields: { [fact]: event.currentTarget.value } },
        `persona:${persona.id}:${fact}`,
      ),
  };
  // A short one is a line as long as that is enough; what is longer than half the panel wraps.
  return shortFacts.has(fact) ? (
    <Textarea
      {...common}
      autosize
      minRows={1}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
      }}
    />
  ) : (
    <Textarea {...common} className="fact-long" autosize minRows={2} maxRows={12} />
  );
}
