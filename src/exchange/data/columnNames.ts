/** Words that name a moment in any company. */
const clear = new Set([
  ...[
    'date',
    'dates',
    'datetime',
    'timestamp',
    'timestamps',
    'ts',
    'dt',
    'epoch',
    'yyyymmdd',
    'yyyymmddhh',
    'yyyymmddhhmm',
  ],
  ...['datum', 'zeitstempel', 'zeitpunkt', 'uhrzeit', 'fecha', 'horodatage', 'дата', 'отметка'],
]);
/** Words that name a moment unless others make something else of them: "end", but not "end users". */
const open = new Set([
  ...['time', 'day', 'when', 'stamp', 'start', 'end', 'begin', 'finish', 'nth'],
  ...['month', 'week', 'quarter', 'period', 'from', 'to', 'until', 'since'],
  ...['zeit', 'tag', 'beginn', 'anfang', 'ende', 'zeitraum', 'woche', 'monat', 'quartal', 'von', 'bis'],
  ...[
    'heure',
    'jour',
    'début',
    'fin',
    'période',
    'mois',
    'semaine',
    'hora',
    'día',
    'inicio',
    'periodo',
    'período',
    'mes',
  ],
  ...['время', 'день', 'период', 'начало', 'конец', '期间'],
]);
/** Words of what was done: when, or how often. */
const done = new Set([
  ...['started', 'starts', 'began', 'begins', 'ended', 'ends', 'finished', 'complete', 'completed', 'completion'],
  ...['created', 'updated', 'modified', 'occurred', 'submitted', 'recorded', 'received', 'sent', 'opened', 'closed'],
]);
const beside = new Set([
  ...['at', 'on', 'of', 'the', 'in', 'and', 'local', 'utc', 'gmt', 'unix', 'ms', 'us', 'ns', 'hour', 'first', 'last'],
  ...['event', 'case', 'process', 'order', 'step', 'ticket', 'server', 'log', 'entry', 'record', 'row'],
  ...['arrival', 'departure', 'creation', 'opening', 'closing', 'login', 'check', 'out', 'purchase', 'de', 'la', 'du'],
  ...['of', 'week', 'month', 'year', 'der', 'des'],
]);
/** What takes so long that a start and an end of it are moments, and its time is none. */
const lasting = new Set(['session', 'visit', 'task', 'activity', 'call', 'service', 'work', 'shift', 'handling']);
const compound =
  /(?:datum|zeitstempel|zeitpunkt|startzeit|endzeit|uhrzeit)$|^(?:start|end|event|order|created?|due|closed?|open(?:ed)?|ship|sales?|trans|post|entry)(?:date|time|stamp)$/;
const eastern = /日期|日時|วันที่|^(?:开始|结束|完成|发生|创建|事件)?(?:时间|時間|时刻)$|^เวลา(?:เริ่ม|เริ่มต้น|สิ้นสุด|เกิดเหตุ)?$/;

/** `Date + hour`, `start_time` and `eventDate` as words in lower case. */
function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * True for a heading that says, as words of their own, that moments or days stand below it. Where `isSure` is false, other
 * figures may look like those below it: "Completed" may then be how many were.
 */
export function namesTime(name: string, isSure: boolean): boolean {
  const words = wordsOf(name);
  if (eastern.test(name.trim())) return true;
  if (words.some((word) => ['per', 'pro', 'par', 'por', 'count', 'counts', 'number'].includes(word))) return false;
  // "Erstellt am" and the like.
  if (words.length === 2 && words[1] === 'am') return true;
  if (words.some((word) => clear.has(word) || compound.test(word))) return true;
  const moments = words.filter((word) => open.has(word));
  const isDone = words.some((word) => done.has(word)) && (isSure || words.at(-1) === 'at' || words.at(-1) === 'on');
  if (moments.length === 0 && !isDone) return false;
  const isLength = !isDone && moments.every((word) => word === 'time' || word === 'day' || word === 'zeit');
  return words.every(
    (word) => open.has(word) || done.has(word) || beside.has(word) || (!isLength && lasting.has(word)),
  );
}

/**
 * True for a heading that ends like one of moments, whatever comes before: "hit_time", "loggedAt", "logtime". It may as
 * well be one of lengths, so that only numbers that hardly are anything but times are such below it.
 */
export function endsLikeTime(name: string): boolean {
  return /(?:^at|time|^ts|millis|stamp|^unix|^posted|^seen|^moment)$/.test(wordsOf(name).at(-1) ?? '');
}

/** True for a heading of names that are written in digits: ids, account numbers, phone numbers. */
export function namesLabels(name: string): boolean {
  const words = wordsOf(name);
  return (
    ['id', 'ids', 'uid', 'uuid', 'key', 'nr', 'no', 'nummer', 'номер'].includes(words.at(-1) ?? '') ||
    words.some((word) => /^(?:phone|telephone|telefon|mobile|zip|zipcode|postcode|plz|iban|account|id)$/.test(word)) ||
    /nummer$|编号|号码|หมายเลข/.test(words.join(' '))
  );
}
