import { quoteText } from '../fillText.ts';
import { ImportError, type ImportErrorCode } from '../importError.ts';

/** Deepest nesting of objects and arrays that is read. */
export const MAX_DEPTH = 100;

/** Names that could reach an object's prototype when used as a key. */
export const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const WORD = /-?[A-Za-z]+/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER_PART = /^-?(?:\d+(?:\.\d*)?(?:[eE][+-]?)?)?$/;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

/**
 * Checks that `text` is JSON before it is parsed: engines word and place their errors differently, and some overflow
 * their stack on deep nesting. Does not recurse. Throws `ImportError` (`notJson`, `cutShort`, `tooDeep`, `badNumber`,
 * `forbiddenName`) with `line` and `column` counted from 1; afterwards `JSON.parse` succeeds.
 */
export function scanJson(text: string): void {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const fail = (code: ImportErrorCode, offset: number, params = {}): never => {
    throw new ImportError(code, { ...place(text, offset), ...params });
  };
  const refuse = (offset: number): never =>
    offset >= text.length ? fail('cutShort', text.length) : fail('notJson', offset, { found: foundAt(text, offset) });
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'commaOrEnd');

  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text[at] as string)) at++;
    if (at >= text.length) {
      if (expected === 'end') return;
      refuse(at);
    }
    const char = text[at] as string;
    const inObject = open.at(-1) === '{';
    if (expected === 'colon') {
      if (char !== ':') refuse(at);
      expected = 'value';
      at++;
    } else if (char === (inObject ? '}' : ']') && open.length > 0 && /OrEnd$/.test(expected)) {
      open.pop();
      expected = afterValue();
      at++;
    } else if (expected === 'commaOrEnd') {
      if (char !== ',') refuse(at);
      expected = inObject ? 'key' : 'value';
      at++;
    } else if (expected === 'end') {
      refuse(at);
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      if (char !== '"') refuse(at);
      const end = stringEnd(text, at, refuse);
      const name = JSON.parse(text.slice(at, end)) as string;
      if (forbiddenNames.has(name)) {
        const { line, column } = place(text, at);
        fail('forbiddenName', at, { name, path: `line ${line}, column ${column}` });
      }
      expected = 'colon';
      at = end;
    } else if (char === '{' || char === '[') {
      open.push(char);
      if (open.length > MAX_DEPTH) fail('tooDeep', at, { limit: MAX_DEPTH });
      expected = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at++;
    } else {
      at = char === '"' ? stringEnd(text, at, refuse) : scalarEnd(text, at, refuse, fail);
      expected = afterValue();
    }
  }
}

/** The offset after the string that begins at `start`. A loop, because a regular expression overflows on long ones. */
function stringEnd(text: string, start: number, refuse: (offset: number) => never): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) refuse(at);
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = at;
    const found = ESCAPE.exec(text);
    if (found === null) refuse(/^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(at, at + 7)) ? text.length : at);
    else at += found[0].length - 1;
  }
  return refuse(text.length);
}

function scalarEnd(
  text: string,
  at: number,
  refuse: (offset: number) => never,
  fail: (code: ImportErrorCode, offset: number, params: object) => never,
): number {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) {
    if (word === 'true' || word === 'false' || word === 'null') return at + word.length;
    if (/^-?(NaN|Infinity)$/i.test(word)) return fail('badNumber', at, { found: word });
    const cut = at + word.length === text.length && ['true', 'false', 'null'].some((whole) => whole.startsWith(word));
    return refuse(cut ? text.length : at);
  }
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  const rest = text.length - at < 400 ? text.slice(at) : '';
  if (number === undefined) return refuse(rest !== '' && NUMBER_PART.test(rest) ? text.length : at);
  if (!Number.isFinite(Number(number))) return fail('badNumber', at, { found: quoteText(number) });
  // "1." or "1e" at the very end is a number that was cut, not a wrong one.
  if (number.length < rest.length && NUMBER_PART.test(rest)) return refuse(text.length);
  return at + number.length;
}

function place(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}

function foundAt(text: string, offset: number): string {
  const char = String.fromCodePoint(text.codePointAt(offset) as number);
  return char < ' ' ? 'a control character' : `"${char}"`;
}
