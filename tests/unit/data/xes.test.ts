import { describe, expect, it } from 'vitest';
import { countLog } from '../../../src/analysis/data/countLog.ts';
import { DataError } from '../../../src/exchange/data/dataError.ts';
import { inspectXes, readXes } from '../../../src/exchange/data/readXes.ts';
import { bytesAs, gzipped, inCodePage, sampleLog } from '../../support/bytesAs.ts';

async function read(content: string | Uint8Array) {
  const source = bytesAs('log.xes', content);
  const report = await inspectXes(source, 'UTC');
  const rows = await readXes(source, report.settings);
  const log = countLog(rows.columns);
  const ways = log.frequentVariants.map(({ activities }) =>
    activities.map((at) => log.activities[at]?.name).join(' > '),
  );
  return { report, ...rows, log, ways };
}

async function codeOf(content: string | Uint8Array): Promise<unknown[]> {
  const error = await read(content).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).not.toContain('{{');
  return [error.code, error.params.line];
}

const event = (attributes: Record<string, string>, inside = '') =>
  `<event>${Object.entries(attributes)
    .map(([key, value]) => `<string key="${key}" value="${value}"/>`)
    .join('')}${inside}</event>`;
const log = (body: string, head = '') =>
  `<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">${head}${body}</log>`;

