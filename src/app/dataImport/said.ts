/** What somebody has just done to the files or profiles of a map. */
export interface Said {
  readonly text: string;
  /** What was pressed has gone with its row. */
  readonly isGone: boolean;
}
