import { blankEntry, blankPersona } from '../model/blanks.ts';
import { newId } from '../model/ids.ts';
import { mapPersonas } from '../model/mapPersonas.ts';
import { mergedValues, resolveEntry } from '../model/mergedEntries.ts';
import { inOrder, orderBefore, standBefore } from '../model/order.ts';
import { type Color, colors } from '../model/records/common.ts';
import type { IconName, LibraryEntry } from '../model/records/libraryEntry.ts';
import { type Persona, personaShapes } from '../model/records/persona.ts';
import { type Documents, type LibraryTables, schemas } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';
import { addPersonaToMap } from './mapDetails.ts';
import { findByName, needName } from './names.ts';
import { setFields } from './setFields.ts';

export type EntryTable = 'channels' | 'devices' | 'departments';
const kinds = { channels: 'channel', devices: 'device', departments: 'department' } as const;

/**
 * Adds a channel, device or department to the workspace's library and returns its id. One of the same name (case and
 * outer spaces aside) is used instead of a second; an archived one is taken back.
 */
export function addLibraryEntry(
  { library }: Documents,
  { table, name, icon = 'none', color }: { table: EntryTable; name: string; icon?: IconName; color?: Color },
): string {
  const wanted = needName(name);
  const same = findByName(Object.values(library[table]), wanted);
  if (same !== undefined) {
    const entry = resolveEntry(library[table], same);
    entry.archived = false;
    entry.mergedInto = null;
    return entry.id;
  }
  const entries = inOrder(Object.values(library[table]));
  const id = newId(kinds[table]);
  const nextColor = colors[entries.length % (colors.length - 1)] as Color;
  library[table][id] = {
    ...blankEntry,
    id,
    order: orderBefore(entries, null),
    name: wanted,
    icon,
    color: color ?? nextColor,
  };
  return id;
}

export function updateLibraryEntry(
  { library }: Documents,
  {
    table,
    id,
    fields,
  }: { table: EntryTable; id: string; fields: Partial<Pick<LibraryEntry, 'name' | 'icon' | 'color' | 'archived'>> },
): void {
  const entry = need(library[table], id, kinds[table]);
  Object.assign(entry, fields);
  // Taken back it stands for itself again; what took it over stays as it is.
  if (fields.archived === false) entry.mergedInto = null;
}

/**
 * Lets one library entry stand for another: touchpoints of this map take it over at once, those of other maps when they
 * are next opened. The merged one stays in the library, archived, so that older files still find it by its name.
 */
export function mergeLibraryEntry(
  { map, library }: Documents,
  { table, id, intoId }: { table: EntryTable; id: string; intoId: string },
): void {
  const entry = need(library[table], id, kinds[table]);
  const into = resolveEntry(library[table], need(library[table], intoId, kinds[table]));
  if (into.id === id) throw new CommandError('badValue', { field: 'intoId' }, 'An entry cannot be merged with itself.');
  entry.mergedInto = into.id;
  entry.archived = true;
  into.archived = false;
  for (const touchpoint of Object.values(map.touchpoints)) {
    if (touchpoint[table].includes(id)) touchpoint[table] = mergedValues(touchpoint[table], library[table]);
  }
  for (const verdict of [...Object.values(map.verdicts), ...Object.values(map.pastVerdicts)]) {
    for (const end of ['from', 'to'] as const) {
      if (verdict.basis[end][table].includes(id))
        verdict.basis = {
          ...verdict.basis,
          [end]: { ...verdict.basis[end], [table]: mergedValues(verdict.basis[end][table], library[table]) },
        };
    }
  }
}

/** Moves a library entry before another, or last: the order of the rows. */
export function moveLibraryEntry(
  { library }: Documents,
  { table, id, beforeId }: { table: EntryTable; id: string; beforeId: string | null },
): void {
  const entry = need(library[table], id, kinds[table]);
  if (beforeId === id) return;
  const entries = inOrder(Object.values(library[table]));
  if (standBefore(entries, [id], beforeId)) return;
  entry.order = orderBefore(
    entries.filter((other) => other.id !== id),
    beforeId,
  );
}

/** Adds a persona to the library and to this map; returns its id. */
export function addPersona(docs: Documents, { name }: { name: string }): string {
  const wanted = needName(name);
  const { library } = docs;
  // Other maps may have personas of the same names.
  let persona =
    findByName(mapPersonas(docs.map, library), wanted) ?? findByName(Object.values(library.personas), wanted);
  if (persona === undefined) {
    const all = inOrder(Object.values(library.personas));
    const id = newId('persona');
    persona = {
      ...blankPersona,
      id,
      order: orderBefore(all, null),
      name: wanted,
      color: colors[all.length % (colors.length - 1)] as Color,
      shape: personaShapes[all.length % personaShapes.length] as Persona['shape'],
    };
    library.personas[id] = persona;
  } else persona.archived = false;
  addPersonaToMap(docs, { personaId: persona.id });
  return persona.id;
}

/** What may be set on a persona: everything but its identity and place in the library. */
export type PersonaFields = Omit<Persona, 'id' | 'order' | 'extra'>;

/** Sets fields of a persona. A field that does not exist or a value that does not pass its schema throws a CommandError. */
export function updatePersona(
  { library }: Documents,
  { id, fields }: { id: string; fields: Partial<PersonaFields> },
): void {
  const settable = { name: '', ...blankPersona };
  setFields(need(library.personas, id, 'persona'), fields, settable, schemas.library.personas, 'a persona');
}

/** Puts entries that an import or a pasted fragment brought into the library. Those that are there already stay as they are. */
export function addLibraryEntries({ library }: Documents, { entries }: { entries: LibraryTables }): void {
  for (const table of ['channels', 'devices', 'departments', 'personas'] as const) {
    for (const [id, entry] of Object.entries(entries[table])) {
      if (library[table][id] === undefined) (library[table] as Record<string, unknown>)[id] = entry;
    }
  }
}
