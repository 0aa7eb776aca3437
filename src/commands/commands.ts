import { addCard, moveCards, updateCard } from './cards.ts';
import { insertFromCatalogue, pasteFragment, pasteRange } from './fragments.ts';
import { removeItems } from './items.ts';
import { addLane, moveLane, removeLane, renameLane, setLaneHidden } from './lanes.ts';
import {
  addLibraryEntries,
  addLibraryEntry,
  addPersona,
  moveLibraryEntry,
  updateLibraryEntry,
  updatePersona,
} from './libraryEntries.ts';
import { addLink, labelLink, removeLink } from './links.ts';
import { addPersonaToMap, removePersonaFromMap, updateMap } from './mapDetails.ts';
import { setSentiment } from './sentiments.ts';
import { addStage, moveStage, removeStage, renameStage } from './stages.ts';
import { addStep, moveStep, removeStep, renameStep } from './steps.ts';
import {
  addTouchpoint,
  addValue,
  moveTouchpoints,
  reorderTouchpoint,
  setMomentOfTruth,
  setPrimary,
  splitTouchpoint,
  updateTouchpoint,
} from './touchpoints.ts';
import { clearVerdict, judgeHandoff, noteVerdict } from './verdicts.ts';

/** Every edit there is, by the name that history, the scripting interface and the translations (`command.<name>`) use. */
export const commands = {
  updateMap,
  addPersonaToMap,
  removePersonaFromMap,
  addStage,
  renameStage,
  moveStage,
  removeStage,
  addStep,
  renameStep,
  moveStep,
  removeStep,
  addLane,
  renameLane,
  moveLane,
  setLaneHidden,
  removeLane,
  addTouchpoint,
  updateTouchpoint,
  addValue,
  setPrimary,
  setMomentOfTruth,
  moveTouchpoints,
  reorderTouchpoint,
  splitTouchpoint,
  addCard,
  updateCard,
  moveCards,
  addLink,
  labelLink,
  removeLink,
  setSentiment,
  judgeHandoff,
  noteVerdict,
  clearVerdict,
  addLibraryEntry,
  updateLibraryEntry,
  moveLibraryEntry,
  addLibraryEntries,
  addPersona,
  updatePersona,
  removeItems,
  pasteFragment,
  pasteRange,
  insertFromCatalogue,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = Parameters<Commands[N]>[1];
export type CommandResult<N extends CommandName> = ReturnType<Commands[N]>;
