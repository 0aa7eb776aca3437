import i18next from 'i18next';
import { belongsTo, membersIndex } from '../../analysis/audience.ts';
import { announce } from '../../editor/session.ts';
import { inOrder } from '../../model/order.ts';
import type { Documents } from '../../model/tables.ts';
import type { Action, ActionContext } from './action.ts';

type Shown = Pick<ActionContext, 'editor' | 't'>;

/** The personas of the map, in its order. */
export function personasHere({ map, library }: Documents) {
  return inOrder(Object.values(map.mapPersonas)).flatMap(({ personaId }) => library.personas[personaId] ?? []);
}

/** Shows what belongs to these personas, everything when there are none, and says so. */
export function showPersonas({ editor, t }: Shown, personaFilter: readonly string[]): void {
  editor.session.setState({ personaFilter });
  say({ editor, t });
}

/** Chooses what happens to the rest, and says so. */
export function setFilterMode({ editor, t }: Shown, filterMode: 'fade' | 'hide'): void {
  editor.session.setState({ filterMode });
  say({ editor, t });
}

export function setSideBySide({ editor, t }: Shown, sideBySide: boolean): void {
  editor.session.setState({ sideBySide });
  announce(editor.session, t(sideBySide ? 'filter.saidSideBySide' : 'filter.saidTogether'));
}

function say({ editor, t }: Shown): void {
  const { personaFilter, filterMode } = editor.session.getState();
  const { map, library } = editor.documents();
  if (personaFilter.length === 0) {
    announce(editor.session, t('filter.saidEveryone'));
    return;
  }
  const index = membersIndex(map);
  const names = new Intl.ListFormat(i18next.language).format(
    personaFilter.map((id) => library.personas[id]?.name ?? ''),
  );
  const count = Object.keys(map.touchpoints).filter((id) => belongsTo(index, id, personaFilter)).length;
  announce(editor.session, t(`filter.said.${filterMode}`, { names, count }));
}

const severalHere = ({ editor }: ActionContext) => personasHere(editor.documents()).length > 1;

export const personaActions: readonly Action[] = [
  {
    id: 'personas.next',
    group: 'view',
    keys: ['mod+shift+F'],
    enabled: severalHere,
    run: (context) => {
      const ids = personasHere(context.editor.documents()).map(({ id }) => id);
      const { personaFilter } = context.editor.session.getState();
      const next = ids[personaFilter.length === 0 ? 0 : ids.indexOf(personaFilter.at(-1) ?? '') + 1];
      showPersonas(context, next === undefined ? [] : [next]);
    },
  },
  { id: 'personas.all', group: 'view', enabled: severalHere, run: (context) => showPersonas(context, []) },
  {
    id: 'personas.fadeOrHide',
    group: 'view',
    enabled: severalHere,
    run: (context) => setFilterMode(context, context.editor.session.getState().filterMode === 'fade' ? 'hide' : 'fade'),
  },
  {
    id: 'personas.sideBySide',
    group: 'view',
    enabled: severalHere,
    run: (context) => setSideBySide(context, !context.editor.session.getState().sideBySide),
  },
];
