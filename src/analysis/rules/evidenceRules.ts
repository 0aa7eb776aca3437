import { evidenceByPlace, placeKey } from '../claims.ts';
import { compareWays } from '../reading.ts';
import type { MapRule } from './ground.ts';

/** From this severity on a gap should not rest on what somebody believes. */
const SEVERE = 4;

/** A severe gap for which no evidence speaks: the verdict rests on assumption alone. Its data is its severity. */
export const severeOnAssumption: MapRule = {
  at: 'map',
  reads: ({ map, gaps, reading }) => [map.citations, map.evidence, gaps, reading],
  find({ map, gaps, reading }) {
    const attached = evidenceByPlace(map);
    const byReading = compareWays(reading);
    return gaps
      .filter(({ severity, place }) => severity.value >= SEVERE && !attached.has(placeKey(place)))
      .sort((a, b) => byReading(a.verdict, b.verdict))
      .map(({ place, severity }) => ({ place, data: { severity: severity.value } }));
  },
};
