import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { spotlight } from '@mantine/spotlight';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuTarget } from '../canvas/canvasContext.ts';
import type { MapFlow } from '../canvas/feed.ts';
import { goToRecord } from '../canvas/goToRecord.ts';
import { focusGrid } from '../canvas/gridKeys.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { type MapView, MapViewContext } from '../canvas/mapView.ts';
import type { Editor } from '../editor/createEditor.ts';
import { PicturesContext } from '../editor/pictures.ts';
import { EditorContext } from '../editor/useEditor.ts';
import { mapRecord } from '../model/tables.ts';
import type { OpenMap } from '../storage/openMap.ts';
import type { Workspace } from '../storage/workspace.ts';
import type { ActionContext, Dialog } from './actions/action.ts';
import { ActionsContext } from './actions/actionsContext.ts';
import { actions } from './actions/registry.ts';
import { backupWorkspace } from './backupWorkspace.ts';
import { pasteContent } from './clipboard.ts';
import { download, fileName } from './download.ts';
import { failureText } from './failureText.ts';
import { Overlays } from './kpis/Overlays.tsx';
import { OpenSheet } from './personas/OpenSheet.tsx';
import { goTo } from './router.ts';
import { CatalogueDrop } from './shell/CatalogueDrop.tsx';
import { ContextMenu } from './shell/ContextMenu.tsx';
import { DataFiles } from './shell/DataFiles.tsx';
import { FilterBar } from './shell/FilterBar.tsx';
import { holdTyping } from './shell/holdTyping.ts';
import { hasOwnEscape, inField, ownDefault, takesKey } from './shell/keyUse.ts';
import { LiveRegion } from './shell/LiveRegion.tsx';
import { MapFoot } from './shell/MapFoot.tsx';
import { Notices } from './shell/Notices.tsx';
import { OpenDialogs } from './shell/OpenDialogs.tsx';
import { OpenWalk } from './shell/OpenWalk.tsx';
import { Rail } from './shell/Rail.tsx';
import { SidePanel } from './shell/SidePanel.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { useFocusMemory } from './shell/useFocusMemory.ts';
import { useGoTo } from './shell/useGoTo.ts';
import { useRefusals } from './shell/useRefusals.ts';
import './shell/shell.css';

interface EditorShellProps {
  readonly map: OpenMap<Editor>;
  readonly view: MapView;
  readonly workspace: Workspace;
  /** A record to go to. */
  readonly at: string | null;
  /** Gives the file with numbers that was brought along, once. */
  readonly takeHanded: () => File | null;
  /** Is called once the map is on the screen. */
  readonly onShown: () => void;
}

