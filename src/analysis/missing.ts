import type { CatalogueItem } from '../model/catalogue.ts';
import { resolveEntry } from '../model/mergedEntries.ts';
import { inOrder } from '../model/order.ts';
import type { LibraryTables, MapTables } from '../model/tables.ts';

type Phase = CatalogueItem['when'];

/** What the catalogue has and a map lacks: keys of catalogue items, in the catalogue's order. */
export interface CatalogueGaps {
  readonly phases: Readonly<Record<Phase, readonly string[]>>;
  /** By the stage where such a touchpoint would most likely stand; stages that lack nothing are not in it. */
  readonly stages: readonly { readonly stageId: string; readonly keys: readonly string[] }[];
}

/** The stages the catalogue sorts its items by, in their order. */
const defaultStages: readonly CatalogueItem['stage'][] = [
  'awareness',
  'consideration',
  'decision',
  'retention',
  'advocacy',
];

/**
 * What the catalogue has and a map lacks. A map has an item when a touchpoint bears its title (`titleOf` gives it in the
 * map's language), or when its channel is met in the item's phase, or in any when the item is the channel itself: what a
 * touchpoint is called is the team's affair, so a hint is withheld rather than given wrongly. A touchpoint of no phase
 * counts for all.
 *
 * Journeys have stages of their own; an item is told at the stage that stands as far along as its default one does.
 */
export function catalogueGaps(
  map: MapTables,
  catalogue: readonly CatalogueItem[],
  library: LibraryTables,
  titleOf: (key: string) => string,
): CatalogueGaps {
  const titles = new Set<string>();
  const met = new Set<string>();
  for (const { title, channels, when } of Object.values(map.touchpoints)) {
    titles.add(plain(title));
    for (const channel of channels) met.add(`${when ?? ''} ${channel}`).add(channel);
  }
  const channelOf = (id: string) => {
    const entry = library.channels[id];
    return entry === undefined ? id : resolveEntry(library.channels, entry).id;
  };
  const lacking = catalogue.filter(({ key, when, channel, isChannel }) => {
    const id = channelOf(channel);
    return (
      !titles.has(plain(titleOf(key))) && ![`${when} ${id}`, ` ${id}`, isChannel ? id : ''].some((way) => met.has(way))
    );
  });
  const keysOf = (phase: Phase) => lacking.filter(({ when }) => when === phase).map(({ key }) => key);
  const stageIds = inOrder(Object.values(map.stages)).map(({ id }) => id);
  const place = ({ stage }: CatalogueItem) =>
    Math.round((defaultStages.indexOf(stage) / (defaultStages.length - 1)) * (stageIds.length - 1));
  return {
    phases: { before: keysOf('before'), during: keysOf('during'), after: keysOf('after') },
    stages: stageIds.flatMap((stageId, index) => {
      const keys = lacking.filter((item) => place(item) === index).map(({ key }) => key);
      return keys.length === 0 ? [] : [{ stageId, keys }];
    }),
  };
}

function plain(title: string): string {
  return title.trim().toLocaleLowerCase();
}
