import type { Scale } from '../../analysis/data/surveyScores.ts';
import type { ColumnGuess } from './guessColumn.ts';
import type { TableReport } from './inspectTable.ts';
import { personaName } from './metricTable.ts';
import { isBlank } from './readNumber.ts';
import { answerOf, groupValue, type ScoreColumn, type SurveySettings } from './surveyTable.ts';

const npsName = /\bnps\b|recommend|promoter|порекоменд|推荐|แนะนำ|empfehl|recommand|recomend/i;
const cesName =
  /\bces\b|effort|easy|ease|difficult|wie (?:einfach|leicht|aufw|viel aufwand)|facile|facilité|esfuerzo|fácil|усили|легко|费力|容易|ความพยายาม|ง่าย/i;
/** Said of the answers of NPS on a scale of eleven points, and of others on shorter ones. */
const likelyName = /\blikel(?:y|ihood)\b|wahrscheinlich|probab|вероятн|可能性/i;
const csatName = /\bcsat\b|satisf|zufrieden|удовлетвор|满意|พึงพอใจ/i;
/** Says that there are answers, and not to which question. */
const anyName = /rating|rate your|score/i;
const typeName =
  /survey|\btype\b|metric|measure|\bkpi\b|umfrage|befragung|fragetyp|kennzahl|enquête|encuesta|опрос|тип|调查/i;
const commentName =
  /comment|why|reason|feedback|suggest|tell us|open-ended|other|text|review|kommentar|warum|weshalb|grund\b|begründ|anmerk|bemerk|rückmeld|commentaire|pourquoi|raison|remarque|avis\b|comentario|por qué|motivo|sugerenc|отзыв|почему|коммент|意见|评论|ความคิดเห็น/i;
const placeName =
  /^(?:touch ?point|step|stage|place|channel|survey|page|source url|ort$|stelle|schritt|kontaktpunkt|berührungspunkt|kanal|lieu|étape|point de contact|lugar|paso|этап|точка|阶段|接触点|ขั้นตอน)/i;
const channelName = /channel|^kanal$|^canal$|^medium$|^канал$|^渠道$|^ช่องทาง$/i;
const deviceName = /^device|^platform$|^устройство$|^设备$|^อุปกรณ์$/i;
const dateName = /date|submitted|recorded|time|created|datum|fecha|zeitpunkt|дата|日期|วันที่/i;
const technical =
  /\bid\b|address|latitude|longitude|duration|progress|number|user|browser|^tags for|zip|phone|e-?mail/i;

/** Up to here scales of satisfaction and effort go; the one of NPS goes from 0 to 10. */
const SHORT = 7;

/** What answers of this range under this heading measure; null where nothing says that they are answers. */
function measureOf(
  label: string,
  [least, greatest]: readonly [number, number],
  isNpsFile: boolean,
  said: ScoreColumn['measure'] | null,
): ScoreColumn['measure'] | null {
  const isLong = least < 1 || greatest > SHORT;
  if (npsName.test(label) || (isLong && likelyName.test(label))) return 'nps';
  if (cesName.test(label)) return 'ces';
  if (csatName.test(label)) return 'csat';
  if (!anyName.test(label)) return null;
  return said ?? ((isLong && isNpsFile) || (least < 1 && greatest > SHORT) ? 'nps' : 'csat');
}

/** The measure that a column such as "Survey type" names on all rows; null where there is none. */
function measureBeside({ columns }: TableReport): ScoreColumn['measure'] | null {
  const found = columns.find(({ name, kind, values }) => kind === 'text' && values.length === 1 && typeName.test(name));
  const text = found?.values[0] ?? '';
  return npsName.test(text) ? 'nps' : cesName.test(text) ? 'ces' : csatName.test(text) ? 'csat' : null;
}

/** Whether answers of another measure may be those of NPS: they are on a scale up to 10. */
export function mayBeNps({ measure, scale }: ScoreColumn): boolean {
  return measure !== 'nps' && scale.greatest > SHORT;
}

