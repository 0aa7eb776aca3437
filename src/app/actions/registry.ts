import type { Action } from './action.ts';
import { editActions } from './editActions.ts';
import { fileActions } from './fileActions.ts';
import { overlayActions } from './overlayActions.ts';
import { personaActions } from './personaActions.ts';
import { structureActions } from './structureActions.ts';
import { viewActions } from './viewActions.ts';

/** Every action of an open map, in the order in which lists show them. */
export const actions: readonly Action[] = [
  ...editActions,
  ...structureActions,
  ...viewActions,
  ...overlayActions,
  ...personaActions,
  ...fileActions,
];
