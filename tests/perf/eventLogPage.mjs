// What tests/perf/eventLog.mjs builds and opens: the client of the worker, and nothing else of the program.
import { createDataClient } from '../../src/exchange/data/dataClient.ts';

const input = document.createElement('input');
input.type = 'file';
document.body.append(input);

/** Looks at the chosen file and counts it in the worker. Milliseconds; longest is that of the page's longest task. */
window.countChosen = async () => {
  const file = input.files?.[0];
  if (!file) throw new Error('no file was chosen');
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const client = createDataClient();
  const start = performance.now();
  const seen = await client.inspect(file, 'UTC');
  const inspected = performance.now();
  let reports = 0;
  const onProgress = () => {
    reports++;
  };
  const request =
    seen.format === 'xes'
      ? { format: seen.format, settings: seen.xes.settings }
      : { format: seen.format, table: seen.table, settings: seen.events.settings };
  const { log, file: account } = await client.count(file, request, { onProgress });
  const done = performance.now();
  observer.disconnect();
  const { cases, events } = log;
  return { inspect: inspected - start, count: done - inspected, longest, reports, cases, events, hash: account.hash };
};
