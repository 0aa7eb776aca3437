import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../storage/workspace.ts';
import { tileName, twinNumbers } from '../gallery/twinNumbers.ts';

/** What the gallery calls a map whose name is `name`, which may not be on disk yet. */
export function useTileName(workspace: Workspace, mapId: string, name: string): string {
  const { t } = useTranslation();
  const [number, setNumber] = useState<number>();
  useEffect(
    () =>
      workspace.watchMaps((maps) => {
        // One that was deleted meanwhile keeps the name under which that is said.
        if (maps.every(({ docId }) => docId !== mapId)) return;
        setNumber(twinNumbers(maps.map((map) => (map.docId === mapId ? { ...map, name } : map))).get(mapId));
      }),
    [workspace, mapId, name],
  );
  return tileName(name, number, t);
}
