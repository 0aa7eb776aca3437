/** Puts `params` into the `{{name}}` places of `template` (the notation of i18next, so that translations share it). */
export function fillText(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** `text` cut to `length` UTF-16 units, never in the middle of a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** A text short enough to be quoted in a message, on one line. */
export function quoteText(value: unknown): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${cutText(text, 59)}…` : text;
}
