/**
 * Something the person should be told.
 * - `newerVersion`: newer code has been at the database or runs in another tab; this tab no longer writes. Reload.
 * - `databaseClosed`: another tab upgrades or deletes the database; this tab no longer writes. Reload.
 * - `stalePage`: the page came back from the browser's cache and may show an old state; it no longer writes. Reload.
 * - `olderTab`: a tab with older code is open; what it does is not seen here.
 * - `refusedPatches`: another tab sent `count` changes that make no sense here; they were left out.
 * - `recovered`: `count` changes a closing page could not write any more were found and put back.
 * - `channelFailed`: a change could not be sent to the other tabs.
 */
export interface Notice {
  readonly code:
    | 'newerVersion'
    | 'databaseClosed'
    | 'stalePage'
    | 'olderTab'
    | 'refusedPatches'
    | 'recovered'
    | 'channelFailed';
  readonly count?: number;
}
