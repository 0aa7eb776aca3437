import { fillText } from './fillText.ts';

/** Largest file that is read, in bytes (and, for a text that is already in memory, in UTF-16 units). */
export const MAX_FILE_SIZE = 50 * 1024 * 1024;

/** What is wrong, where, and what to do, by code. Places in `{{}}` are filled from `params`. */
export const importErrorTexts = {
  tooLarge:
    'This file is too large ({{megabytes}} MB). Files up to {{limit}} MB can be opened. Split it, or take out what is not needed.',
  empty: 'This file is empty. Choose a file that holds a journey map.',
  unreadable: 'This file could not be read from the disk. Check that it is still there and try again.',
  binary:
    'This file is not a text file. Choose a .journey.json or Mermaid file; if it is one, save it as UTF-8 text first.',
  unknownFile:
    'This is not a kind of file that can be opened. Choose a .journey.json file, or a Mermaid file whose diagram begins with "journey".',
  isBackup: 'This file is the backup of a whole workspace, not one map. Restore it as a backup.',
  notJson:
    'This file is not valid JSON: line {{line}}, column {{column}} holds {{found}}. Mend that place or export the map again.',
  cutShort:
    'This file is cut short: it ends at line {{line}}, column {{column}}, before its end. Copy or download it again.',
  tooDeep:
    'This file nests values deeper than {{limit}} levels (line {{line}}, column {{column}}). No journey map does; export it again.',
  forbiddenName: 'This file uses the name "{{name}}", which is not safe to read ({{path}}). Rename it and try again.',
  badNumber:
    'Line {{line}}, column {{column}} holds {{found}}, which is not a number JSON can hold. Put a number or null there.',
  notThisFormat:
    'This JSON file is not {{expected}}: its "format" is {{found}}. Choose a file that was exported by Desirepath.',
  newerVersion:
    'This file was made by a newer Desirepath (format {{found}}, this one reads {{reads}}). Update Desirepath, or export the map from the newer one again.',
  wrongType:
    'This file cannot be read: "{{path}}" should be {{expected}} but is {{found}}. Mend that place or export the map again.',
  noJourney: 'No Mermaid journey was found in this text. A journey diagram begins with the word "journey".',
  lineSemicolon:
    'Line {{line}} holds a semicolon ("{{text}}"), which Mermaid cannot read there. Write #59; for it, or one statement a line.',
  lineWithoutScore: 'Line {{line}} ("{{text}}") is not a task: it has no score. Write it as "name: 3: person".',
  lineWithoutName:
    'Line {{line}} ("{{text}}") is not a task: it has no name before the colon. Write it as "name: 3: person".',
  lineUnclear: 'Line {{line}} ("{{text}}") may be a section or a task. Write a colon in a name as #58;.',
  secondJourney: 'Line {{line}} begins a second journey. Put each journey in a file of its own.',
  openBrace: 'The description that begins on line {{line}} is never closed. Put a } at its end.',
} as const;
export type ImportErrorCode = keyof typeof importErrorTexts;
export type ImportParams = Readonly<Record<string, string | number>>;

/**
 * A file that cannot be read as a whole. `code` and `params` are enough to say it in any language; `message` says it in
 * English. Every reader of `exchange/` throws this and nothing else.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly params: ImportParams;

  constructor(code: ImportErrorCode, params: ImportParams = {}) {
    super(fillText(importErrorTexts[code], params));
    this.code = code;
    this.params = params;
  }
}

/** Throws `tooLarge` when `size` (bytes, or UTF-16 units of a text) is above the limit. */
export function checkSize(size: number): void {
  if (size <= MAX_FILE_SIZE) return;
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new ImportError('tooLarge', { megabytes, limit: MAX_FILE_SIZE / 1024 / 1024 });
}
