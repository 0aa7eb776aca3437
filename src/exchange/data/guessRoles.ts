import { namesLabels } from './columnNames.ts';
import { type ColumnGuess, countFrom1970 } from './guessColumn.ts';

/** What a column of an event log can hold. `time` is when an event began, or its only time. */
export const eventRoles = [
  'case',
  'activity',
  'time',
  'end',
  'phase',
  'instance',
  'resource',
  'department',
  'channel',
  'device',
] as const;
export type EventRole = (typeof eventRoles)[number];

/**
 * What to make of the words that tell a start from an end: join the two rows of an activity (`pairs`), leave the words
 * aside (`ignore`), or take them as part of the activity's name, where they carry the meaning (`name`).
 */
export type Phases = 'pairs' | 'ignore' | 'name';

export interface RoleGuess {
  /** Names of columns; several may make up the activity. */
  readonly roles: Readonly<Partial<Record<Exclude<EventRole, 'activity'>, string>>>;
  readonly activity: readonly string[];
  readonly phases: Phases;
  /** Roles that are needed and were not found, or only by what the cells look like. */
  readonly unsure: readonly EventRole[];
}

/** Names as pm4py, Disco, Celonis, bupaR, Google Analytics and shops write them; the first that fits is taken. */
const names: Readonly<Record<EventRole | 'start', readonly RegExp[]>> = {
  case: [
    /^case concept name$|^trace concept name$/,
    /^_?case ?(?:id|key|number|no|nr)?$/,
    /^(?:trace|journey|process|visit|session|user session|ga session) ?(?:id|key)?$/,
    /^(?:user pseudo|customer|client|visitor|patient|user|person|member|account|order|ticket|lead|contact|respondent) ?(?:id|key|number|no|nr)$/,
    /^(?:patient|customer|client|visitor|order|ticket|claim|application)$/,
    /^(?:номер дела|кейс|клиент|案例|案例编号|客户|เคส|ลูกค้า)$/,
  ],
  activity: [
    /^concept name$/,
    /^activity(?: ?(?:en|de|name|label|key))?$/,
    /^(?:event name|event type|event|handling|task|task name|action|action name|touchpoint|operation)$/,
    /^(?:step|step name|stage|status|page|page path|page title|message)$/,
    /^(?:действие|событие|активность|活动|事件|กิจกรรม|เหตุการณ์|aktivität|actividad|activité)$/,
  ],
  start: [
    /^start ?(?:time ?stamp|time|date|datetime|ed at)?$/,
    /^(?:begin|began|time started|started)(?: ?(?:at|time))?$/,
  ],
  time: [
    /^time timestamp$/,
    /^(?:event )?time ?stamp$/,
    /^event ?(?:time|date|datetime)$/,
    /^(?:time|datetime|date time|date|created at|created|occurred at|when|day)$/,
    /^(?:время|дата|时间|日期|เวลา|วันที่|zeit|datum|fecha|date heure)$/,
  ],
  end: [
    /^(?:end|complete|completion|finish) ?(?:time ?stamp|time|date|datetime|d at|ed at)?$/,
    /^(?:ended|completed|finished|time completed)(?: ?(?:at|time))?$/,
  ],
  phase: [/^lifecycle transition$/, /^(?:lifecycle|transition|registration type|event lifecycle|phase)$/],
  instance: [
    /^concept instance$/,
    /^(?:activity |event )?instance(?: ?id)?$/,
    /^(?:handling|activity|task|operation) ?id$/,
  ],
  resource: [
    /^org resource$/,
    /^(?:resource|employee|agent|user name|username|performed by|operator|worker|originator|handled by)(?: ?id)?$/,
    /^user$/,
  ],
  department: [
    /^org group$/,
    /^(?:department|dept|team|business unit|unit|division)(?: ?(?:name|id))?$/,
    /^org role$|^role$|^group$/,
  ],
  channel: [
    /^(?:case )?(?:contact |touch ?point |sales |marketing )?channel(?: ?(?:name|group|grouping|type))?$/,
    /^medium$|^канал$|^渠道$|^ช่องทาง$/,
  ],
  device: [/^device(?: ?(?:category|type|name|class))?$/, /^platform$|^устройство$|^设备$|^อุปกรณ์$/],
};

const standardPhases = new Set([
  ...['schedule', 'assign', 'withdraw', 'reassign', 'start', 'suspend', 'resume', 'pi_abort', 'ate_abort', 'complete'],
  ...['autoskip', 'manualskip', 'unknown'],
]);

