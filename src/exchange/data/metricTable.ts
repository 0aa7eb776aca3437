import { nameKey } from '../../model/nameKey.ts';
import type { ByteSource } from './byteBlocks.ts';
import { namesLabels } from './columnNames.ts';
import { DataError } from './dataError.ts';
import { areFigures, areUnderHeading, isLabel } from './figuresOrNames.ts';
import type { ColumnGuess } from './guessColumn.ts';
import type { TableReport } from './inspectTable.ts';
import { createDaysReader, type DaySettings, isWhenName, namesDays, namesPeriods } from './metricDays.ts';
import { type DecimalMark, isBlank, readDuration, readNumber, seenText } from './readNumber.ts';
import { type Period, periodOfComments } from './readPeriod.ts';
import { type ReadTableOptions, readTable, type TableCounts } from './readTable.ts';

/**
 * How rows are read as values of KPIs. Either each row names its KPI (`kpi` and `value`), or each column of `values` is
 * one. All are names of columns, null where there is none.
 */
export interface MetricSettings extends DaySettings {
  readonly place: string | null;
  readonly channel: string | null;
  readonly device: string | null;
  /** Whose figures they are, by the names of personas; those of rows that say nothing here are everyone's. */
  readonly persona: string | null;
  readonly kpi: string | null;
  readonly values: readonly string[];
  /** How many a value rests on: for all columns, or where none is chosen for some of them by name. */
  readonly n: string | null;
  readonly nOf: Readonly<Record<string, string>>;
}

export interface MetricRow {
  readonly place: string;
  readonly channel: string;
  readonly device: string;
  /** As the file names it; empty or absent where it does not. */
  readonly persona?: string;
  readonly kpi: string;
  readonly value: number;
  /** A percent sign stands at it, so that `value` is a fraction. */
  readonly percent?: true;
  /** It was written as a duration, and `value` is in hours. */
  readonly hours?: true;
  readonly n: number | null;
  readonly period: Period | null;
  readonly line: number;
}

/**
 * Cells that could not be read. Of a column of values (`value`) they were left out, as were the values of rows whose date
 * (`date`) says something that is none, or that says nothing (`blankDate`) where others of its column do; values beside an n
 * (`count`) that is no number stand without it.
 */
export interface UnreadValue {
  readonly column: string;
  readonly role: 'value' | 'date' | 'blankDate' | 'count' | 'kpi' | 'days';
  readonly count: number;
  readonly line: number;
  readonly example: string;
}

const placeName =
  /^(?:touch ?point|step|stage|place|page|page path|landing page|screen|event name|channel|query|top queries|top pages|url|source|ort|stelle|schritt|kontaktpunkt|berührungspunkt|lieu|étape|lugar|paso|этап|шаг|точка|阶段|步骤|ขั้นตอน)/i;
const channelName = /channel|^medium$|^канал$|^渠道$|^ช่องทาง$/i;
const deviceName = /^device|^platform$|^устройство$|^设备$|^อุปกรณ์$/i;
/** The heading of a column that says of which persona a row is. */
export const personaName = /\bpersonas?\b|\bsegments?\b|customer type|персон|сегмент|画像|角色|细分|เพอร์โซนา|กลุ่มลูกค้า/i;
const kpiName = /^(?:kpi|metric|measure|indicator|kennzahl|indicateur|indicador|показатель|метрика|指标|ตัวชี้วัด)$/i;
const valueName = /^(?:value|score|result|wert|valeur|valor|значение|数值|ค่า)$/i;
const nName =
  /^(?:n|count|sample|sample size|(?:(?:total|number of|no\.? of) )?(?:responses|respondents|answers)|(?:response|answer) count|base|anzahl|(?:an)?zahl (?:der )?(?:antworten|befragten)|antworten|befragte|fallzahl|stichprobe|(?:nombre de )?réponses|répondants|échantillon|(?:(?:número|total) de )?respuestas|encuestados|muestra|(?:(?:число|количество|кол-во) )?(?:ответов|респондентов)|ответы|респонденты|выборка|样本[量数]?|回答数|จำนวน(?:คำตอบ|ผู้ตอบ))$/i;
const toName = /^(?:to|until|end|end date|по|до|bis|ende|fin)$/i;
/** What rests on how many there were; "generated" and "services" are no such words. */
const rateName =
  /(?<!accu|corpo|gene|mode|sepa)rates?\b|\bctr\b|\bshare\b|per ?cent|%|\bratio\b|average|\bavg\b|\bper |\bposition\b|\bnps\b|\bcsat\b|\bces\b/i;
/** How many answers a value of that name rests on: "NPS responses", "n (NPS)". */
const countEnd =
  /[\s_:([-]+(?:n|count|sample(?: size)?|responses?|respondents|base|answers|anzahl|antworten|réponses|respuestas|ответы|ответов)[)\]]?$/i;
