import { addCard, moveCards, updateCard } from './cards.ts';
import { importFigures, removeImport, renameMatchProfile, saveMatchProfile } from './dataImports.ts';
import { dismissFinding, restoreFinding } from './dismissals.ts';
import { addEvidence, addManyEvidence, citeEvidence, unciteEvidence, updateEvidence } from './evidence.ts';
import { insertFromCatalogue, pasteFragment, pasteRange } from './fragments.ts';
import { removeItems } from './items.ts';
import { addKpi, updateKpi } from './kpis.ts';
import { addLane, moveLane, removeLane, renameLane, setLaneHidden, setLaneKpi } from './lanes.ts';
import {
  addLibraryEntries,
  addLibraryEntry,
  addPersona,
  mergeLibraryEntry,
  moveLibraryEntry,
  updateLibraryEntry,
  updatePersona,
} from './libraryEntries.ts';
import { addLink, removeLink, updateLink } from './links.ts';
import { addPersonaToMap, removePersonaFromMap, updateMap } from './mapDetails.ts';
import { setMembers } from './memberships.ts';
import {
  addOpportunity,
  moveOpportunity,
  tieOpportunity,
  untieOpportunity,
  updateOpportunity,
} from './opportunities.ts';
import { setSentiment } from './sentiments.ts';
import { removeMeasurement, setMeasurement } from './series.ts';
import { splitTouchpoint } from './splitTouchpoint.ts';
import { addStage, moveStage, removeStage, renameStage } from './stages.ts';
import { addStep, moveStep, removeStep, renameStep } from './steps.ts';
import {
  addTouchpoint,
  addValue,
  moveTouchpoints,
  reorderTouchpoint,
  setMomentOfTruth,
  setPrimary,
  updateTouchpoint,
} from './touchpoints.ts';
import { clearVerdict, judgeHandoff, updateVerdict } from './verdicts.ts';
import { addWalk, recordStop, updateWalk } from './walks.ts';

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
  setLaneKpi,
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
  updateLink,
  removeLink,
  setSentiment,
  setMembers,
  judgeHandoff,
  updateVerdict,
  clearVerdict,
  dismissFinding,
  restoreFinding,
  addOpportunity,
  updateOpportunity,
  moveOpportunity,
  tieOpportunity,
  untieOpportunity,
  addLibraryEntry,
  updateLibraryEntry,
  moveLibraryEntry,
  mergeLibraryEntry,
  addLibraryEntries,
  addPersona,
  updatePersona,
  removeItems,
  pasteFragment,
  pasteRange,
  insertFromCatalogue,
  addKpi,
  updateKpi,
  setMeasurement,
  removeMeasurement,
  addEvidence,
  addManyEvidence,
  updateEvidence,
  citeEvidence,
  unciteEvidence,
  importFigures,
  removeImport,
  saveMatchProfile,
  renameMatchProfile,
  addWalk,
  updateWalk,
  recordStop,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandArgs<N extends CommandName> = Parameters<Commands[N]>[1];
export type CommandResult<N extends CommandName> = ReturnType<Commands[N]>;
