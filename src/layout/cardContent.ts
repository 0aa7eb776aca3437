import { type FeelingLevel, feelingLevel } from '../model/feelingWord.ts';
import { pairId } from '../model/ids.ts';
import { inOrder } from '../model/order.ts';
import type { Color } from '../model/records/common.ts';
import type { IconName, LibraryEntry } from '../model/records/libraryEntry.ts';
import type { Membership } from '../model/records/membership.ts';
import type { Persona } from '../model/records/persona.ts';
import { EVERYONE, type Sentiment } from '../model/records/sentiment.ts';
import type { Touchpoint } from '../model/records/touchpoint.ts';
import type { Documents, Table } from '../model/tables.ts';
import { type CardEvidence, cardEvidence, createEvidenceCount } from './evidenceBubble.ts';
import type { Measurer, TextLine } from './measurer.ts';
import {
  CARD_PADDING,
  CARD_WIDTH,
  FACE_SIZE,
  META_ICON,
  metaStyle,
  ownerX,
  type TextStyle,
  TITLE_ONLY_LINES,
  TITLE_ONLY_WIDTH,
  titleOnlyStyle,
} from './metrics.ts';
import { inBand } from './scene.ts';
import { titleLines } from './titleLines.ts';

/** Of more personas that feel something only the face of the one that feels worst is shown, as one of so many. */
const MOST_FACES = 5;
/** Width to which the name of a department may be cut for what stands after it, in pixels. */
const READABLE = 40;

export interface CardValue {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
  readonly color: Color;
}

export interface CardFace {
  /** A persona's id, or `everyone`. */
  readonly personaId: string;
  readonly value: number;
  readonly level: FeelingLevel;
  /** Whose face it is; null for everyone, and where the map has one persona only. */
  readonly color: Color | null;
  readonly shape: Persona['shape'] | null;
  /** Left edge in the card. */
  readonly x: number;
}

/** The mark of a persona to whom a card belongs that does not belong to all. */
export interface CardOwner {
  readonly personaId: string;
  readonly name: string;
  readonly color: Color;
  readonly shape: Persona['shape'];
  /** Left edge in the card; the marks stand on its upper border. */
  readonly x: number;
}

/** Who is looked at: the persona of the band a card stands in, and those that are shown, none of them meaning everybody. */
export interface Whose {
  readonly band: string | null;
  readonly personaIds: readonly string[];
}
export const everybody: Whose = { band: null, personaIds: [] };

/** What a touchpoint's card shows. `x` are pixels from the card's left edge; heights are in `metrics.ts`. */
export interface CardContent {
  readonly titleLines: readonly TextLine[];
  /** The title in `titleOnlyStyle`, for the level that shows nothing else. */
  readonly titleOnlyLines: readonly TextLine[];
  readonly channel: CardValue | null;
  readonly moreChannels: readonly CardValue[];
  readonly devices: readonly CardValue[];
  /** Devices drawn as icons, two at most. */
  readonly deviceIcons: readonly { readonly icon: IconName; readonly x: number }[];
  readonly departments: readonly CardValue[];
  /** The primary department, cut to the room it has; null when there is none. */
  readonly department: (TextLine & { readonly x: number }) | null;
  /** "+n" for further devices after their icons, departments after the first, and channels before the faces. */
  readonly further: readonly (TextLine & { readonly x: number })[];
  /** Two at most; of more, the one that feels worst, and `moreFaces` says that it is one of how many: "1/3", which is no feeling. */
  readonly faces: readonly CardFace[];
  readonly moreFaces: (TextLine & { readonly x: number }) | null;
  /** Empty when it belongs to all personas of the map, and in a band, which says whose it is. */
  readonly owners: readonly CardOwner[];
  /** Null while no evidence is attached to it. */
  readonly evidence: CardEvidence | null;
  readonly momentOfTruth: boolean;
  readonly importance: number | null;
}

export interface CardContents {
  /** Content of a touchpoint; the same object as long as nothing it shows has changed. Faces are those of who is shown. */
  of(touchpoint: Touchpoint, docs: Documents, whose?: Whose): CardContent;
  /** Lines of any other text of the map (heads, names), remembered. */
  text(text: string, style: TextStyle, width: number, maxLines?: number): readonly TextLine[];
  /** Forgets all lines: to be called when a font has arrived. */
  clear(): void;
}

