import { namesLabels } from './columnNames.ts';
import type { ColumnGuess } from './guessColumn.ts';
import { type DecimalMark, isFormulaError, readNumber, seenText } from './readNumber.ts';

/** Before or behind a figure that is not told exactly. */
const sign = /^[<>≤≥~≈±]|[*†‡?]$/;
const about =
  /^(?:ca|circa|approx|about|around|under|over|below|above|(?:less|fewer|more) than|etwa|rund|unter|über|environ|env|около|более|менее)\b\.? *\d/i;
const unit =
  /^[-+]?\d[\d.,]*\s*(?:k|m|x|mio|mn|bn|tsd|тыс|млн|pp|pts?|points?|punkte?|ms|s|secs?|seconds?|min|mins|minutes?|minuten|h|hrs?|hours?|std|stunden|days?|tage?|eur|usd)\.?$/i;
/** What stands where nothing could be measured. */
const missing =
  /^(?:n\.? ?[avd]\.?|k\. ?a\.?|n\.? ?v\.?|н\/д|(?:not|no|too|nicht|keine?|zu|pas|sin|не|нет) .+|unknown|missing|pending|tb[acd]|insufficient.*|suppressed|hidden|withheld|confidential|unbekannt|entfällt|fehlt|нет|无|暂无.*|未.+|ไม่.+)$/i;
const digits = /^[-+−]?[\d.,:\s%]+$/;
/** Numbers of versions and addresses. */
const parts = /^\d+(?:\.\d+){2,}$/;

/** True for a cell that is no number and yet one of figures: `<5`, `ca. 20`, `n.a.`, `not measured`, `#DIV/0!`. */
function standsForFigure(cell: string): boolean {
  const text = seenText(cell);
  if (isFormulaError(text) || !/[\p{L}\p{N}]/u.test(text) || sign.test(text)) return true;
  return about.test(text) || unit.test(text) || missing.test(text) || (digits.test(text) && !parts.test(text));
}

/** True for numbers under one word alone: a second row of headings, of which each column has one. */
export function areUnderHeading(values: readonly string[], decimal: DecimalMark): boolean {
  return values.length > 2 && values.every((cell, at) => (readNumber(cell, decimal) === null) === (at === 0));
}

/**
 * Whether texts are figures some of which cannot be read: half of them are numbers, and nearly all others stand for one.
 * Where they are other words, or letters and digits in one such as `INC12`, the numbers are names too.
 */
export function areFigures(values: readonly string[], decimal: DecimalMark): boolean {
  const others = values.filter((cell) => readNumber(cell, decimal) === null);
  const names = others.filter((cell) => !standsForFigure(cell));
  return others.length * 2 <= values.length && names.length * 5 < values.length;
}

const idName = /(?:^|[^\p{L}])[uU]{0,2}[iI][dD]$|\p{Ll}I[dD]$/u;

/** True for numbers that are names, such as ids and those of phones; how often each channel was used is a figure. */
export function isLabel({ name, range }: ColumnGuess): boolean {
  return idName.test(name.trim()) || (namesLabels(name) && range !== null && range[0] >= 1e6);
}
