import type { TFunction } from 'i18next';
import type { Curve, CurvePoint, CurveSource } from '../layout/scene.ts';
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

/** What a point of a curve says: who feels what where; of a mean, of how many values it is one, and how it is changed. */
export function pointText(
  docs: Documents,
  { personaId, behindMeans }: Pick<Curve, 'personaId' | 'behindMeans'>,
  { stepId, touchpointId, value, mean, strength }: CurvePoint,
  t: TFunction,
): string {
  const record = touchpointId === null ? null : docs.map.touchpoints[touchpointId];
  const title = record?.title || docs.map.steps[stepId]?.name || t('map.untitled');
  const said = t('curve.drag', { name: feelerName(docs, personaId, t), title, value: feelingText(docs, value, t) });
  if (!mean) return strength === undefined ? said : `${said}, ${t(`strength.${strength}`)}`;
  const count = behindMeans.filter((point) => point.stepId === stepId).length;
  return `${said}, ${t('curve.mean', { count })}. ${t('curve.meanHow')}`;
}

/** A persona's name, or the word for everyone. */
export function feelerName(docs: Documents, personaId: string, t: TFunction): string {
  return personaId === EVERYONE ? t('persona.everyone') : docs.library.personas[personaId]?.name || t('map.unnamed');
}
