import { guessSurvey } from './guessSurvey.ts';
import type { TableReport } from './inspectTable.ts';
import { guessMetrics } from './metricTable.ts';
import { guessEventTable } from './readEventTable.ts';
import { namedDays, periodOfComments } from './readPeriod.ts';

/** What the rows of a table are. */
export type RowsKind = 'events' | 'survey' | 'analytics' | 'metrics';

/** Why a kind is likely; places in `{{}}` are filled from `params`. */
export const kindReasonTexts = {
  caseActivityTime: 'There are columns for a case, an activity and a time.',
  casesRepeat: 'The same cases come on several rows.',
  scoreColumn: '"{{column}}" holds answers on a scale.',
  commentColumn: '"{{column}}" holds what people wrote.',
  surveyHeader: 'It has the header rows of a survey tool.',
  reportDays: 'Two days stand in its comment lines, as in a report of analytics.',
  reportComments: 'Comment lines name the days of a report.',
  searchConsole: 'Its columns are those of a search console.',
  reportColumns: 'Its columns are those of an analytics report.',
  valueColumns: 'There are columns of figures for each row.',
  kpiColumn: '"{{column}}" names a KPI on each row.',
} as const;
export type KindReasonCode = keyof typeof kindReasonTexts;

export interface KindReason {
  readonly code: KindReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

export interface KindGuess {
  readonly kind: RowsKind;
  readonly reasons: readonly KindReason[];
  /** False where another kind is nearly as likely: ask. */
  readonly sure: boolean;
}

const weights: Readonly<Record<KindReasonCode, number>> = {
  caseActivityTime: 4,
  casesRepeat: 2,
  scoreColumn: 3,
  commentColumn: 2,
  surveyHeader: 4,
  reportDays: 4,
  reportComments: 5,
  searchConsole: 5,
  reportColumns: 4,
  valueColumns: 2,
  kpiColumn: 3,
};

/** The likeliest kind of a table's rows, with the reasons for it. */
export function guessKind(report: TableReport): KindGuess {
  const found: Record<RowsKind, KindReason[]> = { events: [], survey: [], analytics: [], metrics: [] };
  const say = (kind: RowsKind, code: KindReasonCode, params: KindReason['params'] = {}) =>
    found[kind].push({ code, params });
  const names = report.columns.map((column) => column.name.trim().toLowerCase());

  const { guess } = guessEventTable(report, 'UTC');
  if (guess.unsure.length === 0) {
    say('events', 'caseActivityTime');
    const column = report.columns.find(({ name }) => name === guess.roles.case);
    if (column !== undefined && column.different < column.filled) say('events', 'casesRepeat');
  }
  const survey = guessSurvey(report);
  for (const { column } of survey.scores.slice(0, 2)) say('survey', 'scoreColumn', { column });
  if (survey.scores.length > 0 && survey.comments[0] !== undefined)
    say('survey', 'commentColumn', { column: survey.comments[0] });
  if (report.settings.headerRows > 1) say('survey', 'surveyHeader');
  const comments = report.tables[report.settings.table]?.comments ?? [];
  if (namedDays(comments) !== null) say('analytics', 'reportComments');
  else if (periodOfComments(comments) !== null) say('analytics', 'reportDays');
  if (names.includes('clicks') && names.includes('impressions')) say('analytics', 'searchConsole');
  const known =
    /^(?:sessions|active users|total users|new users|views|event count|engagement rate|bounce rate|key events|average engagement time.*)$/;
  if (names.filter((name) => known.test(name)).length >= 2) say('analytics', 'reportColumns');
  const metrics = guessMetrics(report);
  if (metrics.values.length > 0) say('metrics', 'valueColumns');
  if (metrics.kpi !== null && metrics.values.length > 0) say('metrics', 'kpiColumn', { column: metrics.kpi });

  const scored = (Object.keys(found) as RowsKind[])
    .map((kind) => ({ kind, score: found[kind].reduce((sum, { code }) => sum + weights[code], 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  const reasons = found[best.kind];
  // Other files may have days in their comments too.
  const isByShape = reasons.every(({ code }) => code === 'reportDays');
  return { kind: best.kind, reasons, sure: best.score >= 3 && best.score > second.score && !isByShape };
}
