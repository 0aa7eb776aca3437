import { pairId } from '../model/ids.ts';
import { type Lens, lensField } from '../model/lens.ts';
import { inOrder } from '../model/order.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import { stepsInOrder } from '../model/stepsInOrder.ts';
import type { Documents, LibraryTables, MapTables } from '../model/tables.ts';
import { addCard } from './cards.ts';
import { need } from './commandError.ts';
import { addLibraryEntries, addLibraryEntry } from './libraryEntries.ts';
import { addLink } from './links.ts';
import { addStep } from './steps.ts';
import { addTouchpoint, setPrimary } from './touchpoints.ts';

/** A piece of a map on the clipboard: records as they were, and the library entries they use. */
export interface Fragment {
  readonly touchpoints: readonly (MapTables['touchpoints'][string] & { readonly column: number })[];
  readonly cards: readonly (MapTables['cards'][string] & { readonly column: number; readonly laneName: string })[];
  readonly links: readonly MapTables['links'][string][];
  readonly sentiments: readonly MapTables['sentiments'][string][];
  readonly library: LibraryTables;
}

/** Cuts the chosen touchpoints and cards out as a fragment, with the links among them. Pure. */
export function copyFragment(docs: Documents, ids: readonly string[]): Fragment {
  const { map, library } = docs;
  const chosen = new Set(ids);
  const columns = new Map(stepsInOrder(map).map((step, index) => [step.id, index]));
  const touchpoints = inOrder(Object.values(map.touchpoints).filter((tp) => chosen.has(tp.id)));
  const cards = inOrder(Object.values(map.cards).filter((card) => chosen.has(card.id)));
  const first = Math.min(...[...touchpoints, ...cards].map((record) => columns.get(record.stepId) ?? 0));
  const column = (stepId: string) => (columns.get(stepId) ?? 0) - first;
  const sentiments = Object.values(map.sentiments).filter((sentiment) => chosen.has(sentiment.touchpointId));
  const used = (table: 'channels' | 'devices' | 'departments') => {
    const wanted = new Set(touchpoints.flatMap((tp) => tp[table]));
    return Object.fromEntries(Object.entries(library[table]).filter(([id]) => wanted.has(id)));
  };
  const personas = new Set(sentiments.map((sentiment) => sentiment.personaId));
  return {
    touchpoints: touchpoints.map((tp) => ({ ...tp, column: column(tp.stepId) })),
    cards: cards.map((card) => ({
      ...card,
      column: column(card.stepId),
      laneName: map.lanes[card.laneId]?.name ?? '',
    })),
    links: Object.values(map.links).filter((link) => chosen.has(link.from) && chosen.has(link.to)),
    sentiments,
    library: {
      channels: used('channels'),
      devices: used('devices'),
      departments: used('departments'),
      kpis: {},
      personas: Object.fromEntries(Object.entries(library.personas).filter(([id]) => personas.has(id))),
    },
  };
}

/**
 * Pastes a fragment with new ids, its first column at `stepId`; columns past the last step get new steps in the last
 * stage. Cards go to the lane of the same id or name, else to the first lane. What stood all in one row goes to `row`
 * where that is of its kind. Returns the ids of what was made.
 */
