import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Documents } from '../model/tables.ts';
import type { Editor, EditorState } from './createEditor.ts';
import type { SessionState } from './session.ts';

/** The open map's editor, for the canvas and the panels. */
export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('No map is open here: this component belongs inside an EditorContext.');
  return editor;
}

/** A part of the documents. The selector must return the same object for the same documents (a record, a table, a text). */
export function useDocuments<T>(select: (documents: Documents) => T): T {
  return useStore(useEditor().store, (state) => select(state.documents));
}

export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

export function useSession<T>(select: (session: SessionState) => T): T {
  return useStore(useEditor().session, select);
}
