import { inOrder } from '../../model/order.ts';
import type { Documents, MapTables } from '../../model/tables.ts';
import type { ChoiceProps } from './Choice.tsx';

/**
 * What touchpoints are called in lists, by id: their titles, and for those of the same title what they are told apart by,
 * their channels or else their devices. `unnamed` stands for an empty title.
 */
export function touchpointNames({ map, library }: Documents, unnamed: string): ReadonlyMap<string, string> {
  const all = Object.values(map.touchpoints);
  const times = new Map<string, number>();
  for (const { title } of all) times.set(title, (times.get(title) ?? 0) + 1);
  const named = (table: 'channels' | 'devices', ids: readonly string[]) =>
    ids.flatMap((id) => library[table][id]?.name ?? []).join(', ');
  return new Map(
    all.map(({ id, title, channels, devices }) => {
      const besides = times.get(title) === 1 ? '' : named('channels', channels) || named('devices', devices);
      return [id, (title || unnamed) + (besides === '' ? '' : ` (${besides})`)];
    }),
  );
}

/** The touchpoints of a map by stage, to be chosen from; `names` are those of `touchpointNames`. */
export function touchpointOptions(
  map: MapTables,
  names: ReadonlyMap<string, string>,
  unnamed: string,
): ChoiceProps['options'] {
  const touchpoints = inOrder(Object.values(map.touchpoints));
  return inOrder(Object.values(map.stages)).flatMap((stage) => {
    const steps = inOrder(Object.values(map.steps)).filter(({ stageId }) => stageId === stage.id);
    const items = steps.flatMap((step) =>
      touchpoints
        .filter(({ stepId }) => stepId === step.id)
        .map(({ id }) => ({ value: id, label: names.get(id) ?? unnamed })),
    );
    return items.length === 0 ? [] : [{ group: stage.name || unnamed, items }];
  });
}
