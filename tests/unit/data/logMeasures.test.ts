import { expect, it } from 'vitest';
import { seriesId } from '../../../src/model/ids.ts';
import { sampleLog } from '../../support/bytesAs.ts';
import { mapOfLog } from '../../support/logMap.ts';
import { type SlowCounts, type SlowEvent, slowCount } from '../../support/slowLog.ts';

type LogMap = Awaited<ReturnType<typeof mapOfLog>>;
const HOUR = 3_600_000;

/** What is measured on the map: value, to nine digits, and n. */
function measured({ docs, kpi, titled }: LogMap, measure: Parameters<LogMap['kpi']>[0], from: string, to?: string) {
  const place = { placeId: titled(from).id, toId: to === undefined ? null : titled(to).id };
  const point = docs.map.series[seriesId(kpi(measure).id, place, 'everyone')]?.points[0];
  return point === undefined ? null : [Number(point.value.toPrecision(9)), point.n];
}

const rounded = (value: number | null, n: number) => (value === null ? null : [Number(value.toPrecision(9)), n]);

function rowsOf(text: string): ((column: string) => string)[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return (column) => cells[names.indexOf(column)] ?? '';
  });
}

/** All that the slow count knows of activities and ways, as it should stand on the map. */
function expectAll(map: LogMap, { cases, activities, links }: SlowCounts) {
  for (const [name, own] of Object.entries(activities)) {
    expect(measured(map, 'volume', name), name).toEqual([own.events, own.cases]);
    expect(measured(map, 'reach', name), name).toEqual(rounded((own.cases / cases) * 100, cases));
    expect(measured(map, 'repeats', name), name).toEqual(rounded((own.repeating / own.cases) * 100, own.cases));
    if (own.median === null) continue;
    expect(measured(map, 'duration', name)?.[0], name).toBe(rounded(own.median / HOUR, 0)?.[0]);
    expect(measured(map, 'duration90', name)?.[0], name).toBe(rounded((own.p90 ?? 0) / HOUR, 0)?.[0]);
  }
  for (const [way, own] of Object.entries(links)) {
    const [from = '', to = ''] = way.split(' -> ');
    // Repeats are no links.
    if (from === to) continue;
    const came = activities[from]?.cases ?? 0;
    expect(measured(map, 'direct', from, to), way).toEqual(rounded((own.cases / came) * 100, came));
    expect(measured(map, 'eventual', from, to), way).toEqual(rounded((own.eventual / came) * 100, came));
    const hours = (time: number | null) => rounded(time === null ? null : time / HOUR, 0)?.[0];
    expect(measured(map, 'waiting', from, to)?.[0], way).toBe(hours(own.medianWaiting));
    expect(measured(map, 'waiting90', from, to)?.[0], way).toBe(hours(own.p90Waiting));
    for (const [measure, { changed, known }] of [
      ['changedChannel', own.changes.channel],
      ['changedDevice', own.changes.device],
      ['changedDepartment', own.changes.department],
    ] as const) {
      if (known === 0) continue;
      expect(measured(map, measure, from, to), way).toEqual(rounded((changed / known) * 100, known));
    }
  }
}

it('WZ38 figures of running-example.csv on its map are those of a slow count', async () => {
  const events = rowsOf(new TextDecoder().decode(sampleLog('running-example.csv'))).map((cell): SlowEvent => {
    const start = Date.parse(cell('time:timestamp').replace(' ', 'T'));
    return { caseId: cell('case:concept:name'), activity: cell('concept:name'), start, end: Number.NaN };
  });
  expectAll(await mapOfLog('running-example.csv'), slowCount(events));
});

it('WZ38 figures of interval_event_log.csv on its map are those of a slow count, durations too', async () => {
  const events = rowsOf(new TextDecoder().decode(sampleLog('interval_event_log.csv'))).map((cell): SlowEvent => {
    const time = (column: string) => Date.parse(cell(column).replace(' ', 'T'));
    const [start, end] = [time('start_timestamp'), time('time:timestamp')];
    return { caseId: cell('case:concept:name'), activity: cell('concept:name'), start, end };
  });
  const map = await mapOfLog('interval_event_log.csv');
  expectAll(map, slowCount(events));
  expect(measured(map, 'duration90', 'place order')?.[1]).toBe(1266);
});

it('WZ38 changes of channel, device and department are shares of the passages where both are known', async () => {
  const text = `case,activity,time,channel,device,department
1,Ask,2026-01-01 09:00,web,phone,Sales
1,Buy,2026-01-01 10:00,shop,phone,Sales
2,Ask,2026-01-01 09:00,web,phone,Sales
2,Buy,2026-01-01 12:00,web,laptop,Service
3,Ask,2026-01-01 09:00,web,phone,Sales
3,Buy,2026-01-01 10:00,web,laptop,
4,Ask,2026-01-01 09:00,web,laptop,Sales
4,Buy,2026-01-01 10:00,,laptop,Service
`;
  const map = await mapOfLog('log.csv', 1, text);
  const onWay = (measure: Parameters<LogMap['kpi']>[0]) => measured(map, measure, 'Ask', 'Buy');
  // One of three, two of four, two of three.
  expect(onWay('changedChannel')).toEqual([33.3333333, 3]);
  expect(onWay('changedDevice')).toEqual([50, 4]);
  expect(onWay('changedDepartment')).toEqual([66.6666667, 3]);
  const events = rowsOf(text).map(
    (cell): SlowEvent => ({
      ...{ caseId: cell('case'), activity: cell('activity'), end: Number.NaN },
      start: Date.parse(`${cell('time').replace(' ', 'T')}Z`),
      ...{ channel: cell('channel'), device: cell('device'), department: cell('department') },
    }),
  );
  expectAll(map, slowCount(events));
});
