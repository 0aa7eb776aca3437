import { nanoid } from 'nanoid';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { CommandError } from '../commands/commandError.ts';
import { type CommandArgs, type CommandName, type CommandResult, commands } from '../commands/commands.ts';
import { applyPatches, compactPatches, type Patch, readRecord, sameValue } from '../model/patch.ts';
import { repair } from '../model/repair.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { archiveUsed } from '../model/usedEntries.ts';
import type { Commit } from './commit.ts';
import { edit } from './editCommit.ts';
import { createHistory, type History } from './history.ts';
import { createSession, type Session } from './session.ts';
import { isStructural } from './structure.ts';

export interface EditorState {
  readonly documents: Documents;
  /** Counts the commits that can change boxes or lines of the map. */
  readonly structure: number;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

export interface Editor {
  readonly mapId: string;
  readonly store: StoreApi<EditorState>;
  readonly session: Session;
  documents(): Documents;
  /**
   * Runs one command as one gesture: one commit, one step of undo. Commands that change nothing make no commit. With the
   * same `merge` key, commits less than a second apart become one step (a burst of typing). Throws what the command throws, with
   * the documents as they were.
   */
  run<N extends CommandName>(name: N, args: CommandArgs<N>, merge?: string): CommandResult<N>;
  /** Several commands as one gesture. */
  transact<R>(label: CommandName, change: (draft: Documents) => R): R;
  /** Takes the last gesture back. Returns its label, or null when there is none. */
  undo(): string | null;
  redo(): string | null;
  /** From now on every command and undo throws: this window can no longer save. Changes from elsewhere still come in. */
  makeReadOnly(): void;
  /** Ends a burst of typing, so that what follows is another step. */
  seal(): void;
  /** Applies parsed patches from elsewhere, outside history, and mends what they broke. */
  applyForeign(patches: readonly Patch[], origin: 'tab' | 'peer' | 'repair'): void;
  /** Is told of every commit. Returns the way to stop that. */
  subscribe(listener: (commit: Commit) => void): () => void;
}

/** A running document. Holds no global state: a test can make ten. */
export function createEditor(initial: Documents, history: History = createHistory()): Editor {
  const store = createStore<EditorState>(() => ({
    documents: initial,
    structure: 0,
    undoLabel: null,
    redoLabel: null,
  }));
  const session = createSession();
  const listeners = new Set<(commit: Commit) => void>();

  const publish = (documents: Documents, commit: Commit) => {
    store.setState((state) => ({
      documents,
      structure: state.structure + (commit.patches.some((patch) => isStructural(patch, state.documents)) ? 1 : 0),
      undoLabel: history.undoLabel,
      redoLabel: history.redoLabel,
    }));
    for (const listener of listeners) listener(commit);
  };

  /** Returns false, and makes no commit, when the patches change nothing. */
  const commitPatches = (patches: readonly Patch[], origin: Commit['origin'], label: string): boolean => {
    const before = store.getState().documents;
    const after = applyPatches(before, patches);
    if (after === before) return false;
    const effective = compactPatches(patches).filter(({ path: [doc, table, id, field] }) => {
      const was = readRecord(before, doc, table, id);
      const is = readRecord(after, doc, table, id);
      // What is deleted and mended into being again is another object with the same content.
      return field === undefined ? !sameValue(was, is) : is !== undefined && !sameValue(was?.[field], is[field]);
    });
    if (effective.length === 0) return false;
    const inverse = effective.map(({ path }): Patch => {
      const record = readRecord(before, path[0], path[1], path[2]);
      return { path, value: path[3] === undefined ? record : record?.[path[3]] };
    });
    publish(after, { id: nanoid(), origin, label, patches: effective, inverse });
    return true;
  };

  const mend = (origin: 'history' | 'repair', label: string) => {
    const { patches } = repair(store.getState().documents, mapId);
    if (patches.length > 0) commitPatches(patches, origin, label);
  };

  const mapId = mapRecord(initial.map).id;

  let readOnly = false;
  const assertWritable = () => {
    if (readOnly) {
      throw new CommandError(
        'readOnly',
        {},
        'This window can no longer save, so nothing can be changed in it. Reload it to go on.',
      );
    }
  };

  const transact = <R>(label: CommandName, change: (draft: Documents) => R, merge: string | null = null): R => {
    assertWritable();
    const { documents, patches, inverse, result } = edit(store.getState().documents, change);
    if (patches.length > 0) {
      history.record(label, patches, inverse, merge);
      publish(documents, { id: nanoid(), origin: 'user', label, patches, inverse });
    }
    return result;
  };

  const travel = (take: History['undo']): string | null => {
    const before = () => store.getState().documents;
    for (let step = take(before()); step !== null; step = take(before())) {
      // What undo brings back may hang on what another tab has deleted meanwhile: mended in the same commit. When nothing
      // is left of it then, the gesture before is the one to take.
      const taken = archiveUsed(before(), step.patches);
      const { patches } = repair(applyPatches(before(), taken), mapId);
      if (commitPatches([...taken, ...patches], 'history', step.label)) return step.label;
    }
    store.setState({ undoLabel: history.undoLabel, redoLabel: history.redoLabel });
    return null;
  };

  return {
    mapId,
    store,
    session,
    documents: () => store.getState().documents,
    run: (name, args, merge) => {
      // A script may ask for anything.
      if (!Object.hasOwn(commands, name)) {
        const names = Object.keys(commands).join(', ');
        throw new CommandError(
          'missing',
          { what: 'command', id: name },
          `There is no command "${name}", but: ${names}.`,
        );
      }
      return transact(
        name,
        (draft) => (commands[name] as (draft: Documents, args: unknown) => never)(draft, args),
        merge ?? null,
      );
    },
    transact: (label, change) => transact(label, change),
    undo: () => {
      assertWritable();
      return travel(history.undo);
    },
    redo: () => {
      assertWritable();
      return travel(history.redo);
    },
    makeReadOnly: () => {
      readOnly = true;
    },
    seal: () => history.seal(),
    applyForeign: (patches, origin) => {
      commitPatches(patches, origin, origin);
      if (origin !== 'repair') mend('repair', 'repair');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
