import type { Measurer, TextLine } from '../layout/measurer.ts';
import type { TextStyle } from '../layout/metrics.ts';
import type { SummaryItem, SummaryMark, SummaryPage, SummarySection } from './summaryPage.ts';

export type SummaryInk = 'ink' | 'secondary' | 'tertiary' | 'stageInk';
export interface SummaryLine extends TextLine {
  readonly x: number;
  /** Top of the line. */
  readonly y: number;
  readonly style: TextStyle;
  readonly ink: SummaryInk;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A summary whose lines are broken and placed, in CSS pixels of a page that is 794 wide. */
export interface SummaryLayout {
  readonly width: number;
  readonly height: number;
  /** Everything below is in pixels that are this large: a full page is set smaller. */
  readonly scale: number;
  readonly lines: readonly SummaryLine[];
  readonly rules: readonly Omit<Box, 'height'>[];
  readonly marks: readonly { readonly mark: SummaryMark; readonly x: number; readonly y: number }[];
  readonly curves: readonly (Box & { readonly curve: NonNullable<SummaryItem['curve']> })[];
}

/** A4 at 96 pixels an inch. */
const PAGE = { width: 794, height: 1123 };
const MARGIN = 44;
const GAP = 32;
export const SUMMARY_MARK = 22;
const MARK_ROOM = SUMMARY_MARK + 10;
const CURVE_HEIGHT = 44;
const SMALLEST = 0.72;

const titleStyle: TextStyle = { size: 24, lineHeight: 31, weight: 600 };
const scenarioStyle: TextStyle = { size: 13.5, lineHeight: 20, weight: 400 };
const figureStyle: TextStyle = { size: 19, lineHeight: 25, weight: 600 };
const headingStyle: TextStyle = { size: 13, lineHeight: 18, weight: 600 };
const itemStyle: TextStyle = { size: 13, lineHeight: 18, weight: 600 };
const detailStyle: TextStyle = { size: 12, lineHeight: 17, weight: 400 };
const noteStyle: TextStyle = { size: 11.5, lineHeight: 16, weight: 400 };

/**
 * Sets a summary on one A4 page: breaks its texts and places them, smaller where there is much to say. Only what would
 * be too small to read makes the page longer.
 */
export function layOutSummary(page: SummaryPage, measurer: Measurer): SummaryLayout {
  let scale = 1;
  let set = setPage(page, measurer, PAGE.width);
  while (set.bottom * scale > PAGE.height && scale > SMALLEST) {
    scale = Math.max(SMALLEST, scale - 0.04);
    set = setPage(page, measurer, PAGE.width / scale);
  }
  const height = Math.max(PAGE.height, Math.ceil(set.bottom * scale));
  return { width: PAGE.width, height, scale, lines: set.lines, rules: set.rules, marks: set.marks, curves: set.curves };
}

function setPage(page: SummaryPage, measurer: Measurer, width: number) {
  const lines: SummaryLine[] = [];
  const rules: Omit<Box, 'height'>[] = [];
  const marks: { mark: SummaryMark; x: number; y: number }[] = [];
  const curves: (Box & { curve: NonNullable<SummaryItem['curve']> })[] = [];
  const inner = width - 2 * MARGIN;

  /** Places a text and returns where it ends. */
  const put = (text: string, style: TextStyle, ink: SummaryInk, x: number, y: number, room: number, most?: number) => {
    const broken = measurer.lines(text, style, room, most);
    for (const [index, line] of broken.entries()) {
      lines.push({ ...line, x, y: y + index * style.lineHeight, style, ink });
    }
    return y + broken.length * style.lineHeight;
  };

  const putItem = (item: SummaryItem, x: number, top: number, room: number): number => {
    const { mark, title, details, figure, curve } = item;
    const inset = mark === null ? 0 : MARK_ROOM;
    if (mark !== null) marks.push({ mark, x, y: top });
    const [figureLine] = figure === '' ? [] : measurer.lines(figure, itemStyle, room / 2, 1);
    const figureWidth = figureLine === undefined ? 0 : figureLine.width + 14;
    if (figureLine) lines.push({ ...figureLine, x: x + room - figureLine.width, y: top, style: itemStyle, ink: 'ink' });
    let y = put(title, itemStyle, 'ink', x + inset, top, room - inset - figureWidth, 3);
    for (const detail of details) y = put(detail, detailStyle, 'secondary', x + inset, y + 1, room - inset, 3);
    if (curve !== null) {
      curves.push({ curve, x: x + inset, y: y + 6, width: room - inset, height: CURVE_HEIGHT });
      y += CURVE_HEIGHT + 10;
    }
    return Math.max(y, top + (mark === null ? 0 : SUMMARY_MARK));
  };

  const putSection = ({ heading, items, note }: SummarySection, x: number, top: number, room: number): number => {
    let y = put(heading, headingStyle, 'stageInk', x, top, room) + 5;
    rules.push({ x, y, width: room });
    y += 10;
    for (const item of items) y = putItem(item, x, y, room) + 9;
    if (note !== '') y = put(note, noteStyle, 'secondary', x, y, room, 3) + 6;
    return y + 14;
  };

  let y = put(page.title, titleStyle, 'ink', MARGIN, MARGIN, inner, 2);
  if (page.scenario !== '') y = put(page.scenario, scenarioStyle, 'secondary', MARGIN, y + 4, inner, 3);
  y = put(page.meta, noteStyle, 'secondary', MARGIN, y + 6, inner, 2) + 16;

  // The figures side by side, each as wide as its share; the last, a sum, gets the room of two.
  const parts = page.figures.length + 1;
  const bottoms = page.figures.map(({ value, label }, index) => {
    const room = (inner / parts) * (index === page.figures.length - 1 ? 2 : 1) - 12;
    const x = MARGIN + (inner / parts) * index;
    return put(label, noteStyle, 'secondary', x, put(value, figureStyle, 'ink', x, y, room, 1), room, 2);
  });
  y = Math.max(y, ...bottoms) + 22;

  y = putSection(page.wide, MARGIN, y, inner);
  const column = (inner - GAP) / 2;
  const ends = page.columns.map((sections, index) => {
    let at = y;
    for (const section of sections) at = putSection(section, MARGIN + index * (column + GAP), at, column);
    return at;
  });
  const bottom = put(page.foot, noteStyle, 'tertiary', MARGIN, Math.max(y, ...ends), inner, 2) + MARGIN - 12;
  return { lines, rules, marks, curves, bottom };
}
