/**
 * A command was asked for something the document does not allow. Nothing was changed. `message` is an English sentence
 * for the scripting interface; the interface shows the translation of `refused.<code>`.
 */
export class CommandError extends Error {
  constructor(
    readonly code: 'missing' | 'selfLink' | 'lastStage' | 'lastStep' | 'badValue' | 'tooManyPoints' | 'readOnly',
    readonly params: Record<string, string>,
    message: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** The record of that id, or a CommandError that names what is missing. */
export function need<T>(table: { [id: string]: T }, id: string, what: string): T {
  const record = Object.hasOwn(table, id) ? table[id] : undefined;
  if (record === undefined) {
    throw new CommandError(
      'missing',
      { what, id },
      `There is no ${what} with the id "${id}" in this map. It may have been deleted.`,
    );
  }
  return record;
}
