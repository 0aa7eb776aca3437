/** As much of `window` as is used. */
type Page = Pick<Window, 'addEventListener'> & { readonly document: Document };

/**
 * What stands in a field that takes its text over when it is left (a title on the map, a name, a figure) is taken over
 * when the page is hidden or goes away, and when the address names another screen: a field that is taken off the page hears
 * nothing of it. To be called before a map opens, and before anything else listens to the address: what the field writes
 * must be in the document by the time the map notes what is not saved.
 */
export function finishFieldsOnHide(page: Page): void {
  const finish = () => {
    const field = page.document.activeElement;
    if (field instanceof HTMLElement && field.matches('input, textarea')) field.blur();
  };
  page.addEventListener(
    'visibilitychange',
    () => {
      if (page.document.visibilityState === 'hidden') finish();
    },
    { capture: true },
  );
  page.addEventListener('pagehide', finish, { capture: true });
  page.addEventListener('hashchange', finish, { capture: true });
}