describe('XES', () => {
  it('I25 names may have any prefix that the first element says to be of XES', async () => {
    const body = `<trace>${event({ 'concept:name': 'A' })}${event({ 'concept:name': 'B' })}</trace>`;
    const plain = log(body, '<classifier name="a" keys="concept:name"/>');
    for (const prefix of ['ns0', 'xes', 'x-1']) {
      const written = plain.replace(/<(\/?)(?=\w)/g, `<$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`);
      expect(written).toContain(`<${prefix}:log xmlns:${prefix}="http://www.xes-standard.org/">`);
      expect((await read(written)).ways).toEqual(['A > B']);
    }
    expect(await codeOf('<svg:log xmlns:svg="http://www.w3.org/2000/svg"/>')).toEqual(['notXes', undefined]);
  });

  it('I25 the classifier says what makes the activity; keys may hold spaces, with or without quotes', async () => {
    const events = event({ EventType: 'Call', initiatorsLabel: 'Shop', 'call centre': 'North' });
    const trace = `<trace>${events}${events}</trace>`;
    const both = await read(log(trace, '<classifier name="a" keys="EventType initiatorsLabel"/>'));
    expect([both.report.guess.activity, both.ways]).toEqual([
      ['EventType', 'initiatorsLabel'],
      ['Call / Shop > Call / Shop'],
    ]);
    for (const keys of ["'call centre'", 'call centre'])
      expect((await read(log(trace, `<classifier name="a" scope="event" keys="${keys}"/>`))).ways).toEqual([
        'North > North',
      ]);
    const gone =
      '<classifier name="a" keys="Gone"/><classifier name="b" keys="EventType"/><classifier name="b" keys="EventType"/>';
    expect((await read(log(trace, gone))).ways).toEqual(['Call > Call']);
  });

  it('I25 without concept:name or classifier another key that names activities is taken', async () => {
    const { report, ways } = await read(
      log(`<trace>${event({ activity: 'A', x: '1' })}${event({ activity: 'B', x: '2' })}</trace>`),
    );
    expect([report.guess.activity, ways]).toEqual([['activity'], ['A > B']]);
  });

  it('I25 each trace is a case, whatever its name is and wherever it stands', async () => {
    const { log: counted, traces } = await read(
      log(
        `<trace><int key="concept:name" value="7"/>${event({ 'concept:name': 'A' })}</trace>` +
          `<trace>${event({ 'concept:name': 'A' })}<string key="concept:name" value="travel permit 7"/></trace><trace/>`,
      ),
    );
    expect([traces, counted.cases, counted.events]).toEqual([3, 2, 2]);
  });

  it('I25 declared defaults are no data, neither are attributes inside attributes or events inside attributes', async () => {
    const globals =
      '<global scope="event"><string key="concept:name" value="__INVALID__"/><string key="org:resource" value="UNKNOWN"/><string key="channel" value="UNKNOWN"/></global>';
    const nested =
      '<list key="parts"><values><string key="concept:name" value="inner"/><event><string key="concept:name" value="no"/></event></values></list>';
    const {
      log: counted,
      columns,
      leftOut,
    } = await read(
      log(
        `<trace>${event({ 'concept:name': 'A', 'org:resource': 'UNKNOWN', channel: 'web' }, nested)}${event({ 'concept:name': '__INVALID__' })}</trace>`,
        globals,
      ),
    );
    expect([counted.events, counted.activities.map(({ name }) => name)]).toEqual([1, ['A']]);
    expect([columns.traits.resource, columns.traits.channel?.values]).toEqual([null, ['web']]);
    expect(leftOut).toMatchObject([{ reason: 'noActivity', count: 1 }]);
  });

  it('I25 times are instants: zones of summer and winter, none, strings, missing and invalid ones', async () => {
    const at = (name: string, time: string) => event({ 'concept:name': name, 'time:timestamp': time });
    const { columns, leftOut, ways } = await read(
      log(
        `<trace>${at('C', '2012-10-28T02:10:00.000+01:00')}${at('A', '2012-10-28T02:30:00+02:00')}${at('B', '2012-10-28T00:45:00')}` +
          `${at('D', '2019/11/03 01:11:19.000')}${at('E', '?')}${at('F', '2002-0530T09:30:10Z')}</trace>`,
      ),
    );
    expect(ways).toEqual(['A > B > C > D']);
    expect(columns.start[1]).toBe(Date.UTC(2012, 9, 28, 0, 30));
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['timeMissing', 1],
      ['timeUnread', 1],
    ]);
  });

  it('I25 equal times keep the order of the file', async () => {
    const at = (name: string) => event({ 'concept:name': name, 'time:timestamp': '2026-01-01T00:00:00Z' });
    expect((await read(log(`<trace>${['Z', 'B', 'Y', 'A'].map(at).join('')}</trace>`))).ways).toEqual([
      'Z > B > Y > A',
    ]);
  });

  it('I25 start and complete make one event in any spelling; words of a tool of its own stay in the name', async () => {
    const at = (name: string, minute: number, word: string) =>
      event({ 'concept:name': name, 'time:timestamp': `2026-01-01T10:${minute}:00Z`, 'lifecycle:transition': word });
    const classifier = '<classifier name="MXML" keys="concept:name lifecycle:transition"/>';
    const pairs = await read(
      log(
        `<trace>${at('A', 10, 'START')}${at('B', 20, 'Start')}${at('A', 30, 'COMPLETE')}${at('B', 40, 'complete')}</trace>`,
        classifier,
      ),
    );
    expect([pairs.ways, pairs.log.activities[0]?.duration?.median]).toEqual([['A > B'], 20 * 60_000]);
    const own = await read(
      log(`<trace>${at('A', 10, 'In Call')}${at('A', 20, 'Wait - Customer')}</trace>`, classifier),
    );
    expect(own.ways).toEqual(['A / In Call > A / Wait - Customer']);
  });

  it('I25 prefixes, comments, odd declarations and events outside a trace do no harm', async () => {
    const text =
      "<?xml version='1.0' encoding='utf-8'?><!-- made by a tool --><xes:log xmlns:xes='x' xes.version='1849-2016'><xes:extension name='C' prefix='org' uri='u'/>" +
      `<xes:trace><xes:event><xes:string key='concept:name' value='Größe &amp; &#65;'/><xes:boolean key="@@x" value="true"/></xes:event></xes:trace><xes:event/></xes:log>`;
    const { ways, loose } = await read(text);
    expect([ways, loose]).toEqual([['Größe & A'], 1]);
    expect((await read(text.slice(text.indexOf('?>') + 2))).ways).toEqual(['Größe & A']);
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?>${log(`<trace>${event({ 'concept:name': 'Größe' })}</trace>`).slice(21)}`;
    expect((await read(inCodePage(latin, 'windows-1252'))).ways).toEqual(['Größe']);
  });

  it('I26 broken and dangerous XML ends with a sentence and the line', async () => {
    const good = log(`\n<trace>\n${event({ 'concept:name': 'A' })}\n</trace>\n`);
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<log>&b;</log>';
    expect(await codeOf(bomb)).toEqual(['xmlDoctype', 2]);
    expect(await codeOf(bomb.replaceAll('<!ENTITY', '\n<!ENTITY'))).toEqual(['xmlDoctype', 2]);
    expect(await codeOf(good.replace('"A"', '"&bomb;"'))).toEqual(['xmlEntity', 3]);
    const said = (text: string) => read(text).then(String, ({ message }) => message);
    for (const entity of ['&bomb;', '&b.1;', '&#xZZ;'])
      expect(await said(good.replace('"A"', `"${entity}"`))).toBe(
        `This XML file uses the entity ${entity} on line 3, which no event log needs. Write the character itself.`,
      );
    expect(await said(good.replace('"A"', '"A & B"').replace('</log>', '<!-- ; --></log>'))).toMatch(
      /^This XML file is broken on line \d: an & stands there for itself\. Write &amp; instead/,
    );
    expect(await codeOf(good.replace('</event>', '</evnt>'))).toEqual(['xmlBroken', 3]);
    expect(await codeOf(good.slice(0, good.indexOf('</trace>')))).toEqual(['xmlCut', 4]);
    expect((await codeOf(gzipped(sampleLog('running-example.xes')).slice(0, 700)))[0]).toBe('gzipBroken');
    expect((await codeOf('<html><body/></html>'))[0]).toBe('notXes');
    expect(await codeOf(`<log>${'<list key="a">'.repeat(1000)}`)).toEqual(['xmlDeep', 1]);
    expect((await codeOf('<log></log>'))[0]).toBe('noEvents');
    expect((await codeOf(''))[0]).toBe('empty');
    expect((await codeOf('<log>\0</log>'))[0]).toBe('binary');
  });
});