interface Entry {
  readonly touchpoint: Touchpoint;
  readonly sources: readonly unknown[];
  /** The tables last looked at: while they are the same, their records need no look. */
  sentimentTable: Table<Sentiment>;
  membershipTable: Table<Membership>;
  readonly records: readonly (Sentiment | Membership | undefined)[];
  readonly content: CardContent;
}

interface People {
  readonly table: Documents['map']['mapPersonas'];
  readonly library: Documents['library']['personas'];
  readonly personas: readonly Persona[];
}

const MOST_TEXTS = 4000;
/** Makes an instance that works out what cards show and remembers it by record. */
export function createCardContent(measurer: Measurer): CardContents {
  const entries = new Map<string, Entry>();
  const texts = new Map<string, readonly TextLine[]>();
  let people: People | null = null;
  const evidenceOf = createEvidenceCount();

  const personasOf = (docs: Documents): readonly Persona[] => {
    if (people?.table !== docs.map.mapPersonas || people.library !== docs.library.personas) {
      const personas = inOrder(Object.values(docs.map.mapPersonas))
        .map((member) => docs.library.personas[member.personaId])
        .filter((persona) => persona !== undefined);
      people = { table: docs.map.mapPersonas, library: docs.library.personas, personas };
    }
    return people.personas;
  };

  return {
    of(touchpoint, docs, whose = everybody) {
      const { channels, devices, departments } = docs.library;
      const { sentiments: sentimentTable, memberships: membershipTable } = docs.map;
      const personas = personasOf(docs);
      const counted = evidenceOf(docs).get(touchpoint.id);
      const attached = counted === undefined ? '' : `${counted.count} ${counted.strength}`;
      const sources = [channels, devices, departments, personas, whose.personaIds.join(' '), attached];
      const key = inBand(touchpoint.id, whose.band);
      const known = entries.get(key);
      const fresh =
        known?.touchpoint === touchpoint && known.sources.every((source, index) => source === sources[index]);
      const isSeen = known?.sentimentTable === sentimentTable && known.membershipTable === membershipTable;
      if (known !== undefined && fresh && isSeen) return known.content;
      const ids = personas.map((persona) => persona.id);
      const sentiments = [EVERYONE, ...ids].map((id) => sentimentTable[pairId('sentiment', touchpoint.id, id)]);
      const memberships = ids.map((id) => membershipTable[pairId('membership', touchpoint.id, id)]);
      const records = [...sentiments, ...memberships];
      if (known !== undefined && fresh && known.records.every((record, index) => record === records[index])) {
        Object.assign(known, { sentimentTable, membershipTable });
        return known.content;
      }
      const felt = feltBy(whose, personas, sentiments);
      const owners = whose.band === null ? ownersOf(personas, memberships) : [];
      const evidence = cardEvidence(counted, measurer);
      const content = makeContent(touchpoint, docs, personas, felt, { owners, evidence }, measurer);
      entries.set(key, { touchpoint, sources, sentimentTable, membershipTable, records, content });
      return content;
    },
    text(text, style, width, maxLines) {
      const key = `${style.weight} ${style.size} ${width} ${maxLines ?? ''} ${text}`;
      const known = texts.get(key);
      if (known !== undefined) return known;
      if (texts.size >= MOST_TEXTS) texts.clear();
      const lines = measurer.lines(text, style, width, maxLines);
      texts.set(key, lines);
      return lines;
    },
    clear() {
      entries.clear();
      texts.clear();
    },
  };
}

/** The feelings to be shown: those of the personas looked at, and everyone's where one of them has none of its own. */
function feltBy(
  { personaIds }: Whose,
  personas: readonly Persona[],
  [everyones, ...own]: readonly (Sentiment | undefined)[],
): Sentiment[] {
  const wanted = own.filter((_, index) => personaIds.includes(personas[index]?.id ?? ''));
  const shown = wanted.length === 0 ? own : wanted;
  const isNeeded = wanted.length === 0 || wanted.includes(undefined);
  return [...(isNeeded ? [everyones] : []), ...shown].filter((sentiment) => sentiment !== undefined);
}

