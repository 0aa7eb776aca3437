import { pairId } from '../model/ids.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import type { Documents, MapTables } from '../model/tables.ts';
import { CommandError, need } from './commandError.ts';

/** Sets how a persona (or `everyone`) feels at a touchpoint, -2 to +2; null takes the sentiment away. */
export function setSentiment(
  { map, library }: Documents,
  { touchpointId, personaId, value }: { touchpointId: string; personaId: string; value: number | null },
): void {
  need(map.touchpoints, touchpointId, 'touchpoint');
  if (personaId !== EVERYONE) need(library.personas, personaId, 'persona');
  const id = pairId('sentiment', touchpointId, personaId);
  if (value === null) {
    delete map.sentiments[id];
    return;
  }
  if (!(value >= -2 && value <= 2)) {
    throw new CommandError(
      'badValue',
      { field: 'sentiment' },
      `A sentiment is a number from -2 to +2; ${value} is not.`,
    );
  }
  const present = map.sentiments[id];
  if (present === undefined) map.sentiments[id] = { id, touchpointId, personaId, value };
  else present.value = value;
}

export function removeSentimentsOf(map: MapTables, personaId: string): void {
  for (const sentiment of Object.values(map.sentiments))
    if (sentiment.personaId === personaId) delete map.sentiments[sentiment.id];
}
