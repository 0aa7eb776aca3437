import { ActionIcon, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../editor/useDraft.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { lensField } from '../../model/lens.ts';
import { resolveEntry } from '../../model/mergedEntries.ts';
import { inOrder } from '../../model/order.ts';
import { pictograms } from '../../model/pictograms.ts';
import { colors } from '../../model/records/common.ts';
import { iconNames, type LibraryEntry } from '../../model/records/libraryEntry.ts';
import { MarkMenu } from '../../ui/MarkMenu.tsx';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { useRowStops } from '../../ui/useRowStops.ts';
import { MergeMenu } from './MergeMenu.tsx';
import '../../ui/choices.css';

/** The channels, devices or departments of the workspace, whichever gives the rows: names, marks, order, empty rows. */
export function Library() {
  const { t } = useTranslation();
  const editor = useEditor();
  const lens = useSession((session) => session.lens);
  const table = lensField[lens];
  const entries = useDocuments(({ library }) => library[table]);
  const extraRows = useSession((session) => session.extraRows);
  const [name, setName] = useDraft(`row:${table}`);
  const stops = useRowStops('.library-row');
  const list = inOrder(Object.values(entries)).filter((entry) => !entry.archived);
  const archived = Object.values(entries).filter((entry) => entry.archived);
  /** Its name, and for one that was merged what stands for it now. */
  const textOf = (entry: LibraryEntry) => {
    const into = resolveEntry(entries, entry);
    return into.id === entry.id ? entry.name : t('library.mergedInto', { name: entry.name, into: into.name });
  };
  const showRow = (id: string, shown: boolean) =>
    editor.session.setState({ extraRows: shown ? [...extraRows, id] : extraRows.filter((other) => other !== id) });
  return (
    <section className="panel" aria-label={t('panel.library')}>
      <Text className="panel-title">{t(`library.heading.${table}`)}</Text>
      <Text className="hint">{t('library.hint')}</Text>
      <Text className="hint">{t('lane.keys')}</Text>
      <Stack gap={4} {...stops} role="toolbar" aria-label={t(`library.heading.${table}`)}>
        {list.map((entry, index) => (
          <div key={entry.id} className="persona-row library-row">
            <Checkbox
              size="xs"
              aria-label={t('library.showRow', { name: entry.name })}
              title={t('library.showRow', { name: entry.name })}
              checked={extraRows.includes(entry.id)}
              onChange={(event) => showRow(entry.id, event.currentTarget.checked)}
            />
            <MarkMenu
              label={t('library.mark', { name: entry.name })}
              colors={{
                values: colors,
                chosen: entry.color,
                label: (color) => t(`color.${color}`),
                onChange: (color) => editor.run('updateLibraryEntry', { table, id: entry.id, fields: { color } }),
              }}
              signs={{
                values: iconNames,
                chosen: entry.icon,
                label: (icon) => t(`icon.${icon}`),
                onChange: (icon) => editor.run('updateLibraryEntry', { table, id: entry.id, fields: { icon } }),
              }}
              draw={(icon, color) => <Pictogram paths={pictograms[icon]} size={color === null ? 16 : 14} />}
            />
            <TextInput
              size="xs"
              flex={1}
              aria-label={t('library.name')}
              value={entry.name}
              onBlur={() => editor.seal()}
              onChange={(event) =>
                editor.run(
                  'updateLibraryEntry',
                  { table, id: entry.id, fields: { name: event.currentTarget.value } },
                  `entry:${entry.id}`,
                )
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={index === 0}
              aria-label={t('lane.up', { name: entry.name })}
              onClick={() =>
                editor.run('moveLibraryEntry', { table, id: entry.id, beforeId: list[index - 1]?.id ?? null })
              }
            >
              ↑
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={index === list.length - 1}
              aria-label={t('lane.down', { name: entry.name })}
              onClick={() =>
                editor.run('moveLibraryEntry', { table, id: entry.id, beforeId: list[index + 2]?.id ?? null })
              }
            >
              ↓
            </ActionIcon>
            <MergeMenu table={table} entry={entry} others={list.filter(({ id }) => id !== entry.id)} />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('library.archive', { name: entry.name })}
              title={t('library.archive', { name: entry.name })}
              onClick={() => editor.run('updateLibraryEntry', { table, id: entry.id, fields: { archived: true } })}
            >
              ×
            </ActionIcon>
          </div>
        ))}
      </Stack>
      <form
        className="persona-row library-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          const id = editor.run('addLibraryEntry', { table, name });
          if (!extraRows.includes(id)) showRow(id, true);
          setName('');
        }}
      >
        <TextInput
          size="xs"
          flex={1}
          value={name}
          aria-label={t('library.new')}
          placeholder={t('library.new')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
          {t('library.add')}
        </Button>
      </form>
      {archived.length > 0 && (
        <>
          <Text component="div" className="field-label" mt={14}>
            {t('library.archived')}
          </Text>
          <div className="chips">
            {archived.map((entry) => (
              <button
                key={entry.id}
                type="button"
                className="chip"
                aria-label={t('library.takeBack', { name: textOf(entry) })}
                onClick={() => editor.run('updateLibraryEntry', { table, id: entry.id, fields: { archived: false } })}
              >
                {textOf(entry)} ↺
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
