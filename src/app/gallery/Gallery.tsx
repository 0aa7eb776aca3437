import { Button, Menu, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocRow } from '../../storage/database.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { backupWorkspace } from '../backupWorkspace.ts';
import { isDataFile } from '../dataImport/isDataFile.ts';
import { failureText } from '../failureText.ts';
import { createBlankMap, createSampleMap } from '../newMaps.ts';
import { useMatchQuestion } from '../personas/useMatchQuestion.tsx';
import { goTo, mapAddress } from '../router.ts';
import { templateNames } from '../samples/templates.ts';
import { ThemeButton } from '../shell/ThemeButton.tsx';
import { MapTile } from './MapTile.tsx';
import { StorageLine } from './StorageLine.tsx';
import { tileName, twinNumbers } from './twinNumbers.ts';
import '../../ui/nameField.css';
import './gallery.css';

const RestoreOffer = lazy(() => import('./RestoreOffer.tsx').then((module) => ({ default: module.RestoreOffer })));
const FileDrop = lazy(() => import('./FileDrop.tsx').then((module) => ({ default: module.FileDrop })));

const DataDialog = lazy(() => import('../dataImport/lazyDataDialog.ts').then((module) => module.lazyDataDialog()));

/** All journey maps of this browser. */
export function Gallery({
  workspace,
  onHand,
}: {
  workspace: Workspace;
  /** Opens a map with a file of numbers in hand. */
  onHand: (file: File, mapId: string) => void;
}) {
  const { t } = useTranslation();
  const [maps, setMaps] = useState<readonly DocRow[] | null>(null);
  /** Deleted just now: while that is said the others keep their numbers, or one would seem to be there still. */
  const [removed, setRemoved] = useState<readonly DocRow[]>([]);
  const [wanted, setWanted] = useState('');
  const [busy, setBusy] = useState(false);
  const [data, setData] = useState<{ readonly file: File | null; readonly count: number } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const forgets = useSyncExternalStore(workspace.forgets.subscribe, workspace.forgets.get);
  const lost = useSyncExternalStore(workspace.lost.subscribe, workspace.lost.get);

  useEffect(() => {
    document.title = t('gallery.title');
    return workspace.watchMaps(setMaps);
  }, [workspace, t]);

  const attempt = useCallback(
    async (work: () => Promise<void>, title = t('gallery.failed')) => {
      setBusy(true);
      try {
        await work();
      } catch (error) {
        notifications.show({
          color: 'red',
          autoClose: false,
          title,
          message: failureText(error, t, 'tryAgain'),
          role: 'alert',
        });
      } finally {
        setBusy(false);
      }
    },
    [t],
  );

  const seeded = useRef(false);
  useEffect(() => {
    // A workspace that never held a map gets the sample; one whose maps were deleted, lost or are out of reach does not.
    if (maps === null || maps.length > 0 || seeded.current || lost || workspace.newer || workspace.standsIn) return;
    seeded.current = true;
    void attempt(async () => {
      if ((await workspace.listDeleted()).length === 0) await createSampleMap(workspace);
    });
  }, [maps, workspace, lost, attempt]);

  const question = useMatchQuestion();
  const importOne = async (file: File, only: boolean) => {
    const { importAsking } = await import('../importFile.ts');
    const imported = await importAsking(workspace, file, question.ask);
    if (imported === null) return;
    const { mapId, maps: made, notes, taken } = imported;
    // What was brought back is all there is to bring back: the loss need not be told again.
    if (workspace.lost.get()) workspace.acknowledgeLoss();
    const lines = notes.slice(0, 5);
    const more = notes.slice(5);
    if (taken !== null) lines.unshift(taken);
    if (made > 1) lines.unshift(t('imported.maps', { count: made, name: file.name }));
    if (lines.length > 0) {
      notifications.show({
        title: t('imported.title', { name: file.name }),
        message: (
          <div className="notes">
            {lines.join('\n')}
            {more.length > 0 && (
              <details>
                <summary>{t('imported.moreNotes', { count: more.length })}</summary>
                {more.join('\n')}
              </details>
            )}
          </div>
        ),
        // What can be opened is not taken away while it is read.
        autoClose: more.length === 0 && (notes.length === 0 ? 8000 : 15_000),
      });
    }
    if (only && made === 1) goTo(mapAddress(mapId));
  };
  // One file that cannot be read does not keep the others out.
  const importAll = async (files: readonly File[]) => {
    for (const file of files) {
      if (await isDataFile(file)) setData((before) => ({ file, count: (before?.count ?? 0) + 1 }));
      else await attempt(() => importOne(file, files.length === 1), t('gallery.notImported', { name: file.name }));
    }
  };

  const live = maps ?? [];
  const twins = twinNumbers([...live, ...removed.filter((gone) => live.every(({ docId }) => docId !== gone.docId))]);
  const remove = (map: DocRow) =>
    attempt(async () => {
      const name = tileName(map.name, twins.get(map.docId), t);
      await workspace.deleteMap(map.docId);
      const id = `deleted-${map.docId}`;
      setRemoved((others) => [...others, map]);
      notifications.show({
        id,
        autoClose: 15_000,
        onClose: () => setRemoved((others) => others.filter(({ docId }) => docId !== map.docId)),
        message: (
          <span className="undo-note">
            {t('gallery.deleted', { name })}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                void attempt(() => workspace.restoreMap(map.docId));
              }}
            >
              {t('action.undo')}
            </Button>
          </span>
        ),
      });
    });

  const shown = (maps ?? []).filter((map) => map.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()));
  return (
    <div className="gallery">
      <header className="gallery-bar">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <h1>{t('gallery.heading')}</h1>
        <TextInput
          className="gallery-search"
          size="xs"
          type="search"
          value={wanted}
          aria-label={t('gallery.search')}
          placeholder={t('gallery.search')}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <ThemeButton />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default">
              {t('gallery.files')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => picker.current?.click()}>{t('gallery.import')}</Menu.Item>
            <Menu.Item onClick={() => setData({ file: null, count: 0 })}>{t('action.importData')}</Menu.Item>
            <Menu.Item onClick={() => attempt(() => backupWorkspace(workspace, null))}>{t('action.backup')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button className="gallery-new" size="xs" loading={busy} disabled={workspace.newer}>
              {t('gallery.new')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => attempt(async () => goTo(mapAddress(await createBlankMap(workspace))))}>
              {t('gallery.newBlank')}
            </Menu.Item>
            <Menu.Label>{t('gallery.fromTemplate')}</Menu.Label>
            {templateNames.map((name) => (
              <Menu.Item
                key={name}
                onClick={() => attempt(async () => goTo(mapAddress(await createSampleMap(workspace, name))))}
              >
                {t(`gallery.templates.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept=".json,.mmd,.mermaid,.md,.txt,.csv,.tsv,.tab,.xes,.xml,.gz"
          aria-label={t('gallery.import')}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void importAll(files);
          }}
        />
      </header>
      {workspace.kind === 'memory' && (
        <p className="banner" role="alert">
          {t(workspace.standsIn ? 'storage.meanwhile' : 'storage.memory')}{' '}
          {workspace.standsIn && (
            <Suspense fallback={null}>
              <RestoreOffer workspace={workspace} onAttempt={attempt} />
            </Suspense>
          )}
        </p>
      )}
      {workspace.newer && (
        <p className="banner" role="alert">
          {t('storage.newer')}
        </p>
      )}
      {lost && (
        <p className="banner" role="alert">
          {t('storage.lost')}{' '}
          <Suspense fallback={null}>
            <RestoreOffer workspace={workspace} onAttempt={attempt} />
          </Suspense>
          <Button size="compact-xs" onClick={() => picker.current?.click()}>
            {t('storage.restore')}
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={() => workspace.acknowledgeLoss()}>
            {t('storage.startAnew')}
          </Button>
        </p>
      )}
      <main className="gallery-maps">
        {shown.map((map) => (
          <MapTile
            key={map.docId}
            map={map}
            twin={twins.get(map.docId)}
            workspace={workspace}
            onRemove={() => remove(map)}
            onAttempt={attempt}
          />
        ))}
        {maps !== null && maps.length > 0 && shown.length === 0 && <p className="hint">{t('find.nothing')}</p>}
        {maps !== null && maps.length === 0 && <p className="hint">{t('gallery.empty')}</p>}
      </main>
      {forgets && (
        // At the foot: it is known a while after the maps are there, which must not move under the pointer.
        <p className="banner banner-foot" role="status">
          {t('storage.forgets')}{' '}
          <Button size="compact-xs" onClick={() => attempt(() => backupWorkspace(workspace, null))}>
            {t('action.backup')}
          </Button>
        </p>
      )}
      <StorageLine workspace={workspace} maps={maps?.length ?? 0} />
      <Suspense fallback={null}>
        <FileDrop onto="gallery" onFiles={importAll} />
        {data !== null && (
          <DataDialog
            key={data.count}
            file={data.file}
            editor={null}
            workspace={workspace}
            onHand={onHand}
            onClose={() => setData(null)}
          />
        )}
      </Suspense>
      {question.dialog}
    </div>
  );
}
