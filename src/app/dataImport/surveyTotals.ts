import { type Score, type ScoreDefinition, scoreOf } from '../../analysis/data/surveyScores.ts';
import type { SurveyAnswers } from '../../exchange/data/surveyTable.ts';
import type { ReadFile, Reading } from './reading.ts';

/** What all answers to one question come to. */
export interface AnswerScore extends Score {
  readonly column: string;
  readonly definition: ScoreDefinition;
  /** Of NPS how many are promoters, passives and detractors; null of others. */
  readonly groups: { readonly promoters: number; readonly passives: number; readonly detractors: number } | null;
}

/** The score of each question over all places of a file, in the order of its columns. */
export function scoresOf(
  answers: readonly SurveyAnswers[],
  definitions: ReadonlyMap<string, ScoreDefinition>,
): AnswerScore[] {
  return [...definitions].flatMap(([column, definition]): AnswerScore[] => {
    const counts = new Map<number, number>();
    for (const each of answers.filter((one) => one.column === column))
      for (const [value, times] of each.answers) counts.set(value, (counts.get(value) ?? 0) + times);
    const score = scoreOf(counts, definition);
    if (score === null) return [];
    const among = (least: number, greatest: number) =>
      [...counts].reduce(
        (sum, [value, times]) => (Number.isInteger(value) && value >= least && value <= greatest ? sum + times : sum),
        0,
      );
    const groups = { promoters: among(9, 10), passives: among(7, 8), detractors: among(0, 6) };
    return [{ column, definition, ...score, groups: definition.measure === 'nps' ? groups : null }];
  });
}

/** How many months from the first to the last answer become one figure; 0 where each has its own, or no days are known. */
export function monthsInOne(read: ReadFile, reading: Reading): number {
  if (read.kind !== 'survey' || (reading.kind === 'survey' && reading.settings.byMonth)) return 0;
  const days = read.data.answers.flatMap(({ period }) => (period === null ? [] : [period.from, period.to])).sort();
  const monthOf = (day: string | undefined) => Number(day?.slice(0, 4)) * 12 + Number(day?.slice(5, 7));
  return days.length === 0 ? 0 : monthOf(days.at(-1)) - monthOf(days[0]) + 1;
}
