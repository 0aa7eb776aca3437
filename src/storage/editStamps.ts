const PREFIX = 'desirepath:edited:';

/**
 * When a map was last edited, kept in localStorage by a page that goes: it may have no time left to note it in the
 * database. The next start notes it there.
 */
export function keepEditStamp(storage: Storage | undefined, mapId: string, at: string): void {
  try {
    storage?.setItem(PREFIX + mapId, at);
  } catch {
    // Without room the gallery says an older time.
  }
}

export function dropEditStamp(storage: Storage | undefined, mapId: string): void {
  try {
    storage?.removeItem(PREFIX + mapId);
  } catch {
    // Where nothing can be removed nothing was kept.
  }
}

/** Notes what pages that went have kept. `touch` rejects for a map that is gone; its stamp goes too. */
export async function putEditStamps(
  storage: Storage | undefined,
  touch: (mapId: string, times: { editedAt: string }) => Promise<void>,
): Promise<void> {
  for (const key of storage === undefined ? [] : Object.keys(storage)) {
    const at = key.startsWith(PREFIX) ? storage?.getItem(key) : null;
    if (at == null) continue;
    const mapId = key.slice(PREFIX.length);
    await touch(mapId, { editedAt: at }).catch(() => undefined);
    dropEditStamp(storage, mapId);
  }
}
