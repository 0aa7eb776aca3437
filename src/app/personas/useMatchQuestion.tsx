import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { PersonaMatch } from '../../exchange/matchLibrary.ts';
import type { LibraryTables } from '../../model/tables.ts';
import type { PersonaAnswers } from './personaAnswers.ts';
import { loadPersonaTexts } from './personaTexts.ts';

const MatchDialog = lazy(async () => {
  const texts = loadPersonaTexts();
  const { MatchDialog: dialog } = await import('./MatchDialog.tsx');
  await texts;
  return { default: dialog };
});

interface Question {
  readonly matches: readonly PersonaMatch[];
  readonly library: LibraryTables;
  readonly answer: (answers: PersonaAnswers | null) => void;
}

/** Asks what becomes of personas whose names the workspace has. `dialog` is to be shown wherever `ask` is used. */
export function useMatchQuestion(): {
  ask: (matches: readonly PersonaMatch[], library: LibraryTables) => Promise<PersonaAnswers | null>;
  dialog: ReactNode;
} {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback(
    (matches: readonly PersonaMatch[], library: LibraryTables) =>
      new Promise<PersonaAnswers | null>((resolve) => {
        const answer = (answers: PersonaAnswers | null) => {
          setQuestion(null);
          resolve(answers);
        };
        setQuestion({ matches, library, answer });
      }),
    [],
  );
  return { ask, dialog: <Suspense fallback={null}>{question !== null && <MatchDialog {...question} />}</Suspense> };
}
