import type { Documents } from '../model/tables.ts';

/** Every text of a map and its library that may be drawn. */
export function* documentTexts({ map, library }: Documents): Generator<string> {
  for (const stage of Object.values(map.stages)) yield stage.name;
  for (const step of Object.values(map.steps)) yield step.name;
  for (const lane of Object.values(map.lanes)) yield lane.name;
  for (const touchpoint of Object.values(map.touchpoints)) yield touchpoint.title;
  for (const card of Object.values(map.cards)) yield card.text;
  for (const table of [library.channels, library.devices, library.departments, library.personas]) {
    for (const entry of Object.values(table)) yield entry.name;
  }
}
