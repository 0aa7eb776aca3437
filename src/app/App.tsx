import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Workspace } from '../storage/workspace.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Gallery } from './gallery/Gallery.tsx';
import { Messages } from './Messages.tsx';
import { cssVariables, makeTheme } from './mantineTheme.ts';
import { goTo, useRoute } from './router.ts';
import type { Scripting } from './scripting.ts';

const EditorScreen = lazy(() => import('./EditorScreen.tsx').then((module) => ({ default: module.EditorScreen })));

/** The gallery, or the editor of one map. */
export function App({ workspace, scripting }: { workspace: Workspace; scripting: Scripting }) {
  const route = useRoute();
  const [theme] = useState(makeTheme);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Messages />
      <ErrorBoundary key={route.screen === 'map' ? route.mapId : 'gallery'} onLeave={() => goTo('#/')}>
        <Suspense fallback={<div className="waiting" />}>
          {route.screen === 'map' ? (
            <EditorScreen
              key={route.mapId}
              mapId={route.mapId}
              at={route.at}
              workspace={workspace}
              scripting={scripting}
            />
          ) : (
            <Gallery workspace={workspace} />
          )}
        </Suspense>
      </ErrorBoundary>
    </MantineProvider>
  );
}
