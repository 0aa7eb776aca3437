import { lazy, Suspense } from 'react';
import type { Workspace } from '../../storage/workspace.ts';
import type { Dialog } from '../actions/action.ts';
import { loadGapTexts } from '../review/gapTexts.ts';
import { loadOverviewTexts } from '../tables/overviewTexts.ts';
import { loadWalkTexts } from '../walk/walkTexts.ts';
import { FindDialog } from './FindDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PngDialog } from './PngDialog.tsx';
import { loadPanelTexts } from './panelTexts.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import './dialogs.css';

const ReviewDialog = lazy(async () => {
  const texts = Promise.all([loadPanelTexts(), loadGapTexts()]);
  const { ReviewDialog: dialog } = await import('../review/ReviewDialog.tsx');
  await texts;
  return { default: dialog };
});
const TablesDialog = lazy(async () => {
  const texts = loadOverviewTexts();
  const { TablesDialog: dialog } = await import('../tables/TablesDialog.tsx');
  await texts;
  return { default: dialog };
});
const SummaryDialog = lazy(async () => {
  const texts = loadOverviewTexts();
  const { SummaryDialog: dialog } = await import('../summary/SummaryDialog.tsx');
  await texts;
  return { default: dialog };
});

const EvidenceTable = lazy(() => import('../evidence/lazyTableDialog.ts').then((module) => module.lazyTableDialog()));
const WalkDialog = lazy(async () => {
  const texts = loadWalkTexts();
  const { WalkDialog: dialog } = await import('../walk/WalkDialog.tsx');
  await texts;
  return { default: dialog };
});

/** The dialog that is open. */
export function Dialogs({ dialog, workspace, onClose }: { dialog: Dialog; workspace: Workspace; onClose: () => void }) {
  if (dialog === 'find') return <FindDialog workspace={workspace} onClose={onClose} />;
  if (dialog === 'moveTo') return <MoveDialog onClose={onClose} />;
  if (dialog === 'png') return <PngDialog onClose={onClose} />;
  if (dialog === 'review') {
    return (
      <Suspense fallback={null}>
        <ReviewDialog onClose={onClose} />
      </Suspense>
    );
  }
  if (dialog === 'tables' || dialog === 'coverage') {
    return (
      <Suspense fallback={null}>
        <TablesDialog start={dialog === 'tables' ? 'handoffs' : 'coverage'} onClose={onClose} />
      </Suspense>
    );
  }
  if (dialog === 'summary') {
    return (
      <Suspense fallback={null}>
        <SummaryDialog onClose={onClose} />
      </Suspense>
    );
  }
  if (dialog === 'walks') {
    return (
      <Suspense fallback={null}>
        <WalkDialog onClose={onClose} />
      </Suspense>
    );
  }
  if (dialog === 'evidenceTable') {
    return (
      <Suspense fallback={null}>
        <EvidenceTable onClose={onClose} />
      </Suspense>
    );
  }
  return <ShortcutsDialog onClose={onClose} />;
}
