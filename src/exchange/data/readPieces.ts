import { mapPersonas } from '../../model/mapPersonas.ts';
import { nameKey } from '../../model/nameKey.ts';
import { inOrder } from '../../model/order.ts';
import { MAX_TEXT } from '../../model/records/common.ts';
import { type Evidence, evidenceKinds } from '../../model/records/evidence.ts';
import type { Place } from '../../model/records/place.ts';
import type { Documents } from '../../model/tables.ts';
import type { EvidenceRole, EvidenceSettings, FeelingScale } from './evidenceTable.ts';
import { createPlaceFinder } from './findPlaces.ts';
import { type DecimalMark, isBlank, readNumber } from './readNumber.ts';
import type { TableRows } from './readRows.ts';
import { createDayReader, isEitherWay } from './readTime.ts';

/** One row as a piece of evidence. */
export interface ReadPiece {
  readonly line: number;
  readonly fields: Pick<Evidence, 'text' | 'source' | 'date' | 'personaId' | 'sentiment' | 'kind'>;
  readonly places: readonly Place[];
}

export const pieceProblems = [
  'noText',
  'known',
  'textCut',
  'date',
  'dateOrder',
  'persona',
  'elsewhere',
  'sentiment',
  'kind',
  'touchpoint',
  'several',
] as const;

/** What could not be read or matched, or only beyond the map. `noText` and `known` leave the row out; of the others the rest is taken. */
export interface PieceProblem {
  readonly line: number;
  readonly what: (typeof pieceProblems)[number];
  /** The cell, shortened. */
  readonly cell: string;
}

const kindWords: Readonly<Record<Evidence['kind'], RegExp>> = {
  quote: /quote|said|comment|survey|verbatim|цитат|коммент|引述|评论|คำพูด/i,
  review: /review|rating|отзыв|评价|รีวิว/i,
  ticket: /ticket|support|case|complaint|call|жалоб|обращен|工单|投诉|ร้องเรียน/i,
  post: /post|social|tweet|forum|пост|соцсет|帖子|โพสต์/i,
  interview: /interview|интервью|访谈|สัมภาษณ์/i,
  observation: /observ|seen|usability|test|наблюд|观察|สังเกต/i,
  walk: /walk|mystery|тайн|神秘|ลูกค้าลับ/i,
};

const feelingWords: readonly (readonly [number, RegExp])[] = [
  [-2, /very (?:negative|bad|poor|unhappy)|очень плох|非常(?:差|不)/i],
  [2, /very (?:positive|good|happy)|excellent|очень хорош|非常(?:好|满意)/i],
  [-1, /negativ|bad|poor|unhappy|angry|sad|негатив|плох|负面|不满|ลบ|แย่/i],
  [1, /positiv|good|happy|great|позитив|хорош|正面|满意|บวก|ดี/i],
  [0, /neutral|mixed|so so|нейтр|中性|เป็นกลาง/i],
];

/**
 * Rows as pieces of evidence, matched to personas by name and to touchpoints by title, and everything that could not be
 * read or matched with its line. A piece that the map has already (same text, source and day) is left out.
 */
