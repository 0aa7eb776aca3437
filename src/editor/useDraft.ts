import { useCallback } from 'react';
import { useEditor, useSession } from './useEditor.ts';

/**
 * A text that is being written in a panel and is not part of the map yet. It stays under its name while the map is open,
 * whatever panel is shown meanwhile. One with the name of its panel is about what is selected; see `showBeside`.
 */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const { session } = useEditor();
  const text = useSession(({ drafts }) => drafts[name] ?? '');
  const write = useCallback(
    (written: string) => session.setState(({ drafts }) => ({ drafts: { ...drafts, [name]: written } })),
    [session, name],
  );
  return [text, write];
}
