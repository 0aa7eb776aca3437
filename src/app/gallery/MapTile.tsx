import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocRow } from '../../storage/database.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { copyMap } from '../copyMap.ts';
import { mapAddress } from '../router.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { tileName } from './twinNumbers.ts';

interface MapTileProps {
  readonly map: DocRow;
  /** Which of the maps of its name it is, from 2; undefined for the first one. */
  readonly twin: number | undefined;
  readonly workspace: Workspace;
  readonly onRemove: () => void;
  readonly onAttempt: (work: () => Promise<void>) => Promise<void>;
}

/** One map of the gallery: its picture and its name open it, its menu renames, duplicates, deletes. */
export function MapTile({ map, twin, workspace, onRemove, onAttempt }: MapTileProps) {
  const { t, i18n } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const plain = map.name || t('gallery.unnamed');
  const name = tileName(map.name, twin, t);
  const at = map.editedAt ?? map.createdAt;
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const when = at ? t(map.editedAt ? 'gallery.edited' : 'gallery.made', { when: time.format(new Date(at)) }) : '';
  const rename = (value: string) => {
    setRenaming(false);
    if (value.trim() !== map.name) void onAttempt(() => workspace.renameMap(map.docId, value.trim()));
  };
  return (
    <article className="tile">
      <a href={mapAddress(map.docId)} className="tile-picture" aria-label={t('gallery.open', { name })}>
        <Thumbnail mapId={map.docId} workspace={workspace} version={at ?? ''} />
      </a>
      <div className="tile-line">
        <div className="tile-texts">
          {renaming ? (
            <input
              className="head-input"
              defaultValue={map.name}
              aria-label={t('gallery.rename')}
              // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
              autoFocus
              onFocus={(event) => event.currentTarget.select()}
              onBlur={(event) => rename(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') rename(event.currentTarget.value);
                if (event.key === 'Escape') setRenaming(false);
              }}
            />
          ) : (
            <h2>
              {/* The picture is the stop of Tab; two of one map would be one too many. */}
              <a href={mapAddress(map.docId)} tabIndex={-1}>
                {name}
              </a>
            </h2>
          )}
          <p>{when}</p>
        </div>
        {/* Focus goes to the field for the name, not back to the button. */}
        <Menu position="bottom-end" returnFocus={!renaming}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('gallery.more', { name })}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setRenaming(true)}>{t('gallery.rename')}</Menu.Item>
            <Menu.Item
              onClick={() =>
                onAttempt(async () => {
                  await workspace.duplicateMap(map.docId, (source) =>
                    copyMap(source, t('gallery.copyOf', { name: plain })),
                  );
                })
              }
            >
              {t('action.duplicate')}
            </Menu.Item>
            <Menu.Item color="red" onClick={onRemove}>
              {t('action.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </article>
  );
}
