import { createHash } from 'node:crypto';
import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { byteBlocks } from '../../../src/exchange/data/byteBlocks.ts';
import { createDataApi, type Progress } from '../../../src/exchange/data/dataApi.ts';
import { createDataClient, type RunningWorker } from '../../../src/exchange/data/dataClient.ts';
import { Cancelled, DataError } from '../../../src/exchange/data/dataError.ts';
import { gzipped, sampleLog } from '../../support/bytesAs.ts';

/** The worker's side on the other end of a channel, over which all that goes has to be cloned as between threads. */
function startHere(alive: Set<RunningWorker>): RunningWorker {
  const { port1, port2 } = new MessageChannel();
  expose(createDataApi(), port1);
  const worker: RunningWorker = {
    endpoint: port2,
    terminate() {
      alive.delete(worker);
      port1.close();
      port2.close();
    },
    onFailure() {},
  };
  alive.add(worker);
  return worker;
}

function client() {
  const alive = new Set<RunningWorker>();
  return { alive, ...createDataClient(() => startHere(alive)) };
}

/** A Blob with a name: a File goes to a worker with its name, but not over Node's channel. */
const fileOf = (name: string, content: string | Uint8Array) =>
  Object.assign(new Blob([content as Uint8Array<ArrayBuffer>]), { name });

describe('the worker', () => {
  it('I24 a file is looked at, counted with progress, and accounted for', async () => {
    const { alive, inspect, count } = client();
    const bytes = sampleLog('patients.csv');
    const file = fileOf('patients.csv', bytes);
    const seen = await inspect(file, 'UTC');
    if (seen.format !== 'table') throw new Error('a table was expected');
    expect(seen.kind).toMatchObject({ kind: 'events', sure: true });
    const progress: Progress[] = [];
    const counted = await count(
      file,
      { format: 'table', table: seen.table, settings: seen.events.settings },
      { onProgress: (each) => progress.push(each) },
    );
    expect(counted.log).toMatchObject({ cases: 500, events: 2721 });
    expect(counted.log.eventually.cases).toBeInstanceOf(Int32Array);
    expect(counted.file).toMatchObject({
      size: bytes.length,
      rows: 5442,
      hash: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(progress.at(-1)).toEqual({ bytes: bytes.length, size: bytes.length, rows: 5442 });
    expect(alive.size).toBe(0);
  });

  it('I24 XES is told by its content, plain or gzipped', async () => {
    const { inspect, count } = client();
    const bytes = sampleLog('running-example.xes');
    for (const content of [bytes, gzipped(bytes)]) {
      const file = fileOf('log', content);
      const seen = await inspect(file, 'UTC');
      if (seen.format !== 'xes') throw new Error('XES was expected');
      const { log, counts } = await count(file, { format: 'xes', settings: seen.xes.settings });
      expect([log.cases, log.events, counts]).toEqual([6, 42, null]);
    }
  });

  it('I24 surveys and figures go the same way', async () => {
    const { inspect, survey, metrics } = client();
    const answers = fileOf('a.csv', 'id,nps,why\n1,9,It was a very good day\n2,3,I had to wait for weeks\n');
    const seen = await inspect(answers, 'UTC');
    if (seen.format !== 'table') throw new Error('a table was expected');
    const read = await survey(answers, { table: seen.table, settings: seen.survey });
    expect([...(read.answers[0]?.answers ?? [])]).toEqual([
      [9, 1],
      [3, 1],
    ]);
    expect(read.comments).toHaveLength(2);
    const figures = fileOf('b.csv', 'Step,Views\nPay,7\nShip,9\n');
    const table = await inspect(figures, 'UTC');
    if (table.format !== 'table') throw new Error('a table was expected');
    const { rows, file } = await metrics(figures, { table: table.table, settings: table.metrics });
    expect([rows.length, file.rows]).toEqual([2, 2]);
  });

  it('I24 what is wrong with a file arrives as a sentence with its place', async () => {
    const { alive, inspect } = client();
    const failed = await inspect(fileOf('x.csv', 'a,b\n1,"2\n3,4\n'), 'UTC').catch((error) => error);
    expect(failed).toBeInstanceOf(DataError);
    expect([failed.code, failed.params]).toEqual(['openQuote', { line: 2 }]);
    expect(failed.message).toContain('line 2');
    expect(alive.size).toBe(0);
  });

  it('I24 a reading that is stopped ends at once, ends its worker and says no more', async () => {
    const { alive, inspect, count } = client();
    const file = fileOf('x.csv', `case_id,activity,timestamp\n${'1,Look,2026-01-01 10:00:00\n'.repeat(100_000)}`);
    const seen = await inspect(file, 'UTC');
    if (seen.format !== 'table') throw new Error('a table was expected');
    const stopping = new AbortController();
    let after = 0;
    const counting = count(
      file,
      { format: 'table', table: seen.table, settings: seen.events.settings },
      {
        signal: stopping.signal,
        onProgress: () => {
          if (stopping.signal.aborted) after++;
          stopping.abort();
        },
      },
    );
    await expect(counting).rejects.toBeInstanceOf(Cancelled);
    expect([alive.size, after]).toEqual([0, 0]);
    await expect(
      count(file, { format: 'table', table: seen.table, settings: seen.events.settings }, { signal: stopping.signal }),
    ).rejects.toBeInstanceOf(Cancelled);
  });

  it('I24 I41 what else a thread is asked for has its turn between two blocks of a file that comes without a pause', async () => {
    const block = new Uint8Array(1000).fill(65);
    let left = 1000;
    const stream = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left-- > 0) controller.enqueue(block);
          else controller.close();
        },
      });
    const asked = new MessageChannel();
    let [blocks, heardAfter] = [0, Number.NaN];
    asked.port1.onmessage = () => {
      heardAfter = blocks;
      asked.port1.close();
    };
    for await (const _ of byteBlocks({ name: 'x', size: 1e6, stream }, { blockSize: 1000 }))
      if (blocks++ === 0) asked.port2.postMessage('stop');
    expect(blocks).toBe(1000);
    expect(heardAfter).toBeLessThanOrEqual(2);
  });

  it('I24 a worker that dies is a sentence too', async () => {
    const { inspect } = createDataClient(() => {
      const { port1, port2 } = new MessageChannel();
      const terminate = () => {
        port1.close();
        port2.close();
      };
      return { endpoint: port2, terminate, onFailure: (callback) => setTimeout(callback, 5) };
    });
    await expect(inspect(fileOf('x.csv', 'a\n1\n'), 'UTC')).rejects.toMatchObject({ code: 'workerFailed' });
  });
});
