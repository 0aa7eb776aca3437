import type { Lens } from '../model/lens.ts';
import { checks } from '../model/records/verdict.ts';
import type { Severity } from './severity.ts';

/** Looks up a text of the interface by its key and fills its places. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/**
 * A sentence on how a severity comes about: the kinds that change with their share of the weight, the checks, the importance
 * of the target. Of one set by hand it says both numbers. `changed` is null for friction inside a touchpoint; `language`
 * is a BCP 47 tag.
 */
export function explainSeverity(
  severity: Severity,
  changed: readonly Lens[] | null,
  t: Translate,
  language: string,
): string {
  const list = (parts: readonly string[], type: 'conjunction' | 'unit') =>
    new Intl.ListFormat(language, { type, style: type === 'unit' ? 'short' : 'long' }).format(parts);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const { no, unknown } = severity;
  const parts = [
    changed === null || severity.kinds === null
      ? t('severity.inside')
      : t('severity.kinds', {
          count: changed.length,
          kinds: list(
            changed.map((lens) => t(`severity.kind.${lens}`)),
            'conjunction',
          ),
          share: number.format(severity.kinds),
        }),
    ...(no.length > 0 ? [t('severity.no', { count: no.length })] : []),
    ...(unknown.length > 0
      ? [t(no.length > 0 ? 'severity.unknown' : 'severity.unknownOnly', { count: unknown.length })]
      : []),
    ...(no.length + unknown.length === 0 ? [t('severity.allYes')] : []),
    t(severity.importanceAssumed ? 'severity.importanceAssumed' : 'severity.importance', {
      importance: severity.importance,
    }),
  ];
  const computed = t('severity.sentence', { value: severity.computed, parts: list(parts, 'unit') });
  return severity.byHand ? t('severity.byHand', { value: severity.value, computed }) : computed;
}

/** The share of the checks nobody has answered, as a percentage in words; empty when all are. */
export function unknownShare({ unknown }: Severity, t: Translate, language: string): string {
  if (unknown.length === 0) return '';
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return t('severity.unknownShare', { share: percent.format(unknown.length / checks.length) });
}
