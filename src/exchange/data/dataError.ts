import { fillText } from '../fillText.ts';
import type { ImportParams } from '../importError.ts';

/** What is wrong with a file of data, where, and what to do, by code. Places in `{{}}` are filled from `params`. */
export const dataErrorTexts = {
  empty: 'This file is empty. Choose a file that holds rows.',
  unreadable: 'This file could not be read from the disk. Check that it is still there and try again.',
  workerFailed: 'Reading this file broke off, most likely because memory ran out. Close other tabs and try again.',
  binary:
    'This file is not text: at byte {{byte}} stands a sign that no table holds. Save it as CSV, TSV or XES and try again.',
  spreadsheet: 'This is a spreadsheet or an archive, not a table of text. Open it and save the sheet as CSV.',
  gzipBroken:
    'This gzip file is broken or cut short after {{bytes}} unpacked bytes. Copy or download it again; nothing was taken from it.',
  gzipTwice:
    'This gzip file holds another gzip file. Unpack it once, or save it anew without packing it twice, and choose what comes out.',
  gzipBomb:
    'This gzip file unpacks to more than {{times}} times its size. No log does; it was not read further than byte {{bytes}}.',
  openQuote:
    'A quotation mark opened on line {{line}} is never closed. Put a second one at the end of that cell, or take it out.',
  longQuote:
    'A quotation mark opened on line {{line}} is not closed within {{limit}} characters, which is as long as a row may be. Put the second one at the end of that cell, or make the cell shorter.',
  rowTooLong: 'Line {{line}} is longer than {{limit}} characters. Check that the file has line breaks.',
  tooManyColumns:
    'Line {{line}} has more than {{limit}} columns. Check the delimiter, or turn the table so that each row is one record.',
  noTable: 'No table was found in this file. It should hold a line with the names of columns and rows below it.',
  noColumn: 'The column "{{column}}" is not in this table. Choose which column holds the {{role}}.',
  roleMissing: 'It is not clear which column holds the {{role}}. Choose one.',
  dateOrder:
    'Dates such as {{example}} in the column "{{column}}" can be read as day first or as month first. Say which it is.',
  noTimes:
    'No cell of the column “{{column}}” could be read as a time; the first is on line {{line}}. Choose the column that holds the time, or none: then the order of the file counts.',
  noEvents: 'No row of this file could be read as an event. Check which columns hold case and activity.',
  tooManyActivities:
    'The column for the activity holds more than {{limit}} different values (line {{line}}). Choose one that names what was done, not one that is different on each row.',
  tooManyApart: 'Told apart by {{traits}}, this log has more than {{limit}} activities. Tell them apart by less.',
  tooManyValues:
    'The column "{{column}}" holds more than {{limit}} different values (line {{line}}), which is no {{role}}. Choose another one.',
  webPage:
    'This file is a web page, as some programs write when they export “for Excel”. Open it in a spreadsheet and save it as CSV.',
  notXes: 'This XML file is not an event log: its first element is <{{found}}> and should be <log>.',
  xmlBroken:
    'This XML file is broken on line {{line}}: {{what}}. Mend that place or export the log again; nothing was taken from it.',
  xmlCut: 'This XML file is cut short: it ends on line {{line}} before the log does. Copy or download it again.',
  xmlDoctype:
    'This XML file has a DOCTYPE (line {{line}}), which can hide dangerous definitions. Take it out; event logs need none.',
  xmlEntity:
    'This XML file uses the entity {{what}} on line {{line}}, which no event log needs. Write the character itself.',
  xmlAmpersand:
    'This XML file is broken on line {{line}}: an & stands there for itself. Write &amp; instead, or export the log again; nothing was taken from it.',
  xmlDeep: 'This XML file nests elements deeper than {{limit}} levels (line {{line}}). No event log does.',
} as const;
export type DataErrorCode = keyof typeof dataErrorTexts;

/**
 * A file of data that cannot be read. `code` and `params` are enough to say it in any language and to post it between
 * threads; `message` says it in English. The readers of `exchange/data` throw this and nothing else.
 */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code: DataErrorCode;
  readonly params: ImportParams;

  constructor(code: DataErrorCode, params: ImportParams = {}) {
    super(fillText(dataErrorTexts[code], params));
    this.code = code;
    this.params = params;
  }
}

/** The reading of a file was stopped by whoever had asked for it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
