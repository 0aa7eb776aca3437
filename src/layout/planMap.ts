import { compareOrder } from '../model/order.ts';
import type { Card } from '../model/records/card.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Opportunity } from '../model/records/opportunity.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents } from '../model/tables.ts';
import { placeEvidence } from './evidenceCards.ts';
import type { TextLine } from './measurer.ts';
import {
  CARD_GAP,
  CARD_HEIGHT,
  EVIDENCE_FOLD,
  FOLD_AFTER,
  FOLD_HEIGHT,
  LANE_CARD_GAP,
  LANE_TEXT_PADDING,
  laneTextStyle,
  SUMMARY_HEIGHT,
} from './metrics.ts';
import { opportunityHeight, placeOpportunities } from './opportunityCards.ts';
import {
  type Box,
  type Plan,
  type PlannedCell,
  type PlannedColumn,
  type PlannedLink,
  type PlannedRow,
  worseMark,
} from './plan.ts';
import { planColumns } from './planColumns.ts';
import { drawnHeight, planRows, rowKeyOf } from './planRows.ts';
import { cellKey, inBand, type LinkState, type View } from './scene.ts';

/** Gives the broken lines of a lane's card, of the title of an opportunity, or of a piece of evidence. */
export type CardLines = (record: Card | Opportunity | Evidence) => readonly TextLine[];

/** What has a card. */
type Item = Touchpoint | Card | Opportunity | Evidence;

interface FilledCell extends PlannedCell {
  readonly records: Item[];
  /** Null in a lane. */
  readonly group: Group | null;
}

/** The touchpoints and links that are laid out together: all of the map, or those of one persona's band. */
interface Group {
  readonly personaId: string | null;
  readonly leftOut: ReadonlySet<string>;
  /** Key of each touchpoint's row. */
  readonly rowKeys: Map<string, string>;
  readonly boxOf: Map<string, Box>;
  readonly cellOf: Map<string, FilledCell>;
}

const nothing: ReadonlySet<string> = new Set();