/** Guesses which columns hold scores, comments, places and dates. What its name says counts where no heading does. */
export function guessSurvey(report: TableReport, fileName = ''): SurveySettings {
  const isNpsFile = [npsName, likelyName].some((pattern) => pattern.test(fileName.replace(/[^\p{L}\p{M}]+/gu, ' ')));
  const said = measureBeside(report);
  const scores = report.columns.flatMap((column): ScoreColumn[] => {
    const label = `${column.name} ${column.question}`.replaceAll('_', ' ');
    const groups = isOfGroups(column);
    if (technical.test(column.name) && !npsName.test(label)) return [];
    const range = groups ? ([0, 10] as const) : leadingRange(column);
    if (range === null) return [];
    const measure = groups ? 'nps' : measureOf(label, range, isNpsFile, said);
    if (measure === null) return [];
    return [
      {
        column: column.name,
        measure,
        scale: measure === 'nps' ? { least: 0, greatest: 10 } : (namedScale(label, range) ?? scaleFor(range)),
      },
    ];
  });
  const kept = scores.filter(({ column, measure }) => measure !== 'nps' || !isGroupOfOther(column, scores, report));
  const taken = new Set(kept.map(({ column }) => column));
  const texts = report.columns.filter((column) => column.kind === 'text' && !taken.has(column.name));
  const place = texts.find((column) => placeName.test(column.name.trim()))?.name ?? null;
  const beside = (pattern: RegExp) =>
    texts.find((column) => column.name !== place && pattern.test(column.name.trim()))?.name ?? null;
  const [channel, device, persona] = [beside(channelName), beside(deviceName), beside(personaName)];
  const comments = texts
    .filter(
      (column) =>
        ![place, channel, device, persona].includes(column.name) &&
        !technical.test(column.name) &&
        !scores.some((score) => score.column === column.name) &&
        (commentName.test(`${column.name} ${column.question}`) ||
          (/\?\s*$/.test(column.name) && column.different > column.filled / 2) ||
          column.examples.some((example) => example.split(/\s+/).length > 4)),
    )
    .map((column) => column.name);
  const dates = report.columns.filter((column) => column.kind === 'time');
  const date = dates.find((column) => dateName.test(column.name)) ?? dates[0];
  const order = date?.time?.order ?? null;
  return {
    scores: kept,
    comments,
    place,
    channel,
    device,
    persona,
    date: date?.name ?? null,
    byMonth: false,
    order: order === 'either' ? null : order,
    numbers: date?.time?.numbers ?? null,
  };
}

/** True for a column of groups beside the score that they were made of: it says the same again. */
function isGroupOfOther(
  name: string,
  scores: readonly ScoreColumn[],
  { columns, rows, settings }: TableReport,
): boolean {
  const column = columns.find((each) => each.name === name);
  if (column === undefined || !isOfGroups(column)) return false;
  const groupOf = (value: number) => (value >= 9 ? 10 : value >= 7 ? 8 : 0);
  return scores.some((score) => {
    const other = columns.find((each) => each.name === score.column);
    if (score.measure !== 'nps' || other === undefined || isOfGroups(other)) return false;
    const pairs = rows.flatMap((row) => {
      const [group, value] = [groupValue(row[column.at] ?? ''), answerOf(row[other.at] ?? '', settings.decimal)];
      return group === null || value === null ? [] : [group === groupOf(value)];
    });
    return pairs.length > 0 && pairs.every((isSame) => isSame);
  });
}

/** True for a column of promoters, passives and detractors. */
function isOfGroups({ values }: ColumnGuess): boolean {
  return values.length > 0 && values.every((value) => isBlank(value) || groupValue(value) !== null);
}

/** The scale that a heading names: "CSAT (1-4)", "from 0 to 5"; null where it names none that the answers are on. */
function namedScale(label: string, [least, greatest]: readonly [number, number]): Scale | null {
  const found = /(?<![\d.,])([01])\s*(?:-|–|—|to|bis|à|a|до|至|ถึง)\s*(\d{1,2})(?![\d.,%])/i.exec(label);
  const scale = { least: Number(found?.[1]), greatest: Number(found?.[2]) };
  const isOne = scale.greatest >= 3 && scale.greatest <= 10 && scale.least <= least && scale.greatest >= greatest;
  return found !== null && isOne ? scale : null;
}

/** Answers of which so many are on a scale are on it: a stray value is left out when they are read. */
const ON_SCALE = 0.9;
/** Answers with words behind them are few. */
const WORDED = 40;

/** The range of a column's answers; null for one that is on no scale. */
function leadingRange(column: ColumnGuess): readonly [number, number] | null {
  if (column.kind === 'number') {
    const { onScale } = column;
    return onScale !== null && onScale.share >= ON_SCALE ? onScale.range : null;
  }
  if (column.values.length === 0 || column.values.length > WORDED) return null;
  const values = column.values.map((value) => answerOf(value, '.'));
  const numbers = values.filter((value) => value !== null);
  const range = [Math.min(...numbers), Math.max(...numbers)] as const;
  return numbers.length >= values.length * 0.5 && range[0] >= 0 && range[1] <= 10 ? range : null;
}

function scaleFor([least, greatest]: readonly [number, number]): Scale {
  if (least < 1 && greatest > 1 && greatest <= 5) return { least: 0, greatest: 5 };
  if (greatest > SHORT || least < 1) return { least: Math.min(least, 1) < 1 ? 0 : 1, greatest: 10 };
  return { least: 1, greatest: greatest > 5 ? 7 : 5 };
}
