import { isEmptyEvidence, type Strength, strengthOf } from '../model/claimStrength.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Documents } from '../model/tables.ts';
import type { Measurer, TextLine } from './measurer.ts';
import { CARD_PADDING, META_Y, metaStyle } from './metrics.ts';

/** The speech mark on a card: how many pieces of evidence are attached, and how strong that makes the touchpoint. */
export interface CardEvidence {
  readonly count: number;
  readonly strength: Exclude<Strength, 'assumed'>;
  readonly line: TextLine & { readonly x: number };
  /** Left edge and width of the bubble in the card; it begins the line of devices and departments. */
  readonly x: number;
  readonly width: number;
}

export const BUBBLE_HEIGHT = 14;
/** Upper edge of the bubble in the card: inside it, since borders bear what the card below has on its own. */
export const BUBBLE_Y = META_Y - 6;
/** Between its number and its sides; less where the number is long, which would reach the title. */
const INSET = 4;
const LEAST_INSET = 3;
const MOST_DIGITS = 3;

/** The outline of a bubble with its tail at the lower left, as SVG path data from its upper left corner. */
export function bubblePath(width: number): string {
  const [right, bottom, r] = [width, BUBBLE_HEIGHT - 3, 5];
  return `M${r} 0H${right - r}A${r} ${r} 0 0 1 ${right} ${r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H8L4 ${BUBBLE_HEIGHT}V${bottom - 0.1}A${r} ${r} 0 0 1 0 ${bottom - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`;
}

/** Counts what is attached to touchpoints, and remembers it while the tables are the same. */
export function createEvidenceCount(): (
  docs: Documents,
) => ReadonlyMap<string, Pick<CardEvidence, 'count' | 'strength'>> {
  let last: Pick<Documents['map'], 'citations' | 'evidence'> | null = null;
  let counts = new Map<string, Pick<CardEvidence, 'count' | 'strength'>>();
  return ({ map: { citations, evidence } }) => {
    if (last?.citations === citations && last.evidence === evidence) return counts;
    last = { citations, evidence };
    const attached = new Map<string, Evidence[]>();
    for (const { placeId, toId, evidenceId } of Object.values(citations)) {
      const piece = evidence[evidenceId];
      if (toId !== null || piece === undefined || isEmptyEvidence(piece)) continue;
      const list = attached.get(placeId);
      if (list) list.push(piece);
      else attached.set(placeId, [piece]);
    }
    counts = new Map(
      [...attached].map(([id, pieces]) => [
        id,
        { count: pieces.length, strength: strengthOf(pieces) === 'well' ? 'well' : 'partly' },
      ]),
    );
    return counts;
  };
}

export function cardEvidence(
  counted: Pick<CardEvidence, 'count' | 'strength'> | undefined,
  measurer: Measurer,
): CardEvidence | null {
  if (counted === undefined) return null;
  const number = String(counted.count);
  const written = number.length > MOST_DIGITS ? `${Math.floor(counted.count / 1000)}k` : number;
  const line = measurer.lines(written, metaStyle, 40, 1)[0];
  if (line === undefined) return null;
  const width = Math.max(16, line.width + 2 * (written.length < MOST_DIGITS ? INSET : LEAST_INSET));
  const x = CARD_PADDING;
  return { ...counted, x, width, line: { ...line, x: x + (width - line.width) / 2 } };
}
