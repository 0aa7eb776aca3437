import { pairId } from '../model/ids.ts';
import type { Evidence } from '../model/records/evidence.ts';
import type { Place } from '../model/records/place.ts';
import type { MapTables } from '../model/tables.ts';

/** A photo that was taken at a stop of a walk; `photo` is the id of the picture. */
export interface StopPhoto {
  readonly touchpointId: string;
  readonly photo: string;
}

/**
 * The photos of the stops that a piece of evidence came from: of the walk it bears the mark of, at the touchpoints among
 * `places`. None of a piece that bears no mark, as those of early versions, or whose walk was deleted.
 */
export function walkPhotos(
  { walkSteps }: Pick<MapTables, 'walkSteps'>,
  { kind, importId }: Pick<Evidence, 'kind' | 'importId'>,
  places: readonly Place[],
): StopPhoto[] {
  if (kind !== 'walk' || importId === null) return [];
  return places.flatMap(({ placeId, toId }) => {
    const photo = toId === null ? walkSteps[pairId('walkStep', importId, placeId)]?.photo : null;
    return photo == null ? [] : [{ touchpointId: placeId, photo }];
  });
}
