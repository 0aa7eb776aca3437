import { isOnScale, type Scale, type ScoreDefinition } from '../../analysis/data/surveyScores.ts';
import type { ByteSource } from './byteBlocks.ts';
import { DataError } from './dataError.ts';
import type { TableReport } from './inspectTable.ts';
import type { UnreadValue } from './metricTable.ts';
import { type DecimalMark, isBlank, readNumber, seenText } from './readNumber.ts';
import type { Period } from './readPeriod.ts';
import { type ReadTableOptions, readTable, type TableCounts } from './readTable.ts';
import { createDayReader, type DateOrder, isEitherWay, type NumberTime } from './readTime.ts';

/** A column of answers and what it measures. */
export interface ScoreColumn {
  readonly column: string;
  readonly measure: ScoreDefinition['measure'];
  /** The scale that the answers seem to be on: to be asked, since a 5 may be the best of 5 or the middle of 10. */
  readonly scale: Scale;
}

/** How rows are read as answers to a survey. Names of columns. */
export interface SurveySettings {
  readonly scores: readonly ScoreColumn[];
  readonly comments: readonly string[];
  /** What the answer is about, where a column says so. */
  readonly place: string | null;
  readonly channel: string | null;
  readonly device: string | null;
  /** Who answered, by the names of personas. */
  readonly persona: string | null;
  readonly date: string | null;
  /** One score for each month instead of one for all days; needs a date. */
  readonly byMonth: boolean;
  readonly order: DateOrder | null;
  readonly numbers: NumberTime | null;
}

/** Answers of one persona to one question about one place, counted by value; `scoreOf` makes the score of them. */
export interface SurveyAnswers {
  readonly column: string;
  readonly measure: ScoreDefinition['measure'];
  readonly place: string;
  readonly channel: string;
  readonly device: string;
  /** As the file names it; empty where it names none. */
  readonly persona?: string;
  /** First and last day of the answers that have a date; null where none has. */
  readonly period: Period | null;
  readonly answers: ReadonlyMap<number, number>;
  /** Cells with something else than a value; blank ones are no answers and are not counted. */
  readonly unread: number;
  readonly firstUnread: { readonly line: number; readonly example: string } | null;
}

/** What somebody wrote: it becomes evidence. */
export interface SurveyComment {
  readonly text: string;
  readonly question: string;
  readonly place: string;
  readonly channel: string;
  readonly device: string;
  /** As the file names it; empty where it names none. */
  readonly persona?: string;
  /** `YYYY-MM-DD`, or null where it is not known. */
  readonly date: string | null;
  /** The first score of the same row, and the column that it stands in: each has its own scale. */
  readonly score: number | null;
  readonly scoreColumn: string | null;
  readonly line: number;
}

const nobodysAnswer = new Set([
  ...['survey preview', 'survey test', 'spam', 'offline survey preview'],
  ...['survey preview spam', 'imported spam', 'ex spam'],
]);
/** Those of the status numbers of Qualtrics: 1 is a preview, 2 a test, 8 spam, and sums of them with others. */
const NOBODYS = 1 | 2 | 8;

/** Reads whether a row is a preview, a test or spam; numbers say so where the header is that of Qualtrics alone. */
function testReader({ columns, settings }: TableReport): (cells: readonly string[]) => boolean {
  const status = columns.find((column) => column.name === 'Status');
  if (status === undefined) return () => false;
  const isCoded = settings.headerRows > 1 && /^response type$|ImportId/i.test(status.question);
  return (cells) => {
    const word = (cells[status.at] ?? '').trim().toLowerCase();
    return nobodysAnswer.has(word) || (isCoded && /^\d{1,2}$/.test(word) && (Number(word) & NOBODYS) !== 0);
  };
}

/** NPS groups stand for a value in each of them. */
export function groupValue(cell: string): number | null {
  const word = cell.trim().toLowerCase().replace(/s$/, '');
  return word === 'promoter' ? 10 : word === 'passive' || word === 'neutral' ? 8 : word === 'detractor' ? 0 : null;
}

/**
 * The value of an answer: a number, one with words behind it ("5 - very satisfied") or before it ("Very satisfied (5)"), or
 * a group of NPS.
 */
export function answerOf(cell: string, decimal: DecimalMark): number | null {
  const number = readNumber(cell, decimal);
  if (number !== null) return number;
  const leading = /^\s*(\d{1,2})\s*(?:[-–—:=.)(]|\s)\s*\D/.exec(cell);
  if (leading !== null) return Number(leading[1]);
  // What is longer is no answer to choose.
  if (cell.length > 200) return null;
  const trailing = /^\s*[^\d\s][^\d]*(?:\s[-–—]|[([])\s*(\d{1,2})\s*[)\]]?\s*$/.exec(cell);
  return trailing === null ? groupValue(cell) : Number(trailing[1]);
}

const MAX_COMMENTS = 5000;
const MAX_PLACES = 5000;
const COMMENT_LENGTH = 5000;

/** What was read of a survey. */
export interface SurveyRead {
  readonly answers: SurveyAnswers[];
  readonly comments: SurveyComment[];
  readonly commentsLeftOut: number;
  /**
   * How many rows say something, in an answer on its scale or a comment, by what they are about; and how many are blank.
   * Those with nothing but answers that are none are neither.
   */
  readonly said: readonly (Pick<SurveyAnswers, 'place' | 'channel' | 'device'> & { readonly rows: number })[];
  readonly blank: number;
  /** Rows that a survey tool marks as a preview, test or spam. */
  readonly tests: number;
  /** Cells of the date that are none; null where all are. Blank ones are not counted. */
  readonly unreadDates: UnreadValue | null;
  readonly counts: TableCounts;
}

