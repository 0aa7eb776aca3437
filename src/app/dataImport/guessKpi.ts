import type { KpiFields } from '../../commands/kpis.ts';
import type { MetricRow } from '../../exchange/data/metricTable.ts';
import { nameKey } from '../../model/nameKey.ts';
import type { Kpi } from '../../model/records/kpi.ts';

/** What a file has of one KPI name. */
export interface KpiValues {
  /** As they are written: 12.5 for `12.5` and for `12.5%`. */
  readonly values: readonly number[];
  /** Of each value whether a percent sign stands at it; absent where none has one. */
  readonly signed?: readonly boolean[];
  /** They were written as durations and are in hours; absent where they were not. */
  readonly isTimed?: true;
  /** Each value says on how many it rests. */
  readonly hasN: boolean;
}

/** How a KPI that is to be made counts: guessed, and to be changed before it is made. */
export type KpiCounts = Pick<KpiFields, 'unit' | 'rollUp' | 'better'>;

/** Words of shares, in the languages in which reports come. "Shares" are counted, and an English quote is none. */
const rateWords = [
  /(?<!accu|corpo|gene|mode|sepa)rates?\b|\b(?:ctr|cvr|share|ratio|per ?cent(?:age)?)\b|%/,
  /\bquote$|[a-zäöüß]{3}quote\b|anteil|prozent/,
  /\btaux\b|\bpart d|pourcentage|\btasa\b|\bcuota\b|proporci|porcentaje|\btasso\b|\btaxa\b/,
  /дол[яи](?![а-я])|процент|конверси|率|比例|占比|百分|อัตรา|สัดส่วน|ร้อยละ|เปอร์เซ็นต์/,
];
/** Times that analytics tools count in seconds, without saying so. */
const reportTime = /engagement time|engagement duration|session duration|time on (?:page|site|screen)/i;
const meanWords = [
  /average|\bavg\b|\bmean\b|\bper |\bposition\b|\btime\b|\brating\b|\bscore\b|\bindex\b/,
  /durchschnitt|mittelwert|\bpro |dauer|wartezeit|bewertung|\bmoyenn?e?\b|\bdurée\b|\bnote\b|\bpar |promedio|\bmedia\b|duración|\bpor /,
  /средн|оценк|позици|длительн|平均|得分|评分|时长|排名|เฉลี่ย|คะแนน|ระยะเวลา/,
];
/** Medians and percentiles of places cannot be had from those of their parts. */
const medianName = /median|percentile|quantile|quartile|\bp\d\d\b|медиан|перцентил|中位|มัธยฐาน/i;
/** People, of whom one may come to several places and counts at each. */
const peopleWords = [
  /\busers?\b|visitors?\b|\bunique|\breach\b|\bcustomers?\b|\bpeople\b|\baudience\b/,
  /besucher|nutzer|kund(?:en|innen)\b|utilisateur|visiteur|\bclients?\b|usuario|visitante|\bclientes\b/,
  /пользовател|посетител|уникальн|клиент|用户|访客|客户|ผู้ใช้|ผู้เข้าชม|ลูกค้า/,
];
/** What is better the less there is of it. */
const lessWords = [
  /bounce|abandon|churn|\bexits?\b|\bexit rate|drop.?(?:off|out)|\bleak|unsubscri|opt.?out|cancel/,
  /\b(?:wait|delay|latency|lag|backlog|queue|(?:answer|response|resolution|handling|handle|load|loading|lead|cycle|processing|delivery|waiting) time)/,
  /error|fail|fault|defect|crash|bug\b|bugs\b|complain|complaint|escalat|refund|chargeback|reopen|return rate|detractor/,
  /\bcosts?\b|\bcp[acmlo]\b|\beffort\b|expens|\bposition\b|\brank(?:ing)?\b/,
  /abbruch|abbrüch|absprung|abwander|kündigung|storno|wart(?:en|ezeit)|verzug|verspätung|antwortzeit|bearbeitungszeit|ladezeit|fehler|beschwerde|reklamation|retoure|erstattung|kosten\b|aufwand/,
  /rebond|attente|délai|retard|erreur|panne|plainte|réclamation|remboursement|résiliation|désabonn|\bcoûts?\b|dépense/,
  /rebote|abandono|espera|demora|retraso|queja|reclamaci|reembolso|devoluci|\bcostes?\b|\bcostos?\b|esfuerzo|cancelaci|fallo/,
  /отказ|отток|ожидан|задержк|ошиб|сбо[йи]|жалоб|возврат|отмен|стоимост|затрат|расход|усили|брошен|позици/,
  /跳出|流失|放弃|退出率|等待|延迟|错误|故障|投诉|退款|退货|取消|成本|费用|费力|排名/,
  /ตีกลับ|ละทิ้ง|เลิกใช้|รอ(?:คอย|นาน|สาย)|เวลารอ|ล่าช้า|ข้อผิดพลาด|ร้องเรียน|คืนเงิน|ยกเลิก|ต้นทุน|ค่าใช้จ่าย/,
];
/** Words beside those that turn them round. */
const moreWords =
  /saved|saving|avoided|recover|\bfree\b|without|resolved|prevented|reduc|vermieden|gespart|ohne |sans |sin /;

