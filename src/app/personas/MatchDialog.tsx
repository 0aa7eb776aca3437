import '../../ui/choices.css';
import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonaMatch } from '../../exchange/matchLibrary.ts';
import { missingFacts } from '../../model/missingFacts.ts';
import type { Persona } from '../../model/records/persona.ts';
import type { LibraryTables } from '../../model/tables.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { differingFacts } from './askOnlyDiffering.ts';
import type { PersonaAnswer, PersonaAnswers } from './personaAnswers.ts';
import './matches.css';

interface MatchDialogProps {
  readonly matches: readonly PersonaMatch[];
  readonly library: LibraryTables;
  readonly answer: (answers: PersonaAnswers | null) => void;
}

/** One question for each persona of a file whose name the workspace has. Closing it imports nothing. */
export function MatchDialog({ matches, library, answer }: MatchDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [answers, setAnswers] = useState<PersonaAnswers>(new Map(matches.map(({ key }) => [key, 'match'])));
  const setAll = (value: PersonaAnswer) => setAnswers(new Map(matches.map(({ key }) => [key, value])));
  return (
    <Modal
      opened
      size="lg"
      onClose={() => answer(null)}
      title={t('profile.matchTitle', { count: matches.length })}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <p className="hint">{t('profile.matchHint')}</p>
      {matches.length > 1 && (
        <Group gap={6} mb={10}>
          <Button size="compact-xs" variant="default" onClick={() => setAll('match')}>
            {t('profile.matchAll')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setAll('new')}>
            {t('profile.newAll')}
          </Button>
        </Group>
      )}
      {matches.map((match) => {
        const present = library.personas[match.personaId];
        if (present === undefined) return null;
        return (
          <section key={match.key} className="match" aria-label={present.name}>
            <h3>
              <PersonaMark shape={present.shape} color={present.color} size={14} /> {present.name}
            </h3>
            <Differences present={present} incoming={match.incoming} />
            <Radio.Group
              aria-label={t('profile.matchOf', { name: present.name })}
              value={answers.get(match.key) ?? 'match'}
              onChange={(value) => setAnswers(new Map(answers).set(match.key, value as PersonaAnswer))}
            >
              <Radio size="xs" value="match" label={t('profile.answers.match')} />
              {Object.keys(missingFacts(present, { ...match.incoming, picture: match.picture?.id ?? null })).length >
                0 && <Radio size="xs" value="fill" label={t('profile.answers.fill')} />}
              <Radio size="xs" value="new" label={t('profile.answers.new')} />
            </Radio.Group>
          </section>
        );
      })}
      <Group justify="flex-end" mt="md">
        <Button size="xs" variant="default" onClick={() => answer(null)}>
          {t('profile.dontImport')}
        </Button>
        <Button size="xs" data-autofocus onClick={() => answer(answers)}>
          {t('profile.goOn')}
        </Button>
      </Group>
    </Modal>
  );
}

/** The facts in which two profiles differ, side by side. */
function Differences({ present, incoming }: { present: Persona; incoming: Persona }) {
  const { t } = useTranslation();
  const differing = differingFacts(present, incoming);
  if (differing.length === 0) return <p className="hint">{t('profile.alike')}</p>;
  return (
    <table className="match-facts">
      <thead>
        <tr>
          <th scope="col">{t('profile.fact')}</th>
          <th scope="col">{t('profile.here')}</th>
          <th scope="col">{t('profile.inFile')}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((fact) => (
          <tr key={fact}>
            <th scope="row">{t(`profile.facts.${fact}`)}</th>
            <td>{present[fact].trim() || '–'}</td>
            <td>{incoming[fact].trim()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
