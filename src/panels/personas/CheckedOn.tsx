import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agoInWords, dayOf, evidenceCheck } from '../../analysis/evidenceCheck.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Persona } from '../../model/records/persona.ts';

/** When the profile was last held against evidence, and a quiet word when that is long ago. */
export function CheckedOn({ persona }: { persona: Persona }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const today = dayOf(new Date());
  const { days, isDue } = evidenceCheck(persona.checkedOn, today);
  const set = (checkedOn: string | null, mergeKey?: string) =>
    editor.run('updatePersona', { id: persona.id, fields: { checkedOn } }, mergeKey);
  return (
    <div className="persona-check" data-due={isDue || undefined}>
      <div className="persona-check-line">
        <TextInput
          type="date"
          size="xs"
          flex={1}
          max={today}
          label={t('profile.checkedOn')}
          value={persona.checkedOn ?? ''}
          onBlur={() => editor.seal()}
          onChange={(event) => {
            const day = event.currentTarget.value;
            set(/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null, `checked:${persona.id}`);
          }}
        />
        <Button size="xs" variant="default" disabled={days === 0} onClick={() => set(today)}>
          {t('profile.checkedToday')}
        </Button>
      </div>
      <p className="hint">
        {days === null
          ? t('profile.neverChecked')
          : t(isDue ? 'profile.checkDue' : 'profile.lastChecked', { ago: agoInWords(days, i18n.language) })}
      </p>
    </div>
  );
}
