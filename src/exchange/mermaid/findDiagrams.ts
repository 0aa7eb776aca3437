import { prepareMermaid } from './prepareMermaid.ts';

/**
 * The journeys in fenced `mermaid` blocks of a Markdown text. Each comes with as many empty lines before it as the text
 * has, so that errors name the line of the file.
 */
export function findDiagrams(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const diagrams: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^[\s>]*(`{3,}|~{3,})\s*\{?\.?mermaid\b/i.exec(lines[at] as string)?.[1];
    if (fence === undefined) continue;
    const isClose = (line: string) =>
      line
        .replace(/^[\s>]+/, '')
        .trimEnd()
        .startsWith(fence);
    let end = at + 1;
    while (end < lines.length && !isClose(lines[end] as string)) end++;
    // A block in a quotation has the quotation's mark on every line.
    const quoted = /^\s*>/.test(lines[at] as string);
    const body = lines.slice(at + 1, end).map((line) => (quoted ? line.replace(/^\s*>\s?/, '') : line));
    const diagram = '\n'.repeat(at + 1) + body.join('\n');
    if (prepareMermaid(diagram) !== undefined) diagrams.push(diagram);
    at = end;
  }
  return diagrams;
}
