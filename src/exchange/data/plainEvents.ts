/** Attributes come before the end of the event they belong to. */
export interface EventListener {
  /** An attribute of the event in hand itself, not one that lies inside another attribute. */
  onEventAttribute(key: string, value: string): void;
  onEventEnd(line: number): void;
}

export interface PlainEvents {
  /**
   * Reads the events that stand in `text` from `at` on, one behind the other, as long as they are plain and whole, and
   * tells the listener of them. Returns the place behind the last one: `at` where there is none. `line` is that of `at`.
   */
  take(text: string, at: number, line: number): number;
  /** Line breaks inside and between the events that the last call has read. */
  breaks(): number;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;

const OPEN = '<event>';
const CLOSE = '</event>';
const opening = /<[a-z]+ key="([^"]+)" value="/y;

/**
 * The one shape that nearly all events have, without a parser of XML: `<event>`, elements of a key and a value with
 * nothing inside, `</event>`. Whatever is written otherwise (references, attributes inside attributes, comments, single
 * quotes, signs that XML forbids) is left to the parser, so that nothing but the time tells who has read an event.
 */
export function createPlainEvents(listener: EventListener): PlainEvents {
  /** How the elements of an event began, in their order, and their keys: the next event mostly has the same. */
  const openings: string[] = [];
  const keys: string[] = [];
  const values: string[] = [];
  let breaks = 0;

  const skipSpaces = (text: string, from: number): number => {
    for (let at = from; ; at++) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) breaks++;
      else if (code !== SPACE && code !== TAB) return at;
    }
  };

  /** Where the value of the element at `at` begins, -1 where it is no plain one. */
  const beginOf = (text: string, at: number, index: number): number => {
    const known = openings[index];
    if (known !== undefined && text.startsWith(known, at)) return at + known.length;
    opening.lastIndex = at;
    const found = opening.exec(text);
    if (found === null || !isPlain(found[1] as string)) return -1;
    openings[index] = found[0];
    keys[index] = found[1] as string;
    return opening.lastIndex;
  };

  /** Where the event at `from` ends, with its values in `values`; -1 where it is no plain one, or not whole. */
  const endOf = (text: string, from: number): number => {
    let count = 0;
    for (let at = from + OPEN.length; ; ) {
      at = skipSpaces(text, at);
      if (text.charCodeAt(at + 1) === SLASH) {
        values.length = count;
        return text.startsWith(CLOSE, at) ? at + CLOSE.length : -1;
      }
      const begin = beginOf(text, at, count);
      if (begin < 0) return -1;
      const close = closeOf(text, begin);
      if (close < 0) return -1;
      values[count++] = text.slice(begin, close);
      at = close + 1;
      if (text.charCodeAt(at) === SPACE) at++;
      if (text.charCodeAt(at) !== SLASH || text.charCodeAt(at + 1) !== GREATER) return -1;
      at += 2;
    }
  };

  return {
    take(text, from, line) {
      let at = from;
      let whole = 0;
      breaks = 0;
      for (;;) {
        const begin = skipSpaces(text, at);
        const end = text.startsWith(OPEN, begin) ? endOf(text, begin) : -1;
        if (end < 0) {
          breaks = whole;
          return at;
        }
        at = end;
        whole = breaks;
        for (let index = 0; index < values.length; index++)
          listener.onEventAttribute(keys[index] as string, values[index] as string);
        listener.onEventEnd(line + breaks);
      }
    },
    breaks: () => breaks,
  };
}

/** Where the quote is that ends the value from `from` on; -1 where something comes before it that needs a parser. */
function closeOf(text: string, from: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (!isPlainCode(code)) return -1;
  }
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isPlainCode(text.charCodeAt(at))) return false;
  return true;
}

/**
 * Signs that stand for themselves in every version of XML: no references, no line breaks, nothing that is forbidden or
 * takes two places. NaN, behind the end, is none either.
 */
function isPlainCode(code: number): boolean {
  return (
    (code >= SPACE && code < 0x7f && code !== AMPERSAND && code !== LESS) ||
    (code > 0x9f && code < 0xd800 && code !== 0x2028) ||
    (code > 0xdfff && code < 0xfffe)
  );
}
