import type { TaskMarks } from './diagram.ts';
import { decodeEntities, encodeEntities } from './entities.ts';

const LEAD = '%% Desirepath:';

/** The comment lines that carry `marks`. Mermaid skips them. */
export function writeMarks(marks: TaskMarks): string[] {
  const lines: string[] = [];
  if (marks.untitled) lines.push(`${LEAD} untitled`);
  if (marks.notSet) lines.push(`${LEAD} score not set`);
  if (marks.everyone !== undefined) lines.push(`${LEAD} everyone = ${marks.everyone}`);
  if (marks.felt !== undefined) {
    const felt = marks.felt.map(({ name, value }) => `${encodeEntities(name, ',=')} = ${value}`);
    lines.push(`${LEAD} felt ${felt.join(', ')}`);
  }
  return lines;
}

/** What a comment line adds to `marks`; other comments add nothing. */
export function readMark(line: string, marks: TaskMarks): TaskMarks {
  const text = line.trim();
  if (!text.startsWith(LEAD)) return marks;
  const words = text.slice(LEAD.length).trim();
  if (words === 'untitled') return { ...marks, untitled: true };
  if (words === 'score not set') return { ...marks, notSet: true };
  const everyone = /^everyone = (.+)$/s.exec(words);
  if (everyone !== null) return withValue(Number(everyone[1]), (value) => ({ ...marks, everyone: value }), marks);
  if (!words.startsWith('felt ')) return marks;
  const felt: { name: string; value: number }[] = [];
  for (const part of words.slice(5).split(',')) {
    const [name, value] = part.split('=');
    if (name === undefined || value === undefined || !isSentiment(Number(value))) return marks;
    felt.push({ name: decodeEntities(name.trim()), value: Number(value) });
  }
  return { ...marks, felt };
}

function withValue(value: number, add: (value: number) => TaskMarks, otherwise: TaskMarks): TaskMarks {
  return isSentiment(value) ? add(value) : otherwise;
}

function isSentiment(value: number): boolean {
  return value >= -2 && value <= 2;
}
