import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { DataError } from './dataError.ts';
import { createDecoder, type Encoding, guessEncoding } from './decodeText.ts';
import { createPlainEvents, type EventListener } from './plainEvents.ts';

/** What is met on the way through an XES log. Attributes come right before the event or trace they belong to ends. */
export interface XesListener extends EventListener {
  /** A classifier's keys; scope is that of events. */
  onClassifier?(name: string, keys: string): void;
  /** What a log declares for events that lack a key. It is no data. */
  onDefault?(key: string, value: string): void;
  onTraceStart?(): void;
  onTraceEnd?(): void;
  /** An event that stands in no trace, so that it belongs to no case. */
  onLooseEvent?(line: number): void;
}

export interface XesWalker {
  push(block: Uint8Array): void;
  end(): void;
}

const MAX_DEPTH = 256;

type Element = 'log' | 'trace' | 'event' | 'global' | 'other';

/**
 * Reads an XES log as a stream. Namespaces, versions, comments and attributes inside attributes are passed over. Throws
 * `DataError` with the line for XML that is broken or cut short, for a DOCTYPE and for entities.
 *
 * saxes reads the file, but for events that are plain and whole: these are cut out where it stands in the text of a trace,
 * so that it never sees them and is none the worse for it.
 */
export function createXesWalker(listener: XesListener): XesWalker {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Element[] = [];
  let decoder: ReturnType<typeof createDecoder> | null = null;
  const plain = createPlainEvents(listener);
  let ended = false;
  let closing = false;
  /** Characters that saxes has been given, and how many of them before an event could come: up to the last tag's end. */
  let given = 0;
  let behindTag = 0;
  /** Lines of the events that it has not seen. */
  let lines = 0;
  const lineNow = () => parser.line + lines;
  /** What saxes was given last, and how much of it is from before. */
  let recent = '';
  /** What the names of XES begin with where the file gives them a namespace of its own. */
  let prefix = 'xes:';

  parser.on('doctype', (text) => {
    // It is met at its end; the line of its beginning is the one to look at.
    throw new DataError('xmlDoctype', { line: lineNow() - (text.match(/\n/g)?.length ?? 0) });
  });
  parser.on('error', (error) => {
    if (closing || ended) throw new DataError('xmlCut', { line: lineNow() });
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (/entity/i.test(what)) {
      const begun = recent.slice(0, recent.length - (given - parser.position));
      const entity = /&#?\w[\w.-]{0,40};$/.exec(begun)?.[0];
      if (entity !== undefined) throw new DataError('xmlEntity', { line: lineNow(), what: entity });
      throw new DataError('xmlAmpersand', { line: lineNow() });
    }
    throw new DataError('xmlBroken', { line: lineNow(), what });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const depth = open.length;
    const parent = open[depth - 1];
    if (depth === 0) prefix = prefixOf(tag) ?? prefix;
    const name = tag.name.startsWith(prefix) ? tag.name.slice(prefix.length) : tag.name;
    if (depth === 0 && name !== 'log') throw new DataError('notXes', { found: tag.name.slice(0, 60) });
    if (depth >= MAX_DEPTH) throw new DataError('xmlDeep', { limit: MAX_DEPTH, line: lineNow() });
    let is: Element = 'other';
    if (parent === 'event') {
      const { key, value } = tag.attributes;
      if (key !== undefined && value !== undefined) listener.onEventAttribute(key, value);
    } else if (depth === 0) is = 'log';
    else if (parent === 'trace' && name === 'event') is = 'event';
    else if (parent === 'log') {
      if (name === 'trace') {
        is = 'trace';
        listener.onTraceStart?.();
      } else if (name === 'event') listener.onLooseEvent?.(lineNow());
      else if (name === 'global') is = tag.attributes.scope === 'trace' ? 'other' : 'global';
      else if (name === 'classifier' && tag.attributes.scope !== 'trace')
        listener.onClassifier?.(tag.attributes.name ?? '', tag.attributes.keys ?? '');
    } else if (parent === 'global' && tag.attributes.key !== undefined)
      listener.onDefault?.(tag.attributes.key, tag.attributes.value ?? '');
    open.push(is);
    behindTag = parser.position;
  });
  parser.on('closetag', () => {
    const is = open.pop();
    if (is === 'event') listener.onEventEnd(lineNow());
    else if (is === 'trace') listener.onTraceEnd?.();
    if (open.length === 0) ended = true;
    behindTag = parser.position;
  });

  const give = (text: string) => {
    given += text.length;
    // An entity may begin at the end of one block and end in the next.
    recent = recent.slice(-60) + text;
    parser.write(text);
  };
  /** Whether nothing but space has come since the last tag, and that one stands in a trace: then an event may come. */
  const isInTrace = (text: string, at: number): boolean =>
    open.at(-1) === 'trace' && given - behindTag <= at && /^[ \t\n]*$/.test(text.slice(at - (given - behindTag), at));
  const read = (text: string) => {
    for (let at = 0; at < text.length; ) {
      if (isInTrace(text, at)) {
        const end = plain.take(text, at, lineNow());
        lines += plain.breaks();
        if (end > at) behindTag = given;
        at = end;
      }
      const next = text.indexOf('<event>', at + 1);
      const until = next < 0 ? text.length : next;
      give(text.slice(at, until));
      at = until;
    }
  };

  return {
    push(block) {
      decoder ??= createDecoder(encodingOf(block), true);
      read(decoder.decode(block));
    },
    end() {
      closing = true;
      read(decoder?.end() ?? '');
      parser.close();
    },
  };
}

/** What stands before the names of a log whose first element says of that prefix that it is of XES. */
function prefixOf({ name, attributes }: SaxesTagPlain): string | null {
  const prefix = /^([^:]+):log$/.exec(name)?.[1];
  return prefix !== undefined && /xes/i.test(attributes[`xmlns:${prefix}`] ?? '') ? `${prefix}:` : null;
}

/** The encoding that the file's first line names, where it is one of those that occur; else what the bytes say. */
function encodingOf(sample: Uint8Array): Encoding {
  const guess = guessEncoding(sample);
  if (guess.bom || guess.encoding.startsWith('utf-16')) return guess.encoding;
  const head = new TextDecoder('windows-1252').decode(sample.subarray(0, 200));
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]?.toLowerCase() ?? '';
  if (/1251/.test(named)) return 'windows-1251';
  if (/1252|8859-1$|latin-?1/.test(named)) return 'windows-1252';
  return guess.encoding;
}
