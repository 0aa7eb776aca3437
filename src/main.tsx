import './ui/mantine.css';
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-thai/400.css';
import '@fontsource/noto-sans-thai/600.css';
import './ui/tokens.css';
import './ui/touch.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { finishFieldsOnHide } from './app/finishFields.ts';
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

/** Milliseconds after which a database that does not answer is spoken of. */
const SILENCE = 6000;

async function open(): Promise<void> {
  let isOver = false;
  const silence = setTimeout(() => {
    root.render(
      <StartProblem
        problem="silent"
        onMemory={() => {
          isOver = true;
          openStandIn(new UnopenedError('the browser has not answered')).then(show, showFailure);
        }}
      />,
    );
  }, SILENCE);
  try {
    const workspace = await openWorkspace({
      onBlocked() {
        clearTimeout(silence);
        root.render(<StartProblem problem="blocked" />);
      },
    });
    if (!isOver) show(workspace);
  } catch (error) {
    if (isOver) return;
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
          onMemory={() => openStandIn(error).then(show, showFailure)}
        />,
      );
    showProblem(false);
  } finally {
    clearTimeout(silence);
  }
}

function showFailure(error: unknown): void {
  root.render(<StartProblem problem="failed" detail={String(error)} />);
}

finishFieldsOnHide(window);
startLanguage().then(open).catch(showFailure);
