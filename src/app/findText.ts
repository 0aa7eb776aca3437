import { type Documents, mapRecord } from '../model/tables.ts';

/** One text of a map that holds what was looked for. */
export interface Found {
  readonly mapId: string;
  readonly mapName: string;
  /** Tells this text from every other one, in any map. */
  readonly key: string;
  /** The touchpoint, card, step or stage to show; null for what is said of the whole map. */
  readonly recordId: string | null;
  readonly field:
    | 'map'
    | 'stage'
    | 'step'
    | 'title'
    | 'description'
    | 'objections'
    | 'owner'
    | 'tags'
    | 'card'
    | 'link'
    | 'note';
  readonly text: string;
}

/** Every text of a map that holds `wanted`, letter case and accents aside. */
export function findText({ map }: Documents, wanted: string): Found[] {
  const needle = fold(wanted.trim());
  const { id: mapId, name: mapName, scenario } = mapRecord(map);
  const found: Found[] = [];
  const look = (recordId: string | null, field: Found['field'], text: string, source = recordId) => {
    if (needle === '' || !fold(text).includes(needle)) return;
    found.push({ key: `${mapId}/${source}/${field}`, mapId, mapName, recordId, field, text });
  };
  look(null, 'map', mapName, 'name');
  look(null, 'map', scenario, 'scenario');
  for (const stage of Object.values(map.stages)) look(stage.id, 'stage', stage.name);
  for (const step of Object.values(map.steps)) look(step.id, 'step', step.name);
  for (const touchpoint of Object.values(map.touchpoints)) {
    look(touchpoint.id, 'title', touchpoint.title);
    look(touchpoint.id, 'description', touchpoint.description);
    look(touchpoint.id, 'objections', touchpoint.objections);
    look(touchpoint.id, 'owner', touchpoint.owner);
    look(touchpoint.id, 'tags', touchpoint.tags.join(', '));
  }
  for (const card of Object.values(map.cards)) look(card.id, 'card', card.text);
  for (const link of Object.values(map.links)) look(link.from, 'link', link.label, link.id);
  for (const verdict of Object.values(map.verdicts)) look(verdict.from, 'note', verdict.note, verdict.id);
  return found;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
