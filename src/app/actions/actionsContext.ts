import { createContext, useContext } from 'react';
import type { Action, ActionContext } from './action.ts';
import { actions } from './registry.ts';

export const ActionsContext = createContext<ActionContext | null>(null);

export function useActions(): ActionContext {
  const context = useContext(ActionsContext);
  if (context === null) throw new Error('No map is open here: this component belongs inside an ActionsContext.');
  return context;
}

/** Runs an action by its id where it is possible now. */
export function runAction(id: string, context: ActionContext): void {
  const action = actions.find((candidate: Action) => candidate.id === id);
  if (action && (action.enabled?.(context) ?? true)) void action.run(context);
}
