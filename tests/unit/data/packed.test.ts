import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { byteBlocks } from '../../../src/exchange/data/byteBlocks.ts';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { DataError } from '../../../src/exchange/data/dataError.ts';
import { bytesAs, gzipped } from '../../support/bytesAs.ts';

async function unpacked(content: Uint8Array, piece?: number): Promise<string> {
  let text = '';
  for await (const block of byteBlocks(bytesAs('a.csv.gz', content, piece))) text += new TextDecoder().decode(block);
  return text;
}

const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const codeOf = (content: Uint8Array) => unpacked(content).then(String, ({ code }) => code);

describe('files packed in several parts', () => {
  const parts = ['case,activity\n', '', 'c1,Look\n'.repeat(3000), 'c2,Buy\n', `${String.fromCharCode(0x1f)}x\n`];
  const whole = joined(...parts.map(gzipped));

  it.each([1, 2, 9, 10, 11, 64, 65_536])(
    'I70 they are unpacked one after the other, coming in pieces of %i',
    async (piece) => {
      expect(await unpacked(whole, piece)).toBe(parts.join(''));
    },
  );

  it('I70 what only looks like another part is none', async () => {
    const header = new Uint8Array(gzipSync('').subarray(0, 10));
    const inside = Buffer.concat([Buffer.from('a,b\n1,'), header, Buffer.from('\n2,'), header, Buffer.from('x\n')]);
    // Not made smaller, its bytes stand in the archive as they are.
    const bytes = new Uint8Array(gzipSync(inside, { level: 0 }));
    expect(Buffer.from(bytes).includes(Buffer.from(header), 10)).toBe(true);
    for (const piece of [1, 7, 65_536]) {
      const blocks: Uint8Array[] = [];
      for await (const block of byteBlocks(bytesAs('a.gz', bytes, piece))) blocks.push(block);
      expect(Buffer.concat(blocks)).toEqual(inside);
    }
  });

  it('I70 a part that is cut short or ruined is said; so is an archive in an archive', async () => {
    expect(await codeOf(whole.slice(0, -3))).toBe('gzipBroken');
    const ruined = whole.slice();
    ruined[ruined.length - 9] = (ruined.at(-9) as number) ^ 255;
    expect(await codeOf(ruined)).toBe('gzipBroken');
    for (const inner of [gzipped('a,b\n1,2\n'), gzipped('c1,Look\n'.repeat(3000)), whole])
      expect(await codeOf(gzipped(inner))).toBe('gzipTwice');
  });
});

describe('what only looks like XML', () => {
  const inspect = (text: string) => createDataApi().inspect(bytesAs('file.csv', text), 'UTC');

  it.each(['<5 min,Value\nA,1\n', '<none>,Value\nA,1\n', '<unknown;Value\nA;1\n', '<slow page>\tValue\nA\t1\n'])(
    'I71 a table whose first cell begins like a tag is a table: %j',
    async (text) => {
      const found = await inspect(text);
      if (!found.ok || found.value.format !== 'table') throw new Error('a table was expected');
      expect(found.value.table.columns.map(({ name }) => name)).toEqual(text.split('\n')[0]?.split(/[,;\t]/));
    },
  );

  it.each([
    '<!DOCTYPE html>\n<html><body><table><tr><td>1</td></tr></table></body></html>',
    '<html xmlns:o="urn:schemas-microsoft-com:office:office">\n<head><meta charset="utf-8"></head></html>',
    '<table border="1"><tr><td>Case, or so</td></tr></table>',
  ])('I71 a web page that is called a spreadsheet is said to be one: %j', async (text) => {
    const found = await inspect(text);
    if (found.ok) throw new Error('a problem was expected');
    expect(new DataError(found.code).message).toBe(
      'This file is a web page, as some programs write when they export “for Excel”. Open it in a spreadsheet and save it as CSV.',
    );
  });

  it('I71 a spreadsheet in XML is said to be one, a log in XML is a log', async () => {
    const book = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>';
    expect(await inspect(book)).toMatchObject({ ok: false, code: 'spreadsheet' });
    const log =
      '<log features="nested, or not"><trace><event><string key="concept:name" value="A"/></event></trace></log>';
    for (const text of [log, `<!-- a, b -->\n${log}`, `\uFEFF<?xml version="1.0"?>${log}`])
      expect(await inspect(text)).toMatchObject({ ok: true, value: { format: 'xes' } });
  });
});