const countStart = /^(?:n|anzahl)[\s_:([-]+/i;
const baseNames = [/^impressions$/i, /^sessions$/i, /^(?:total|active) users$/i, /^users$/i, /^views$/i, nName];

/** True for a column of numbers whose heading says no more than that it counts answers, be it one of several. */
export function isCountColumn({ name, kind, range, different, filled }: ColumnGuess): boolean {
  if (kind !== 'number' || !nName.test(name.trim().replace(/ \(\d+\)$/, ''))) return false;
  // A number for each row is none of answers.
  return filled < 3 || different < filled || range?.[0] !== 1 || range[1] !== filled;
}

/** True for a column of texts half of which are numbers, such as one with many a "<5": the others are listed. */
function holdsFigures({ name, kind, values }: ColumnGuess, decimal: DecimalMark, are = areFigures): boolean {
  if (kind !== 'text' || values.length === 0 || placeName.test(name) || namesLabels(name)) return false;
  return are(values, decimal);
}

/** Which of several columns that count is n of which figure: the one that has its name, or the one beside it. */
function countsBeside(numbers: readonly string[], counts: readonly string[]): Record<string, string> {
  const nOf: Record<string, string> = {};
  const isCount = (name: string) => counts.includes(name);
  const own = new Map(
    numbers.flatMap((name) =>
      [countEnd, countStart].flatMap((pattern) =>
        pattern.test(name) ? [[nameKey(name.replace(pattern, '').replace(/[)\]]$/, '')), name] as const] : [],
      ),
    ),
  );
  const isAhead = isCount(numbers[0] ?? '');
  for (const [at, name] of numbers.entries()) {
    const beside = numbers[isAhead ? at - 1 : at + 1] ?? '';
    const count = own.get(nameKey(name)) ?? (isCount(beside) ? beside : undefined);
    if (!isCount(name) && count !== undefined && count !== name) nOf[name] = count;
  }
  return nOf;
}

/** Guesses how the rows of a table are values of KPIs: of a table made by hand, an analytics report or a search console. */
export function guessMetrics(report: TableReport): MetricSettings {
  const columns = report.columns.filter((column) => column.kind !== 'empty');
  const find = (pattern: RegExp, kinds?: readonly ColumnGuess['kind'][]) =>
    columns.find((column) => pattern.test(column.name.trim()) && (kinds?.includes(column.kind) ?? true))?.name ?? null;
  // What cannot be read as days would leave out its row; a text called "From" or "To" may be anything.
  const period = periodOfComments(report.tables[report.settings.table]?.comments ?? []);
  const dated = columns.filter((column) => namesDays(column, period) || /^nth day$/i.test(column.name.trim()));
  const when =
    dated.find(({ name }) => isWhenName(name, true)) ??
    columns.find((column) => column.kind === 'time' || namesPeriods(column));
  const from = when?.name ?? null;
  const to = dated.find(({ name }) => toName.test(name.trim()));
  const valueColumn = find(valueName, ['number', 'text']);
  // Names without a column of values are those of people or places.
  const kpi = find(kpiName, ['text']) ?? (valueColumn === null ? null : find(/^name$/i, ['text']));
  const { decimal } = report.settings;
  const are = columns.some((column) => column.kind === 'number' || holdsFigures(column, decimal))
    ? areFigures
    : areUnderHeading;
  const hasFigures = (column: ColumnGuess) => holdsFigures(column, decimal, are);
  const counts = columns.filter(
    (column) => isCountColumn(column) || (nName.test(column.name.trim()) && hasFigures(column)),
  );
  const persona = find(personaName, ['text']);
  const holdsNumbers = (column: ColumnGuess) =>
    (column.kind === 'number' || column.durations !== null || hasFigures(column)) && !isLabel(column);
  const isWhen = (name: string) => name === from || name === to?.name || isWhenName(name);
  // Where there are but counts, they are the figures.
  const areAll = columns.every((column) => counts.includes(column) || isWhen(column.name) || !holdsNumbers(column));
  // Several are each of the figure beside them.
  const n = (counts.length === 1 && !areAll) || kpi !== null ? (counts[0]?.name ?? null) : null;
  const isTaken = (name: string) => isWhen(name) || [kpi, n, persona].includes(name);
  const texts = columns.filter(
    (column) =>
      column.kind === 'text' &&
      column.durations === null &&
      !isTaken(column.name) &&
      !(kpi !== null && valueName.test(column.name.trim())),
  );
  const place =
    texts.find((column) => placeName.test(column.name))?.name ??
    (texts.find((column) => !hasFigures(column)) ?? texts[0])?.name ??
    null;
  const beside = (pattern: RegExp) =>
    texts.find((column) => column.name !== place && pattern.test(column.name.trim()))?.name ?? null;
  const numbers = columns
    // Durations that cannot be read are values too: they are listed.
    .filter((column) => holdsNumbers(column) && !isTaken(column.name) && column.name !== place)
    .map((column) => column.name);
  // Beside a column that names KPIs one called "value" holds them, however many of its cells are no numbers.
  const value = kpi === null ? null : (valueColumn ?? numbers[0] ?? null);
  const nOf =
    n === null && value === null
      ? countsBeside(
          numbers,
          counts.map(({ name }) => name),
        )
      : {};
  const resting = new Set(Object.values(nOf));
  const values = value === null ? numbers.filter((name) => !resting.has(name)) : [value];
  const base = baseNames
    .map((pattern) => numbers.find((name) => pattern.test(name)))
    .find((name) => name !== undefined);
  if (n === null && base !== undefined && !resting.has(base))
    for (const name of values) if (rateName.test(name.replaceAll('_', ' '))) nOf[name] ??= base;
  const time = when?.time ?? null;
  return {
    place,
    channel: beside(channelName),
    device: beside(deviceName),
    persona,
    kpi,
    values,
    n,
    nOf,
    from,
    to: to?.name ?? null,
    period,
    nthDay: from !== null && /^nth day$/i.test(from.trim()),
    order: time?.order === 'either' ? null : (time?.order ?? null),
    numbers: time?.numbers ?? to?.time?.numbers ?? null,
  };
}