function ownersOf(personas: readonly Persona[], memberships: readonly (Membership | undefined)[]): CardOwner[] {
  const owners = personas.filter((_, index) => memberships[index] !== undefined);
  if (owners.length === personas.length) return [];
  return owners.map(({ id, name, color, shape }, index) => ({
    personaId: id,
    name,
    color,
    shape,
    x: ownerX(index),
  }));
}

function makeContent(
  touchpoint: Touchpoint,
  docs: Documents,
  personas: readonly Persona[],
  felt: readonly Sentiment[],
  { owners, evidence }: Pick<CardContent, 'owners' | 'evidence'>,
  measurer: Measurer,
): CardContent {
  const channels = valuesOf(touchpoint.channels, docs.library.channels);
  const devices = valuesOf(touchpoint.devices, docs.library.devices);
  const departments = valuesOf(touchpoint.departments, docs.library.departments);
  let left = evidence === null ? CARD_PADDING : evidence.x + evidence.width + 4;
  const deviceIcons = devices
    .slice(0, 2)
    .map((device, index) => ({ icon: device.icon, x: left + index * (META_ICON + 3) }));
  if (deviceIcons.length > 0) left += deviceIcons.length * (META_ICON + 3) + 3;
  const cut = (text: string, width: number) => measurer.lines(text, metaStyle, width, 1)[0] ?? null;
  const unseen = devices.length > deviceIcons.length ? cut(`+${devices.length - deviceIcons.length}`, 30) : null;
  const moreDevices = unseen === null ? null : { ...unseen, x: left - 3 };
  if (moreDevices !== null) left = moreDevices.x + moreDevices.width + 6;

  const shown =
    felt.length <= MOST_FACES ? felt : [felt.reduce((worst, next) => (next.value < worst.value ? next : worst))];
  let right = CARD_WIDTH - CARD_PADDING;
  const faces: CardFace[] = [];
  for (const sentiment of shown.toReversed()) {
    right -= FACE_SIZE;
    const persona = personas.length > 1 ? personas.find((item) => item.id === sentiment.personaId) : undefined;
    faces.unshift({
      personaId: sentiment.personaId,
      value: sentiment.value,
      level: feelingLevel(sentiment.value),
      color: persona?.color ?? null,
      shape: persona?.shape ?? null,
      x: right,
    });
    right -= shown.length > 2 ? 1 : 4;
  }
  const hidden = felt.length > shown.length ? cut(`${shown.length}/${felt.length}`, 30) : null;
  const moreFaces = hidden === null ? null : { ...hidden, x: right - hidden.width };
  if (moreFaces !== null) right = moreFaces.x - 4;
  const further = channels.length > 1 ? cut(`+${channels.length - 1}`, 30) : null;
  const more = further === null ? null : { ...further, x: right - further.width };
  if (more !== null) right = more.x - 4;
  const title = touchpoint.title.replace(/\s+/g, ' ').trim();
  const name = departments[0]?.name ?? '';
  const room = right - left;
  let line = name === '' || room < 16 ? null : cut(name, room);
  const others = line === null || departments.length < 2 ? null : cut(`+${departments.length - 1}`, 30);
  const beside = line === null || others === null ? null : cut(name, room - others.width - 4);
  // A number beside a name that can no longer be read says less than the name.
  const isRead = beside !== null && (beside.text === name || beside.width >= READABLE);
  if (isRead) line = beside;
  const moreDepartments = isRead && others !== null ? { ...others, x: left + beside.width + 4 } : null;
  return {
    titleLines: titleLines(title, { right, isFree: line === null && deviceIcons.length === 0 }, measurer),
    titleOnlyLines: measurer.lines(title, titleOnlyStyle, TITLE_ONLY_WIDTH, TITLE_ONLY_LINES),
    channel: channels[0] ?? null,
    moreChannels: channels.slice(1),
    devices,
    deviceIcons,
    departments,
    department: line === null ? null : { ...line, x: left },
    further: [moreDevices, moreDepartments, more].filter((item) => item !== null),
    faces,
    moreFaces,
    owners,
    evidence,
    momentOfTruth: touchpoint.momentOfTruth,
    importance: touchpoint.importance,
  };
}

function valuesOf(ids: readonly string[], table: Table<LibraryEntry>): CardValue[] {
  const values: CardValue[] = [];
  for (const id of ids) {
    const entry = table[id];
    if (entry !== undefined) values.push({ id, name: entry.name, icon: entry.icon, color: entry.color });
  }
  return values;
}