/** Guesses which column holds what. `classifier` names the keys that make the activity, where the file says so. */
export function guessRoles(columns: readonly ColumnGuess[], classifier: readonly string[] = []): RoleGuess {
  const taken = new Set<string>();
  const unsure: EventRole[] = [];
  const find = (role: EventRole | 'start', fits: (column: ColumnGuess) => boolean = () => true): string | undefined => {
    for (const pattern of names[role]) {
      const column = columns.find(
        (candidate) =>
          candidate.kind !== 'empty' &&
          !taken.has(candidate.name) &&
          pattern.test(plain(candidate.name)) &&
          fits(candidate),
      );
      if (column === undefined) continue;
      taken.add(column.name);
      return column.name;
    }
    return undefined;
  };
  const isTime = (column: ColumnGuess) => column.kind === 'time';
  const isNoTime = (column: ColumnGuess) => column.kind !== 'time';
  const fallback = (role: EventRole, fits: (column: ColumnGuess) => boolean): string | undefined => {
    unsure.push(role);
    const column = columns.find((candidate) => !taken.has(candidate.name) && fits(candidate));
    if (column !== undefined) taken.add(column.name);
    return column?.name;
  };

  const start = find('start', isTime);
  const end = find('end', isTime);
  let time = find('time', isTime) ?? (start === undefined && end === undefined ? fallback('time', isTime) : undefined);
  let finish = end;
  if (start !== undefined) {
    // With a start beside it, the time of an event is the one at which it ended.
    if (finish === undefined) finish = time;
    else if (time !== undefined) taken.delete(time);
    time = start;
  } else if (time === undefined && finish !== undefined) {
    time = finish;
    finish = undefined;
  } else if (time !== undefined && finish !== undefined) {
    const ahead = columns.find((column) => column.name === time);
    if (ahead === undefined) finish = undefined;
  }
  const phase = find('phase', (column) => isNoTime(column) && column.different <= 30);
  const instance = find('instance', isNoTime);
  const known = classifier.length > 0 && classifier.every((key) => columns.some((column) => column.name === key));
  const keys = known ? classifier.filter((key) => key !== phase) : [];
  const caseColumn = find('case', isNoTime);
  let activity = keys.length > 0 ? keys : toList(find('activity', isNoTime));
  if (activity.length === 0)
    activity = toList(
      fallback(
        'activity',
        (column) => column.kind === 'text' && column.different > 1 && column.different <= column.filled / 2,
      ),
    );
  for (const key of activity) taken.add(key);
  const caseName =
    caseColumn ??
    fallback(
      'case',
      (column) => isNoTime(column) && column.different < column.filled && / ?id$/.test(plain(column.name)),
    );
  // Numbers under a name that says nothing are times where nothing else can be.
  time ??= columns.find(
    (column) => !taken.has(column.name) && caseName !== column.name && column.different > 1 && countsTime(column),
  )?.name;
  if (time !== undefined) taken.add(time);
  const roles = {
    case: caseName,
    time,
    end: finish,
    phase,
    instance,
    resource: find('resource', isNoTime),
    department: find('department', isNoTime),
    channel: find('channel', isNoTime),
    device: find('device', isNoTime),
  };
  return {
    roles: Object.fromEntries(Object.entries(roles).filter(([, name]) => name !== undefined)),
    activity,
    phases: 'ignore',
    unsure,
  };
}

/**
 * The columns, where numbers that count from 1970 under any name are times beside a column of cases and one of activities,
 * as long as no other column is one of times.
 */
export function withLogTimes(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const isCalled = (role: EventRole, name: string) => names[role].some((pattern) => pattern.test(plain(name)));
  const has = (role: EventRole) => columns.some(({ name, kind }) => kind !== 'empty' && isCalled(role, name));
  if (columns.some(({ kind }) => kind === 'time') || !has('case') || !has('activity')) return columns;
  return columns.map((column) =>
    countsTime(column) && !isCalled('case', column.name) ? { ...column, kind: 'time' as const } : column,
  );
}

/** What the words of a phase column ask for. */
export function guessPhases(values: Iterable<string>): Phases {
  const words = new Set([...values].map((value) => value.trim().toLowerCase()).filter((value) => value !== ''));
  const isStandard = [...words].every((word) => standardPhases.has(word));
  // All starts may stand before the first end, further down than anyone has looked.
  if (isStandard || (words.has('start') && words.has('complete') && words.size <= 4))
    return words.has('start') ? 'pairs' : 'ignore';
  return words.size < 2 ? 'ignore' : 'name';
}

/** True for numbers that count from 1970, under a name that does not call them labels. */
function countsTime({ name, kind, time, values, examples }: ColumnGuess): boolean {
  const cells = values.length > 0 ? values : examples;
  return kind === 'number' && !namesLabels(name) && countFrom1970(cells, time?.numbers ?? null);
}

function toList(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

/** `case:concept:name` as `case concept name`, `CaseID` as `case id`. */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
