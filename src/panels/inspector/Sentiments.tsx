import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { claimAt } from '../../analysis/claims.ts';
import { voicedFeelings } from '../../analysis/voicedFeelings.ts';
import { useAnalysis } from '../../editor/useAnalysis.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { type FeelingLevel, feelingLevel, feelingWord } from '../../model/feelingWord.ts';
import { pairId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { mapRecord } from '../../model/tables.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { StrengthMark } from '../../ui/StrengthMark.tsx';

const values = [-2, -1, 0, 1, 2] as const;

/** How each persona of the map feels at a touchpoint; pressing the chosen value again takes it away. */
export function Sentiments({ touchpointId }: { touchpointId: string }) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const members = useDocuments(({ map }) => map.mapPersonas);
  const library = useDocuments(({ library: { personas } }) => personas);
  const sentiments = useDocuments(({ map }) => map.sentiments);
  const personas = inOrder(Object.values(members)).flatMap((member) => library[member.personaId] ?? []);
  const citations = useDocuments(({ map }) => map.citations);
  const evidence = useDocuments(({ map }) => map.evidence);
  const claims = useAnalysis((analysis) => analysis.claims);
  const voiced = useMemo(
    () => voicedFeelings({ citations, evidence }).get(touchpointId),
    [citations, evidence, touchpointId],
  );
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const record = useDocuments(({ map }) => mapRecord(map));
  const word = (level: FeelingLevel) => feelingWord(record, level, t(`sentiment.words.${level}`));
  const rows = [
    ...personas.map((persona) => ({ id: persona.id, name: persona.name, persona })),
    { id: EVERYONE, name: t('persona.everyone'), persona: null },
  ];
  return (
    <div>
      <Text component="div" className="field-label">
        {t('sentiment.label')}
      </Text>
      {rows.map(({ id, name, persona }) => {
        const value = sentiments[pairId('sentiment', touchpointId, id)]?.value ?? null;
        const claim = claimAt(claims, 'sentiment', { placeId: touchpointId, toId: null }, id);
        const voice = voiced?.get(id);
        const strength = claim && t(`evidence.strengths.${claim.strength}`);
        const against =
          claim &&
          claim.against > 0 &&
          (claim.pieces === 0 ? t('evidence.otherwise') : t('evidence.otherwiseSome', { count: claim.against }));
        return (
          <div key={id}>
            <div className="sentiment" role="radiogroup" aria-label={t('sentiment.of', { name })}>
              <span className="sentiment-name" title={name}>
                {persona && <PersonaMark shape={persona.shape} color={persona.color} />}
                <span>{name}</span>
              </span>
              {values.map((candidate) => (
                <button
                  key={candidate}
                  type="button"
                  role="radio"
                  aria-checked={value !== null && feelingLevel(value) === candidate}
                  aria-label={word(candidate)}
                  title={word(candidate)}
                  className="sentiment-value"
                  onClick={() =>
                    editor.run('setSentiment', {
                      touchpointId,
                      personaId: id,
                      value: value === candidate ? null : candidate,
                    })
                  }
                >
                  {candidate > 0 ? `+${candidate}` : `${candidate}`.replace('-', '−')}
                </button>
              ))}
            </div>
            {(voice !== undefined || claim !== undefined) && (
              <div className="sentiment-voiced">
                {claim && <StrengthMark strength={claim.strength} size={12} />}
                {[
                  voice && t('evidence.voiced', { value: number.format(voice.mean), n: voice.n }),
                  [strength, against].filter(Boolean).join(': '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
