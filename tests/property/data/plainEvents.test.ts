import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../src/exchange/data/dataError.ts';
import { createPlainEvents } from '../../../src/exchange/data/plainEvents.ts';
import { createXesWalker, type XesListener } from '../../../src/exchange/data/walkXes.ts';

function hearing(): { heard: unknown[]; listener: XesListener } {
  const heard: unknown[] = [];
  const listener: XesListener = {
    onTraceStart: () => heard.push('trace'),
    onEventAttribute: (key, value) => heard.push([key, value]),
    onEventEnd: (line) => heard.push(line),
    onTraceEnd: () => heard.push('end'),
    onLooseEvent: (line) => heard.push(['loose', line]),
  };
  return { heard, listener };
}

/** All that a walk tells of a file that comes in blocks of this size, and how it ends. */
function walked(text: string, blockSize: number): unknown[] {
  const { heard, listener } = hearing();
  const walker = createXesWalker(listener);
  const bytes = new TextEncoder().encode(text);
  try {
    for (let at = 0; at < bytes.length; at += blockSize) walker.push(bytes.subarray(at, at + blockSize));
    walker.end();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    heard.push([error.code, error.params]);
  }
  return heard;
}

/** With a space in each tag no event is plain, so that the parser of XML reads them all. */
const byParser = (text: string, blockSize: number) => walked(text.replaceAll('<event>', '<event >'), blockSize);

const space = fc.constantFrom(
  '',
  '',
  '',
  '\n',
  '\n\t\t',
  ' ',
  '\r\n',
  '\r',
  '\n\n',
  '<!-- a -->',
  '<!-- <event> -->',
  'x',
);
const key = fc.constantFrom('concept:name', 'concept:name', 'channel', 'a b', 'é', 'a&amp;b', '');
const value = fc.constantFrom(
  'A',
  'Pay',
  '',
  'a > b',
  "it's",
  '登录',
  'a&amp;b',
  '😀',
  'a\nb',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '&no;',
  '<',
);
const attribute = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom('string', 'string', 'date', 'xes:int', 'a1'),
        key,
        value,
        fc.constantFrom('/>', '/>', ' />', '\n/>'),
      )
      .map(([type, name, text, end]) => `<${type} key="${name}" value="${text}"${end}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<string key="k" value="outer"><string key="k" value="inner"/></string>',
      "<string key='k' value='v'/>",
      '<string value="v" key="k"/>',
      '<string key="k"/>',
      '<string key="k" value="a" value="b"/>',
      '<string key="k" value="v"x/>',
      '<string  key="k" value="v"/>',
      '<event><string key="k" value="v"/></event>',
      '<![CDATA[<event></event>]]>',
      '<string key="k" value="<event></event>"/>',
      '<string key="k" value=">\n<event></event>',
      ']]>',
    ),
  },
);
const event = fc
  .tuple(
    fc.array(fc.tuple(space, attribute), { maxLength: 4 }),
    space,
    fc.constantFrom('</event>', '</event>', '</event >', '', '</evnt>'),
  )
  .map(([inside, last, end]) => `<event>${inside.flat().join('')}${last}${end}`);
const plainEvent = fc
  .array(fc.tuple(fc.constantFrom('concept:name', 'channel'), fc.constantFrom('A', 'Pay', 'web')), { maxLength: 3 })
  .map((all) => `<event>\n${all.map(([name, text]) => `<string key="${name}" value="${text}"/>\n`).join('')}</event>`);
const trace = fc
  .array(
    fc.tuple(
      space,
      fc.oneof(
        { weight: 4, arbitrary: plainEvent },
        { weight: 1, arbitrary: event },
        { weight: 1, arbitrary: attribute },
      ),
    ),
    {
      maxLength: 8,
    },
  )
  .map((all) => `<trace>${all.flat().join('')}</trace>\n`);
const file = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>\n', '<?xml version="1.1"?>\n'),
    fc.array(trace, { maxLength: 4 }),
    fc.constantFrom('</log>', '</log>', '', '<event></event></log>'),
  )
  .map(([head, traces, end]) => `${head}<log>${traces.join('')}${end}`);

describe('plain events', () => {
  it('I40 a file is read alike, and wrong on the same line, whoever reads its events and however its bytes are cut', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 200 }), (text, blockSize) => {
        const expected = byParser(text, 1 << 20);
        expect(walked(text, 1 << 20)).toEqual(expected);
        expect(walked(text, blockSize)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('I40 plain events need no parser; the first that is otherwise, or not whole, is left to it', () => {
    const { heard, listener } = hearing();
    const plain = createPlainEvents(listener);
    const two =
      '\n<event>\n\t<string key="a" value="1"/>\n</event><event><date key="a" value="2" /><int key="b" value=""/></event>';
    expect([plain.take(two, 0, 5), plain.breaks(), heard]).toEqual([
      two.length,
      3,
      [['a', '1'], 8, ['a', '2'], ['b', ''], 8],
    ]);
    for (const other of [
      '</trace>',
      '<event><string key="a" value="&amp;"/></event>',
      '<event><string key="a" value="1"/></ev',
    ]) {
      expect([plain.take(`${two}\n${other}`, 0, 1), plain.breaks()]).toEqual([two.length, 3]);
      expect([plain.take(other, 0, 1), plain.breaks()]).toEqual([0, 0]);
    }
  });
});
