import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDataTexts } from '../../../src/app/dataImport/dataTexts.ts';
import { countedRows, leftOutWords } from '../../../src/app/dataImport/plans.ts';
import { startLanguage } from '../../../src/app/i18n.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { bytesAs, sampleLog } from '../../support/bytesAs.ts';

const api = createDataApi();

async function count(name: string, content: string | Uint8Array, zone = 'UTC') {
  const file = bytesAs(name, content);
  const seen = await api.inspect(file, zone);
  if (!seen.ok) throw new Error(seen.code);
  return api.count(
    file,
    seen.value.format === 'xes'
      ? { format: 'xes', settings: seen.value.xes.settings }
      : { format: 'table', table: seen.value.table, settings: seen.value.events.settings },
    () => {},
  );
}

async function counted(name: string, content: string | Uint8Array, zone?: string) {
  const outcome = await count(name, content, zone);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

const head = 'case_id,activity,timestamp\n';

describe('the days of a log', () => {
  it('WZ71 are those that the file writes, in the zone of each time', async () => {
    const { log } = await counted('roadtraffic100traces.xes', sampleLog('roadtraffic100traces.xes'));
    // Its first event is of 2000-03-15T00:00:00+01:00, its last of 2013-04-24T00:00:00+02:00.
    expect(log.period).toEqual({ from: '2000-03-15', to: '2013-04-24' });
  });

  it('WZ71 times without a zone are of the day as written, wherever they are read', async () => {
    const text = `${head}1,A,2026-03-01 00:30:00\n1,B,2026-03-31 23:30:00\n`;
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])
      expect((await counted('a.csv', text, zone)).log.period, zone).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  });

  it('WZ71 are those of the first and the last time, starts and ends told apart, whatever the order of the rows', async () => {
    const { log } = await counted(
      'a.csv',
      'case_id,activity,start_time,end_time\n1,B,2026-03-09T01:00:00+02:00,2026-03-10T00:10:00+02:00\n' +
        '1,A,2026-03-02T00:00:00+02:00,2026-03-02T01:00:00+02:00\n1,C,2026-03-10T00:05:00+02:00,2026-03-01T00:00:00+02:00\n',
    );
    expect(log.period).toEqual({ from: '2026-03-02', to: '2026-03-10' });
  });
});

describe('events without a time', () => {
  beforeAll(async () => {
    await startLanguage();
    await loadDataTexts();
  });

  it('WZ72 are not counted, so that no case ends with one, and are named with their line', async () => {
    const rows = Array.from(
      { length: 28 },
      (_, at) => `${at >> 1},${at % 2 === 0 ? 'Ask' : 'Pay'},2026-03-01 10:${at + 10}`,
    );
    const data = await counted('a.csv', `${head}${rows.join('\n')}\n,Ask,2026-03-02 10:00\n3,Help,not a date\n`);
    expect(data.log.activities.map(({ name }) => name)).toEqual(['Ask', 'Pay']);
    expect([data.log.cases, data.log.events, countedRows(data), data.file.rows]).toEqual([14, 28, 28, 30]);
    expect(leftOutWords({ kind: 'events', data }, [], i18next.t)).toEqual([
      '1 row without a case (first on line 30).',
      '1 event whose time could not be read (line 31: not a date).',
    ]);
  });

  it('WZ72 one of whose two times cannot be read is counted by the other', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at},A,2026-03-01 10:00:00,2026-03-01 11:00:${at + 10}`);
    const text = `${rows.join('\n')}\n1,B,?,2026-03-01 12:00:00\n1,C,2026-03-01 13:00:00,later\n`;
    const data = await counted('a.csv', `case_id,activity,start_time,end_time\n${text}`);
    expect([data.log.events, countedRows(data)]).toEqual([22, 22]);
    expect(data.leftOut).toEqual([{ reason: 'halfTimed', count: 1, line: 23, example: 'later' }]);
  });

  it('WZ72 where all are, it is asked for another column; a log that has no such column keeps the order of its rows', async () => {
    const text = `${head}1,A,2026-03-01 10:00\n1,B,2026-03-01 11:00\n`;
    const file = bytesAs('a.csv', text.replaceAll('2026', 'in 2026'));
    const seen = await api.inspect(bytesAs('a.csv', text), 'UTC');
    if (!seen.ok || seen.value.format !== 'table') throw new Error('a table was expected');
    const { table, events } = seen.value;
    const wrong = await api.count(file, { format: 'table', table, settings: events.settings }, () => {});
    expect(wrong).toMatchObject({ ok: false, code: 'noTimes', params: { column: 'timestamp', line: 2 } });
    const { time: _, ...roles } = events.settings.roles;
    const plain = await api.count(file, { format: 'table', table, settings: { ...events.settings, roles } }, () => {});
    if (!plain.ok) throw new Error(plain.code);
    expect([plain.value.log.period, plain.value.log.links.map(({ from, to }) => [from, to])]).toEqual([null, [[0, 1]]]);
  });
});
