import { ImportError } from '../importError.ts';

/** The text of a diagram with everything before its first line of content taken out. */
export interface PreparedMermaid {
  /** The title of the front matter, or an empty text. */
  readonly title: string;
  /** Lines from the word `journey` on (which is cut off), without front matter and directives. */
  readonly lines: readonly string[];
  /** The number, from 1, that `lines[0]` has in the file. */
  readonly firstLine: number;
}

/**
 * Takes byte order mark, front matter (indented or not), `%%{...}%%` directives, leading comments and the word `journey`
 * off a text. Returns undefined when the text is not a journey diagram.
 */
export function prepareMermaid(text: string): PreparedMermaid | undefined {
  const all = blankDirectives(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')).split('\n');
  let at = skipBlank(all, 0);
  let title = '';
  if (/^\s*-{3}\s*$/.test(all[at] ?? '')) {
    const end = all.findIndex((line, index) => index > at && /^\s*-{3}\s*$/.test(line));
    if (end < 0) return undefined;
    title = frontMatterTitle(all.slice(at + 1, end));
    at = skipBlank(all, end + 1);
  }
  const match = /^\s*journey(?![\w:-])\s?(.*)$/is.exec(all[at] ?? '');
  if (match === null) return undefined;
  return { title, lines: [match[1] as string, ...all.slice(at + 1)], firstLine: at + 1 };
}

/** As `prepareMermaid`; throws `ImportError` (`noJourney`) when the text is not a journey diagram. */
export function requireMermaid(text: string): PreparedMermaid {
  const prepared = prepareMermaid(text);
  if (prepared === undefined) throw new ImportError('noJourney');
  return prepared;
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && /^\s*(?:%%.*)?$/s.test(lines[at] as string)) at++;
  return at;
}

/** Directives say how a diagram looks. Their line breaks stay, so that lines keep their numbers. */
function blankDirectives(text: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf('%%{'); start >= 0; start = text.indexOf('%%{', at)) {
    const close = text.indexOf('}%%', start);
    const lineEnd = text.indexOf('\n', start);
    const end = close >= 0 ? close + 3 : lineEnd >= 0 ? lineEnd : text.length;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '');
    at = end;
  }
  return result + text.slice(at);
}

/** The value of the `title` key of the outermost level. Of YAML only plain and quoted one-line texts are known. */
function frontMatterTitle(lines: readonly string[]): string {
  const indents = lines.filter((line) => /\S/.test(line)).map((line) => line.search(/\S/));
  const outer = Math.min(...indents);
  for (const line of lines) {
    const match = /^(\s*)(?:title|"title"|'title')\s*:(?:\s+(.*))?$/.exec(line);
    if (match === null || (match[1] as string).length !== outer) continue;
    const value = (match[2] ?? '').trim();
    const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(value);
    if (quoted?.[2] !== undefined) return quoted[2].replaceAll("''", "'").trim();
    if (quoted?.[1] !== undefined)
      return quoted[1].replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char)).trim();
    const plain = value.replace(/(?:^|\s)#.*$/, '').trim();
    return plain === '~' || plain === 'null' || /^[|>]/.test(plain) ? '' : plain;
  }
  return '';
}
