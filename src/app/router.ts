import { useSyncExternalStore } from 'react';

export type Route = { readonly screen: 'gallery' } | { readonly screen: 'map'; readonly mapId: string };

/** Which screen an address names: `#/map/<id>` or the gallery. */
export function parseRoute(hash: string): Route {
  const match = /^#\/map\/([0-9A-Za-z_-]+)$/.exec(hash);
  return match ? { screen: 'map', mapId: match[1] as string } : { screen: 'gallery' };
}

export function mapAddress(mapId: string): string {
  return `#/map/${mapId}`;
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
