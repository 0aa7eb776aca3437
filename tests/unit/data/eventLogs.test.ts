import { describe, expect, it } from 'vitest';
import { type CountedLog, eventualShare } from '../../../src/analysis/data/countedLog.ts';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { guessEventTable, readEventTable } from '../../../src/exchange/data/readEventTable.ts';
import { inspectXes, readXes } from '../../../src/exchange/data/readXes.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';
import { type SlowEvent, slowCount } from '../../support/slowLog.ts';

async function countTable(name: string, content: string | Uint8Array = sampleLog(name)) {
  const source = bytesAs(name, content);
  const report = await inspectTable(source);
  const { guess, settings } = guessEventTable(report, 'UTC');
  const rows = await readEventTable(source, report, settings);
  return { guess, settings, ...rows, log: countLog(rows.columns) };
}

async function countXes(name: string, content: string | Uint8Array = sampleLog(name)) {
  const source = bytesAs(name, content);
  const report = await inspectXes(source, 'UTC');
  const rows = await readXes(source, report.settings);
  return { ...report, ...rows, log: countLog(rows.columns) };
}

const activityOf = (log: CountedLog, name: string) => {
  const found = log.activities.find((activity) => activity.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const linkOf = (log: CountedLog, from: string, to: string) =>
  log.links.find((link) => log.activities[link.from]?.name === from && log.activities[link.to]?.name === to);

const changesOf = ({ changed: { channel, device, department } }: CountedLog['links'][number]) => ({
  ...{ channel, device, department },
});

/** The program's counts in the shape of the slow ones. */
function asSlow(log: CountedLog) {
  const name = (at: number) => log.activities[at]?.name as string;
  return {
    cases: log.cases,
    events: log.events,
    variants: log.variants,
    activities: Object.fromEntries(
      log.activities.map(({ name: own, events, cases, starts, ends, casesRepeating, duration }) => [
        own,
        {
          ...{ events, cases, starts, ends, repeating: casesRepeating },
          ...{ median: duration?.median ?? null, p90: duration?.p90 ?? null },
        },
      ]),
    ),
    links: Object.fromEntries(
      log.links.map((link) => [
        `${name(link.from)} -> ${name(link.to)}`,
        {
          volume: link.volume,
          cases: link.cases,
          eventual: Math.round((link.eventual ?? 0) * (log.activities[link.from]?.cases ?? 0)),
          medianWaiting: link.waiting?.median ?? null,
          p90Waiting: link.waiting?.p90 ?? null,
          changes: changesOf(link),
        },
      ]),
    ),
  };
}

/** Plain reading of the samples: none of them has a quote in it. */
const plainRows = (name: string, delimiter = ',') => {
  const [header = '', ...lines] = new TextDecoder().decode(sampleLog(name)).trim().split(/\r?\n/);
  const names = header.split(delimiter);
  return lines.map((line) => {
    const cells = line.split(delimiter);
    return (column: string) => cells[names.indexOf(column)] ?? '';
  });
};
const plainTime = (cell: string) => Date.parse(cell.replace(' ', 'T'));

describe('logs that were counted by hand', () => {
  it('I8 running-example.csv: 6 cases, 42 events, 8 activities, as read in the file', async () => {
    const { log, guess } = await countTable('running-example.csv');
    expect(guess).toMatchObject({
      roles: { case: 'case:concept:name', time: 'time:timestamp', resource: 'org:resource' },
      activity: ['concept:name'],
      unsure: [],
    });
    expect([log.cases, log.events, log.activities.length, log.variants]).toEqual([6, 42, 8, 6]);
    expect(activityOf(log, 'register request')).toMatchObject({ events: 6, cases: 6, starts: 6, ends: 0, reach: 1 });
    // Case 3 and case 5 go round again; case 5 twice.
    expect(activityOf(log, 'decide')).toMatchObject({ events: 9, cases: 6, repeats: 3, casesRepeating: 2 });
    expect(activityOf(log, 'pay compensation')).toMatchObject({ events: 3, ends: 3, dropOff: 0, reach: 0.5 });
    expect(linkOf(log, 'decide', 'reinitiate request')).toMatchObject({ volume: 3, cases: 2, direct: 2 / 6 });
    expect(linkOf(log, 'check ticket', 'decide')).toMatchObject({ volume: 6, cases: 4 });
    // Case 2 waited 72 h 43 min, case 3 144 h 50 min, case 6 210 h 55 min.
    const waiting = linkOf(log, 'decide', 'pay compensation')?.waiting;
    expect([waiting?.n, (waiting?.median ?? 0) / 60_000]).toEqual([3, 144 * 60 + 50]);
  });

  it('I8 running_example.csv, with semicolons, is the same log', async () => {
    const a = await countTable('running-example.csv');
    const b = await countTable('running_example.csv');
    expect(asSlow(b.log)).toEqual(asSlow(a.log));
  });

  it('I8 running-example.xes is the same log', async () => {
    const a = await countTable('running-example.csv');
    const b = await countXes('running-example.xes');
    expect(asSlow(b.log)).toEqual(asSlow(a.log));
    expect(b).toMatchObject({ traces: 6, events: 42, loose: 0 });
  });

  it('I8 interval_event_log.csv: starts and ends make durations', async () => {
    const { log, guess } = await countTable('interval_event_log.csv');
    expect(guess.roles).toMatchObject({ time: 'start_timestamp', end: 'time:timestamp' });
    expect([log.cases, log.events, log.hasDurations]).toEqual([1266, 8109, true]);
    expect(activityOf(log, 'place order')).toMatchObject({ events: 1266, starts: 1266, repeats: 0 });
    expect(activityOf(log, 'cancel order')).toMatchObject({ events: 141, ends: 141 });
    // The middle ones of the differences of the two columns, sorted by a script of their own: 9 min 28 s and 13 min 7 s.
    expect(activityOf(log, 'place order').duration?.median).toBe(568_000);
    expect(activityOf(log, 'cancel order').duration?.median).toBe(787_000);
  });

  it('I8 the first five orders of interval_event_log.csv: 30 events, each counted in the lines of the file', async () => {
    const lines = new TextDecoder().decode(sampleLog('interval_event_log.csv')).split(/\r?\n/);
    const first = lines.filter((line, at) => at === 0 || /^C[1-5],/.test(line));
    const { log } = await countTable('five.csv', first.join('\n'));
    expect([log.cases, log.events, log.activities.length, log.variants]).toEqual([5, 30, 6, 2]);
    // C1, C2, C4 and C5 are delivered and then confirmed; C3 is confirmed at 13:59 and delivered at 16:08.
    const found = log.links.map(({ from, to, volume, cases }) => [
      ...[log.activities[from]?.name, log.activities[to]?.name, volume, cases],
    ]);
    expect(found).toHaveLength(7);
    expect(found).toEqual(
      expect.arrayContaining([
        ['place order', 'send invoice', 5, 5],
        ['send invoice', 'pay', 5, 5],
        ['pay', 'prepare delivery', 5, 5],
        ['prepare delivery', 'make delivery', 4, 4],
        ['make delivery', 'confirm payment', 4, 4],
        ['prepare delivery', 'confirm payment', 1, 1],
        ['confirm payment', 'make delivery', 1, 1],
      ]),
    );
    expect(activityOf(log, 'confirm payment')).toMatchObject({ events: 5, starts: 0, ends: 4, repeats: 0 });
    expect(activityOf(log, 'make delivery')).toMatchObject({ events: 5, ends: 1 });
    expect(linkOf(log, 'make delivery', 'confirm payment')).toMatchObject({ direct: 0.8, eventual: 0.8 });
    expect(linkOf(log, 'confirm payment', 'make delivery')).toMatchObject({ direct: 0.2, eventual: 0.2 });
    // Orders took 2:43, 35:50, 12:07, 8:26 and 10:58 minutes.
    expect(activityOf(log, 'place order').duration).toMatchObject({ n: 5, median: (10 * 60 + 58) * 1000 });
    // From delivery to confirmation 1:21:42, 21:59:13, 1:27:46 and 3:29:23 hours: between the second and the third, and
    // seven tenths of the way from the third to the last.
    const waiting = linkOf(log, 'make delivery', 'confirm payment')?.waiting;
    expect(waiting).toMatchObject({ n: 4, median: 8_914_500 });
    expect(waiting?.p90).toBeCloseTo(59_176_000, 3);
  });

  it('I8 patients.csv: START and COMPLETE rows, unsorted, make one event each', async () => {
    const { log, guess, columns } = await countTable('patients.csv');
    expect(guess).toMatchObject({ phases: 'pairs', roles: { instance: 'handling_id', phase: 'registration_type' } });
    expect([columns.size, log.cases, log.events, log.unmatched, log.backwards]).toEqual([5442, 500, 2721, 0, 0]);
    expect(activityOf(log, 'Registration')).toMatchObject({ events: 500, cases: 500, starts: 500 });
    expect(activityOf(log, 'Triage and Assessment').duration?.n).toBe(500);
    // Between the 250th and the 251st of the sorted durations: 2 h 42 min 49 s.
    expect(activityOf(log, 'Registration').duration?.median).toBe(9_769_000);
    // Patient 1: registered from 11:41:53 to 12:40:20, done with the last of six on 9 January at 19:45:45.
    expect(columns.start[0]).toBe(Date.UTC(2017, 0, 2, 11, 41, 53));
    expect(log.frequentVariants.slice(0, 2).map(({ length }) => length)).toEqual([5, 6]);
  });

  it('I8 roadtraffic100traces.xes: nested attributes are no events', async () => {
    const { log, traces } = await countXes('roadtraffic100traces.xes');
    expect([traces, log.cases, log.events, log.activities.length]).toEqual([100, 100, 390, 10]);
    expect(activityOf(log, 'Create Fine')).toMatchObject({ events: 100, starts: 100 });
    expect(activityOf(log, 'Send Fine')).toMatchObject({ events: 78, ends: 17 });
    expect(linkOf(log, 'Create Fine', 'Send Fine')).toMatchObject({ volume: 77, cases: 77, direct: 0.77 });
    // The 39th of 77 sorted: 87 days and an hour.
    expect(linkOf(log, 'Create Fine', 'Send Fine')?.waiting?.median).toBe(2089 * 3_600_000);
  });
});

describe('logs against a slow count that shares nothing with the program', () => {
  it('I9 running-example.csv', async () => {
    const events = plainRows('running-example.csv').map((cell): SlowEvent => {
      const time = plainTime(cell('time:timestamp'));
      return { caseId: cell('case:concept:name'), activity: cell('concept:name'), start: time, end: Number.NaN };
    });
    const { log } = await countTable('running-example.csv');
    expect(asSlow(log)).toEqual(slowCount(events));
  });

  it('I9 interval_event_log.csv', async () => {
    const events = plainRows('interval_event_log.csv').map(
      (cell): SlowEvent => ({
        caseId: cell('case:concept:name'),
        activity: cell('concept:name'),
        start: plainTime(cell('start_timestamp')),
        end: plainTime(cell('time:timestamp')),
      }),
    );
    const { log } = await countTable('interval_event_log.csv');
    expect(asSlow(log)).toEqual(slowCount(events));
  });

  it('I9 patients.csv', async () => {
    const byId = new Map<string, SlowEvent>();
    for (const cell of plainRows('patients.csv')) {
      const id = cell('handling_id');
      const event = byId.get(id) ?? {
        caseId: cell('patient'),
        activity: cell('handling'),
        start: Number.NaN,
        end: Number.NaN,
      };
      byId.set(id, event);
      event[cell('registration_type').toLowerCase() === 'start' ? 'start' : 'end'] = plainTime(cell('time'));
    }
    const { log } = await countTable('patients.csv');
    expect(asSlow(log)).toEqual(slowCount([...byId.values()]));
  });

  it('I9 roadtraffic100traces.xes', async () => {
    const text = new TextDecoder().decode(sampleLog('roadtraffic100traces.xes'));
    const events = text
      .split('<trace>')
      .slice(1)
      .flatMap((trace, at) =>
        [...trace.matchAll(/<event>([\s\S]*?)<\/event>/g)].map(([, body = '']): SlowEvent => {
          const value = (key: string) => new RegExp(`key="${key}" value="([^"]*)"`).exec(body)?.[1] ?? '';
          return {
            caseId: String(at),
            activity: value('concept:name'),
            start: Date.parse(value('time:timestamp')),
            end: Number.NaN,
          };
        }),
      );
    const { log } = await countXes('roadtraffic100traces.xes');
    expect(asSlow(log)).toEqual(slowCount(events));
  });
});

describe('logs as they come', () => {
  it('I10 the names of several tools are recognised', async () => {
    const guessFor = async (header: string, row: string) => {
      const report = await inspectTable(bytesAs('log.csv', `${header}\n${row}\n${row}\n`));
      const { guess } = guessEventTable(report, 'UTC');
      return { case: guess.roles.case, activity: guess.activity.join('+'), ...guess.roles, unsure: guess.unsure };
    };
    expect(
      await guessFor(
        'Case ID,Activity,Resource,Start Timestamp,Complete Timestamp,Variant,org:group',
        'c1,Ask,Ann,2014/10/22 11:15:41.000,2014/10/22 11:18:41.000,Variant 1,Sales',
      ),
    ).toEqual({
      case: 'Case ID',
      activity: 'Activity',
      time: 'Start Timestamp',
      end: 'Complete Timestamp',
      resource: 'Resource',
      department: 'org:group',
      unsure: [],
    });
    expect(
      await guessFor('_CASE_KEY;ACTIVITY_EN;EVENTTIME;USER_NAME', '100;Buy;2020-01-01 10:00:00;bob'),
    ).toMatchObject({
      case: '_CASE_KEY',
      activity: 'ACTIVITY_EN',
      time: 'EVENTTIME',
      resource: 'USER_NAME',
      unsure: [],
    });
    expect(
      await guessFor(
        'event_time,event_type,product_id,user_id,user_session,channel,device_category',
        '2019-10-01 00:00:00 UTC,view,1,5,s-1,web,mobile',
      ),
    ).toMatchObject({
      case: 'user_session',
      activity: 'event_type',
      time: 'event_time',
      channel: 'channel',
      device: 'device_category',
    });
    expect(await guessFor('user_pseudo_id,event_name,event_timestamp', 'x.1,page_view,1609459200500000')).toMatchObject(
      {
        case: 'user_pseudo_id',
        activity: 'event_name',
        time: 'event_timestamp',
      },
    );
    expect(await guessFor('CustomerID,Stage,Action,Date', '7,Buy,Look,2026-01-01')).toMatchObject({
      case: 'CustomerID',
      time: 'Date',
    });
    expect((await guessFor('a,b,c', 'x,y,z')).unsure).toEqual(['time', 'activity', 'case']);
  });

  it('I10 several columns can make the activity, and others can be chosen', async () => {
    const source = bytesAs(
      'log.csv',
      'CustomerID,Stage,Action,Date\n1,Buy,Look,2026-01-01\n1,Buy,Pay,2026-01-02\n2,Buy,,2026-01-02\n',
    );
    const report = await inspectTable(source);
    const { settings } = guessEventTable(report, 'UTC');
    const { columns } = await readEventTable(source, report, { ...settings, activity: ['Stage', 'Action'] });
    expect(columns.activities).toEqual(['Buy / Look', 'Buy / Pay', 'Buy']);
    await expect(readEventTable(source, report, { ...settings, activity: ['Gone'] })).rejects.toMatchObject({
      code: 'noColumn',
    });
    await expect(readEventTable(source, report, { ...settings, roles: {} })).rejects.toMatchObject({
      code: 'roleMissing',
    });
  });

  it('I11 no space around a case or an activity makes another one, be it one that breaks or not', async () => {
    const spaces = ['', ' ', '\u00a0', '\u202f', '\ufeff', '\u3000'];
    const rows = spaces.flatMap((space) => [
      `c1${space},${space}Pay${space},2026-01-01`,
      `${space}c1,Größe,2026-01-02`,
    ]);
    const { log } = await countTable('x.csv', ['case,activity,time', ...rows, 'c1,店,2026-01-03'].join('\n'));
    expect([log.cases, log.activities.map(({ name, events }) => [name, events])]).toEqual([
      1,
      [
        ['Pay', 6],
        ['Größe', 6],
        ['店', 1],
      ],
    ]);
  });

  it('I11 equal times keep the order of the file, the rest is sorted; what has no time is left out and named', async () => {
    const { log, leftOut } = await countTable(
      'x.csv',
      'case_id,activity,timestamp\n1,C,2026-01-02 10:00:00\n1,A,2026-01-01 10:00:00\n1,B,2026-01-01 10:00:00\n1,D,?\n1,E,2026-01-01 09:00:00+01:00\n1,F,soon\n',
    );
    const names = log.frequentVariants[0]?.activities.map((at) => log.activities[at]?.name);
    expect(names).toEqual(['E', 'A', 'B', 'C']);
    expect(log.activities.map(({ name, ends }) => [name, ends])).toEqual([
      ['C', 1],
      ['A', 0],
      ['B', 0],
      ['E', 0],
    ]);
    expect(leftOut).toEqual([
      { reason: 'timeMissing', count: 1, line: 5, example: '1' },
      { reason: 'timeUnread', count: 1, line: 7, example: 'soon' },
    ]);
  });

  it('I11 rows without case or activity are left out and named', async () => {
    const { log, leftOut } = await countTable(
      'x.csv',
      'case_id,activity,timestamp\n1,A,2026-01-01\n,B,2026-01-01\n2, ,2026-01-01\n2,A,2026-01-01\n,C,2026-01-01\n',
    );
    expect([log.cases, log.events]).toEqual([2, 2]);
    expect(leftOut).toEqual([
      { reason: 'noCase', count: 2, line: 3, example: 'B' },
      { reason: 'noActivity', count: 1, line: 4, example: '2' },
    ]);
  });

  it('I11 dates that can be read two ways are asked about, and not read either way', async () => {
    const text = 'case_id,activity,timestamp\n1,A,03/04/2026\n1,B,04/03/2026\n';
    await expect(countTable('x.csv', text)).rejects.toMatchObject({
      code: 'dateOrder',
      params: { example: '03/04/2026', column: 'timestamp' },
    });
    const source = bytesAs('x.csv', text);
    const report = await inspectTable(source);
    const { settings } = guessEventTable(report, 'UTC');
    const { columns } = await readEventTable(source, report, { ...settings, order: 'monthFirst' });
    expect([...columns.start].map((time) => new Date(time).getUTCMonth())).toEqual([2, 3]);
  });

  it('I11 a column that is different on each row is refused as activity', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => `1,a${at},2026-01-01`).join('\n');
    await expect(countTable('x.csv', `case_id,activity,timestamp\n${rows}\n`)).rejects.toMatchObject({
      code: 'tooManyActivities',
      params: { limit: 5000, line: 5002 },
    });
  });

  it('I12 an end that stands before its start at the same time belongs to it, unless a later end does', async () => {
    const { log } = await countTable(
      'x.csv',
      [
        'case_id,activity,timestamp,lifecycle:transition',
        '1,A,2026-01-01 10:00:00,complete',
        '1,A,2026-01-01 10:00:00,start',
        '1,B,2026-01-01 11:00:00,start',
        '1,B,2026-01-01 11:20:00,complete',
        '2,A,2026-01-01 10:00:00,complete',
        '2,B,2026-01-01 10:00:00,start',
        '2,C,2026-01-01 12:00:00,complete',
        '2,C,2026-01-01 12:00:00,start',
        '2,C,2026-01-01 12:30:00,complete',
      ].join('\n'),
    );
    expect([log.events, log.unmatched]).toEqual([6, 3]);
    expect(activityOf(log, 'A').duration).toMatchObject({ n: 1, median: 0 });
    expect(activityOf(log, 'C').duration).toMatchObject({ n: 1, median: 30 * 60_000 });
  });

  it('I12 starts and ends are joined first with first, what has no partner still counts, other words are left aside', async () => {
    const { log, guess } = await countTable(
      'x.csv',
      [
        'case_id,activity,timestamp,lifecycle:transition',
        '1,A,2026-01-01 10:00:00,START',
        '1,A,2026-01-01 10:10:00,start',
        '1,A,2026-01-01 10:12:00,suspend',
        '1,A,2026-01-01 10:20:00,complete',
        '1,A,2026-01-01 10:40:00,Complete',
        '1,B,2026-01-01 11:00:00,complete',
        '1,C,2026-01-01 12:00:00,start',
      ].join('\n'),
    );
    expect(guess.phases).toBe('pairs');
    expect([log.events, log.unmatched, log.otherPhases]).toEqual([4, 2, 1]);
    expect(activityOf(log, 'A').duration).toMatchObject({ n: 2, median: 25 * 60_000 });
    expect(activityOf(log, 'B').duration).toBeNull();
    // A second A begins before the first has ended: no waiting.
    expect(linkOf(log, 'A', 'A')?.waiting?.median).toBe(0);
    expect(linkOf(log, 'A', 'B')?.waiting?.median).toBe(20 * 60_000);
  });

  it('I12 words of a tool of its own carry the meaning and become part of the name', async () => {
    const { log } = await countTable(
      'x.csv',
      'case_id,activity,timestamp,lifecycle:transition\n1,Ticket,2026-01-01 10:00:00,In Call\n1,Ticket,2026-01-01 11:00:00,Wait - Customer\n',
    );
    expect(log.activities.map(({ name }) => name)).toEqual(['Ticket / In Call', 'Ticket / Wait - Customer']);
  });

  it('I13 links say how often channel, device and department differ, of those where both are known', async () => {
    const { log } = await countTable(
      'x.csv',
      [
        'case_id,activity,timestamp,channel,device,department',
        ...['1,A,2026-01-01,web,phone,Sales', '1,B,2026-01-02,web,laptop,IT'],
        ...[
          '2,A,2026-01-01,web,phone,',
          '2,B,2026-01-02,shop,phone,IT',
          '3,A,2026-01-01,app,,Sales',
          '3,B,2026-01-02,,,Sales',
        ],
      ].join('\n'),
    );
    expect(linkOf(log, 'A', 'B')?.changed).toMatchObject({
      channel: { known: 2, changed: 1 },
      device: { known: 2, changed: 1 },
      department: { known: 2, changed: 1 },
      resource: { known: 0, changed: 0 },
    });
    expect(activityOf(log, 'A').values.channel).toEqual([
      { value: 'web', events: 2 },
      { value: 'app', events: 1 },
    ]);
  });

  it('I13 eventual conversion lets anything lie between, direct does not', async () => {
    const rows = ['1,A,1', '1,X,2', '1,B,3', '2,A,1', '2,B,2', '3,A,1', '4,B,1', '4,A,2'].map((row) =>
      row.replace(/(\d)$/, '2026-01-0$1'),
    );
    const { log } = await countTable('x.csv', `case_id,activity,timestamp\n${rows.join('\n')}\n`);
    expect(linkOf(log, 'A', 'B')).toMatchObject({ direct: 0.25, eventual: 0.5 });
    const [a, x, b] = ['A', 'X', 'B'].map((name) => log.activities.findIndex((each) => each.name === name)) as [
      number,
      number,
      number,
    ];
    expect([eventualShare(log, a, b), eventualShare(log, x, b), eventualShare(log, b, x)]).toEqual([0.5, 1, 0]);
  });
});
