import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import type { Documents } from '../../model/tables.ts';
import type { DocRow } from '../../storage/database.ts';
import type { Workspace } from '../../storage/workspace.ts';
import { Apart } from './Apart.tsx';
import { apartHint, apartOffered } from './apartHint.ts';
import { BuildMap, type MapWish } from './BuildMap.tsx';
import { LeftOut } from './LeftOut.tsx';
import { LogTables } from './LogTables.tsx';
import { MapPage } from './MapPage.tsx';
import { suggestible } from './matchRows.ts';
import { leftOutWords } from './plans.ts';
import type { ReadFile } from './reading.ts';
import { toldApart } from './toldApart.ts';
import type { DataImport, Understood } from './useDataImport.ts';
import '../../ui/choices.css';

/** What can be done with a file that was read: of a log its figures and a new map; of all, figures for the open map. */
export function ReadPage({
  data,
  read,
  understood,
  open,
  workspace,
  busy,
  onMake,
  onHand,
  onDone,
}: {
  data: DataImport;
  read: ReadFile;
  understood: Understood;
  open: { readonly editor: Editor; readonly documents: Documents } | null;
  workspace: Workspace;
  busy: boolean;
  onMake: (wish: MapWish) => void;
  onHand: (mapId: string) => void;
  onDone: (said: string) => void;
}) {
  const { t } = useTranslation();
  const tabs = open === null ? (['build', 'figures'] as const) : (['map', 'figures', 'build'] as const);
  const [tab, setTab] = useState<'build' | 'figures' | 'map'>(
    open !== null && data.state.known ? 'map' : open === null ? 'build' : 'figures',
  );
  const onMap = useMemo(
    () =>
      Object.values(open?.documents.map.touchpoints ?? {}).map((each) => suggestible(each, open?.documents.library)),
    [open?.documents.map.touchpoints, open?.documents.library],
  );
  const map = open && <MapPage {...open} data={data} read={read} understood={understood} onDone={onDone} />;
  if (read.kind !== 'events') return map ?? <ChooseMap workspace={workspace} onHand={onHand} />;
  return (
    <>
      <div className="data-tabs">
        <SegmentedControl
          size="xs"
          aria-label={t('data.tabs.label')}
          value={tab}
          onChange={(value) => setTab(value as typeof tab)}
          data={tabs.map((value) => ({ value, label: t(`data.tabs.${value}`) }))}
        />
        {tab !== 'map' && (
          <Button size="xs" variant="default" onClick={() => data.goTo('understood')}>
            {t('data.back')}
          </Button>
        )}
      </div>
      <Apart
        offered={apartOffered(read, [])}
        apart={understood.matching.apart}
        hint={apartHint(read, [], onMap, understood.matching.apart)}
        onChange={(apart) => void data.read({ ...understood, matching: toldApart(understood.matching, apart, onMap) })}
      />
      {tab !== 'map' && <LeftOut isOpen lines={leftOutWords(read, [], t)} />}
      {tab === 'figures' && <LogTables log={read.data.log} />}
      {tab === 'build' && <BuildMap data={read.data} busy={busy} onMake={onMake} />}
      {tab === 'map' && map}
    </>
  );
}

/** Figures need a map: from the gallery it is chosen here, and the file goes along. */
function ChooseMap({ workspace, onHand }: { workspace: Workspace; onHand: (mapId: string) => void }) {
  const { t } = useTranslation();
  const [maps, setMaps] = useState<readonly DocRow[]>([]);
  useEffect(() => workspace.watchMaps(setMaps), [workspace]);
  return (
    <section className="data-card">
      <h3>{t('data.hand.title')}</h3>
      <p>{t('data.hand.hint')}</p>
      <ul className="data-hand">
        {maps.map((map) => (
          <li key={map.docId}>
            <Button size="xs" variant="default" onClick={() => onHand(map.docId)}>
              {map.name || t('gallery.unnamed')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
