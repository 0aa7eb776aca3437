import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GapChoice } from '../analysis/gapList.ts';
import type { Period } from '../analysis/kpi/periods.ts';
import type { Lens } from '../model/lens.ts';

/** A place in the grid of cells. `index` counts the records of the cell; one past the last is its empty place. */
export interface Cursor {
  readonly stepId: string;
  readonly rowKey: string;
  readonly index: number;
}

/** What is being dragged on the map, and where it would fall. Only a preview: the document changes on the drop. */
export interface Drag {
  readonly ids: readonly string[];
  /** Way of the pointer since the drag began, in map coordinates. */
  readonly dx: number;
  readonly dy: number;
  readonly target: { readonly stepId: string; readonly rowKey: string; readonly beforeId: string | null } | null;
}

/** The text that is edited in place: a record's title or text, or a new record in a cell. */
export type Editing =
  | { readonly kind: 'record'; readonly id: string; readonly initial: string | null }
  | { readonly kind: 'new'; readonly cursor: Cursor; readonly initial: string; readonly linkFrom: string | null };

export type PanelName =
  | 'inspector'
  | 'personas'
  | 'lanes'
  | 'library'
  | 'catalogue'
  | 'opportunities'
  | 'gaps'
  | 'department'
  | 'paths'
  | 'kpis'
  | 'evidence';

/** What of a KPI is laid over the map. */
export interface Overlay {
  /** Null while none is chosen. */
  readonly kpiId: string | null;
  /** Null for the latest in which it was measured. */
  readonly period: Period | null;
  /** Value, n and state on each card. */
  readonly badge: boolean;
  /** Cards in the colour of their state. */
  readonly color: boolean;
  /** Links as thick as their volume. */
  readonly links: boolean;
  /** The KPI that says how thick; null for the one that is chosen, or the first that counts on links. */
  readonly linkKpiId: string | null;
  readonly against: 'none' | 'before' | 'target';
}

export const noOverlay: Overlay = {
  kpiId: null,
  period: null,
  badge: false,
  color: false,
  links: false,
  linkKpiId: null,
  against: 'none',
};

/** What belongs to this window and is neither saved nor undone. */
export interface SessionState {
  readonly lens: Lens;
  /** Ids of touchpoints, cards and links. */
  readonly selection: readonly string[];
  readonly cursor: Cursor | null;
  readonly editing: Editing | null;
  /** The stage, step or row whose head is asked to begin its renaming. */
  readonly naming: string | null;
  /** The cursor as it stood when a text was last taken over: while it is that very one, typing goes on to the next card. */
  readonly writtenAt: Cursor | null;
  readonly drag: Drag | null;
  /** The touchpoint a link is being drawn from by keys or menu. */
  readonly linkingFrom: string | null;
  readonly collapsedStages: ReadonlySet<string>;
  readonly collapsedRows: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  /** Library entries whose empty rows are shown. */
  readonly extraRows: readonly string[];
  readonly panel: PanelName | null;
  /** Texts that are being written in panels, by a name each. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Ids of the personas that are shown; empty when all are. */
  readonly personaFilter: readonly string[];
  /** What happens to that which belongs to none of the personas shown. */
  readonly filterMode: 'fade' | 'hide';
  /** One band of rows for each persona. */
  readonly sideBySide: boolean;
  /** The way that is looked at: its touchpoints in order; null when all are. */
  readonly way: readonly string[] | null;
  /** Touchpoints and links that a panel is about, from which all others stand back; null when it is about none. */
  readonly focusIds: readonly string[] | null;
  /** What the list of gaps shows, here and as a file. */
  readonly gapChoice: GapChoice;
  /** The selection at which the details were opened from the list of gaps: while it is this very one, a way leads back. */
  readonly fromGaps: readonly string[] | null;
  /** Whose feeling the keys change in a lane of emotion: a persona's id or `everyone`; null for the first there is. */
  readonly feelingOf: string | null;
  readonly overlay: Overlay;
  /** The persona whose profile is open as a sheet. */
  readonly personaSheet: string | null;
  /** Records that the map is asked to select and bring into view. The counter tells two equal requests apart. */
  readonly goTo: { readonly ids: readonly string[]; readonly count: number } | null;
  /** The piece of evidence that its panel is asked to open. The counter tells two equal requests apart. */
  readonly openEvidence: { readonly id: string; readonly count: number } | null;
  /** The KPI that is open in their panel, null for none; undefined until one was opened or closed. */
  readonly openKpi: string | null | undefined;
  /** A dialog that a panel asks for. The counter tells two equal requests apart. */
  readonly wantedDialog: { readonly dialog: 'evidenceTable' | 'walks'; readonly count: number } | null;
  /** The last thing said to screen readers. The counter tells two equal sentences apart. */
  readonly announcement: { readonly text: string; readonly count: number };
}

/** Every gap, the highest rank first. */
export const allOfTheGaps: GapChoice = {
  status: 'all',
  kind: 'all',
  least: 1,
  departmentId: null,
  owner: null,
  personaId: null,
  order: 'rank',
  group: 'none',
};

export type Session = StoreApi<SessionState>;

export function createSession(): Session {
  return createStore<SessionState>(() => ({
    lens: 'channel',
    selection: [],
    cursor: null,
    editing: null,
    naming: null,
    writtenAt: null,
    drag: null,
    linkingFrom: null,
    collapsedStages: new Set(),
    collapsedRows: new Set(),
    unfolded: new Set(),
    extraRows: [],
    panel: null,
    drafts: {},
    personaFilter: [],
    filterMode: 'fade',
    sideBySide: false,
    way: null,
    focusIds: null,
    gapChoice: allOfTheGaps,
    fromGaps: null,
    feelingOf: null,
    overlay: noOverlay,
    personaSheet: null,
    goTo: null,
    openEvidence: null,
    openKpi: undefined,
    wantedDialog: null,
    announcement: { text: '', count: 0 },
  }));
}

/** Asks the map to select touchpoints, cards or links and to bring them into view; of a stage, its first step. */
export function goToRecords(session: Session, ids: readonly string[]): void {
  session.setState(({ goTo }) => ({ goTo: { ids, count: (goTo?.count ?? 0) + 1 } }));
}

/** Opens the panel of evidence at a piece. */
export function showEvidence(session: Session, id: string): void {
  session.setState(({ openEvidence }) => ({
    panel: 'evidence',
    openEvidence: { id, count: (openEvidence?.count ?? 0) + 1 },
  }));
}

/** Opens the panel about what was chosen on the map, unless the one that is open holds a text that waits for that very choice. */
export function showBeside(session: Session, panel: PanelName): void {
  session.setState(({ panel: open, drafts }) => (open !== null && drafts[open]?.trim() ? {} : { panel }));
}

/** Asks for a dialog over the map. */
export function wantDialog(session: Session, dialog: 'evidenceTable' | 'walks'): void {
  session.setState(({ wantedDialog }) => ({ wantedDialog: { dialog, count: (wantedDialog?.count ?? 0) + 1 } }));
}

/** Says something to screen readers. */
export function announce(session: Session, text: string): void {
  session.setState(({ announcement }) => ({ announcement: { text, count: announcement.count + 1 } }));
}