/** Decides which box stands in which column, row and slot, and which boxes the links join. Knows no coordinates yet. */
export function planMap(
  docs: Documents,
  view: View,
  linkState: (linkId: string) => LinkState,
  cardLines: CardLines,
): Plan {
  const { columns, ofStep } = planColumns(docs, view);
  const touchpoints = Object.values(docs.map.touchpoints);
  const groups = groupsOf(view);
  for (const { personaId, leftOut, rowKeys } of groups) {
    for (const touchpoint of touchpoints) {
      if (!ofStep.has(touchpoint.stepId) || leftOut.has(touchpoint.id)) continue;
      rowKeys.set(touchpoint.id, inBand(rowKeyOf(touchpoint, docs, view), personaId));
    }
  }
  const rows = planRows(docs, view, new Set(groups.flatMap(({ rowKeys }) => [...rowKeys.values()])));
  const rowIndex = new Map(rows.map((row, index) => [row.key, index]));

  const cells = new Map<number, FilledCell>();
  const put = (record: Item, stepId: string, rowKey: string, group: Group | null) => {
    const column = ofStep.get(stepId);
    const row = rowIndex.get(rowKey);
    if (column === undefined || row === undefined) return;
    (rows[row] as PlannedRow).count++;
    const at = row * columns.length + column;
    const cell = cells.get(at);
    if (cell !== undefined) {
      cell.records.push(record);
      cell.count++;
      return;
    }
    const key = cellKey((columns[column] as PlannedColumn).stepId, rowKey);
    const empty = { worst: 'none', severity: null, marks: {}, height: 0 } as const;
    cells.set(at, { key, column, row, count: 1, ...empty, records: [record], group });
  };
  for (const group of groups) {
    for (const touchpoint of touchpoints) {
      const key = group.rowKeys.get(touchpoint.id);
      if (key !== undefined) put(touchpoint, touchpoint.stepId, key, group);
    }
  }
  // In a lane the texts stand above the opportunities: what is added by typing comes below the last text.
  for (const card of Object.values(docs.map.cards).sort(compareOrder))
    put(card, card.stepId, `lane:${card.laneId}`, null);
  for (const { opportunity, stepId, rowKey } of placeOpportunities(docs, view)) put(opportunity, stepId, rowKey, null);
  for (const { piece, stepId, rowKey } of placeEvidence(docs, view)) put(piece, stepId, rowKey, null);

  // Row by row, left to right: so the boxes of one row and slot meet their neighbours in order.
  const ordered = [...cells.entries()].sort((a, b) => a[0] - b[0]).map(([, cell]) => cell);
  const boxes: Box[] = [];
  for (const cell of ordered) {
    const row = rows[cell.row] as PlannedRow;
    const before = boxes.length;
    if (row.collapsed || (columns[cell.column] as PlannedColumn).collapsed) summarise(cell, row, boxes);
    else {
      const unfolded = view.unfolded === true || (view.unfolded !== false && view.unfolded.has(cell.key));
      if (row.kind === 'lane') stackLane(cell, row, cardLines, unfolded, boxes);
      else stackTouchpoints(cell, unfolded, boxes);
    }
    const last = boxes.at(-1) as Box;
    cell.height = last.top + last.height;
    row.contentHeight = Math.max(row.contentHeight, cell.height);
    for (const [index, record] of cell.records.entries()) {
      cell.group?.cellOf.set(record.id, cell);
      cell.group?.boxOf.set(record.id, boxes[Math.min(before + index, boxes.length - 1)] as Box);
    }
  }
  joinNeighbours(boxes);

  const endRow = rows.findLastIndex((row) => row.kind === 'touchpoints') + 1;
  const links = groups.flatMap((group) => planLinks(docs, group, linkState));
  for (const { cellOf } of groups) {
    for (const [id, mark] of view.frictions ?? []) {
      const cell = cellOf.get(id);
      if (cell !== undefined) darken(cell, id, mark);
    }
  }
  return { columns, rows, endRow, boxes, cells: ordered, links };
}

function groupsOf(view: View): Group[] {
  const maps = () => ({ rowKeys: new Map(), boxOf: new Map(), cellOf: new Map() });
  if (view.bands === undefined || view.bands.length === 0)
    return [{ personaId: null, leftOut: view.leftOut ?? nothing, ...maps() }];
  return view.bands.map(({ personaId, leftOut }) => ({ personaId, leftOut, ...maps() }));
}

function makeBox(
  kind: Box['kind'],
  cell: FilledCell,
  slot: number,
  top: number,
  height: number,
  record: Item | null,
  count: number,
  lines: readonly TextLine[] | null,
): Box {
  return {
    kind,
    key: record === null ? cell.key : inBand(record.id, copyOf(cell, record)),
    cell: cell.key,
    column: cell.column,
    row: cell.row,
    slot,
    top,
    height,
    count,
    recordId: record?.id ?? null,
    lines,
    before: null,
    after: null,
    left: { ports: [] },
    right: { ports: [] },
  };
}

/** What tells several cards of one record apart: the persona of its band, or the step at which a piece of evidence stands. */
function copyOf(cell: FilledCell, record: Item): string | null {
  return 'sentiment' in record ? cell.key.slice(0, cell.key.indexOf('|')) : (cell.group?.personaId ?? null);
}

/** One box for the whole cell. It stands as high as a card, so that straight links to its neighbours stay straight. */
function summarise(cell: FilledCell, row: PlannedRow, boxes: Box[]): void {
  const height = row.collapsed || row.kind === 'lane' ? SUMMARY_HEIGHT : CARD_HEIGHT;
  boxes.push(makeBox('summary', cell, 0, 0, height, null, cell.count, null));
}

