import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/exchange/csvText.ts';

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r'];

describe('CSV', () => {
  it('J16 begins with a byte order mark, ends lines with CR LF and quotes by RFC 4180', () => {
    expect(csvText([['a', 'b,c', 'say "x"', 'two\nlines', null, '', ' x']])).toBe(
      '\uFEFFa,"b,c","say ""x""","two\nlines",,," x"\r\n',
    );
  });

  it('J16 numbers stay numbers, negative ones too', () => {
    expect(csvText([[0.1 + 0.2, -1200.5, 0, Number.NaN]])).toBe('\uFEFF0.3,-1200.5,0,\r\n');
  });

  it('J16 no text can be taken for a formula', () => {
    const payloads = [
      ...TRIGGERS.flatMap((sign) => [`${sign}1+1`, ` ${sign}A1`, `\n${sign}A1`, `\t${sign}cmd|' /C calc'!A0`]),
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM(A1)',
      '=HYPERLINK("http://x.example","y")',
      '-2+3+cmd|calc',
      '\0=1',
      '\r\n=1',
    ];
    const { data } = Papa.parse<string[]>(csvText(payloads.map((text) => ['a', text])), { skipEmptyLines: true });
    expect(data.map((row) => row[1])).toEqual(payloads.map((text) => `'${text}`));
    expect(csvText([['a-b', 'x=1', "'tis so", 'me@x.example']])).toBe("\uFEFFa-b,x=1,'tis so,me@x.example\r\n");
  });
});
