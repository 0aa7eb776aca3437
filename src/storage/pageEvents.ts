/** As much of `window` as is used; tests give another one. */
export interface PageTarget {
  readonly document: { readonly visibilityState: string } & Pick<
    EventTarget,
    'addEventListener' | 'removeEventListener'
  >;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
}

export interface PageListeners {
  /** The page is hidden or goes away; it may never run again (phones drop hidden pages without another word). */
  readonly onHide: () => void;
  /** The page came back from the back/forward cache: messages of other tabs may have passed it by. */
  readonly onRestored: () => void;
  /** Another page changed a key of localStorage. */
  readonly onStorage: (key: string | null) => void;
}

/** Listens to the end of the page. Returns the function that ends it; without a page (in tests) nothing happens. */
export function watchPage(page: PageTarget | undefined, listeners: PageListeners): () => void {
  if (page === undefined) return () => undefined;
  const onVisibility = () => {
    if (page.document.visibilityState === 'hidden') listeners.onHide();
  };
  const onPageShow = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) listeners.onRestored();
  };
  const onStorage = (event: Event) => listeners.onStorage((event as StorageEvent).key);
  page.document.addEventListener('visibilitychange', onVisibility);
  page.addEventListener('pagehide', listeners.onHide);
  page.addEventListener('pageshow', onPageShow);
  page.addEventListener('storage', onStorage);
  return () => {
    page.document.removeEventListener('visibilitychange', onVisibility);
    page.removeEventListener('pagehide', listeners.onHide);
    page.removeEventListener('pageshow', onPageShow);
    page.removeEventListener('storage', onStorage);
  };
}
