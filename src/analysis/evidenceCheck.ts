/** After so many days a profile that was held against evidence is due for another look. */
const DAYS_VALID = 180;
const DAY = 86_400_000;

/** Whether a profile is due to be held against evidence again; one that never was has only just been begun, for all we know. */
export interface EvidenceCheck {
  /** Whole days since the last check; 0 for days to come, null when there was none. */
  readonly days: number | null;
  readonly isDue: boolean;
}

/** Both days are `YYYY-MM-DD`. A day that is none counts as never. */
export function evidenceCheck(checkedOn: string | null, today: string): EvidenceCheck {
  const days = checkedOn === null ? Number.NaN : (Date.parse(today) - Date.parse(checkedOn)) / DAY;
  if (Number.isNaN(days)) return { days: null, isDue: false };
  return { days: Math.max(0, Math.round(days)), isDue: days > DAYS_VALID };
}

/** "yesterday", "3 months ago": an age of whole days in the words of a language (BCP 47). */
export function agoInWords(days: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (days < 31) return words.format(-days, 'day');
  if (days < 365) return words.format(-Math.floor(days / 30.44), 'month');
  return words.format(-Math.floor(days / 365.25), 'year');
}

/** The day of a moment where the person is, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
