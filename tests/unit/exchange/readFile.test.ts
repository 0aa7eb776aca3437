import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportError } from '../../../src/exchange/importError.ts';
import { readJourneyFile } from '../../../src/exchange/readFile.ts';
import { emptyLibraryTables, mapRecord } from '../../../src/model/tables.ts';

const fixture = readFileSync(new URL('../../fixtures/schema-1.journey.json', import.meta.url), 'utf8');

function open(name: string, text: string, size = text.length) {
  return readJourneyFile({ name, size, text: () => Promise.resolve(text) }, emptyLibraryTables());
}
async function refused(name: string, text: string, size?: number): Promise<string> {
  const error = (await open(name, text, size).catch((thrown: unknown) => thrown)) as ImportError;
  expect(error.name).toBe('ImportError');
  expect(error.message).toMatch(/[.:] \S|\.$/);
  return error.code;
}

describe('a file of any kind', () => {
  it('X23 the reader is picked by name and content', async () => {
    expect((await open('a.journey.json', fixture)).name).toMatch(/^Buying a sofa/);
    expect((await open('noname', ` ${fixture}`)).name).toMatch(/^Buying a sofa/);
    for (const name of ['day.mmd', 'day.mermaid', 'day.txt', 'day']) {
      expect(Object.keys((await open(name, '  journey\n T: 5: Me')).map.touchpoints)).toHaveLength(1);
    }
  });

  it('X24 a map without a name takes that of its file', async () => {
    const result = await open('C:\\maps\\My day.v2.mmd', 'journey\n T: 5');
    expect([result.name, mapRecord(result.map).name]).toEqual(['My day.v2', 'My day.v2']);
    expect((await open('plain.journey.json', '{"format":"desirepath.journey","formatVersion":1,"map":{}}')).name).toBe(
      'plain',
    );
    expect((await open('x.mmd', 'journey\n title Mine')).name).toBe('Mine');
  });

  it('X25 the first journey in a Markdown file is read; its errors name lines of the file', async () => {
    const text =
      '# Journey\n\njourney notes\n\n```mermaid\nflowchart LR\n```\n\n```mermaid\njourney\n title One\n T: 5\n```\n\n```mermaid\njourney\n title Two\n```\n';
    const result = await open('a.md', text);
    expect(result.name).toBe('One');
    expect(result.notes).toEqual([{ code: 'moreDiagrams', params: { count: 2 } }]);
    await expect(open('a.md', text.replace(' T: 5', ' T'))).rejects.toMatchObject({
      code: 'lineWithoutScore',
      params: { line: 12 },
    });
  });

  it('X26 everything else is refused in words: empty, binary, too large, unreadable, unknown', async () => {
    expect(await refused('a.json', '')).toBe('empty');
    expect(await refused('a.json', '\uFEFF \n')).toBe('empty');
    expect(await refused('a.png', '\uFFFDPNG\r\n\u001a\n\0\0\0\rIHDR')).toBe('binary');
    expect(await refused('a.json', '{}', 50 * 1024 * 1024 + 1)).toBe('tooLarge');
    expect(await refused('a.txt', 'Dear diary')).toBe('unknownFile');
    expect(await refused('a.md', '# Dear diary')).toBe('noJourney');
    expect(await refused('a.mmd', 'flowchart LR')).toBe('noJourney');
    expect(await refused('a.json', 'journey\nT: 5')).toBe('notJson');
    const broken = { name: 'a.json', size: 1, text: () => Promise.reject(new Error('gone')) };
    await expect(readJourneyFile(broken, emptyLibraryTables())).rejects.toMatchObject({ code: 'unreadable' });
  });
});
