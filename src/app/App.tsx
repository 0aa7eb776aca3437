import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { Workspace } from '../storage/workspace.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Gallery } from './gallery/Gallery.tsx';
import { Messages } from './Messages.tsx';
import { cssVariables, makeTheme } from './mantineTheme.ts';
import { goTo, mapAddress, useRoute } from './router.ts';
import type { Scripting } from './scripting.ts';

const EditorScreen = lazy(() => import('./EditorScreen.tsx').then((module) => ({ default: module.EditorScreen })));

/** The gallery, or the editor of one map. */
export function App({ workspace, scripting }: { workspace: Workspace; scripting: Scripting }) {
  const route = useRoute();
  const [theme] = useState(makeTheme);
  // A file with numbers that was dropped on the gallery goes along to the map it is for.
  const handed = useRef<File | null>(null);
  const takeHanded = useCallback(() => {
    const file = handed.current;
    handed.current = null;
    return file;
  }, []);
  const onHand = useCallback((file: File, mapId: string) => {
    handed.current = file;
    goTo(mapAddress(mapId));
  }, []);
  return (
    // It writes all variables itself: the sheet of the usual ones would say most of them again.
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      deduplicateCssVariables={false}
      defaultColorScheme="auto"
    >
      <Messages />
      <ErrorBoundary key={route.screen === 'map' ? route.mapId : 'gallery'} onLeave={() => goTo('#/')}>
        <Suspense fallback={<div className="waiting" />}>
          {route.screen === 'map' ? (
            <EditorScreen
              key={route.mapId}
              mapId={route.mapId}
              at={route.at}
              takeHanded={takeHanded}
              workspace={workspace}
              scripting={scripting}
            />
          ) : (
            <Gallery workspace={workspace} onHand={onHand} />
          )}
        </Suspense>
      </ErrorBoundary>
    </MantineProvider>
  );
}
