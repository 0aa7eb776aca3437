import { lazy, Suspense, useEffect } from 'react';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { personasHere } from '../actions/personaActions.ts';
import './filterBar.css';

const FilterChoices = lazy(() => import('./FilterChoices.tsx').then((module) => ({ default: module.FilterChoices })));

/** Above the map, where it has several personas: which of them are shown, and how. Keeps its place while it is fetched. */
export function FilterBar() {
  const editor = useEditor();
  const members = useDocuments(({ map }) => map.mapPersonas);
  const library = useDocuments(({ library: { personas } }) => personas);
  useEffect(() => {
    // A persona that left the map, by an undo or in another tab, must not go on hiding what is there.
    const ids = new Set(Object.values(members).map(({ personaId }) => personaId));
    editor.session.setState(({ personaFilter, sideBySide }) => {
      const kept = personaFilter.filter((id) => ids.has(id) && library[id] !== undefined);
      return {
        personaFilter: ids.size > 1 ? (kept.length === personaFilter.length ? personaFilter : kept) : [],
        sideBySide: sideBySide && ids.size > 1,
      };
    });
  }, [editor, members, library]);
  if (personasHere(editor.documents()).length < 2) return null;
  return (
    <div className="filter-bar">
      <Suspense fallback={null}>
        <FilterChoices />
      </Suspense>
    </div>
  );
}
