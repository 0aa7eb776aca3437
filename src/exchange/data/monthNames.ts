/** Languages in whose words months are known. */
const languages = ['en', 'en-GB', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'th', 'zh'];
/** Short forms that spreadsheets write and the browser does not. */
const others: Readonly<Record<string, number>> = { mrz: 3, ноя: 11, сен: 9, фев: 2 };

const asked = new Map<string, number | null>();
const MOST_ASKED = 500;
let known: ReadonlyMap<string, number> | null = null;

/**
 * The month, 1 to 12, that a word names in one of the languages that are known, long or short, with its dot or without;
 * null where it names none. Case and accents make no difference.
 */
export function monthOf(word: string): number | null {
  known ??= monthWords();
  // Logs name the same few a million times.
  const before = asked.get(word);
  if (before !== undefined) return before;
  const month = known.get(keyOf(word)) ?? null;
  if (asked.size < MOST_ASKED) asked.set(word, month);
  return month;
}

/** `févr.` and `FEVR` are the same; marks of scripts that need them, such as Thai, stay. */
function keyOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]|\.$/g, '')
    .normalize('NFC');
}

function monthWords(): Map<string, number> {
  const words = new Map(Object.entries(others).map(([word, month]) => [keyOf(word), month]));
  const styles: Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'short' }];
  // Beside a day or a year some languages bend the word.
  const bent = styles.flatMap((style): Intl.DateTimeFormatOptions[] => [
    style,
    { ...style, day: 'numeric' },
    { ...style, year: 'numeric' },
  ]);
  for (const language of languages)
    for (const style of bent) {
      const format = new Intl.DateTimeFormat(language, { ...style, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 1));
        const word = parts.find(({ type }) => type === 'month')?.value ?? '';
        if (/\p{L}/u.test(word) && !/\d/.test(word)) words.set(keyOf(word), month);
      }
    }
  return words;
}
