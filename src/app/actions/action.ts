import type { TFunction } from 'i18next';
import type { MenuTarget } from '../../canvas/canvasContext.ts';
import type { MapFlow } from '../../canvas/feed.ts';
import type { MapView } from '../../canvas/mapView.ts';
import type { Editor } from '../../editor/createEditor.ts';

export type Dialog =
  | 'shortcuts'
  | 'find'
  | 'moveTo'
  | 'png'
  | 'review'
  | 'tables'
  | 'coverage'
  | 'summary'
  | 'evidenceTable'
  | 'walks'
  | 'data';

/** What an action may need. There is one for each open map. */
export interface ActionContext {
  readonly editor: Editor;
  readonly view: MapView;
  readonly flow: () => MapFlow | null;
  readonly area: () => HTMLElement | null;
  readonly t: TFunction;
  /** What a context menu was opened on; null from keys and palette. */
  readonly target: MenuTarget | null;
  readonly shell: {
    openDialog(dialog: Dialog): void;
    openPalette(): void;
    /** Once what is open over the map has closed, the focus goes to the panel at the right. */
    focusPanel(): void;
    toggleTheme(): void;
    goToGallery(): void;
    exportFile(format: 'json' | 'mermaid' | 'png'): Promise<void>;
    copyView(): Promise<void>;
    saveView(): Promise<void>;
    backup(): Promise<void>;
  };
}

/**
 * Something a person can do: menus, keys, palette and the list of shortcuts read the same registry. Its text is
 * `action.<id>`.
 */
export interface Action {
  readonly id: string;
  readonly group: 'edit' | 'structure' | 'link' | 'view' | 'go' | 'file';
  /** Hotkeys as Mantine writes them: `mod+Z`, `shift+1`. `mod` is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** Offered in the context menu of these. */
  readonly menu?: readonly MenuTarget['kind'][];
  readonly enabled?: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void | Promise<void>;
}
