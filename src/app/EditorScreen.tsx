import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layOverLinks } from '../canvas/goToRecord.ts';
import { createMapView, type MapView } from '../canvas/mapView.ts';
import { type AnalysisBox, AnalysisContext } from '../editor/analysisContext.ts';
import { createEditor, type Editor } from '../editor/createEditor.ts';
import { createPretextMeasurer } from '../layout/pretextMeasurer.ts';
import type { Documents } from '../model/tables.ts';
import { type OpenMap, openMap } from '../storage/openMap.ts';
import { MapNotFoundError, type Workspace } from '../storage/workspace.ts';
import { documentTexts } from './documentTexts.ts';
import { EditorShell } from './EditorShell.tsx';
import { failureText } from './failureText.ts';
import { loadFonts, needsFonts } from './fonts.ts';
import { keepDrafts } from './keepDrafts.ts';
import type { Scripting } from './scripting.ts';

interface Opened {
  readonly map: OpenMap<Editor>;
  readonly view: MapView;
  readonly analysis: AnalysisBox;
}

/** Opens a map, shows its editor, and closes it when the screen is left. */
export function EditorScreen({
  mapId,
  at,
  takeHanded,
  workspace,
  scripting,
}: {
  mapId: string;
  /** A record to go to. */
  at: string | null;
  takeHanded: () => File | null;
  workspace: Workspace;
  scripting: Scripting;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const firstAt = useRef(at);
  const [problem, setProblem] = useState<{ readonly error: unknown } | null>(null);

  useEffect(() => {
    let gone = false;
    let leave = () => {};
    const open = async () => {
      const map = await openMap({ workspace, mapId, createEditor: (documents: Documents) => createEditor(documents) });
      await loadFonts(documentTexts(map.editor.documents()));
      if (gone) return void map.close();
      const measurer = createPretextMeasurer();
      const view = createMapView(map.editor, measurer);
      const leaveDrafts = keepDrafts(map.editor.session, mapId, () => window.sessionStorage);
      const analysis: AnalysisBox = { feed: null };
      const refresh = () => {
        measurer.clear();
        view.refresh();
      };
      // New letters may need a face that is not there yet; what was measured without it is laid out again.
      const stopFonts = map.editor.subscribe(({ patches }) => {
        const texts = patches
          .flatMap(({ value }) => (typeof value === 'object' && value !== null ? Object.values(value) : [value]))
          .filter(needsFonts);
        if (texts.length > 0) void loadFonts(texts);
      });
      document.fonts.addEventListener('loadingdone', refresh);
      leave = () => {
        document.fonts.removeEventListener('loadingdone', refresh);
        stopFonts();
        leaveDrafts();
        view.dispose();
        analysis.feed?.dispose();
        scripting.attach(null);
        void map.close();
      };
      // Before anything is drawn: afterwards all that is would be drawn again, and at once.
      if (firstAt.current !== null) layOverLinks(map.editor, firstAt.current);
      // In slices: the page stays usable while a large editor is drawn.
      startTransition(() => setOpened({ map, view, analysis }));
    };
    open().catch((error: unknown) => {
      if (!gone) setProblem({ error });
    });
    return () => {
      gone = true;
      leave();
    };
  }, [mapId, workspace, scripting]);

  const onShown = useCallback(() => {
    if (opened !== null) scripting.attach(opened.map);
  }, [opened, scripting]);

  if (problem !== null) {
    const isMissing = problem.error instanceof MapNotFoundError;
    return (
      <main className="start-problem" role="alert">
        <h1>{t(isMissing ? 'open.missing' : 'open.failed')}</h1>
        <p>{isMissing ? t('open.missingText') : failureText(problem.error, t, 'openAgain')}</p>
        <a href="#/">{t('action.gallery')}</a>
      </main>
    );
  }
  return opened === null ? (
    <div className="waiting" aria-busy="true" />
  ) : (
    <AnalysisContext.Provider value={opened.analysis}>
      <EditorShell
        key={mapId}
        at={at}
        takeHanded={takeHanded}
        onShown={onShown}
        map={opened.map}
        view={opened.view}
        workspace={workspace}
      />
    </AnalysisContext.Provider>
  );
}
