import { fillText } from './fillText.ts';
import type { ImportParams } from './importError.ts';

/** What was changed on the way in, by code. Places in `{{}}` are filled from the note's `params`. */
export const noteTexts = {
  textCut: '{{table}}, "{{record}}": {{field}} was too long and was cut to {{length}} characters.',
  numberRefused: '{{table}}, "{{record}}": {{field}} ({{value}}) could not be read as a number and was left not set.',
  fieldMended: '{{table}}, "{{record}}": {{field}} ({{value}}) was read as {{taken}}.',
  fieldReplaced: '{{table}}, "{{record}}": {{field}} ({{value}}) could not be read and was left at its default.',
  itemsDropped: '{{table}}, "{{record}}": {{count}} of {{field}} could not be read and were left out.',
  webLinkDropped: '{{table}}, "{{record}}": the web link {{value}} was left out; only http, https and mailto are kept.',
  recordRefused: '{{table}}: "{{record}}" could not be read and was left out.',
  duplicateDropped: '{{table}}: "{{record}}" came twice; the later one was left out.',
  idMissing: '{{table}}: "{{record}}" had no id and was given one.',
  unknownDropped: '{{table}}, "{{record}}": its unknown keys were too long to keep and were left out.',
  unknownTopDropped: 'The unknown part "{{name}}" of the file was left out.',
  orderReplaced: '{{table}}: the order could not be read; the order of the file was taken.',
  libraryMatched: '{{table}}: "{{record}}" was matched with the one in your library.',
  libraryMerged: '{{table}}: "{{record}}" came twice under one name and was taken as one.',
  valueDropped: '{{table}}, "{{record}}": a channel, device or department that is not in the file was left out.',
  mapMissing: 'The file had no map record; an empty one was made.',
  noStage: 'The file had no stage; an empty one was made.',
  stageWithoutStep: 'The stage "{{record}}" had no step; an empty one was made.',
  stepMoved: 'The step "{{record}}" belonged to no stage and was moved to the first one.',
  touchpointMoved: 'The touchpoint "{{record}}" belonged to no step and was moved to the first one.',
  cardMoved: 'The card "{{record}}" belonged to no step and was moved to the first one.',
  cardDropped: 'The card "{{record}}" belonged to no lane and was left out.',
  linkDropped: 'A link whose ends are not both in the map was left out ({{record}}).',
  sentimentDropped: 'A sentiment whose touchpoint, persona or value could not be read was left out ({{record}}).',
  verdictDropped: 'A verdict whose touchpoints are not both in the map was left out ({{record}}).',
  personaDropped: 'A persona that is not in the file was left out ({{record}}).',
  membershipDropped:
    'It could not be read to which persona a touchpoint or link belongs; it was left out ({{record}}).',
  dismissalDropped: 'A "not a gap" for a place that is not in the map was left out ({{record}}).',
  tieDropped: 'An opportunity was tied to a place that is not in the map; the tie was left out ({{record}}).',
  assetUnreadable: 'The picture {{record}} could not be read and was left out.',
  assetRefused: 'The picture {{record}} was left out: only PNG, JPEG and WebP pictures are kept.',
  assetTooLarge: 'The picture {{record}} was left out: it is larger than 5 MB.',
  assetChanged: 'The picture {{record}} was left out: its content is not the one it was saved with.',
  pictureDropped: 'personas, "{{record}}": its picture is not in the file and was left out.',
  photoDropped: 'walkSteps, "{{record}}": its photo is not in the file and was left out.',
  seriesDropped: 'Measurements of a KPI or a place that is not in the file were left out ({{record}}).',
  citationDropped: 'Evidence was about a place that is not in the map; that was left out ({{record}}).',
  walkStepDropped: 'A stop of a walk that is not in the file was left out ({{record}}).',
  mapRefused: 'Map {{number}} of the backup could not be read and was left out: {{reason}}',
  moreDiagrams: 'The text holds {{count}} journeys; the first one was read.',
  scoreUnread: 'Line {{line}}: the score {{value}} could not be read and was left not set.',
  scoreClamped: 'Line {{line}}: the score {{value}} is outside 1 to 5 and was taken as {{taken}}.',
  fieldIgnored: 'Line {{line}}: what follows the people ("{{text}}") was left out.',
  hashComment: 'Line {{line}}: "{{text}}" was taken as a comment, as Mermaid does.',
  hashInName: 'Line {{line}}: the # was read as part of the name "{{text}}"; Mermaid itself refuses this line.',
  colonInName:
    'Line {{line}}: the colon was read as part of the name "{{text}}"; Mermaid itself reads this line otherwise.',
  keywordTask: 'Line {{line}}: "{{text}}" was read as a task; Mermaid itself takes its first word otherwise.',
  wideColon: 'Line {{line}}: full-width colons were read as plain ones in "{{text}}".',
  sectionUnnamed: 'Line {{line}}: the section has no name; its stage is left without one.',
  semicolonIgnored: 'Line {{line}}: the semicolon at the end was left out.',
  moreNotes: '{{count}} more notes of the same kinds are not listed.',
} as const;
export type NoteCode = keyof typeof noteTexts;

/** One thing a reader changed, left out or took differently; `noteText` says it in English. */
export interface Note {
  readonly code: NoteCode;
  readonly params: ImportParams;
}

/** The note as an English sentence. */
export function noteText(note: Note): string {
  return fillText(noteTexts[note.code], note.params);
}

const MAX_NOTES = 500;

/** The notes, or the first of them and how many more there are: a ruined file must not flood the screen. */
export function capNotes(notes: readonly Note[]): Note[] {
  if (notes.length <= MAX_NOTES) return [...notes];
  return [...notes.slice(0, MAX_NOTES), { code: 'moreNotes', params: { count: notes.length - MAX_NOTES } }];
}
