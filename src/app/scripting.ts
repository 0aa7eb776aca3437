import type { CommandArgs, CommandName, CommandResult } from '../commands/commands.ts';
import type { Editor } from '../editor/createEditor.ts';
import type { Documents } from '../model/tables.ts';
import type { OpenMap } from '../storage/openMap.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { ImportedFile } from './importFile.ts';
import { goTo, mapAddress } from './router.ts';

/** The open map, for scripts. */
export interface ScriptedEditor {
  readonly doc: Documents;
  run<N extends CommandName>(command: N, args: CommandArgs<N>): CommandResult<N>;
  undo(): string | null;
  redo(): string | null;
  /** Resolves when everything done so far is on disk. */
  whenSaved(): Promise<void>;
  /** Transactions and rows written since the map was opened. */
  saveCounters(): { writes: number; rows: number; lastRows: number };
}

/** `window.desirepath`: what a script, or a test, can do with the program. Rejections carry a sentence. */
export interface ScriptingApi {
  readonly version: string;
  maps(): Promise<{ id: string; name: string }[]>;
  /** Opens a map in the editor and resolves when it is shown. */
  open(mapId: string): Promise<void>;
  /**
   * Personas whose names the workspace has are taken for the same, which the notes say; with `personas: 'new'` they are
   * added under a free name. Nobody is asked.
   */
  importFile(file: File, options?: { personas?: 'match' | 'new' }): Promise<ImportedFile>;
  /** The open map as a file. Options for `png`: scale 1-4, lens, theme. */
  exportMap(format: 'json' | 'mermaid' | 'png', options?: Record<string, unknown>): Promise<Blob>;
  readonly editor: ScriptedEditor | null;
}

declare global {
  interface Window {
    desirepath: ScriptingApi;
  }
}

export interface Scripting {
  readonly api: ScriptingApi;
  /** Tells scripts which map is open. */
  attach(map: OpenMap<Editor> | null): void;
}

export function createScripting(workspace: Workspace): Scripting {
  let current: { mapId: string; scripted: ScriptedEditor } | null = null;
  const waiting = new Map<string, (() => void)[]>();
  const api: ScriptingApi = {
    version: '0.1.0',
    maps: async () => (await workspace.listMaps()).map(({ docId, name }) => ({ id: docId, name })),
    open: async (mapId) => {
      if (current?.mapId === mapId) return;
      if (!(await workspace.listMaps()).some((map) => map.docId === mapId)) {
        throw new Error(`There is no map with the id "${mapId}". desirepath.maps() lists the ones there are.`);
      }
      const shown = new Promise<void>((resolve, reject) => {
        waiting.set(mapId, [...(waiting.get(mapId) ?? []), resolve]);
        setTimeout(() => reject(new Error(`The map "${mapId}" did not open within 30 seconds.`)), 30_000);
      });
      goTo(mapAddress(mapId));
      await shown;
    },
    importFile: async (file, options) => {
      const { importFile } = await import('./importFile.ts');
      return importFile(workspace, file, options);
    },
    exportMap: async (format, options = {}) => {
      if (current === null) throw new Error('No map is open. Open one with desirepath.open(mapId) first.');
      const { exportBlob } = await import('./exportBlob.ts');
      return exportBlob(current.scripted.doc, format, workspace.getAsset, options);
    },
    get editor() {
      return current?.scripted ?? null;
    },
  };
  return {
    api,
    attach(map) {
      if (map === null) {
        current = null;
        return;
      }
      const { editor } = map;
      current = {
        mapId: editor.mapId,
        scripted: {
          get doc() {
            return editor.documents();
          },
          run: (command, args) => editor.run(command, args),
          undo: editor.undo,
          redo: editor.redo,
          whenSaved: map.whenSaved,
          saveCounters: map.counters,
        },
      };
      for (const resolve of waiting.get(editor.mapId) ?? []) resolve();
      waiting.delete(editor.mapId);
    },
  };
}
