import type { ColumnGuess } from './guessColumn.ts';
import type { TableReport } from './inspectTable.ts';
import { guessMetrics } from './metricTable.ts';
import type { DateOrder, NumberTime } from './readTime.ts';

export const evidenceRoles = ['text', 'source', 'date', 'persona', 'sentiment', 'kind', 'touchpoint'] as const;
export type EvidenceRole = (typeof evidenceRoles)[number];

/** What figures of feelings mean: -2 to 2 as they are, -1 to 1, one to five stars, or 0 to 10. */
export const feelingScales = ['feeling', 'unit', 'stars', 'ten'] as const;
export type FeelingScale = (typeof feelingScales)[number];

/** How the rows of a table are read as pieces of evidence. Columns by their place, from 0. */
export interface EvidenceSettings {
  readonly columns: Readonly<Record<EvidenceRole, number | null>>;
  readonly scale: FeelingScale;
  /** Which comes first in dates that can be read either way; null where that has to be asked. */
  readonly order: DateOrder | null;
  readonly numbers: NumberTime | null;
}

/** Names of columns by what they hold; the earlier role takes a column that would fit two. */
const heads: readonly (readonly [EvidenceRole, RegExp])[] = [
  ['touchpoint', /touch ?point|\bsteps?\b|\bplaces?\b|\bpages?\b|\bwhere\b|точка|этап|接触点|触点|步骤|จุดสัมผัส|ขั้นตอน/i],
  ['persona', /persona|segment|customer type|персон|сегмент|画像|角色|เพอร์โซนา|กลุ่มลูกค้า/i],
  [
    'sentiment',
    /sentiment|feeling|mood|score|rating|stars|emotion|тональн|оценк|настроен|чувств|情感|评分|情绪|ความรู้สึก|คะแนน/i,
  ],
  ['date', /date|\bday\b|when|time|дата|日期|时间|วันที่|datum|fecha/i],
  ['kind', /\bkind\b|\btype\b|category|\bвид\b|\bтип\b|类型|种类|ประเภท/i],
  ['source', /source|origin|\bfrom\b|author|channel|источник|автор|来源|แหล่ง|quelle/i],
  [
    'text',
    /text|quote|comment|verbatim|feedback|review|message|said|body|description|evidence|цитат|текст|отзыв|коммент|评论|引述|内容|反馈|ข้อความ|ความคิดเห็น|zitat/i,
  ],
];

/** Guesses by the heads which column holds what; the text is the column with the longest words where no head says. */
export function guessEvidence(report: TableReport): EvidenceSettings {
  const free = new Set(report.columns.map(({ at }) => at));
  const columns: Record<EvidenceRole, number | null> = {
    text: null,
    source: null,
    date: null,
    persona: null,
    sentiment: null,
    kind: null,
    touchpoint: null,
  };
  for (const [role, pattern] of heads) {
    const fitting = report.columns.filter(({ at, name, kind }) => {
      if (!free.has(at) || !pattern.test(name.replaceAll('_', ' '))) return false;
      return role !== 'text' || kind === 'text' || kind === 'empty';
    });
    const best = fitting.find(({ name }) => name.trim().toLowerCase() === role) ?? fitting[0];
    if (best === undefined) continue;
    columns[role] = best.at;
    free.delete(best.at);
  }
  columns.text ??= wordiest(report.columns.filter(({ at, kind }) => free.has(at) && kind === 'text'));
  const time = report.columns.find(({ at }) => at === columns.date)?.time ?? null;
  const order = time?.order ?? 'dayFirst';
  return {
    columns,
    scale: scaleOf(report.columns.find(({ at }) => at === columns.sentiment)?.range ?? null, report),
    order: order === 'either' ? null : order,
    numbers: time?.numbers ?? null,
  };
}

/**
 * True where the heads of a table say that its rows are pieces of evidence: a column of texts of several words, at least two
 * of those that tell what a piece is besides, and none that names a KPI.
 */
export function looksLikeEvidence(report: TableReport): boolean {
  const { columns } = guessEvidence(report);
  const text = report.columns.find(({ at }) => at === columns.text);
  if (text === undefined || text.kind !== 'text' || guessMetrics(report).kpi !== null) return false;
  const isNamed = heads.some(([role, pattern]) => role === 'text' && pattern.test(text.name.replaceAll('_', ' ')));
  const isWordy = text.examples.some(
    (cell) => cell.trim().split(/\s+/).length >= 3 || /\p{Script=Han}{6}|\p{Script=Thai}{12}/u.test(cell),
  );
  const besides = (['persona', 'sentiment', 'kind', 'source', 'touchpoint'] as const).filter(
    (role) => columns[role] !== null,
  );
  return isNamed && isWordy && besides.length >= 2;
}

function wordiest(columns: readonly ColumnGuess[]): number | null {
  const length = ({ examples }: ColumnGuess) => Math.max(0, ...examples.map((example) => example.length));
  return columns.toSorted((a, b) => length(b) - length(a))[0]?.at ?? null;
}

function scaleOf(range: readonly [number, number] | null, { columns }: TableReport): FeelingScale {
  if (range === null) return 'feeling';
  const [least, greatest] = range;
  const isFraction = columns.some(
    ({ range: own, values }) => own === range && values.some((value) => /[.,]\d/.test(value)),
  );
  if (least >= -1 && greatest <= 1 && isFraction) return 'unit';
  if (least < 0 || greatest <= 2) return 'feeling';
  return greatest <= 5 ? 'stars' : 'ten';
}
