import DOMPurify from 'dompurify';
import mermaid from 'mermaid';

export interface MermaidReading {
  readonly title: string;
  readonly accTitle: string;
  readonly accDescr: string;
  readonly sections: readonly string[];
  readonly tasks: readonly { section: string; task: string; score: number; people: string[] }[];
}

// Mermaid cleans titles with DOMPurify, which is inert without a DOM; parsing needs no cleaning.
Object.assign(DOMPurify, { addHook: () => undefined, removeHook: () => undefined, sanitize: (text: string) => text });

/** What Mermaid's own parser makes of a diagram, its marks for entities turned back. Rejects when it refuses the text. */
export async function readWithMermaid(text: string): Promise<MermaidReading> {
  // Registers the diagrams, which `getDiagramFromText` alone does not.
  await mermaid.parse(text, { suppressErrors: true });
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as { db: JourneyDb };
  return {
    title: decode(db.getDiagramTitle()),
    accTitle: decode(db.getAccTitle()),
    accDescr: decode(db.getAccDescription()),
    sections: db.getSections().map(decode),
    tasks: db.getTasks().map(({ section, task, score, people }) => ({
      section: decode(section),
      task: decode(task),
      score,
      people: people.map(decode),
    })),
  };
}

interface JourneyDb {
  getDiagramTitle(): string;
  getAccTitle(): string;
  getAccDescription(): string;
  getSections(): string[];
  getTasks(): { section: string; task: string; score: number; people: string[] }[];
}

function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