/** Everything around an open map: bars, panels, menus, dialogs, keys. */
export function EditorShell({ map, view, workspace, at, takeHanded, onShown }: EditorShellProps) {
  const { t } = useTranslation();
  const { editor } = map;
  const flow = useRef<MapFlow | null>(null);
  const area = useRef<HTMLElement | null>(null);
  const [zoom, setZoom] = useState(1);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [palette, setPalette] = useState(false);
  const [menu, setMenu] = useState<{ target: MenuTarget; point: { x: number; y: number } } | null>(null);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');

  const focusMemory = useFocusMemory(
    editor,
    view,
    useCallback(() => area.current, []),
  );

  const context = useMemo<ActionContext>(() => {
    const name = () => mapRecord(editor.documents().map).name;
    const fail = (error: unknown) =>
      notifications.show({
        color: 'red',
        autoClose: false,
        title: t('export.failed'),
        message: failureText(error, t, 'otherExport'),
        role: 'alert',
      });
    return {
      editor,
      view,
      t,
      target: null,
      flow: () => flow.current,
      area: () => area.current,
      shell: {
        openDialog: (wanted) => {
          focusMemory.note();
          holdTyping(document);
          setDialog(wanted);
        },
        openPalette: () => {
          focusMemory.note();
          holdTyping(document);
          setPalette(true);
          // The palette is fetched at its first use; it opens as soon as it is there.
          setTimeout(() => spotlight.open(), 0);
        },
        focusPanel: focusMemory.toPanel,
        toggleTheme: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
        goToGallery: () => goTo('#/'),
        exportFile: async (format) => {
          try {
            const { exportBlob, extensions } = await import('./exportBlob.ts');
            download(
              await exportBlob(editor.documents(), format, workspace.getAsset, {
                lens: editor.session.getState().lens,
              }),
              fileName(name(), extensions[format]),
            );
            if (format !== 'mermaid') return;
            const { leftOutNote } = await import('./leftOutNote.ts');
            const message = leftOutNote(editor.documents());
            if (message !== null) notifications.show({ message, autoClose: 15_000 });
          } catch (error) {
            fail(error);
          }
        },
        copyView: async () => {
          try {
            const { copyView } = await import('./viewPicture.ts');
            await copyView(area.current as HTMLElement);
            notifications.show({ message: t('export.viewCopied') });
          } catch (error) {
            fail(error);
          }
        },
        saveView: async () => {
          try {
            const { viewPicture } = await import('./viewPicture.ts');
            download(await viewPicture(area.current as HTMLElement), fileName(`${name()} ${t('export.view')}`, 'png'));
          } catch (error) {
            fail(error);
          }
        },
        backup: () =>
          backupWorkspace(workspace, { mapId: editor.mapId, documents: editor.documents() }).catch(
            (error: unknown) => void fail(error),
          ),
      },
    };
  }, [editor, view, t, scheme, setColorScheme, workspace, focusMemory]);

  useEffect(() => {
    const follow = () => {
      if (map.status.get() === 'readOnly') editor.makeReadOnly();
    };
    follow();
    return map.status.subscribe(follow);
  }, [map, editor]);
  useRefusals();
  useGoTo(context);

  useHotkeys(
    actions
      // The clipboard's own events serve copy and paste; a field keeps its keys.
      .filter((action) => action.id !== 'paste' && action.id !== 'edit')
      .flatMap((action) =>
        (action.keys ?? []).map(
          (key): HotkeyItem => [
            key,
            (event) => {
              if (!takesKey(event, key, action.id)) return;
              event.preventDefault();
              if (action.enabled?.(context) ?? true) void action.run(context);
            },
            ownDefault,
          ],
        ),
      )
      .concat([
        [
          'Escape',
          (event) => {
            if (!hasOwnEscape(event)) editor.session.setState({ selection: [], linkingFrom: null });
          },
          ownDefault,
        ],
      ]),
    [],
    true,
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (inField(event)) return;
      const { clipboardData } = event;
      if (clipboardData === null) return;
      event.preventDefault();
      pasteContent(context, clipboardData.getData('text/html'), clipboardData.getData('text/plain'));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [context]);

  const onReady = useCallback(
    (instance: MapFlow, element: HTMLElement) => {
      flow.current = instance;
      area.current = element;
      onShown();
      // A map that waits for its first touchpoint can be typed into at once.
      if (Object.keys(editor.documents().map.touchpoints).length > 0) return;
      if (document.activeElement === document.body) focusGrid(editor, view, element);
    },
    [onShown, editor, view],
  );
  useEffect(() => {
    if (at === null) return;
    const frame = requestAnimationFrame(() => goToRecord(editor, view, at, flow.current, area.current));
    return () => cancelAnimationFrame(frame);
  }, [at, editor, view]);

  const closeDialog = useCallback(() => {
    setDialog(null);
    focusMemory.back();
  }, [focusMemory]);
  const closeMenu = useCallback(() => {
    setMenu(null);
    focusMemory.back();
  }, [focusMemory]);

  const onMenu = useCallback(
    (target: MenuTarget, point: { x: number; y: number }) => {
      focusMemory.note();
      setMenu({ target, point });
    },
    [focusMemory],
  );

  return (
    <EditorContext.Provider value={editor}>
      <PicturesContext.Provider value={workspace}>
        <MapViewContext.Provider value={view}>
          <ActionsContext.Provider value={context}>
            <div className="editor">
              <button type="button" className="skip-link" onClick={() => focusGrid(editor, view, area.current)}>
                {t('map.skip')}
              </button>
              <TopBar map={map} workspace={workspace} />
              <Notices map={map} workspace={workspace} />
              <OpenWalk />
              <div className="editor-body">
                <Rail />
                <main className="editor-map">
                  <FilterBar />
                  <CatalogueDrop>
                    <MapCanvas onReady={onReady} onMenu={onMenu} onZoom={setZoom} layers={<Overlays />}>
                      <MapFoot zoom={zoom} />
                    </MapCanvas>
                  </CatalogueDrop>
                </main>
                <SidePanel />
              </div>
              <OpenSheet />
              <DataFiles
                workspace={workspace}
                asked={dialog === 'data'}
                takeHanded={takeHanded}
                onAsked={() => setDialog(null)}
                onClosed={focusMemory.back}
              />
              <LiveRegion />
              {menu !== null && <ContextMenu {...menu} onClose={closeMenu} />}
              <OpenDialogs
                palette={palette}
                dialog={dialog === 'data' ? null : dialog}
                workspace={workspace}
                onPaletteClosed={focusMemory.back}
                onClose={closeDialog}
              />
            </div>
          </ActionsContext.Provider>
        </MapViewContext.Provider>
      </PicturesContext.Provider>
    </EditorContext.Provider>
  );
}