function stackLane(cell: FilledCell, row: PlannedRow, cardLines: CardLines, unfolded: boolean, boxes: Box[]): void {
  const drawn = drawnHeight(row.laneRole);
  let top = drawn > 0 ? drawn + LANE_CARD_GAP : 0;
  const records = cell.records as (Card | Opportunity | Evidence)[];
  // A survey can say hundreds of things at one step.
  const shown = row.laneRole !== 'evidence' || unfolded ? records.length : Math.min(records.length, EVIDENCE_FOLD);
  for (const [slot, record] of records.slice(0, shown).entries()) {
    const lines = cardLines(record);
    const height =
      'text' in record
        ? Math.max(1, lines.length) * laneTextStyle.lineHeight + 2 * LANE_TEXT_PADDING
        : opportunityHeight(record, lines.length);
    boxes.push(makeBox('placement', cell, slot, top, height, record, 1, lines));
    top += height + LANE_CARD_GAP;
  }
  const rest = records.length - shown;
  if (rest > 0) boxes.push(makeBox('fold', cell, shown, top, FOLD_HEIGHT, null, rest, null));
}

function stackTouchpoints(cell: FilledCell, unfolded: boolean, boxes: Box[]): void {
  cell.records.sort(compareOrder);
  const shown = unfolded || cell.records.length <= FOLD_AFTER ? cell.records.length : FOLD_AFTER;
  for (let slot = 0; slot < shown; slot++) {
    const record = cell.records[slot] as Touchpoint;
    boxes.push(makeBox('placement', cell, slot, slot * (CARD_HEIGHT + CARD_GAP), CARD_HEIGHT, record, 1, null));
  }
  const rest = cell.records.length - shown;
  if (rest > 0)
    boxes.push(makeBox('fold', cell, shown, shown * (CARD_HEIGHT + CARD_GAP), FOLD_HEIGHT, null, rest, null));
}

/** Joins each box with the next one of its row and slot: the two share the passage between them. */
function joinNeighbours(boxes: readonly Box[]): void {
  const last = new Map<number, Box>();
  let row = -1;
  for (const box of boxes) {
    if (box.row !== row) {
      last.clear();
      row = box.row;
    }
    const before = last.get(box.slot);
    if (before !== undefined) {
      before.after = box;
      box.before = before;
      box.left = before.right;
    }
    last.set(box.slot, box);
  }
}

function planLinks(
  docs: Documents,
  { personaId, leftOut, boxOf, rowKeys, cellOf }: Group,
  linkState: (linkId: string) => LinkState,
): PlannedLink[] {
  const links = new Map<string, PlannedLink>();
  for (const link of Object.values(docs.map.links)) {
    const from = boxOf.get(link.from);
    const to = boxOf.get(link.to);
    if (from === undefined || to === undefined || link.from === link.to || leftOut.has(link.id)) continue;
    const state = linkState(link.id);
    const arrival = cellOf.get(link.to) as FilledCell;
    if (state.state !== 'none') darken(arrival, link.to, state);
    if (from === to) continue;
    const isPlain = from.kind === 'placement' && to.kind === 'placement';
    const key = isPlain ? inBand(link.id, personaId) : `${from.key}>${to.key}`;
    const changesRow = rowKeys.get(link.from) !== rowKeys.get(link.to);
    const merged = links.get(key);
    if (merged === undefined) {
      links.set(key, { key, linkId: link.id, from, to, state, changesRow });
      continue;
    }
    merged.state = worseMark(merged.state, state);
    merged.changesRow ||= changesRow;
  }
  return [...links.values()];
}

/** Lets a touchpoint and its cell have a mark for their worst when nothing worse is there. */
function darken(cell: FilledCell, id: string, { state, severity }: Pick<LinkState, 'state' | 'severity'>): void {
  const mark = { state, severity };
  const worst = worseMark<typeof mark>({ state: cell.worst, severity: cell.severity }, mark);
  Object.assign(cell, { worst: worst.state, severity: worst.severity });
  const before = cell.marks[id];
  cell.marks[id] = before === undefined ? mark : worseMark<typeof mark>(before, mark);
}
