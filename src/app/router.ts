import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly screen: 'gallery' }
  /** `at` names a record to go to, or a KPI to lay over the links. */
  | { readonly screen: 'map'; readonly mapId: string; readonly at: string | null };

/** Which screen an address names: `#/map/<id>`, `#/map/<id>/<record id>` or the gallery. */
export function parseRoute(hash: string): Route {
  const match = /^#\/map\/([0-9A-Za-z_-]+)(?:\/([0-9A-Za-z_-]+))?$/.exec(hash);
  return match ? { screen: 'map', mapId: match[1] as string, at: match[2] ?? null } : { screen: 'gallery' };
}

export function mapAddress(mapId: string, at: string | null = null): string {
  return at === null ? `#/map/${mapId}` : `#/map/${mapId}/${at}`;
}

export function goTo(address: string): void {
  window.location.hash = address;
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => window.location.hash,
  );
  return parseRoute(hash);
}
