import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { isDataFile } from '../dataImport/isDataFile.ts';
import { FileDrop } from '../gallery/FileDrop.tsx';
import { PartBoundary } from '../PartBoundary.tsx';

const DataDialog = lazy(() => import('../dataImport/lazyDataDialog.ts').then((module) => module.lazyDataDialog()));

/** Files with numbers: dropped on the map, asked for by an action, or brought along from the gallery. */
export function DataFiles({
  workspace,
  asked,
  takeHanded,
  onAsked,
  onClosed,
}: {
  workspace: Workspace;
  /** The action was chosen; `onAsked` is called when that has been seen. */
  asked: boolean;
  takeHanded: () => File | null;
  onAsked: () => void;
  onClosed: () => void;
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  /** Each file has a wizard of its own: the counter tells two apart. */
  const [open, setOpen] = useState<{ readonly file: File | null; readonly count: number } | null>(null);
  const start = (file: File | null) => setOpen((before) => ({ file, count: (before?.count ?? 0) + 1 }));
  useEffect(() => {
    const file = takeHanded();
    if (file !== null) setOpen({ file, count: 0 });
  }, [takeHanded]);
  useEffect(() => {
    if (!asked) return;
    setOpen({ file: null, count: 0 });
    onAsked();
  }, [asked, onAsked]);
  const take = async ([file]: File[]) => {
    if (file === undefined) return;
    if (await isDataFile(file)) start(file);
    else notifications.show({ message: t('dataFile.notHere', { name: file.name }), role: 'alert', autoClose: 15_000 });
  };
  return (
    <>
      <FileDrop onto="map" onFiles={(files) => void take(files)} />
      {open !== null && (
        <PartBoundary key={open.count} onClose={() => setOpen(null)}>
          <Suspense fallback={null}>
            <DataDialog
              key={open.count}
              file={open.file}
              editor={editor}
              workspace={workspace}
              onHand={() => {}}
              onClose={() => {
                setOpen(null);
                onClosed();
              }}
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
