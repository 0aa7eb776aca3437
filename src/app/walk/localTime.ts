/** An instant (ISO 8601) as a field for date and time shows it: `YYYY-MM-DDTHH:MM` where the person is; '' for none. */
export function toField(instant: string | null): string {
  const date = new Date(instant ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that such a field stands for; null while it is not filled. */
export function fromField(value: string): string | null {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** An instant (ISO 8601) in words, date and time where the person is; as it is written where it is none. */
export function instantText(instant: string, language: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