/** Reads the answers of a survey. Throws `DataError`. */
export async function readSurvey(
  source: ByteSource,
  report: TableReport,
  settings: SurveySettings,
  options: ReadTableOptions = {},
): Promise<SurveyRead> {
  const at = (name: string | null, role: string): number => {
    if (name === null) return -1;
    const column = report.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new DataError('noColumn', { column: name, role });
    return column.at;
  };
  const scores = settings.scores.map((score) => ({ ...score, at: at(score.column, 'score') }));
  const comments = settings.comments.map((name) => ({ name, at: at(name, 'comment') }));
  if (scores.length + comments.length === 0) throw new DataError('roleMissing', { role: 'score' });
  const place = at(settings.place, 'place');
  const [channel, device] = [at(settings.channel, 'channel'), at(settings.device, 'device')];
  const persona = at(settings.persona, 'persona');
  const date = at(settings.date, 'date');
  const isTest = testReader(report);
  const readDay = createDayReader({ order: settings.order ?? 'dayFirst', numbers: settings.numbers });
  const { decimal } = report.settings;
  type Counting = { -readonly [Key in keyof SurveyAnswers]: SurveyAnswers[Key] } & { answers: Map<number, number> };
  const counted = new Map<string, Counting>();
  const texts: SurveyComment[] = [];
  const said = new Map<string, { place: string; channel: string; device: string; rows: number }>();
  let commentsLeftOut = 0;
  let blank = 0;
  let tests = 0;
  let unreadDates: UnreadValue | null = null;

  const counts = await readTable(
    source,
    report,
    (cells, line) => {
      if (isTest(cells)) {
        tests++;
        return;
      }
      const text = (column: number) => (column < 0 ? '' : seenText(cells[column] ?? ''));
      const where = { place: text(place), channel: text(channel), device: text(device) };
      const when = text(date);
      if (settings.order === null && isEitherWay(when))
        throw new DataError('dateOrder', { example: when, column: settings.date ?? '' });
      const day = readDay(when);
      if (day === null && !isBlank(when)) {
        const first = unreadDates ?? {
          column: settings.date ?? '',
          role: 'date' as const,
          count: 0,
          line,
          example: when.slice(0, 60),
        };
        unreadDates = { ...first, count: first.count + 1 };
      }
      const isWritten = ({ at: column }: { at: number }) => !isBlank(cells[column] ?? '');
      if (scores.some(isWritten) || comments.some(isWritten)) {
        const key = JSON.stringify(where);
        const own = said.get(key) ?? { ...where, rows: 0 };
        const isSaid =
          comments.some(isWritten) ||
          scores.some((score) => {
            // By month an answer without a date is one of no month.
            if (settings.byMonth && date >= 0 && day === null) return false;
            const value = answerOf(cells[score.at] ?? '', decimal);
            return value !== null && isOnScale(value, score.measure, score.scale);
          });
        if (isSaid) own.rows++;
        said.set(key, own);
      } else blank++;
      const who = isBlank(text(persona)) ? '' : text(persona);
      let first: { readonly value: number; readonly column: string } | null = null;
      for (const { column, measure, at: scoreAt } of scores) {
        const cell = cells[scoreAt] ?? '';
        if (isBlank(cell)) continue;
        const value = answerOf(cell, decimal);
        const month = settings.byMonth ? (day?.slice(0, 7) ?? '') : '';
        const key = JSON.stringify([column, where.place, where.channel, where.device, who, month]);
        let group = counted.get(key);
        if (group === undefined) {
          if (counted.size >= MAX_PLACES)
            throw new DataError('tooManyValues', {
              column: settings.persona ?? settings.place ?? '',
              limit: MAX_PLACES,
              line,
              role: settings.persona === null ? 'place' : 'persona',
            });
          group = {
            column,
            measure,
            ...where,
            persona: who,
            period: null,
            answers: new Map(),
            unread: 0,
            firstUnread: null,
          };
          counted.set(key, group);
        }
        if (value === null) {
          group.unread++;
          group.firstUnread ??= { line, example: cell.slice(0, 60) };
          continue;
        }
        first ??= { value, column };
        if (day !== null) {
          const { from, to } = group.period ?? { from: day, to: day };
          group.period = { from: day < from ? day : from, to: day > to ? day : to };
        }
        group.answers.set(value, (group.answers.get(value) ?? 0) + 1);
      }
      for (const { name, at: commentAt } of comments) {
        const said = text(commentAt);
        if (isBlank(said)) continue;
        if (texts.length >= MAX_COMMENTS) {
          commentsLeftOut++;
          continue;
        }
        texts.push({
          text: said.slice(0, COMMENT_LENGTH),
          question: name,
          ...where,
          persona: who,
          date: day,
          score: first?.value ?? null,
          scoreColumn: first?.column ?? null,
          line,
        });
      }
    },
    options,
  );
  return {
    answers: [...counted.values()],
    comments: texts,
    ...{ commentsLeftOut, said: [...said.values()], blank, tests, unreadDates, counts },
  };
}