const percentEnd = /[%٪][\s)\u200B]*$/;

/** Most values that are taken from one file: a map has room for far fewer. */
const MAX_VALUES = 200_000;

/** Reads the values of a table. Blank ones are passed over, unreadable ones are counted. Throws `DataError`. */
export async function readMetrics(
  source: ByteSource,
  report: TableReport,
  settings: MetricSettings,
  options: ReadTableOptions = {},
): Promise<{ rows: MetricRow[]; unread: UnreadValue[]; tooMany: number; counts: TableCounts }> {
  const at = (name: string | null, role: string): number => {
    if (name === null) return -1;
    const column = report.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new DataError('noColumn', { column: name, role });
    return column.at;
  };
  if (settings.values.length === 0) throw new DataError('roleMissing', { role: 'value' });
  const place = at(settings.place, 'place');
  const [channel, device] = [at(settings.channel, 'channel'), at(settings.device, 'device')];
  const persona = at(settings.persona, 'persona');
  const kpi = at(settings.kpi, 'KPI');
  const [from, to] = [at(settings.from, 'period'), at(settings.to, 'period')];
  const n = at(settings.n, 'n');
  const values = settings.values.map((name) => ({
    name,
    at: at(name, 'value'),
    isHours: report.columns.find((column) => column.name === name)?.durations === 'hours',
    n: n >= 0 || settings.nOf[name] === undefined ? n : at(settings.nOf[name], 'n'),
  }));
  const { decimal } = report.settings;
  const rows: MetricRow[] = [];
  const unread = new Map<string, UnreadValue>();
  const leave = (column: string, role: UnreadValue['role'], line: number, cell: string) => {
    const key = `${role} ${column}`;
    const first = unread.get(key) ?? { column, role, count: 0, line, example: cell.trim().slice(0, 60) };
    unread.set(key, { ...first, count: first.count + 1 });
  };
  /** The last line on which a column of n was no number: several values of a row rest on one cell. */
  const noCount = new Map<number, number>();
  let tooMany = 0;

  const daysOf = createDaysReader(report, settings);

  const counts = await readTable(
    source,
    report,
    (cells, line) => {
      if (values.every((value) => isBlank(cells[value.at] ?? ''))) return;
      const begin = from < 0 ? settings.period : daysOf(cells[from] ?? '', settings.from ?? '');
      const end = to < 0 ? begin : daysOf(cells[to] ?? '', settings.to ?? '');
      // Under other days its values would be added to what they are no part of.
      const when = cells[from] ?? '';
      if (begin === 'unread') return leave(settings.from ?? '', isBlank(when) ? 'blankDate' : 'date', line, when);
      if (end === 'unread') return leave(settings.to ?? '', 'date', line, cells[to] ?? '');
      const period = begin === null || end === null ? begin : { from: begin.from, to: end.to };
      if (period !== null && period.to < period.from)
        return leave(settings.to ?? '', 'days', line, `${period.from} – ${period.to}`);
      if (kpi >= 0 && isBlank(cells[kpi] ?? '')) return leave(settings.kpi ?? '', 'kpi', line, '');
      for (const value of values) {
        const cell = cells[value.at] ?? '';
        if (isBlank(cell)) continue;
        const figure = value.isHours ? readDuration(cell) : readNumber(cell, decimal);
        if (figure === null) {
          leave(value.name, 'value', line, cell);
          continue;
        }
        if (rows.length >= MAX_VALUES) {
          tooMany++;
          continue;
        }
        const base = value.n < 0 ? '' : (cells[value.n] ?? '');
        const count = readNumber(base, decimal);
        if (count === null && !isBlank(base) && noCount.get(value.n) !== line) {
          noCount.set(value.n, line);
          leave(report.columns.find(({ at: own }) => own === value.n)?.name ?? '', 'count', line, base);
        }
        const text = (column: number) => (column < 0 ? '' : seenText(cells[column] ?? ''));
        rows.push({
          place: text(place),
          channel: text(channel),
          device: text(device),
          persona: isBlank(text(persona)) ? '' : text(persona),
          kpi: kpi < 0 ? value.name : (cells[kpi] ?? '').trim(),
          value: figure,
          ...(value.isHours && { hours: true as const }),
          ...(percentEnd.test(cell) && { percent: true as const }),
          n: count,
          period,
          line,
        });
      }
    },
    options,
  );
  return { rows, unread: [...unread.values()], tooMany, counts };
}
