import { lazy, Suspense } from 'react';
import { useSession } from '../../editor/useEditor.ts';
import { loadPersonaTexts } from './personaTexts.ts';

const SheetDialog = lazy(async () => {
  const texts = loadPersonaTexts();
  const { SheetDialog: dialog } = await import('./SheetDialog.tsx');
  await texts;
  return { default: dialog };
});

/** The sheet of a persona, when one is open. */
export function OpenSheet() {
  const id = useSession((session) => session.personaSheet);
  return <Suspense fallback={null}>{id !== null && <SheetDialog key={id} id={id} />}</Suspense>;
}
