/** The named entities people write in diagrams. Others are left as they stand. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  colon: ':',
  semi: ';',
  num: '#',
  comma: ',',
  period: '.',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  lbrace: '{',
  rbrace: '}',
  lcub: '{',
  rcub: '}',
  percnt: '%',
  equals: '=',
  excl: '!',
  quest: '?',
  sol: '/',
  bsol: '\\',
  dollar: '$',
  commat: '@',
  plus: '+',
  ast: '*',
  lowbar: '_',
  verbar: '|',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  sect: '§',
  para: '¶',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  times: '×',
  divide: '÷',
  plusmn: '±',
  frac12: '½',
  frac14: '¼',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  harr: '↔',
  check: '✓',
  cross: '✗',
  star: '☆',
  starf: '★',
  hearts: '♥',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
};

/** `#58;` and `#colon;` as the characters they stand for, in text of a diagram. */
export function decodeEntities(text: string): string {
  return text.replace(/#(\w+);/g, (entity, name: string) => {
    if (/^\d{1,7}$/.test(name)) {
      const code = Number(name);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : entity;
    }
    return Object.hasOwn(named, name) ? (named[name] as string) : entity;
  });
}

/** `text` with the `#` and `;` of entities blanked, so that those left are a comment and an error. Offsets stay the same. */
export function maskEntities(text: string): string {
  return text.replace(/#\w+;/g, (entity) => '_'.repeat(entity.length));
}

/**
 * `text` so that Mermaid reads it back as one name, section or title: what ends a field, begins a comment or directive or
 * is rewritten by Mermaid before parsing becomes an entity; a line break becomes `<br>`. `also` lists more characters to
 * write as entities.
 */
export function encodeEntities(text: string, also = ''): string {
  const oneLine = text.trim().replace(/\r\n?|\n/g, '<br>');
  let encoded = '';
  for (let at = 0; at < oneLine.length; at++) {
    const char = oneLine[at] as string;
    const percent = char === '%' && (at === 0 || oneLine[at - 1] === '%' || oneLine[at + 1] === '%');
    const quote = char === '"' && oneLine[at - 1] === '=';
    // A zero-width space at the start is our own mark, and Mermaid's writers' way to hide a keyword.
    const mark = char === '\u200B' && /^(?:#8203;)*$/.test(encoded);
    encoded +=
      ':#;'.includes(char) || also.includes(char) || percent || quote || mark ? `#${char.charCodeAt(0)};` : char;
  }
  return encoded;
}
