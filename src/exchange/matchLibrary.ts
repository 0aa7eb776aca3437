import type { Asset } from '../model/assets.ts';
import { type IdKind, newId } from '../model/ids.ts';
import { mergedValues } from '../model/mergedEntries.ts';
import { nameKey } from '../model/nameKey.ts';
import { inOrder, ordersBetween } from '../model/order.ts';
import { MAX_TEXT } from '../model/records/common.ts';
import { NO_DEVICE } from '../model/records/libraryEntry.ts';
import type { Persona } from '../model/records/persona.ts';
import { type AnyRecord, emptyLibraryTables, type LibraryTables } from '../model/tables.ts';
import { cutText, quoteText } from './fillText.ts';
import type { Note } from './noteText.ts';

export type LibraryTable = keyof LibraryTables;
export type NewId = (kind: IdKind) => string;

export const libraryKinds = {
  personas: 'persona',
  channels: 'channel',
  devices: 'device',
  departments: 'department',
  kpis: 'kpi',
} as const satisfies Record<LibraryTable, IdKind>;

/** A persona of a file whose name one of the library has too. */
export interface PersonaMatch {
  /** The name as it is compared: see `nameKey`. */
  readonly key: string;
  /** The one of the library. */
  readonly personaId: string;
  /** As it stands in the file. */
  readonly incoming: Persona;
  /** The picture of the incoming one, if the file has it. */
  readonly picture: Asset | null;
}

export interface LibraryMatcher {
  /**
   * The id under which `entry` (its `id` is the file's) is to be used: that of the library entry of the same name, or a
   * new one. Entries without a name match nothing.
   */
  take(table: LibraryTable, entry: AnyRecord): string;
  /** Says that of two entries taken before the first was merged into the second. Entries that were there stay as they are. */
  merge(id: string, intoId: string): void;
  readonly notes: Note[];
  /** The personas that were matched with one of the library, each name once. */
  readonly personaMatches: readonly PersonaMatch[];
  /** What has to be added to the library, after its last entries, in the order it was taken. */
  additions(): LibraryTables;
}

/**
 * Matches the library entries of a file with those of `library`. Does not change `library`. Personas whose `nameKey` is in
 * `newPersonas` become new ones, under a name that is free.
 */
export function matchLibrary(
  library: LibraryTables,
  ids: NewId = newId,
  newPersonas: ReadonlySet<string> = new Set(),
): LibraryMatcher {
  const notes: Note[] = [];
  const personaMatches: PersonaMatch[] = [];
  const added: Record<LibraryTable, AnyRecord[]> = {
    personas: [],
    channels: [],
    devices: [],
    departments: [],
    kpis: [],
  };
  const known = new Map<LibraryTable, Map<string, string>>();
  const fresh = new Set<string>();
  const merged = new Map<string, string>();

  function idsByName(table: LibraryTable): Map<string, string> {
    let byName = known.get(table);
    if (byName === undefined) {
      byName = new Map();
      const entries = inOrder(Object.values<LibraryTables[LibraryTable][string]>(library[table]));
      const isMerged = (entry: object) => 'mergedInto' in entry && entry.mergedInto !== null;
      // One that stands for itself comes before one of the same name that was merged into another.
      for (const entry of [...entries.filter((other) => !isMerged(other)), ...entries.filter(isMerged)]) {
        const key = nameKey(entry.name);
        if (key !== '' && !byName.has(key)) byName.set(key, standsFor(table, entry.id));
      }
      known.set(table, byName);
    }
    return byName;
  }

  /** The id of the entry that an entry of the library was merged into, or its own. */
  function standsFor(table: LibraryTable, id: string): string {
    if (table !== 'channels' && table !== 'devices' && table !== 'departments') return id;
    return mergedValues([id], library[table])[0] as string;
  }

  /** The name with the first number behind it that no persona has. */
  function freeName(name: string): string {
    const byName = idsByName('personas');
    let number = 2;
    while (byName.has(nameKey(`${name} (${number})`))) number++;
    return `${cutText(name, MAX_TEXT - 12)} (${number})`;
  }

  return {
    notes,
    personaMatches,
    take(table, entry) {
      // "No device" means the same in every workspace, whatever it is called there.
      const wellKnown = table === 'devices' && entry.id === NO_DEVICE;
      if (wellKnown && Object.hasOwn(library.devices, NO_DEVICE)) return standsFor(table, NO_DEVICE);
      const byName = idsByName(table);
      const key = nameKey(String(entry.name));
      const same = byName.get(key);
      const isNew = table === 'personas' && newPersonas.has(key) && same !== undefined && !fresh.has(same);
      if (same !== undefined && !isNew) {
        if (table === 'personas' && !fresh.has(same) && !personaMatches.some((match) => match.key === key))
          personaMatches.push({ key, personaId: same, incoming: entry as unknown as Persona, picture: null });
        const code = fresh.has(same) ? 'libraryMerged' : 'libraryMatched';
        notes.push({ code, params: { table, record: quoteText(entry.name) } });
        return same;
      }
      const id = wellKnown ? NO_DEVICE : ids(libraryKinds[table]);
      if (!fresh.has(id))
        added[table].push({ ...entry, id, ...(isNew && { name: freeName(String(entry.name).trim()) }) });
      fresh.add(id);
      if (key !== '') byName.set(key, id);
      return id;
    },
    merge(id, intoId) {
      if (fresh.has(id) && id !== intoId) merged.set(id, intoId);
    },
    additions() {
      const tables = emptyLibraryTables() as unknown as Record<LibraryTable, Record<string, AnyRecord>>;
      for (const table of Object.keys(added) as LibraryTable[]) {
        const last = inOrder(Object.values<LibraryTables[LibraryTable][string]>(library[table])).at(-1);
        const orders = ordersBetween(last?.order ?? null, null, added[table].length);
        added[table].forEach((entry, index) => {
          const into = merged.get(entry.id);
          const order = orders[index] as string;
          tables[table][entry.id] = { ...entry, order, ...(into !== undefined && { mergedInto: into }) };
        });
      }
      return tables as unknown as LibraryTables;
    },
  };
}
