import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { handoffOf } from '../../analysis/handoffs.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { EvidenceHere } from './EvidenceHere.tsx';
import { HandoffReview } from './HandoffReview.tsx';
import { LinkFigures } from './LinkFigures.tsx';
import { Members } from './Members.tsx';
import { TextField } from './TextField.tsx';

/** One link: its handoff, its label, and the way to take it away. */
export function LinkDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const link = useDocuments(({ map }) => map.links[id]);
  const map = useDocuments((documents) => documents.map);
  const handoff = handoffOf(map, id);
  if (link === undefined) return null;
  return (
    <Stack gap={12}>
      <Text className="panel-place">{t('link.kind')}</Text>
      {handoff === null ? (
        <EvidenceHere kind="verdict" placeId={link.from} toId={link.to} />
      ) : (
        <HandoffReview handoff={handoff} />
      )}
      <Members recordIds={[id]} />
      <TextField
        label={t('linkDetails.text')}
        value={link.label}
        onChange={(label) => editor.run('updateLink', { id, fields: { label } }, `label:${id}`)}
      />
      <LinkFigures link={link} />
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          editor.run('removeLink', { id });
          editor.session.setState({ selection: [] });
        }}
      >
        {t('linkDetails.removeThis')}
      </Button>
    </Stack>
  );
}