export function pasteFragment(
  docs: Documents,
  { fragment, stepId, row = null }: { fragment: Fragment; stepId: string; row?: PasteRow | null },
): string[] {
  const { map } = docs;
  const steps = stepsFrom(
    docs,
    stepId,
    Math.max(0, ...fragment.touchpoints.map((tp) => tp.column), ...fragment.cards.map((card) => card.column)) + 1,
  );
  addLibraryEntries(docs, { entries: fragment.library });
  const renamed = new Map<string, string>();
  const made: string[] = [];
  for (const { column, id, order: _order, stepId: _step, extra, ...fields } of fragment.touchpoints) {
    const fresh = addTouchpoint(docs, { stepId: steps[column] as string, fields });
    if (extra !== undefined) need(map.touchpoints, fresh, 'touchpoint').extra = extra;
    renamed.set(id, fresh);
    made.push(fresh);
  }
  if (row !== null && 'lens' in row) {
    const stood = new Set(fragment.touchpoints.map((touchpoint) => touchpoint[lensField[row.lens]][0] ?? null));
    if (stood.size === 1) setPrimary(docs, { ids: made, ...row });
  }
  const lanes = inOrder(Object.values(map.lanes));
  const isOneLane = new Set(fragment.cards.map(({ laneId }) => laneId)).size === 1;
  const target = row !== null && 'laneId' in row && isOneLane ? need(map.lanes, row.laneId, 'lane') : undefined;
  for (const card of fragment.cards) {
    const lane = target ?? map.lanes[card.laneId] ?? lanes.find((other) => other.name === card.laneName) ?? lanes[0];
    if (lane !== undefined)
      made.push(addCard(docs, { stepId: steps[card.column] as string, laneId: lane.id, text: card.text }));
  }
  for (const link of fragment.links) {
    const from = renamed.get(link.from);
    const to = renamed.get(link.to);
    if (from && to) addLink(docs, { from, to, label: link.label });
  }
  for (const sentiment of fragment.sentiments) {
    const touchpointId = renamed.get(sentiment.touchpointId);
    const isKnown = sentiment.personaId === EVERYONE || docs.library.personas[sentiment.personaId] !== undefined;
    if (touchpointId === undefined || !isKnown) continue;
    const id = pairId('sentiment', touchpointId, sentiment.personaId);
    map.sentiments[id] = { ...sentiment, id, touchpointId };
  }
  return made;
}

/** Where pasted rows of text go: a lane, or the touchpoints of one row of a lens. */
export type PasteRow = { laneId: string } | { lens: Lens; value: string | null };

/**
 * Fills cells from a range of a spreadsheet: each column of text is a step from `stepId` on, each line a row from the
 * first of `rows` on. Empty cells are passed over; lines past the last row go to the last row. Returns what was made.
 */
export function pasteRange(
  docs: Documents,
  { range, stepId, rows }: { range: readonly (readonly string[])[]; stepId: string; rows: readonly PasteRow[] },
): string[] {
  const steps = stepsFrom(docs, stepId, Math.max(1, ...range.map((line) => line.length)));
  const made: string[] = [];
  range.forEach((line, lineIndex) => {
    const row = rows[Math.min(lineIndex, rows.length - 1)];
    line.forEach((cell, column) => {
      const value = cell.trim();
      const step = steps[column] as string;
      if (value === '' || row === undefined) return;
      if ('laneId' in row) made.push(addCard(docs, { stepId: step, laneId: row.laneId, text: value }));
      else {
        const fields = { title: value, ...(row.value === null ? {} : { [lensField[row.lens]]: [row.value] }) };
        made.push(addTouchpoint(docs, { stepId: step, fields }));
      }
    });
  });
  return made;
}

/** Inserts a touchpoint of the catalogue; its channel is made when the library lacks it. Returns its id. */
export function insertFromCatalogue(
  docs: Documents,
  args: {
    stepId: string;
    title: string;
    channel: { id: string; name: string };
    when: 'before' | 'during' | 'after';
    presence: 'online' | 'offline';
    beforeId?: string | null;
  },
): string {
  const channel =
    docs.library.channels[args.channel.id]?.id ?? addLibraryEntry(docs, { table: 'channels', name: args.channel.name });
  return addTouchpoint(docs, {
    stepId: args.stepId,
    beforeId: args.beforeId ?? null,
    fields: { title: args.title, channels: [channel], when: args.when, presence: args.presence },
  });
}

function stepsFrom(docs: Documents, stepId: string, count: number): string[] {
  const { map } = docs;
  need(map.steps, stepId, 'step');
  const all = stepsInOrder(map).map((step) => step.id);
  const last = need(map.steps, all.at(-1) as string, 'step');
  const from = all.indexOf(stepId);
  while (all.length < from + count) all.push(addStep(docs, { stageId: last.stageId }));
  return all.slice(from, from + count);
}
