import { quoteText } from '../fillText.ts';
import { checkSize, ImportError, type ImportErrorCode } from '../importError.ts';
import type { NoteCode } from '../noteText.ts';
import type { Diagram, DiagramSection, TaskMarks } from './diagram.ts';
import { decodeEntities, maskEntities } from './entities.ts';
import { requireMermaid } from './prepareMermaid.ts';
import { cleanName, isScore, readTaskLine, splitComment } from './readTaskLine.ts';
import { readMark } from './taskMarks.ts';

/**
 * Reads a Mermaid `journey` diagram. What Mermaid's own parser accepts is read as it reads it, except that a score that
 * is no number is null; what it refuses or silently misreads is read where the intent is plain, with a note, and refused
 * otherwise. Throws `ImportError` with the `line` (from 1).
 */
export function parseMermaid(text: string): Diagram {
  checkSize(text.length);
  const { title, lines, firstLine } = requireMermaid(text);
  const diagram: Diagram = { title: '', accTitle: '', accDescr: '', sections: [], notes: [] };
  let marks: TaskMarks = {};

  for (let index = 0; index < lines.length; index++) {
    let source = (lines[index] as string).trim();
    let line = firstLine + index;
    const brace = /^accDescr\s*\{(.*)$/is.exec(source);
    if (brace !== null) {
      const block = readBlock(lines, index, brace[1] as string);
      if (block === undefined) throw new ImportError('openBrace', { line });
      diagram.accDescr = block.text;
      index = block.end;
      line = firstLine + index;
      source = block.after;
    }
    if (source.startsWith('%')) marks = readMark(source, marks);
    if (source === '' || /^%(?!\{)/.test(source) || /^#(?!\w+;)/.test(source)) continue;
    if (readLine(diagram, source, line, marks)) marks = {};
  }
  if (diagram.title === '') diagram.title = title;
  return diagram;
}

/** Reads one line of content into `diagram`. True for a task. */
function readLine(diagram: Diagram, source: string, line: number, marks: TaskMarks): boolean {
  const note = (code: NoteCode, text = source) => diagram.notes.push({ code, params: { line, text: quoteText(text) } });
  const refuse = (code: ImportErrorCode): never => {
    throw new ImportError(code, { line, text: quoteText(source) });
  };
  const accessible = /^acc(Title|Descr)\s*:(.*)$/is.exec(source);
  if (accessible !== null) {
    const value = decodeEntities(accessible[2] as string).trim();
    diagram[/title/i.test(accessible[1] as string) ? 'accTitle' : 'accDescr'] = value;
    return false;
  }
  const { body, hash } = bodyOf(source, line, diagram, note, refuse);
  if (body === '') return false;
  if (hash) note('hashInName', body);
  const parts = body.split(':');
  const isTask = parts.length > 2 && isScore(parts[1]);

  const titled = /^title\s+(.*)$/is.exec(body);
  // A title after a section, with a score and people, is a task whose name begins with that word.
  if (titled !== null && !(isTask && diagram.sections.length > 0)) {
    diagram.title = decodeEntities(titled[1] as string).trim();
    return false;
  }
  if (/^title$/i.test(body)) return false;
  if (/^section(\s|$)/i.test(body) && !isTask) {
    // "section Part 2: 3" may be either, and guessing would lose one of them.
    if (parts.length === 2 && isScore(parts[1])) refuse('lineUnclear');
    const name = cleanName(body.slice('section'.length));
    if (body.trim().length === 'section'.length) note('sectionUnnamed');
    else if (parts.length > 1) note('colonInName', name);
    diagram.sections.push({ name, tasks: [] });
    return false;
  }
  if (/^journey\b/i.test(body) && !isScore(parts[1])) refuse('secondJourney');
  if (/^(?:title\s|section\s|journey\b)/i.test(body)) note('keywordTask');
  sectionOf(diagram).tasks.push(readTaskLine(body, line, marks, diagram.notes));
  return true;
}

/** The line without its comment and its last semicolon, wide colons made plain. */
function bodyOf(
  source: string,
  line: number,
  diagram: Diagram,
  note: (code: NoteCode, text?: string) => void,
  refuse: (code: ImportErrorCode) => never,
): { body: string; hash: boolean } {
  const split = splitComment(source);
  // "Task #1 done: 5: Me": without its comment the line says nothing, with it it is a task.
  const hash =
    split.comment !== '' &&
    !/[:：]/.test(split.body) &&
    !/^(?:title|section)\s/i.test(split.body) &&
    isScore(split.comment.split(':')[1]);
  let body = (hash ? source : split.body).trim();
  if (split.comment !== '' && !hash) note('hashComment', split.comment);
  if (/;\s*$/.test(maskEntities(body))) {
    body = body.replace(/;\s*$/, '').trim();
    diagram.notes.push({ code: 'semicolonIgnored', params: { line } });
  }
  if (maskEntities(body).includes(';')) refuse('lineSemicolon');
  if (!body.includes(':') && body.includes('：') && !/^(?:title|section)\s/i.test(body)) {
    body = body.replaceAll('：', ':').replaceAll('，', ',');
    note('wideColon');
  }
  return { body, hash };
}

/** The text of `accDescr {...}`, which may go over lines, the index of its last line and what follows it there. */
function readBlock(
  lines: readonly string[],
  start: number,
  first: string,
): { text: string; end: number; after: string } | undefined {
  const read: string[] = [];
  for (let index = start; index < lines.length; index++) {
    const line = index === start ? first : (lines[index] as string);
    const close = line.indexOf('}');
    read.push((close < 0 ? line : line.slice(0, close)).trim());
    if (close < 0) continue;
    const text = decodeEntities(read.join('\n')).trim();
    return { text, end: index, after: line.slice(close + 1).trim() };
  }
  return undefined;
}

function sectionOf(diagram: Diagram): DiagramSection {
  let section = diagram.sections.at(-1);
  if (section === undefined) {
    section = { name: '', tasks: [] };
    diagram.sections.push(section);
  }
  return section;
}
