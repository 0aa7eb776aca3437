import { quoteText } from '../fillText.ts';
import { ImportError } from '../importError.ts';
import type { Note } from '../noteText.ts';
import type { DiagramTask, TaskMarks } from './diagram.ts';
import { decodeEntities, maskEntities } from './entities.ts';

interface Fields {
  readonly name: string;
  readonly score: string;
  readonly actors: string;
  readonly rest: readonly string[];
  readonly joined: boolean;
}

/** Whether `text` can be read as a score: a number as JavaScript reads one, but not an empty text. */
export function isScore(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && Number.isFinite(Number(text));
}

/**
 * Reads `name: score: actors` from a line without its comment. A colon in the name, which Mermaid cannot write and
 * misreads without a word, is taken as part of the name where a number follows it later on.
 * Throws `ImportError` (`lineWithoutScore`, `lineWithoutName`) when the line is no task.
 */
export function readTaskLine(text: string, line: number, marks: TaskMarks, notes: Note[]): DiagramTask {
  const fields = splitFields(text);
  const quoted = quoteText(text);
  if (fields === undefined) throw new ImportError('lineWithoutScore', { line, text: quoted });
  const name = cleanName(fields.name);
  if (name === '') throw new ImportError('lineWithoutName', { line, text: quoted });
  if (fields.joined) notes.push({ code: 'colonInName', params: { line, text: quoteText(name) } });
  const ignored = fields.rest.join(':').trim();
  if (ignored !== '') notes.push({ code: 'fieldIgnored', params: { line, text: quoteText(ignored) } });
  const actors = fields.actors.split(',').map((actor) => decodeEntities(actor).trim());
  let score: number | null = null;
  if (isScore(fields.score)) score = Number(fields.score);
  else notes.push({ code: 'scoreUnread', params: { line, value: quoteText(fields.score) } });
  if (marks.notSet && score === 3) score = null;
  return { name, score, actors: [...new Set(actors)].filter((actor) => actor !== ''), line, marks };
}

/** A name as it was meant: without a zero-width space that hides a keyword, entities decoded, trimmed. */
export function cleanName(text: string): string {
  return decodeEntities(text.trim().replace(/^\u200B+/, '')).trim();
}

function splitFields(text: string): Fields | undefined {
  const parts = text.split(':');
  if (parts.length < 2) return undefined;
  const at = scoreIndex(parts);
  return {
    name: parts.slice(0, at).join(':'),
    score: parts[at] as string,
    actors: parts[at + 1] ?? '',
    rest: parts.slice(at + 2),
    joined: at > 1,
  };
}

/** Which of the parts between colons is the score. */
function scoreIndex(parts: readonly string[]): number {
  // "Call at 10:30: 5: Me" is a time in a name, though Mermaid reads the score 30 and the person "5".
  const isTime = /\d$/.test(parts[0] as string) && /^\d\d(?!\d)/.test(parts[1] as string);
  if (isScore(parts[1]) && !(isTime && isScore(parts[2]))) return 1;
  const last = parts.length - 1;
  // From the end: the score is the last field or the one before it.
  if (last >= 3 && isScore(parts[last - 1])) return last - 1;
  return last >= 2 && isScore(parts[last]) ? last : 1;
}

/** `text` up to a `#` comment, and the comment; a `#` that belongs to an entity begins none. */
export function splitComment(text: string): { body: string; comment: string } {
  const at = maskEntities(text).indexOf('#');
  return at < 0 ? { body: text, comment: '' } : { body: text.slice(0, at), comment: text.slice(at) };
}
