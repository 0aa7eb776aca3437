import type { Color } from '../model/records/common.ts';
import type { LaneRole } from '../model/records/lane.ts';
import type { IconName } from '../model/records/libraryEntry.ts';
import type { TextLine } from './measurer.ts';
import type { LinkState } from './scene.ts';

/** What is known of a map before the links are routed: which boxes stand in which column and row, not yet where. */

/** A column of the map before its gutters are known. */
export interface PlannedColumn {
  /** The step, or the first of a collapsed stage. */
  readonly stepId: string;
  readonly stageId: string;
  readonly name: string;
  readonly collapsed: boolean;
  /** Width of what stands in it, in pixels. */
  readonly boxWidth: number;
}

export interface PlannedRow {
  readonly key: string;
  /** `band` is the head of a persona's band. */
  readonly kind: 'lane' | 'touchpoints' | 'band';
  readonly personaId: string | null;
  readonly laneId: string | null;
  readonly laneRole: LaneRole | null;
  readonly valueId: string | null;
  readonly name: string;
  readonly icon: IconName | null;
  readonly color: Color | null;
  readonly collapsed: boolean;
  /** Records in it. */
  count: number;
  /** Height of its fullest cell, in pixels, without padding. */
  contentHeight: number;
}

/**
 * The free stretch of a row between two neighbouring boxes of one slot. All ends of links at the two facing sides share
 * it, so that a line that leaves the one never lies on a line that reaches the other.
 */
export interface Passage {
  readonly ports: Port[];
}
export interface Port {
  /** Where the link goes from here: a rough height by which the ports are sorted. */
  readonly aim: number;
  readonly tie: string;
  /** Pixels from the map's top, once the rows are placed. */
  y: number;
}

/** A card, "+n" fold or summary that links can end at. */
export interface Box {
  readonly kind: 'placement' | 'fold' | 'summary';
  readonly key: string;
  readonly cell: string;
  readonly column: number;
  readonly row: number;
  /** Place in its cell, from 0; boxes of one row and slot stand at one height. */
  readonly slot: number;
  /** Pixels from the top of the row's content. */
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly recordId: string | null;
  readonly lines: readonly TextLine[] | null;
  /** The next boxes of the same row and slot. */
  before: Box | null;
  after: Box | null;
  left: Passage;
  right: Passage;
}

/** A link between two boxes; several records may share one when their ends are folded together. */
export interface PlannedLink {
  readonly key: string;
  readonly linkId: string;
  readonly from: Box;
  readonly to: Box;
  state: LinkState;
  changesRow: boolean;
}

export interface Plan {
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** Index of the row after the last of touchpoints. */
  readonly endRow: number;
  readonly boxes: readonly Box[];
  readonly cells: readonly PlannedCell[];
  readonly links: readonly PlannedLink[];
}

/** A cell that holds any record. */
export interface PlannedCell {
  readonly key: string;
  readonly column: number;
  readonly row: number;
  count: number;
  worst: LinkState['state'];
  severity: number | null;
  /** What arrives at each of its touchpoints, or was judged inside it, by id. */
  readonly marks: Record<string, Pick<LinkState, 'state' | 'severity'>>;
  /** Height of its boxes, in pixels. */
  height: number;
}

const badness = { none: 0, smooth: 1, settled: 2, unreviewed: 3, gap: 4 } as const;

/**
 * The worse of two marks: a gap to mend, then an unreviewed handoff, then a gap that is settled, then a smooth handoff; of
 * two alike the severer.
 */
export function worseMark<M extends Pick<LinkState, 'state' | 'severity'>>(a: M, b: M): M {
  const by = badness[b.state] - badness[a.state] || (b.severity ?? 0) - (a.severity ?? 0);
  return by > 0 ? b : a;
}