export function readPieces(
  { rows, lines }: Pick<TableRows, 'rows' | 'lines'>,
  settings: EvidenceSettings,
  decimal: DecimalMark,
  { map, library }: Documents,
): { readonly pieces: readonly ReadPiece[]; readonly problems: readonly PieceProblem[] } {
  const findPlaces = createPlaceFinder(map);
  const personaNamed = createPersonaFinder({ map, library });
  const readDay = createDayReader({ order: settings.order ?? 'dayFirst', numbers: settings.numbers });
  const known = new Set(Object.values(map.evidence).map(keyOf));
  const pieces: ReadPiece[] = [];
  const problems: PieceProblem[] = [];
  for (const [index, cells] of rows.entries()) {
    const line = lines[index] as number;
    const cellOf = (role: EvidenceRole) => {
      const at = settings.columns[role];
      const cell = at === null ? '' : (cells[at] ?? '').trim();
      return isBlank(cell) ? '' : cell;
    };
    const miss = (what: PieceProblem['what'], cell: string) =>
      problems.push({ line, what, cell: cell.replace(/\s+/g, ' ').slice(0, 80) });
    const text = cellOf('text');
    if (text === '') {
      miss('noText', cells.join(' '));
      continue;
    }
    const day = cellOf('date');
    const isOpen = settings.order === null && isEitherWay(day);
    const persona = personaNamed(cellOf('persona'));
    const fields = {
      text: text.slice(0, MAX_TEXT),
      source: cellOf('source').slice(0, MAX_TEXT),
      date: isOpen ? null : readDay(day),
      personaId: persona?.id ?? null,
      sentiment: feelingOf(cellOf('sentiment'), settings.scale, decimal),
      kind: kindOf(cellOf('kind')) ?? ('quote' as const),
    };
    const key = keyOf(fields);
    if (known.has(key)) {
      miss('known', text);
      continue;
    }
    known.add(key);
    if (text.length > MAX_TEXT) miss('textCut', text);
    if (isOpen) miss('dateOrder', day);
    else if (day !== '' && fields.date === null) miss('date', day);
    if (cellOf('persona') !== '' && persona === null) miss('persona', cellOf('persona'));
    if (persona?.isHere === false) miss('elsewhere', cellOf('persona'));
    if (cellOf('sentiment') !== '' && fields.sentiment === null) miss('sentiment', cellOf('sentiment'));
    if (cellOf('kind') !== '' && kindOf(cellOf('kind')) === null) miss('kind', cellOf('kind'));
    const places: Place[] = [];
    for (const found of findPlaces(cellOf('touchpoint'))) {
      if (found.place === null) miss(found.several ? 'several' : 'touchpoint', found.name);
      else places.push(found.place);
    }
    pieces.push({ line, fields, places });
  }
  return { pieces, problems };
}

/**
 * Finds the persona of a name: among those of the map first, since every map may have an Anna of its own; else in the
 * workspace's library, where those in use come before those that are archived.
 */
export function createPersonaFinder({ map, library }: Pick<Documents, 'map' | 'library'>) {
  const found = new Map<string, { readonly id: string; readonly isHere: boolean }>();
  const add = ({ id, name }: { id: string; name: string }, isHere: boolean) => {
    const key = nameKey(name);
    if (key !== '' && !found.has(key)) found.set(key, { id, isHere });
  };
  for (const persona of mapPersonas(map, library)) add(persona, true);
  const others = inOrder(Object.values(library.personas));
  for (const persona of others.toSorted((a, b) => Number(a.archived) - Number(b.archived))) add(persona, false);
  return (name: string) => found.get(nameKey(name)) ?? null;
}

function keyOf({ text, source, date }: Pick<Evidence, 'text' | 'source' | 'date'>): string {
  return JSON.stringify([nameKey(text), nameKey(source), date]);
}

function kindOf(cell: string): Evidence['kind'] | null {
  if (cell === '') return null;
  return (
    evidenceKinds.find((kind) => kind === nameKey(cell)) ??
    evidenceKinds.find((kind) => kindWords[kind].test(cell)) ??
    null
  );
}

/** A feeling from -2 to 2; null for a cell that is none, and for a figure outside its scale. */
function feelingOf(cell: string, scale: FeelingScale, decimal: DecimalMark): number | null {
  if (cell === '') return null;
  const figure = readNumber(cell, decimal);
  if (figure === null) return feelingWords.find(([, pattern]) => pattern.test(cell))?.[0] ?? null;
  const value =
    scale === 'stars'
      ? figure >= 1
        ? figure - 3
        : Number.NaN
      : scale === 'ten'
        ? (figure - 5) / 2.5
        : scale === 'unit'
          ? figure * 2
          : figure;
  return value >= -2 && value <= 2 ? Math.round(value * 100) / 100 + 0 : null;
}
