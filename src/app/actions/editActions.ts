import { editRecord, recordAtCursor } from '../../canvas/gridEdits.ts';
import { copyFragment } from '../../commands/fragments.ts';
import { announce } from '../../editor/session.ts';
import { copySelection, pasteFromClipboard } from '../clipboard.ts';
import type { Action, ActionContext } from './action.ts';

/** The chosen touchpoints, cards and links: the selection, or else what the cursor stands on. */
export function chosen({ editor, view, target }: ActionContext): string[] {
  const { selection } = editor.session.getState();
  if (target?.kind === 'record' || target?.kind === 'link')
    return selection.includes(target.id) ? [...selection] : [target.id];
  if (selection.length > 0) return [...selection];
  const record = recordAtCursor(editor, view);
  return record === null ? [] : [record];
}

/** Touchpoints and cards: links go with them, and opportunities with the map. */
const boxes = (context: ActionContext) => chosen(context).filter((id) => !/^(ln|op)_/.test(id));
/** The only record chosen besides links. */
const one = (context: ActionContext) => {
  const [first, ...more] = chosen(context).filter((id) => !id.startsWith('ln_'));
  return first === undefined || more.length > 0 ? null : first;
};
/** Touchpoints and cards have rows of their own: only one kind moves together. */
const ofOneKind = (context: ActionContext) => {
  const { touchpoints, cards } = context.editor.documents().map;
  const ids = boxes(context);
  return ids.length > 0 && (ids.every((id) => touchpoints[id]) || ids.every((id) => cards[id]));
};
const some = (context: ActionContext) => chosen(context).length > 0;
const someBoxes = (context: ActionContext) => boxes(context).length > 0;

export const editActions: readonly Action[] = [
  {
    id: 'undo',
    group: 'edit',
    keys: ['mod+Z'],
    enabled: ({ editor }) => editor.store.getState().undoLabel !== null,
    run: ({ editor, t }) => {
      const label = editor.undo();
      announce(
        editor.session,
        label === null ? t('said.nothingToUndo') : t('said.undone', { label: t(`command.${label}`) }),
      );
    },
  },
  {
    id: 'redo',
    group: 'edit',
    keys: ['mod+shift+Z', 'mod+Y'],
    enabled: ({ editor }) => editor.store.getState().redoLabel !== null,
    run: ({ editor, t }) => {
      const label = editor.redo();
      announce(
        editor.session,
        label === null ? t('said.nothingToRedo') : t('said.redone', { label: t(`command.${label}`) }),
      );
    },
  },
  {
    id: 'edit',
    group: 'edit',
    keys: ['F2'],
    menu: ['record'],
    enabled: (context) => one(context) !== null,
    run: (context) => editRecord(context.editor, one(context) as string),
  },
  {
    id: 'cut',
    group: 'edit',
    keys: ['mod+X'],
    menu: ['record'],
    enabled: someBoxes,
    run: async (context) => {
      const ids = boxes(context);
      if (!(await copySelection(context, ids))) return;
      context.editor.run('removeItems', { ids });
      context.editor.session.setState({ selection: [] });
    },
  },
  {
    id: 'copy',
    group: 'edit',
    keys: ['mod+C'],
    menu: ['record'],
    enabled: someBoxes,
    run: async (context) => {
      await copySelection(context, boxes(context));
    },
  },
  {
    id: 'paste',
    group: 'edit',
    keys: ['mod+V'],
    menu: ['record', 'cell'],
    run: (context) => pasteFromClipboard(context),
  },
  {
    id: 'duplicate',
    group: 'edit',
    keys: ['mod+D'],
    menu: ['record'],
    enabled: someBoxes,
    run: (context) => {
      const { editor, t } = context;
      const fragment = copyFragment(editor.documents(), boxes(context));
      const first =
        fragment.touchpoints.find((tp) => tp.column === 0) ?? fragment.cards.find((card) => card.column === 0);
      if (!first) return;
      const made = editor.run('pasteFragment', { fragment, stepId: first.stepId });
      editor.session.setState({ selection: made });
      announce(editor.session, t('said.duplicated', { count: made.length }));
    },
  },
  {
    id: 'moveTo',
    group: 'edit',
    menu: ['record'],
    enabled: ofOneKind,
    run: (context) => {
      context.editor.session.setState({ selection: boxes(context) });
      context.shell.openDialog('moveTo');
    },
  },
  {
    id: 'delete',
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    menu: ['record', 'link'],
    enabled: some,
    run: (context) => {
      const { editor, t } = context;
      const ids = chosen(context);
      editor.run('removeItems', { ids });
      editor.session.setState({ selection: [] });
      announce(editor.session, t('said.deleted', { count: ids.length }));
    },
  },
  {
    id: 'selectAll',
    group: 'edit',
    keys: ['mod+A'],
    run: ({ editor, view }) => editor.session.setState({ selection: [...view.laid.getState().placementOf.keys()] }),
  },
  {
    id: 'toggleMomentOfTruth',
    group: 'edit',
    keys: ['mod+shift+M'],
    menu: ['record'],
    enabled: (context) => boxes(context).some((id) => context.editor.documents().map.touchpoints[id]),
    run: (context) => {
      const { map } = context.editor.documents();
      const ids = boxes(context).filter((id) => map.touchpoints[id]);
      const value = !ids.every((id) => map.touchpoints[id]?.momentOfTruth);
      context.editor.run('setMomentOfTruth', { ids, value });
    },
  },
];
