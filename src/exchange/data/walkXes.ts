import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { DataError } from './dataError.ts';
import { createDecoder, type Encoding, guessEncoding } from './decodeText.ts';

/** What is met on the way through an XES log. Attributes come right before the event or trace they belong to ends. */
export interface XesListener {
  /** A classifier's keys; scope is that of events. */
  onClassifier?(name: string, keys: string): void;
  /** What a log declares for events that lack a key. It is no data. */
  onDefault?(key: string, value: string): void;
  onTraceStart?(): void;
  /** An attribute of the event in hand itself, not one that lies inside another attribute. */
  onEventAttribute(key: string, value: string): void;
  onEventEnd(line: number): void;
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
 */
export function createXesWalker(listener: XesListener): XesWalker {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: Element[] = [];
  let decoder: ReturnType<typeof createDecoder> | null = null;
  let ended = false;
  let closing = false;

  parser.on('doctype', () => {
    throw new DataError('xmlDoctype', { line: parser.line });
  });
  parser.on('error', (error) => {
    if (closing || ended) throw new DataError('xmlCut', { line: parser.line });
    const what = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    if (/entity/i.test(what))
      throw new DataError('xmlEntity', { line: parser.line, what: what.replace(/^.*?:\s*/, '') });
    throw new DataError('xmlBroken', { line: parser.line, what });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const depth = open.length;
    const parent = open[depth - 1];
    const name = tag.name.startsWith('xes:') ? tag.name.slice(4) : tag.name;
    if (depth === 0 && name !== 'log') throw new DataError('notXes', { found: tag.name.slice(0, 60) });
    if (depth >= MAX_DEPTH) throw new DataError('xmlDeep', { limit: MAX_DEPTH, line: parser.line });
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
      } else if (name === 'event') listener.onLooseEvent?.(parser.line);
      else if (name === 'global') is = tag.attributes.scope === 'trace' ? 'other' : 'global';
      else if (name === 'classifier' && tag.attributes.scope !== 'trace')
        listener.onClassifier?.(tag.attributes.name ?? '', tag.attributes.keys ?? '');
    } else if (parent === 'global' && tag.attributes.key !== undefined)
      listener.onDefault?.(tag.attributes.key, tag.attributes.value ?? '');
    open.push(is);
  });
  parser.on('closetag', () => {
    const is = open.pop();
    if (is === 'event') listener.onEventEnd(parser.line);
    else if (is === 'trace') listener.onTraceEnd?.();
    if (open.length === 0) ended = true;
  });

  return {
    push(block) {
      decoder ??= createDecoder(encodingOf(block), true);
      const text = decoder.decode(block);
      parser.write(text);
    },
    end() {
      closing = true;
      const rest = decoder?.end() ?? '';
      if (rest !== '') parser.write(rest);
      parser.close();
    },
  };
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
