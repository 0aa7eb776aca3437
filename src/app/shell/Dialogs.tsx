import type { Workspace } from '../../storage/workspace.ts';
import type { Dialog } from '../actions/action.ts';
import { FindDialog } from './FindDialog.tsx';
import { PngDialog } from './PngDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import './dialogs.css';

/** The dialog that is open. */
export function Dialogs({ dialog, workspace, onClose }: { dialog: Dialog; workspace: Workspace; onClose: () => void }) {
  if (dialog === 'find') return <FindDialog workspace={workspace} onClose={onClose} />;
  if (dialog === 'png') return <PngDialog onClose={onClose} />;
  return <ShortcutsDialog onClose={onClose} />;
}
