import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { TextField } from './TextField.tsx';

/** A text card of a lane. */
export function CardDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const card = useDocuments(({ map }) => map.cards[id]);
  const lane = useDocuments(({ map }) => (card ? map.lanes[card.laneId]?.name : undefined));
  if (card === undefined) return null;
  return (
    <Stack gap={12}>
      <Text className="panel-place">{lane || t('map.unnamed')}</Text>
      <TextField
        label={t('card.text')}
        value={card.text}
        multiline
        onChange={(text) => editor.run('updateCard', { id, text }, `text:${id}`)}
      />
    </Stack>
  );
}
