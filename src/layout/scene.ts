import type { FeelingStrength, Strength } from '../model/claimStrength.ts';
import type { Lens } from '../model/lens.ts';
import type { Color } from '../model/records/common.ts';
import type { LaneRole } from '../model/records/lane.ts';
import type { IconName } from '../model/records/libraryEntry.ts';
import type { Persona } from '../model/records/persona.ts';
import type { TextLine } from './measurer.ts';

/** How a map is looked at. Lengths everywhere in a scene are CSS pixels at zoom 1. */
export interface View {
  readonly lens: Lens;
  /** Ids of stages drawn as one narrow summary column. */
  readonly collapsedStages: ReadonlySet<string>;
  /** Keys of rows drawn as a thin summary. */
  readonly collapsedRows: ReadonlySet<string>;
  /** True for exports: a cell shows all its cards. On screen more than six fold to "+n", except in the cells named. */
  readonly unfolded: boolean | ReadonlySet<string>;
  /** Library ids whose rows are shown although they hold no card, so that one can be dropped there. */
  readonly extraRows?: readonly string[];
  /** Ids of touchpoints and links that are not laid out. */
  readonly leftOut?: ReadonlySet<string>;
  /** One band of rows for each, below each other; rows for all in one when left out or empty. */
  readonly bands?: readonly BandSource[];
  /** What the lanes of emotion show. The caller computes it (`analysis/emotion`), since a layout knows no rules. */
  readonly curves?: readonly CurveSource[];
  /** What was judged inside single touchpoints, by their ids: it counts for their cells as what arrives there does. */
  readonly frictions?: ReadonlyMap<string, Pick<MarkState, 'state' | 'severity'>>;
}

/** A persona whose touchpoints get a band of rows of their own. */
export interface BandSource {
  readonly personaId: string;
  readonly name: string;
  readonly look: Pick<Persona, 'color' | 'shape'>;
  /** Ids of the touchpoints and links that are not this persona's. */
  readonly leftOut: ReadonlySet<string>;
}

/** How somebody feels along the journey, before it is known where the columns stand. */
export interface CurveSource {
  /** A persona's id, or `everyone`. */
  readonly personaId: string;
  /** Null for everyone. */
  readonly look: Pick<Persona, 'color' | 'shape'> | null;
  /** Where the persona comes among all of the map, counted from 0, whoever is looked at: it gives the stroke. */
  readonly place: number;
  /** In reading order. */
  readonly points: readonly CurveValue[];
  /** The single values behind the means among the points. */
  readonly behindMeans: readonly CurveValue[];
  /** What evidence says of this feeling, apart from what was set by hand; with how many pieces. */
  readonly voiced?: readonly VoicedValue[];
}

/** The mean feeling of the pieces of evidence at a touchpoint. */
export interface VoicedValue extends CurveValue {
  readonly touchpointId: string;
  readonly value: number;
  readonly n: number;
}

export interface CurveValue {
  readonly stepId: string;
  /** The touchpoint it was set for; null where it is the mean of several. */
  readonly touchpointId: string | null;
  /** -2 to 2; null is not set and interrupts the curve. */
  readonly value: number | null;
  /** How well the value is evidenced that was set; none of a mean, or where none was. */
  readonly strength?: FeelingStrength;
  readonly mean: boolean;
  readonly momentOfTruth: boolean;
  /** The place of the point among the `slots` of its step, from 0. */
  readonly slot: number;
  readonly slots: number;
}

/** The mark of a handoff, or of friction inside a touchpoint. The caller computes it (`analysis/mark`), since a layout knows no rules. */
export interface MarkState {
  /** `settled` is a gap that is accepted or closed. */
  readonly state: 'none' | 'unreviewed' | 'smooth' | 'settled' | 'gap';
  readonly severity: number | null;
  /** What was judged before an end changed. */
  readonly was?: 'smooth' | 'gap';
  /** Of a settled gap. */
  readonly status?: 'accepted' | 'closed';
  /** How well what was judged is evidenced; none where nothing was. */
  readonly strength?: Strength;
}

