/** Answers on a scale, counted by value. */
export type Answers = ReadonlyMap<number, number>;

export interface Scale {
  readonly least: number;
  readonly greatest: number;
}

/**
 * Which definition is used; vendors differ, so it has to be said beside the figure. `topTwoBox` and `share` are
 * percentages of the answers: the two best values, or all above the middle of the scale. In effort scores 1 may be the
 * best end (little effort) or the worst (disagrees that it was easy), and of school grades it is the best in many countries:
 * `best` says which, of satisfaction the highest where it says nothing.
 */
export type ScoreDefinition =
  | { readonly measure: 'nps' }
  | {
      readonly measure: 'csat';
      readonly as: 'mean' | 'topTwoBox';
      readonly scale: Scale;
      readonly best?: 'high' | 'low';
    }
  | { readonly measure: 'ces'; readonly as: 'mean' | 'share'; readonly scale: Scale; readonly best: 'high' | 'low' };

export interface Score {
  /** NPS: -100 to 100. Shares: 0 to 100. Means: a value of the scale. */
  readonly value: number;
  /** Answers that count. */
  readonly n: number;
  /** Answers that are not on the scale, which were left out. */
  readonly outside: number;
}

/** The scale on which a measure is answered: NPS is always 0 to 10. */
export function scaleOf(definition: ScoreDefinition): Scale {
  return definition.measure === 'nps' ? { least: 0, greatest: 10 } : definition.scale;
}

/** Whether an answer is one that counts: NPS takes whole numbers alone. */
export function isOnScale(value: number, measure: ScoreDefinition['measure'], { least, greatest }: Scale): boolean {
  return value >= least && value <= greatest && (measure !== 'nps' || Number.isInteger(value));
}

/** The score of some answers; null when none is on the scale. Blank answers must not be among them. */
export function scoreOf(answers: Answers, definition: ScoreDefinition): Score | null {
  const scale = scaleOf(definition);
  let n = 0;
  let sum = 0;
  let outside = 0;
  const on: [value: number, times: number][] = [];
  for (const [value, times] of answers) {
    if (!isOnScale(value, definition.measure, scale)) outside += times;
    else {
      n += times;
      sum += value * times;
      on.push([value, times]);
    }
  }
  if (n === 0) return null;
  const percent = (isIn: (value: number) => boolean) =>
    (on.reduce((total, [value, times]) => total + (isIn(value) ? times : 0), 0) / n) * 100;
  return { value: figureOf(definition, sum / n, percent), n, outside };
}

function figureOf(
  definition: ScoreDefinition,
  mean: number,
  percent: (isIn: (value: number) => boolean) => number,
): number {
  if (definition.measure === 'nps') return percent((value) => value >= 9) - percent((value) => value <= 6);
  if (definition.as === 'mean') return mean;
  const { least, greatest } = definition.scale;
  if (definition.measure === 'csat')
    return percent((value) => (definition.best === 'low' ? value <= least + 1 : value >= greatest - 1));
  const middle = (least + greatest) / 2;
  return percent((value) => (definition.best === 'high' ? value > middle : value < middle));
}
