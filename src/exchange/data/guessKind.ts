import type { ColumnGuess } from './guessColumn.ts';
import { guessSurvey } from './guessSurvey.ts';
import type { TableReport } from './inspectTable.ts';
import { namesPeriods } from './metricDays.ts';
import { guessMetrics, isCountColumn, type MetricSettings } from './metricTable.ts';
import { guessEventTable } from './readEventTable.ts';
import { type DecimalMark, readNumber } from './readNumber.ts';
import { namedDays, periodOfComments } from './readPeriod.ts';
import type { SurveySettings } from './surveyTable.ts';

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
  countBeside: '"{{column}}" says how many answers each row rests on.',
  betweenSteps: '"{{column}}" holds values that no scale has, as means do.',
  eachOnce: 'Each place comes once, as in a table of figures.',
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
  countBeside: 6,
  betweenSteps: 6,
  eachOnce: 4,
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

  const signs = figureSigns(report, survey, metrics);
  for (const { code, column } of signs.said) say('metrics', code, { column });

  const scored = (Object.keys(found) as RowsKind[])
    .map((kind) => ({ kind, score: found[kind].reduce((sum, { code }) => sum + weights[code], 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0]];
  const reasons = found[best.kind];
  // Other files may have days in their comments too, and answers may have come once from each place.
  const isByShape = reasons.every(
    ({ code }) => code === 'reportDays' || code === 'eachOnce' || code === 'valueColumns',
  );
  return {
    kind: best.kind,
    reasons,
    sure: best.score >= 3 && best.score > second.score && !isByShape && !signs.isOpen,
  };
}

interface FigureSigns {
  readonly said: readonly { readonly code: KindReasonCode; readonly column: string }[];
  /** Something speaks for figures, and something else for answers. */
  readonly isOpen: boolean;
}

/**
 * What speaks for figures where a column could hold answers, one on each row. Rows of a survey tool are answers, and so
 * are those of people, unless there is more than one sign.
 */
function figureSigns(report: TableReport, survey: SurveySettings, metrics: MetricSettings): FigureSigns {
  const columns = report.columns.filter(({ name }) => survey.scores.some(({ column }) => column === name));
  const numbers = columns.filter(({ kind }) => kind === 'number');
  if (numbers.length === 0 || report.settings.headerRows > 1) return { said: [], isOpen: false };
  const said: FigureSigns['said'][number][] = [];
  const isNamed = (name: string | undefined) => Object.values(metrics.nOf).some((own) => own === name);
  const count = report.columns.find(
    (column) => column.name === metrics.n || (isCountColumn(column) && isNamed(column.name)),
  );
  if (count !== undefined) said.push({ code: 'countBeside', column: count.name });
  const mean = numbers.find((column) => isBetweenSteps(column, report.settings.decimal));
  if (mean !== undefined) said.push({ code: 'betweenSteps', column: mean.name });
  const who = whoAnswers(report, numbers[0]?.at ?? 0);
  if (who !== null && who !== 'name' && said.length === 1)
    // With an id of its own for each answer, what is counted beside it is something else.
    return { said: [], isOpen: who !== 'answer' || mean !== undefined };
  const comesOnce = survey.comments.length === 0 && isEachOnce(report, metrics);
  // "Name" may be of people, of places or of KPIs.
  if (who === 'name') return { said, isOpen: metrics.kpi !== null || said.length === 1 || (comesOnce && !said.length) };
  if (comesOnce && who === null) said.push({ code: 'eachOnce', column: '' });
  // Somebody's figures may come once a month, as may answers.
  if (who === 'person' && report.columns.some(namesPeriods)) return { said, isOpen: true };
  const isOfDays = report.columns.some((column) => column.kind === 'time' && !namesPeriods(column));
  const isOpen =
    said.length > 0 && (who !== null || (said.length === 1 && (survey.comments.length > 0 || (isOfDays && !count))));
  return { said, isOpen };
}

/** True where half of the different values are no whole or half steps of a scale. */
function isBetweenSteps({ values, different }: ColumnGuess, decimal: DecimalMark): boolean {
  if (values.length === 0) return true;
  const between = values.filter((cell) => !Number.isInteger((readNumber(cell, decimal) ?? 0) * 2));
  return between.length * 2 >= different;
}

const someone = /\bid\b|respondent|response|ticket|order|customer|user|mail/i;
const answer =
  /^(?:respon(?:se|dent)|participant|panell?ist|submission|interview|teilnehmer(?:in)?|proband(?:in)?|antwort|répondant|encuestado|респондент|участник)(?: ?(?:id|no\.?|nr\.?|number|nummer|key|code|name))?$/i;
const person =
  /^(?:(?:user|customer|client|member|guest|employee|student|patient|visitor|company|account|firm|kunde|kundin|nutzer(?:in)?|benutzer|firma|unternehmen|entreprise|empresa|cliente|клиент|компания)(?: ?(?:id|no\.?|nr\.?|number|nummer|key|name))?|id|e ?mail(?: address)?|(?:full |first |last )name)$/i;

/** Whether each row is of an answer or of somebody by a name or an id; how many there were stands behind the scores. */
function whoAnswers({ columns }: TableReport, firstScore: number): 'answer' | 'person' | 'name' | null {
  const names = (pattern: RegExp) =>
    columns.some(({ name, kind, at, different, filled }) => {
      if (kind !== 'text' && (kind !== 'number' || different < filled || at > firstScore)) return false;
      return pattern.test(name.replace(/[_-]/g, ' ').trim());
    });
  return names(answer) ? 'answer' : names(person) ? 'person' : names(/^name$/i) ? 'name' : null;
}

/** True where each place stands on one row, or one for each month; days and ids are those of answers. */
function isEachOnce(report: TableReport, { place, from }: MetricSettings): boolean {
  const column = (name: string | null) => report.columns.find((each) => each.name === name);
  const [where, when] = [column(place), column(from)];
  const hasOthers = report.columns.some(({ name, kind }) => kind === 'time' || someone.test(name));
  if (where === undefined || where.filled < 2 || hasOthers) return false;
  if (when === undefined) return where.different === where.filled;
  const seen = report.rows.map((row) => JSON.stringify([row[where.at], row[when.at]]));
  return new Set(seen).size === seen.length;
}