/** What is drawn at a link. */
export interface LinkState extends MarkState {
  /** True when this lens's property is handed over; a gap to mend is marked where it is not, too. */
  readonly handoff: boolean;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface StageHead extends Rect {
  readonly id: string;
  readonly name: string;
  readonly collapsed: boolean;
}

/** A step's column. `x` and `width` span half of the gutters at its sides; cards stand from `cardX` and are CARD_WIDTH wide. */
export interface Column {
  readonly stepId: string;
  readonly stageId: string;
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly cardX: number;
  readonly collapsed: boolean;
}

/** A row: a lane of text cards or of curves, or the touchpoints of one channel, device or department. */
export interface Row {
  /** `lane:<laneId>`, `row:<library entry id>` or `row:` for "not set"; in a band `@<personaId>` follows. Stable as long as what it stands for is. */
  readonly key: string;
  readonly kind: 'lane' | 'touchpoints';
  readonly laneId: string | null;
  readonly laneRole: LaneRole | null;
  /** The persona in whose band it is; null outside bands. */
  readonly personaId: string | null;
  /** Library entry of the row; null in lanes and in the "not set" row. */
  readonly valueId: string | null;
  /** Empty for "not set": the painter and the screen put the translated word. */
  readonly name: string;
  readonly icon: IconName | null;
  readonly color: Color | null;
  readonly y: number;
  readonly height: number;
  readonly count: number;
  readonly collapsed: boolean;
}

/** The head over a persona's rows, as wide as the map; its rows follow. */
export interface Band {
  readonly personaId: string;
  readonly name: string;
  readonly look: BandSource['look'];
  readonly y: number;
  readonly height: number;
}

/** The box of a record: one record has one in each band it belongs to, whose key is `<record id>@<personaId>`. */
export interface Placement extends Rect {
  readonly key: string;
  readonly kind: 'touchpoint' | 'card' | 'opportunity' | 'evidence';
  readonly recordId: string;
  readonly stepId: string;
  readonly rowKey: string;
  /** Position in its cell, top to bottom, from 0. */
  readonly index: number;
  /** The broken text of a lane's card or title of an opportunity; null for a touchpoint, whose content `createCardContent` gives. */
  readonly lines: readonly TextLine[] | null;
}

/** The "+n" of a cell that holds more cards than are shown. */
export interface Fold extends Rect {
  /** `<stepId>|<rowKey>` */
  readonly cell: string;
  readonly count: number;
}

/**
 * One cell of touchpoints that holds any: what the overview and collapsed parts show. In collapsed stages and rows the
 * rectangle is the box that stands for the cards (also for a lane's), elsewhere it spans the cards.
 */
export interface CellSummary extends Rect {
  readonly cell: string;
  readonly stepId: string;
  readonly rowKey: string;
  readonly count: number;
  /** Worst state among the handoffs that arrive in the cell and what was judged inside its cards; `none` when there is none. */
  readonly worst: LinkState['state'];
  /** The highest severity of its gaps, 1 to 5; null when it has none. */
  readonly severity: number | null;
  /** The same of each of its touchpoints that has a mark, by id. */
  readonly marks: Readonly<Record<string, Pick<LinkState, 'state' | 'severity'>>>;
}

export interface LinkRoute {
  readonly key: string;
  readonly linkId: string;
  /** Key of the placement the link leaves, or the cell key of the fold or summary that stands for it. */
  readonly from: string;
  readonly to: string;
  /** Corner points of an orthogonal line from the right edge of the first card to the left edge of the second. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly state: LinkState;
  /** The link leads to another row of this lens. */
  readonly changesRow: boolean;
  /** Centre of the handoff mark; null when the link bears none. Marks do not overlap each other. */
  readonly mark: readonly [x: number, y: number] | null;
}

/** What the head of a row of touchpoints tells of it. The caller computes it. */
export interface RowFacts {
  /** Touchpoints that neither are left out nor stand back. */
  readonly count: number;
  /** Those that are there to be seen: with the ones that stand back. */
  readonly of: number;
  /** Mean feeling from -2 to 2; null where none is set. */
  readonly mean: number | null;
  /** Gaps that arrive in the row. */
  readonly gaps: number;
}

/** A value on a curve, at its place on the map. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly stepId: string;
  readonly touchpointId: string | null;
  readonly value: number;
  readonly strength?: FeelingStrength;
  readonly mean: boolean;
  readonly momentOfTruth: boolean;
}

/** One persona's curve in one lane of emotion. */
export interface Curve {
  readonly key: string;
  readonly rowKey: string;
  readonly personaId: string;
  readonly look: CurveSource['look'];
  /** Lengths of strokes and gaps: a curve is told by its dash too. */
  readonly dash: readonly number[];
  /** Points that follow each other without a gap; a value that is not set ends a run. */
  readonly runs: readonly (readonly CurvePoint[])[];
  /** The single values behind the means. */
  readonly behindMeans: readonly CurvePoint[];
  /** What evidence says, on no line. */
  readonly voiced: readonly VoicedPoint[];
}

/** A feeling that evidence says, at its place on the map. */
export interface VoicedPoint extends CurvePoint {
  readonly n: number;
}

/** Everything there is to draw of a map in one view, in map coordinates: (0, 0) is the top left of the first stage head; row heads are drawn left of x = 0. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly StageHead[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly bands: readonly Band[];
  readonly placements: readonly Placement[];
  readonly folds: readonly Fold[];
  readonly cells: readonly CellSummary[];
  readonly links: readonly LinkRoute[];
  readonly curves: readonly Curve[];
}

/** The key that a row or record has in a persona's band; outside bands it is its own. */
export function inBand(key: string, personaId: string | null): string {
  return personaId === null ? key : `${key}@${personaId}`;
}

/** The key of a row or record without its band. */
export function outOfBand(key: string): string {
  const at = key.indexOf('@');
  return at < 0 ? key : key.slice(0, at);
}

/** The persona in whose band a row or box is, by its key; null outside bands. */
export function bandOf(key: string): string | null {
  const at = key.indexOf('@');
  return at < 0 ? null : key.slice(at + 1);
}

/** The key of a cell. */
export function cellKey(stepId: string, rowKey: string): string {
  return `${stepId}|${rowKey}`;
}
