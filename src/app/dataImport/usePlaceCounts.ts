import { useEffect, useMemo, useState } from 'react';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import { createDataClient } from '../../exchange/data/dataClient.ts';
import { type CountedMap, type PlaceCounts, placeCounts } from './placeCounts.ts';

/** What a log has at the places of a map, counted in the worker; null while that goes on, and where there is no log. */
export function usePlaceCounts(
  log: CountedLog | null,
  touchpoints: readonly (string | null)[],
  { mapId, steps, touchpoints: onMap }: CountedMap,
  ends: readonly number[],
): PlaceCounts | null {
  const asked = useMemo(
    () => log && { log, touchpoints, map: { mapId, steps, touchpoints: onMap }, ends },
    [log, touchpoints, mapId, steps, onMap, ends],
  );
  const [counted, setCounted] = useState<{ asked: typeof asked; counts: PlaceCounts } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    if (asked === null) return;
    const control = new AbortController();
    const { signal } = control;
    const client = createDataClient();
    placeCounts(asked.log, asked.touchpoints, asked.map, asked.ends, (trail, groupings, at) =>
      client.places(trail, groupings, at, { signal }),
    ).then(
      (counts) => signal.aborted || setCounted({ asked, counts }),
      (problem) => signal.aborted || setFailed(problem),
    );
    return () => control.abort();
  }, [asked]);
  if (failed !== null) throw failed;
  return counted !== null && counted.asked === asked ? counted.counts : null;
}
