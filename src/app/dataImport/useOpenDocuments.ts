import { useSyncExternalStore } from 'react';
import type { Editor } from '../../editor/createEditor.ts';
import type { Documents } from '../../model/tables.ts';

const nothing = () => () => {};

/** The documents of the open map as they are now, or null where none is open. */
export function useOpenDocuments(editor: Editor | null): Documents | null {
  return useSyncExternalStore(editor?.store.subscribe ?? nothing, () => editor?.documents() ?? null);
}