const has = (words: readonly RegExp[], name: string) => {
  const text = name.replaceAll('_', ' ').toLowerCase();
  return words.some((word) => word.test(text));
};

/** True for shares as they stand in tables: all from 0 to 1, and not only these two. */
export function isFraction(values: readonly number[]): boolean {
  return values.every((value) => value >= 0 && value <= 1) && values.some((value) => value > 0);
}

/** Those of the values at which no percent sign stands: only of these it is open whether they are fractions. */
export function bareValues({ values, signed }: Pick<KpiValues, 'values' | 'signed'>): readonly number[] {
  return signed === undefined ? values : values.filter((_, at) => signed[at] !== true);
}

/** True where a percent sign stands at each value. */
export function isAllSigned(own: Pick<KpiValues, 'values' | 'signed'>): boolean {
  return own.signed !== undefined && bareValues(own).length === 0;
}

export function isReportTime(name: string): boolean {
  return reportTime.test(name);
}

/** True for a name of people: one who comes to two places is counted at both, so that their sum would be too many. */
export function countsPeople(name: string): boolean {
  return has(peopleWords, name) && !has(meanWords, name) && !has(rateWords, name);
}

/** Whether less of it is better, as far as its name tells. */
export function betterOf(name: string): Kpi['better'] {
  return has(lessWords, name) && !has([moreWords], name) ? 'less' : 'more';
}

/**
 * How a KPI under the name that a file gives it counts. What is written with a percent sign or looks like a share is a percentage and averaged by n, as is
 * what is no whole number and says on how many it rests; people and medians do not roll up; all else is added.
 */
export function guessCounts(name: string, own: KpiValues): KpiCounts {
  const { values, hasN } = own;
  const isSigned = isAllSigned(own);
  const better = betterOf(name);
  if (isReportTime(name)) return { unit: 'hours', rollUp: 'weightedMean', better: 'more' };
  const isWhole = values.every(Number.isInteger);
  const isRate = isSigned || has(rateWords, name) || (hasN && !isWhole && isFraction(values));
  const isShare = isSigned || (isRate && values.every((value) => value >= 0 && value <= 100));
  const unit = isShare ? 'percent' : 'number';
  if (own.isTimed) return { unit: 'hours', rollUp: medianName.test(name) ? 'none' : 'weightedMean', better };
  if (medianName.test(name)) return { unit, rollUp: 'none', better };
  if (isRate || has(meanWords, name)) return { unit, rollUp: 'weightedMean', better };
  if (countsPeople(name)) return { unit, rollUp: 'none', better };
  return { unit, rollUp: hasN && !isWhole ? 'weightedMean' : 'sum', better };
}

/** A value as it is written: of `12.5%`, which is read as 0.125, it is 12.5. */
export function writtenValue({ value, percent }: Pick<MetricRow, 'value' | 'percent'>): number {
  // Without the noise of dividing by 100 and multiplying again.
  return percent === true ? Number((value * 100).toPrecision(15)) : value;
}

/** What each KPI name of a file has, in the order in which they come. */
export function valuesByKpi(rows: readonly MetricRow[]): Map<string, KpiValues> {
  const found = new Map<string, { values: number[]; signed: boolean[]; hasN: boolean; isTimed?: true }>();
  for (const row of rows) {
    const own = found.get(row.kpi) ?? { values: [], signed: [], hasN: true };
    found.set(row.kpi, own);
    own.values.push(writtenValue(row));
    own.signed.push(row.percent === true);
    own.hasN &&= row.n !== null;
    if (row.hours) own.isTimed = true;
  }
  return new Map(
    [...found].map(([name, { signed, ...own }]) => [name, signed.includes(true) ? { ...own, signed } : own]),
  );
}

/** The rows, where names that differ but in case, spaces and the like are one: that which came first. */
export function withOneName(rows: readonly MetricRow[]): readonly MetricRow[] {
  const first = new Map<string, string>();
  const names = new Map<string, string>();
  const nameOf = (kpi: string) => {
    const known = names.get(kpi);
    if (known !== undefined) return known;
    const key = nameKey(kpi);
    const name = first.get(key) ?? kpi;
    first.set(key, name);
    names.set(kpi, name);
    return name;
  };
  return rows.map((row) => {
    const kpi = nameOf(row.kpi);
    return kpi === row.kpi ? row : { ...row, kpi };
  });
}
