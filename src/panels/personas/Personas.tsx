import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments } from '../../editor/useEditor.ts';
import { PersonaList } from './PersonaList.tsx';
import { PersonaProfile } from './PersonaProfile.tsx';
import './personas.css';

/** Whose journey this is: the personas of the map, or the profile of one. */
export function Personas() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  // A profile may go while it is open: by an undo, or in another tab.
  const exists = useDocuments(({ library }) => open !== null && library.personas[open] !== undefined);
  return (
    <section className="panel" aria-label={t('panel.personas')}>
      <Text className="panel-title">{t('panel.personas')}</Text>
      {open !== null && exists ? (
        <PersonaProfile
          key={open}
          id={open}
          onBack={() => {
            setLast(open);
            setOpen(null);
          }}
        />
      ) : (
        <PersonaList onOpen={setOpen} opened={last} />
      )}
    </section>
  );
}
