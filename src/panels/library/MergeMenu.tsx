import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import type { LibraryEntry } from '../../model/records/libraryEntry.ts';

/** Lets one entry stand for another, in this map at once and in the others when they are next opened. Undo takes it back. */
export function MergeMenu({
  table,
  entry,
  others,
}: {
  table: 'channels' | 'devices' | 'departments';
  entry: LibraryEntry;
  others: readonly LibraryEntry[];
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          disabled={others.length === 0}
          aria-label={t('library.merge', { name: entry.name })}
          title={t('library.merge', { name: entry.name })}
        >
          ⤳
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('library.merge', { name: entry.name })}</Menu.Label>
        {others.map((other) => (
          <Menu.Item
            key={other.id}
            onClick={() => editor.run('mergeLibraryEntry', { table, id: entry.id, intoId: other.id })}
          >
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
