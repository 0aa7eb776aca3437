import type { Note } from '../noteText.ts';

/** A Mermaid journey as plain data. Names are trimmed, their entities decoded; `<br>` in them stays as written. */
export interface Diagram {
  title: string;
  accTitle: string;
  accDescr: string;
  /** Tasks before the first section are in a section without a name. */
  sections: DiagramSection[];
  notes: Note[];
}
export interface DiagramSection {
  name: string;
  tasks: DiagramTask[];
}
export interface DiagramTask {
  name: string;
  /** As written, usually 1 to 5; null when it could not be read or a mark says that it is not set. */
  score: number | null;
  /** Each once, none empty. */
  actors: string[];
  /** The line of the file, from 1. */
  line: number;
  /** What the marks before the task say beyond it. */
  marks: TaskMarks;
}

/**
 * What a journey cannot say, written by `writeMermaid` on comment lines before a task. `felt` holds the true values
 * (-2 to 2) where the one score does not tell them; `everyone` that of no persona in particular.
 */
export interface TaskMarks {
  readonly untitled?: boolean;
  readonly notSet?: boolean;
  readonly felt?: readonly { readonly name: string; readonly value: number }[];
  readonly everyone?: number;
}

/** The score a touchpoint has in a journey: the mean of `values` (-2 to 2) on Mermaid's scale of 1 to 5, whole. */
export function scoreOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.min(5, Math.max(1, Math.round(mean + 3)));
}
