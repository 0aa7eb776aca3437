import { Button, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { lenses, lensField } from '../../model/lens.ts';
import { inOrder } from '../../model/order.ts';
import { Members } from './Members.tsx';
import '../../ui/lists.css';

/** Several things at once: give all their touchpoints one channel, device or department, or delete them. */
export function SelectionDetails({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const library = useDocuments((documents) => documents.library);
  const touchpoints = ids.filter((id) => map.touchpoints[id]);
  return (
    <Stack gap={12}>
      <Text className="panel-title">{t('selection.count', { count: ids.length })}</Text>
      {touchpoints.length > 0 &&
        lenses.map((lens) => (
          <Select
            key={lens}
            size="xs"
            value={null}
            label={t('selection.setPrimary', { lens: t(`lens.${lens}`) })}
            placeholder={t('selection.choose')}
            data={inOrder(Object.values(library[lensField[lens]]))
              .filter((entry) => !entry.archived)
              .map((entry) => ({ value: entry.id, label: entry.name }))}
            onChange={(value) => {
              if (value !== null) editor.run('setPrimary', { ids: touchpoints, lens, value });
            }}
          />
        ))}
      <Members recordIds={ids.filter((id) => map.touchpoints[id] || map.links[id])} />
      <Button variant="default" size="xs" onClick={() => editor.run('removeItems', { ids: [...ids] })}>
        {t('action.delete')}
      </Button>
    </Stack>
  );
}
