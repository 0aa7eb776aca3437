import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
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
import { openWorkspace } from './storage/openWorkspace.ts';

const root = createRoot(document.getElementById('root') as HTMLElement);

async function start(): Promise<void> {
  await startLanguage();
  const workspace = await openWorkspace({ onBlocked: () => root.render(<StartProblem problem="blocked" />) });
  const scripting = createScripting(workspace);
  window.desirepath = scripting.api;
  root.render(<App workspace={workspace} scripting={scripting} />);
}

start().catch((error: unknown) => root.render(<StartProblem problem="failed" detail={String(error)} />));
