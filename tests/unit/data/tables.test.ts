import { describe, expect, it } from 'vitest';
import { createDataApi } from '../../../src/exchange/data/dataApi.ts';
import { DataError } from '../../../src/exchange/data/dataError.ts';
import { inspectTable } from '../../../src/exchange/data/inspectTable.ts';
import { readTable } from '../../../src/exchange/data/readTable.ts';
import { bytesAs, gzipped, inCodePage, inUtf16, sampleLog } from '../../support/bytesAs.ts';
import { readWhole as read } from '../../support/readWhole.ts';

async function codeOf(content: string | Uint8Array): Promise<[string, unknown]> {
  const error = await read(content).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(DataError);
  expect(error.message).not.toContain('{{');
  return [error.code, error.params];
}

describe('what a table is read from', () => {
  const table = 'Ort;Größe;Wert\nKöln;groß;1,5\nFürth;klein;2,25\n';
  const russian = 'Место;Оценка\nМосква;9\nКазань, центр;10\nСайт;7\n';

  it.each([
    ['UTF-8', table, 'utf-8'],
    ['UTF-8 with a byte order mark', `\uFEFF${table}`, 'utf-8'],
    ['UTF-16 LE with a mark', inUtf16(`\uFEFF${table}`, false), 'utf-16le'],
    ['UTF-16 BE with a mark', inUtf16(`\uFEFF${table}`, true), 'utf-16be'],
    ['UTF-16 LE', inUtf16(table, false), 'utf-16le'],
    ['UTF-16 BE', inUtf16(table, true), 'utf-16be'],
    ['Windows-1252', inCodePage(table, 'windows-1252'), 'windows-1252'],
  ])('I1 %s is recognised', async (_, content, encoding) => {
    const { report, rows, names } = await read(content);
    expect(report.settings).toMatchObject({ encoding, delimiter: ';', decimal: ',' });
    expect(names).toEqual(['Ort', 'Größe', 'Wert']);
    expect(rows).toEqual([
      ['Köln', 'groß', '1,5'],
      ['Fürth', 'klein', '2,25'],
    ]);
  });

  it('I1 Windows-1251 is recognised, is called a guess, and can be said otherwise', async () => {
    const bytes = inCodePage(russian, 'windows-1251');
    const { report, names } = await read(bytes);
    expect([report.settings.encoding, report.unsure.includes('encoding'), names]).toEqual([
      'windows-1251',
      true,
      ['Место', 'Оценка'],
    ]);
    const other = await read(bytes, { encoding: 'windows-1252' });
    expect(other.names[0]).toBe('Ìåñòî');
    expect(other.report.unsure).not.toContain('encoding');
  });

  it.each([
    ['Ort;Größe\nA;1\n', 'windows-1252'],
    ['Straße;Füße\nA;1\n', 'windows-1252'],
    ['Lieu;Déjà créée à Nîmes\nA;1\n', 'windows-1252'],
    ['Шаг;n\nCheckout;1\n', 'windows-1251'],
    ['Шаг;Число и доля в CRM\nА;1\n', 'windows-1251'],
  ] as const)('I83 the letters of %j are those of %s', async (text, encoding) => {
    const { report, names } = await read(inCodePage(text, encoding));
    expect([report.settings.encoding, names]).toEqual([encoding, text.split('\n')[0]?.split(';')]);
  });

  it.each([
    ['Touchpoint,2024,2025\nA,10,20\nB,11,21\n', 1],
    ['Touchpoint,202601,202602\nA,10,20\n', 1],
    // Rows alike from the first on, and values that happen to be years.
    ['A,2024,2025\nB,2020,2021\n', 0],
    ['A,2024,2024\nB,10,20\n', 0],
    ['A,10,20\nB,11,21\n', 0],
  ])('I84 of %j %i row names the columns', async (text, count) => {
    const { report } = await read(text);
    expect(report.settings.headerRows).toBe(count);
  });

  it('I1 a file that is plain ASCII for more than a block may still turn out to be Windows-1252', async () => {
    const many = `name,place\n${'somebody,somewhere else\n'.repeat(50_000)}`;
    expect(many.length).toBeGreaterThan(1 << 20);
    const { rows, counts } = await read(inCodePage(`${many}Zoë,Orléans\n`, 'windows-1252'));
    expect(rows.at(-1)).toEqual(['Zoë', 'Orléans']);
    expect(counts).toMatchObject({ encoding: 'windows-1252', badBytes: 0, rows: 50_001 });
  });

  it('I1 a stray byte in a UTF-8 file is counted and does not turn the rest into another encoding', async () => {
    const bytes = new TextEncoder().encode('name\nZoë\nx?y\nOrléans\n');
    bytes[bytes.indexOf(63)] = 0xff;
    const { report, rows, counts } = await read(bytes);
    expect(rows).toEqual([['Zoë'], ['x\uFFFDy'], ['Orléans']]);
    expect(counts).toMatchObject({ encoding: 'utf-8', badBytes: 1 });
    expect(report.unsure).toContain('encoding');
    const said = await read(bytes, { encoding: 'windows-1252' });
    expect([said.rows[1], said.counts.badBytes]).toEqual([['xÿy'], 0]);
  });

  it('I1 a byte that is no UTF-8 where nothing else speaks for it is of a code page, a quoted accent too', async () => {
    for (const text of ['name\nxÿy\nplain', 'name\n«NÚ»\nZoë\nOrléans', 'name\nZoë']) {
      const { rows, counts } = await read(inCodePage(text, 'windows-1252'));
      expect(rows.map(([cell]) => cell)).toEqual(text.split('\n').slice(1));
      expect(counts).toMatchObject({ encoding: 'windows-1252', badBytes: 0 });
    }
  });

  it.each([1, 2, 3, 5, 64])(
    'I1 of a file with a stray byte the encoding does not follow from its blocks of %i',
    async (blockSize) => {
      const text = `${'name\nplain\n'.repeat(3)}x?y\nZoë\n日本\n😀?\nOrléans\n`;
      const bytes = new TextEncoder().encode(text).map((byte) => (byte === 63 ? 0xff : byte));
      const report = await inspectTable(bytesAs('x.csv', bytes));
      const rows: string[] = [];
      const counts = await readTable(bytesAs('x.csv', bytes), report, ([cell]) => rows.push(cell ?? ''), { blockSize });
      expect(rows.slice(-5)).toEqual(['x\uFFFDy', 'Zoë', '日本', '😀\uFFFD', 'Orléans']);
      expect(counts).toMatchObject({ encoding: 'utf-8', badBytes: 2 });
    },
  );

  it('I1 gzip is unpacked', async () => {
    const { names, counts } = await read(gzipped(table));
    expect([names.length, counts.rows]).toEqual([3, 2]);
  });
});

