import type { Patch } from '../model/patch.ts';
import { createClock, randomMark } from './stamp.ts';
import { CHANNEL, type OpenChannel } from './tabMessage.ts';

/**
 * Tells open tabs of a change made outside of any editor (renaming in the gallery), once it is on disk. Without
 * patches it only tells which schema this tab has: older ones write their last edits and stop.
 */
export function announce(
  open: OpenChannel | undefined,
  schema: number,
  mapId: string,
  patches: readonly Patch[],
): void {
  if (open === undefined) return;
  const channel = open(CHANNEL);
  const stamp = createClock(randomMark()).next();
  const envelope = { schema, tab: stamp.tab };
  channel.postMessage({ ...envelope, kind: 'ops', mapId, batches: patches.length > 0 ? [{ stamp, patches }] : [] });
  channel.postMessage({ ...envelope, kind: 'written', counter: stamp.counter });
  channel.close();
}
