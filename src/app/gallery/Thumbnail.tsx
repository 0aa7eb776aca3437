import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Workspace } from '../../storage/workspace.ts';

/** A small picture of a map, by the painter of the exports. Painted when it comes into view. */
export function Thumbnail({ mapId, workspace, version }: { mapId: string; workspace: Workspace; version: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that the map has changed since it was painted
  useEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    let gone = false;
    const paint = async () => {
      const [{ documents }, { paintThumbnail }] = await Promise.all([
        workspace.load(mapId),
        import('./paintThumbnail.ts'),
      ]);
      if (!gone) await paintThumbnail(element, documents, scheme);
    };
    const watcher = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watcher.disconnect();
      // A map that cannot be read keeps an empty picture; opening it says what is wrong.
      paint().catch((error: unknown) => console.warn(error));
    });
    watcher.observe(element);
    return () => {
      gone = true;
      watcher.disconnect();
    };
  }, [mapId, workspace, version, scheme]);

  return <canvas ref={canvas} className="thumbnail" />;
}
