/** What is said over a map that is among the deleted ones, or has come back from them. */
export const enDeleted = {
  deleted: {
    found:
      'This map was deleted: the gallery does not list it. Restore it to keep it; any change made here brings it back too.',
    meanwhile:
      'This map was deleted in another window: the gallery no longer lists it. Restore it to keep it; any change made here brings it back too.',
    broughtBack: 'This map had been deleted. You went on with it, so it is back in the gallery.',
    restore: 'Restore it',
    understood: 'Understood',
  },
} as const;
