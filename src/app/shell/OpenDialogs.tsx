import { lazy, Suspense, useEffect } from 'react';
import type { Workspace } from '../../storage/workspace.ts';
import type { Dialog } from '../actions/action.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { lazyDialogs } from './lazyDialogs.ts';

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })));
const Dialogs = lazy(lazyDialogs);

/** The palette, once it was asked for, and the dialog that is open. */
export function OpenDialogs({
  palette,
  dialog,
  workspace,
  onPaletteClosed,
  onClose,
}: {
  palette: boolean;
  dialog: Dialog | null;
  workspace: Workspace;
  onPaletteClosed: () => void;
  onClose: () => void;
}) {
  // Fetched while nothing else is to be done, so that what is typed after a key goes into what that opens, and what must be said is there.
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('./Palette.tsx').catch(() => undefined);
      void lazyDialogs().catch(() => undefined);
      void import('./lazyDeletedNotice.ts').catch(() => undefined);
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <PartBoundary>
        <Suspense fallback={null}>{palette && <Palette onClose={onPaletteClosed} />}</Suspense>
      </PartBoundary>
      <PartBoundary key={dialog} onClose={onClose}>
        <Suspense fallback={null}>
          {dialog !== null && <Dialogs dialog={dialog} workspace={workspace} onClose={onClose} />}
        </Suspense>
      </PartBoundary>
    </>
  );
}
