import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { mapRecord } from '../../model/tables.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { goTo, mapAddress } from '../router.ts';
import type { MapWish } from './BuildMap.tsx';
import { ChoosePage } from './ChoosePage.tsx';
import { isEvidence } from './isEvidence.ts';
import { makeMap } from './makeMap.ts';
import { leftOutWords } from './plans.ts';
import { problemText } from './problemText.ts';
import { ReadingBox } from './ReadingBox.tsx';
import { ReadPage } from './ReadPage.tsx';
import { refusedText } from './settingTexts.ts';
import { UnderstoodPage } from './UnderstoodPage.tsx';
import { useDataImport } from './useDataImport.ts';
import { useOpenDocuments } from './useOpenDocuments.ts';
import { usePasted } from './usePasted.ts';
import './dataImport.css';

const EvidenceTable = lazy(() => import('../evidence/lazyTableDialog.ts').then((module) => module.lazyTableDialog()));

interface DataDialogProps {
  readonly file: File | null;
  /** The open map; null in the gallery. */
  readonly editor: Editor | null;
  readonly workspace: Workspace;
  /** Opens a map with a file in hand. */
  readonly onHand: (file: File, mapId: string) => void;
  readonly onClose: () => void;
}

/** The message that says by which keys the figures of a new map are seen. */
const SHOWN = 'figures-shown';

