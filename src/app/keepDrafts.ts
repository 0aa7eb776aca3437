import type { Session } from '../editor/session.ts';

/**
 * Keeps what is being written in panels in `storage` (the window's own; browsers may refuse it), by map, so that it outlives the way to the gallery
 * and back, and a reload. Returns the function that ends it.
 */
export function keepDrafts(session: Session, mapId: string, storage: () => Storage): () => void {
  const key = `desirepath:drafts:${mapId}`;
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}');
    const texts = Object.entries(kept as object).filter(([, text]) => typeof text === 'string');
    session.setState({ drafts: Object.fromEntries(texts) });
  } catch {
    // What cannot be read is as good as nothing.
  }
  return session.subscribe(({ drafts }, before) => {
    if (drafts === before.drafts) return;
    try {
      storage().setItem(key, JSON.stringify(drafts));
    } catch {
      // Without room they are kept as long as the map is open.
    }
  });
}