describe('rows and cells', () => {
  it.each([
    [',', 'a,b\n1,2\n3,4\n'],
    [';', 'a;b\n1,5;2\n3,5;4\n'],
    ['\t', 'a\tb\n1, or so\t2\n3\t4\n'],
    ['|', 'a|b\n1|2\n3|4\n'],
    [';', 'sep=;\na;b\n1,2,3;4\n5,6,7;8\n'],
    ['|', 'sep=|\r\na;x|b;y\r\n1|2\r\n'],
  ])('I2 the delimiter %j is recognised, a sep= line obeyed', async (delimiter, text) => {
    const { report, names, rows } = await read(text);
    expect([report.settings.delimiter, names.length, rows[0]?.length]).toEqual([delimiter, 2, 2]);
    expect(report.unsure).not.toContain('delimiter');
  });

  it('I2 quoted cells hold delimiters, line breaks and quotes; lines are counted as an editor counts them', async () => {
    const { rows, lines } = await read('a,b\r\n"x, y","one\r\ntwo"\r\n"say ""hi""",z\r\n\r\nlast,row');
    expect(rows).toEqual([
      ['x, y', 'one\ntwo'],
      ['say "hi"', 'z'],
      ['last', 'row'],
    ]);
    expect(lines).toEqual([2, 4, 6]);
  });

  it('I2 a quote that should have been doubled stays as it is, and is counted', async () => {
    const { rows, counts } = await read('a,b\n"the 5" screen",x\n5" tablet,"y" \n');
    expect(rows).toEqual([
      ['the 5" screen', 'x'],
      ['5" tablet', 'y'],
    ]);
    expect(counts.strayQuotes).toBe(1);
  });

  it('I2 lines that end as on an old Mac, or not at all, are lines', async () => {
    const { rows } = await read('a,b\r1,2\r3,4');
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('I2 short and long rows are read and counted', async () => {
    const { rows, counts } = await read('a,b,c\n1,2\n1,2,3\n1,2,3,4\n');
    expect(rows.map((row) => row.length)).toEqual([2, 3, 4]);
    expect(counts.uneven).toBe(2);
  });
});

describe('header and tables', () => {
  it('I3 blank and doubled names get names of their own', async () => {
    const { names } = await read(',a,a, ,a\n1,2,3,4,5\n6,7,8,9,10\n');
    expect(names).toEqual(['Column 1', 'a', 'a (2)', 'Column 4', 'a (3)']);
  });

  it('I3 a table without header keeps its first row', async () => {
    const { report, rows, names } = await read('1,2026-01-01,x\n2,2026-01-02,y\n');
    expect([report.settings.headerRows, rows.length, names[0]]).toEqual([0, 2, 'Column 1']);
    const said = await read('1,2\n3,4\n', { headerRows: 1 });
    expect([said.names, said.rows]).toEqual([['1', '2'], [['3', '4']]]);
  });

  it('I3 Qualtrics has three header rows: names, questions, import ids', async () => {
    const { report, rows } = await read(
      'StartDate,Q1_NPS_GROUP,Q2\n"Start Date","How likely are you\nto recommend us?","Why?"\n' +
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"\n2026-01-02 10:00:00,9,fine\n',
    );
    expect(report.settings.headerRows).toBe(3);
    expect(report.columns.map(({ name, question }) => [name, question])).toEqual([
      ['StartDate', 'Start Date'],
      ['Q1_NPS_GROUP', 'How likely are you to recommend us?'],
      ['Q2', 'Why?'],
    ]);
    expect(rows).toEqual([['2026-01-02 10:00:00', '9', 'fine']]);
  });

  it('I3 SurveyMonkey has two: a question above the answers one can give', async () => {
    const { report, rows, names } = await read(
      'Respondent ID,Collector ID,How satisfied are you?,Which channels?,,Why?\n,,Response,Web,Phone,Open-Ended Response\n' +
        '11,7,4,Web,,quick\n12,7,5,,Phone,"nice, too"\n',
    );
    expect(report.settings.headerRows).toBe(2);
    expect(names).toEqual([
      'Respondent ID',
      'Collector ID',
      'How satisfied are you?',
      'Which channels? / Web',
      'Which channels? / Phone',
      'Why?',
    ]);
    expect(rows).toHaveLength(2);
  });

  const snapshot =
    '# ----\n# Reports snapshot\n# Account: Shop, Inc\n# ----\n# \n# Start date: 20260101\n# End date: 20260131\n' +
    'Nth day,Active users\n0000,12\n0001,15\n\n# Where do users come from?\n# Start date: 20260101\n# End date: 20260131\n' +
    'Channel,New users\nDirect,7\n"#1 partner, Ltd",5\nReferral,3\n';

  it('I3 several tables in one file are told apart, with the comments above each', async () => {
    const { report, names, rows, counts } = await read(snapshot);
    expect(report.tables.map(({ names: columns, line }) => [line, ...columns])).toEqual([
      [8, 'Nth day', 'Active users'],
      [15, 'Channel', 'New users'],
    ]);
    expect(report.tables[0]?.comments).toContain('Account: Shop, Inc');
    expect(report.tables[1]).toMatchObject({ title: 'Where do users come from?' });
    expect(report.unsure).toContain('table');
    expect([names, rows.length, counts.otherTables]).toEqual([['Channel', 'New users'], 3, 2]);
    const first = await read(snapshot, { table: 0 });
    expect(first.rows).toEqual([
      ['0000', '12'],
      ['0001', '15'],
    ]);
  });

  it('I3 a table beside another is one of its own', async () => {
    const text = 'id,score,,team,city\n1,5,,Red,Oslo\n2,4,,Blue,Rome\n3,3,,,\n';
    const { report, rows, names } = await read(text);
    expect(report.tables.map((table) => table.names)).toEqual([
      ['id', 'score'],
      ['team', 'city'],
    ]);
    expect([names, rows]).toEqual([
      ['id', 'score'],
      [
        ['1', '5'],
        ['2', '4'],
        ['3', '3'],
      ],
    ]);
    const second = await read(text, { table: 1 });
    expect(second.rows).toEqual([
      ['Red', 'Oslo'],
      ['Blue', 'Rome'],
    ]);
  });

  it('I3 a blank line inside a table, a column called # and cells that begin with it are no new tables and no comments', async () => {
    const { report, rows } = await read('#,name\n1,x\n\n2,#y\n3,z\n');
    expect([report.tables.length, rows.length]).toEqual([1, 3]);
  });

  it('I3 rows of totals are left out and counted, unless they are wanted', async () => {
    const text = 'Page,Views\n/a,10\n/b,5\nTotal,15\n';
    const { rows, counts, report } = await read(text);
    expect([rows.length, counts.totals, report.unsure]).toEqual([2, 1, ['totals']]);
    expect((await read(text, { totals: false })).rows).toHaveLength(3);
    expect((await read('Страница;Визиты\n/a;10\nИтого;10\n')).counts.totals).toBe(1);
    expect((await read('Page,Views\n/total-loss,10\nTotal loss,3\n')).counts.totals).toBe(0);
    expect((await read('Page,Views\n,15,Grand total\n/a,10\n/b,5\n')).counts.totals).toBe(1);
  });

  it('I3 each guess comes with a preview of the first rows and the lines they stand on', async () => {
    const { report } = await read('# made by hand\na,b\n1,2026-01-05\n2,\n');
    expect(report.rows).toEqual([
      ['1', '2026-01-05'],
      ['2', ''],
    ]);
    expect(report.lines).toEqual([3, 4]);
    expect(report.columns.map(({ kind, filled }) => [kind, filled])).toEqual([
      ['number', 2],
      ['time', 1],
    ]);
  });
});

describe('broken files', () => {
  it('I4 each ends with a sentence that says what and where', async () => {
    const log = new TextDecoder().decode(sampleLog('running-example.csv'));
    const half = gzipped(log.repeat(40)).slice(0, 900);
    expect((await codeOf(half))[0]).toBe('gzipBroken');
    expect(await codeOf('')).toEqual(['empty', {}]);
    expect(await codeOf(gzipped(''))).toEqual(['empty', {}]);
    expect(await codeOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual(['openQuote', { line: 3 }]);
    expect(await codeOf('a,b\n1,2\n3,\0\n')).toEqual(['binary', { byte: 10 }]);
    expect(await codeOf('PK\u0003\u0004xl/workbook.xml')).toEqual(['spreadsheet', {}]);
    expect(await codeOf(`a\n${'x,'.repeat(1_000_000)}`)).toEqual(['tooManyColumns', { line: 2, limit: 16_384 }]);
    expect((await codeOf(`a\n${'x'.repeat(6_000_000)}`))[0]).toBe('rowTooLong');
    expect(await codeOf(`a,b\n"${'x,\n'.repeat(2_000_000)}`)).toEqual(['longQuote', { line: 2, limit: 4 << 20 }]);
    expect(await codeOf('\n\n\n')).toEqual(['noTable', {}]);
  });

  it('I4 an archive that unpacks to a thousand times its size is refused before it fills the memory', async () => {
    const lines = new Uint8Array(24 << 20).fill(65);
    for (let at = 0; at < lines.length; at += 1 << 16) lines[at] = 10;
    expect((await codeOf(gzipped(lines)))[0]).toBe('gzipBomb');
  });

  it('I4 a line of a million cells is refused with its line, wherever it stands and however it is written', async () => {
    const sentence = (line: number) =>
      `Line ${line} has more than 16,384 columns. Check the delimiter, or turn the table so that each row is one record.`;
    const cells = (cell: (at: number) => string, delimiter = ',') =>
      Array.from({ length: 1_000_000 }, (_, at) => cell(at)).join(delimiter);
    const files: [number, string][] = [
      [1, cells((at) => `${at % 10}`)],
      [1, `${cells((at) => `column ${at}`)}\n1,2\n`],
      [4, `a,b\n1,2\n3,4\n${cells(() => '')}\n5,6\n`],
      [3, `a\tb\n1\t2\n${cells(() => '"x"', '\t')}\n`],
    ];
    for (const [line, text] of files) {
      const { code, message } = await problemOf(text);
      expect([code, message.replace('16384', '16,384')]).toEqual(['tooManyColumns', sentence(line)]);
    }
  });

  it('I4 megabytes of anything that is not text end with a sentence that names the byte, and nothing is read', async () => {
    const random = (seed: number, from: number, length = 3 << 20) => {
      let state = seed;
      return Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return from + ((state >>> 24) % (256 - from));
      });
    };
    for (const seed of [1, 2, 3]) {
      const bytes = random(seed, 0);
      const { code, params, message } = await problemOf(bytes);
      expect(code).toBe('binary');
      // The byte that is named, from 0, is one that no text has.
      expect(bytes[Number(params.byte)]).toBe(0);
      expect(message).toContain(`at byte ${params.byte} stands a sign that no table holds`);
    }
    // A table that turns into something else far inside.
    const rows = new TextEncoder().encode('case,activity,time\n1,Look,2026-01-01\n'.repeat(40_000));
    const late = await problemOf(new Uint8Array([...rows, ...random(4, 0, 1 << 20)]), true);
    expect(late.code).toBe('binary');
    expect(Number(late.params.byte)).toBeGreaterThanOrEqual(rows.length);
    // An archive cut into by other bytes.
    const archive = gzipped('a,b\n'.repeat(200_000));
    archive.set(random(5, 0, 400), Math.floor(archive.length / 2));
    expect((await problemOf(archive, true)).code).toBe('gzipBroken');
  });
});

/** What is said of a file that cannot be read: when it is looked at, or when all its rows are. */
async function problemOf(content: string | Uint8Array, all = false) {
  const api = createDataApi();
  const file = bytesAs('a.csv', content);
  const seen = await api.inspect(file, 'UTC');
  const read =
    seen.ok && all && seen.value.format === 'table'
      ? await api.count(
          file,
          { format: 'table', table: seen.value.table, settings: seen.value.events.settings },
          () => {},
        )
      : seen;
  if (read.ok) throw new Error('it was read');
  return { code: read.code, params: read.params, message: new DataError(read.code, read.params).message };
}
