import './ui/mantine.css';
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-thai/400.css';
import '@fontsource/noto-sans-thai/600.css';
import './ui/tokens.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startLanguage } from './app/i18n.ts';
import { StartProblem } from './app/StartProblem.tsx';
import { createScripting } from './app/scripting.ts';
import { openStandIn, openWorkspace } from './storage/openWorkspace.ts';
import { UnopenedError, type Workspace } from './storage/workspace.ts';

const root = createRoot(document.getElementById('root') as HTMLElement);

function show(workspace: Workspace): void {
  const scripting = createScripting(workspace);
  window.desirepath = scripting.api;
  root.render(<App workspace={workspace} scripting={scripting} />);
}

async function open(): Promise<void> {
  try {
    show(await openWorkspace({ onBlocked: () => root.render(<StartProblem problem="blocked" />) }));
  } catch (error) {
    if (!(error instanceof UnopenedError)) throw error;
    const showProblem = (busy: boolean) =>
      root.render(
        <StartProblem
          problem="unopened"
          // Dexie says again on a second line what the browser has said.
          detail={String(error.cause).split('\n')[0]}
          busy={busy}
          onRetry={() => {
            showProblem(true);
            open().catch(showFailure);
          }}
          onMemory={() => show(openStandIn(error))}
        />,
      );
    showProblem(false);
  }
}

function showFailure(error: unknown): void {
  root.render(<StartProblem problem="failed" detail={String(error)} />);
}

startLanguage().then(open).catch(showFailure);