/** From a file with numbers to figures on a map: what was understood, what was counted, where it belongs. */
export function DataDialog({ file, editor, workspace, onHand, onClose }: DataDialogProps) {
  const { t } = useTranslation();
  const documents = useOpenDocuments(editor);
  const { matchProfiles, touchpoints } = documents?.map ?? { matchProfiles: {}, touchpoints: {} };
  const pasted = usePasted(editor === null ? null : mapRecord(editor.documents().map).id);
  const titles = Object.values(touchpoints).map(({ title }) => title);
  const data = useDataImport(file, Object.values(matchProfiles), titles);
  const { page, understood, read, busy, problem, refused } = data.state;
  const [aside, setAside] = useState(false);
  const [making, setMaking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [done, setDone] = useState<string | null>(null);
  /** What somebody has said of these rows; null leaves it to their heads. */
  const [asEvidence, setAsEvidence] = useState<boolean | null>(null);
  const open = editor !== null && documents !== null ? { editor, documents } : null;
  // It would cover the buttons of the next file.
  useEffect(() => {
    notifications.hide(SHOWN);
  }, []);

  const make = async (wish: MapWish) => {
    if (read?.kind !== 'events' || understood === null) return;
    setMaking(true);
    setFailed(null);
    try {
      const { mapId, linkKpiId } = await makeMap(wish, read.data, understood, workspace, documents?.library ?? null, t);
      pasted.taken(understood.file);
      onClose();
      goTo(mapAddress(mapId, linkKpiId));
      const isTouch = matchMedia('(pointer: coarse)').matches;
      const leftOut = leftOutWords(read, [], t);
      const said = [
        ...(wish.wanted.size > 0 ? [t(isTouch ? 'data.build.shownTouch' : 'data.build.shown')] : []),
        ...(leftOut.length > 0 ? [t('data.build.leftOut', { what: leftOut.join(' ') })] : []),
      ];
      if (said.length > 0) notifications.show({ id: SHOWN, message: said.join(' '), autoClose: 20_000 });
    } catch (error) {
      setFailed(error);
    } finally {
      setMaking(false);
    }
  };
  const openFile = (next: File) => {
    setDone(null);
    setAsEvidence(null);
    void data.open(next);
  };

  const guessed = page === 'understood' && busy === null && understood?.profile === null && isEvidence(understood.seen);
  if (understood !== null && editor !== null && (asEvidence ?? guessed)) {
    return (
      <Suspense fallback={null}>
        <EvidenceTable
          file={understood.file}
          overrides={understood.overrides}
          onClose={onClose}
          onAdded={() => pasted.taken(understood.file)}
          onNumbers={() => setAsEvidence(false)}
        />
      </Suspense>
    );
  }
  if (busy !== null && aside && page !== 'read') {
    return (
      <section className="data-aside" aria-label={t('data.title')}>
        <ReadingBox
          busy={busy}
          onAside={null}
          onCancel={() => {
            setAside(false);
            data.cancel();
          }}
        />
      </section>
    );
  }
  let content: ReactNode;
  if (busy !== null && page !== 'read')
    content = <ReadingBox busy={busy} onAside={editor === null ? null : () => setAside(true)} onCancel={data.cancel} />;
  else if (done !== null)
    content = (
      <Done
        lines={done.split('\n')}
        onUndo={() => {
          editor?.undo();
          setDone(null);
          data.goTo('choose');
        }}
        onMore={() => {
          setDone(null);
          data.goTo('choose');
        }}
        onTable={
          understood?.seen.format === 'table' && understood.seen.table.tables.length > 1
            ? () => {
                setDone(null);
                data.goTo('understood');
              }
            : null
        }
        onClose={onClose}
      />
    );
  else if (page === 'understood' && understood !== null)
    content = (
      <UnderstoodPage
        data={data}
        understood={understood}
        profiles={Object.values(matchProfiles)}
        onEvidence={editor === null ? null : () => setAsEvidence(true)}
      />
    );
  else if (page === 'read' && read !== null && understood !== null)
    content = (
      <>
        {busy !== null && <ReadingBox busy={busy} onAside={null} onCancel={data.cancel} />}
        {/* A log is counted anew: what was said on the page meanwhile stays. */}
        <div hidden={busy !== null}>
          <ReadPage
            data={data}
            read={read}
            understood={understood}
            open={open}
            workspace={workspace}
            busy={making}
            onMake={(wish) => void make(wish)}
            onHand={(mapId) => onHand(understood.file, mapId)}
            onDone={(said) => {
              pasted.taken(understood.file);
              setDone(said);
            }}
          />
        </div>
      </>
    );
  else content = <ChoosePage editor={editor} map={documents?.map ?? null} pasted={pasted} onFile={openFile} />;
  const wrong = problem ?? failed;
  const named = problem !== null ? data.state.file : page === 'choose' ? null : (understood?.file ?? null);
  return (
    <Modal
      opened
      fullScreen
      classNames={{ title: 'data-title' }}
      onClose={onClose}
      title={named === null ? t('data.title') : t('data.titleOf', { name: named.name })}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      {wrong !== null && (
        <p role="alert" className="data-problem">
          {problemText(wrong)}
          {problem !== null && page === 'understood' && understood?.seen.format === 'table' && (
            <> {refusedText(refused, understood.seen.table, t)}</>
          )}
        </p>
      )}
      {content}
    </Modal>
  );
}

/** What was put on the map, and what was not. */
function Done({
  lines,
  onUndo,
  onMore,
  onTable,
  onClose,
}: {
  lines: readonly string[];
  onUndo: () => void;
  onMore: () => void;
  /** Goes on with the other tables of the file; null where it has none. */
  onTable: (() => void) | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [said, ...leftOut] = lines;
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  return (
    <section className="data-card data-done">
      <div role="status">
        <h3>{said}</h3>
      </div>
      {leftOut.length > 0 && <p>{t('data.put.leftOut')}</p>}
      <ul>
        {leftOut.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="data-actions">
        <Button size="xs" variant="default" onClick={onUndo}>
          {t('action.undo')}
        </Button>
        <Button size="xs" variant="default" onClick={onMore}>
          {t('data.put.more')}
        </Button>
        {onTable !== null && (
          <Button size="xs" variant="default" onClick={onTable}>
            {t('data.put.table')}
          </Button>
        )}
        <Button ref={main} size="xs" onClick={onClose}>
          {t('data.put.toMap')}
        </Button>
      </div>
    </section>
  );
}
