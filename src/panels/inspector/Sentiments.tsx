import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { type FeelingLevel, feelingWord } from '../../model/feelingWord.ts';
import { pairId } from '../../model/ids.ts';
import { inOrder } from '../../model/order.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import { mapRecord } from '../../model/tables.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';

const values = [-2, -1, 0, 1, 2] as const;

/** How each persona of the map feels at a touchpoint; pressing the chosen value again takes it away. */
export function Sentiments({ touchpointId }: { touchpointId: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const members = useDocuments(({ map }) => map.mapPersonas);
  const library = useDocuments(({ library: { personas } }) => personas);
  const sentiments = useDocuments(({ map }) => map.sentiments);
  const personas = inOrder(Object.values(members)).flatMap((member) => library[member.personaId] ?? []);
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
        return (
          <div key={id} className="sentiment" role="radiogroup" aria-label={t('sentiment.of', { name })}>
            <span className="sentiment-name">
              {persona && <PersonaMark shape={persona.shape} color={persona.color} />}
              {name}
            </span>
            {values.map((candidate) => (
              <button
                key={candidate}
                type="button"
                role="radio"
                aria-checked={value !== null && Math.round(value) === candidate}
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
        );
      })}
    </div>
  );
}
