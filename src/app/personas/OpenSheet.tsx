import { lazy, Suspense } from 'react';
import { useEditor, useSession } from '../../editor/useEditor.ts';
import { PartBoundary } from '../PartBoundary.tsx';
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
  const editor = useEditor();
  return (
    <PartBoundary key={id} onClose={() => editor.session.setState({ personaSheet: null })}>
      <Suspense fallback={null}>{id !== null && <SheetDialog id={id} />}</Suspense>
    </PartBoundary>
  );
}
