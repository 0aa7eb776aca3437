import type { TFunction } from 'i18next';
import type { CurveSource } from '../layout/scene.ts';
import { feelingLevel, feelingWord } from '../model/feelingWord.ts';
import { EVERYONE } from '../model/records/sentiment.ts';
import { type Documents, mapRecord } from '../model/tables.ts';
import { personaColor } from '../ui/personaColor.ts';

/** The colour of a curve and its points, as CSS: strong enough to stand out from any ground. Everyone's is neutral. */
export function curveColor(look: CurveSource['look']): string {
  return look === null ? 'var(--ink-2)' : personaColor(look.color);
}

/** A feeling in words and as a number, "Good (+1)"; the word for "not set" when it is null. */
export function feelingText(docs: Documents, value: number | null, t: TFunction): string {
  if (value === null) return t('curve.notSet');
  const level = feelingLevel(value);
  return t('curve.valued', { word: feelingWord(mapRecord(docs.map), level, t(`sentiment.words.${level}`)), value });
}

/** A persona's name, or the word for everyone. */
export function feelerName(docs: Documents, personaId: string, t: TFunction): string {
  return personaId === EVERYONE ? t('persona.everyone') : docs.library.personas[personaId]?.name || t('map.unnamed');
}
