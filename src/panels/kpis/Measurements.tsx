import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { seriesId } from '../../model/ids.ts';
import type { Kpi } from '../../model/records/kpi.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Point } from '../../model/records/series.ts';
import { chosenPlace, personaChoices, placeChoices, readPlace, writePlace } from './kpiPlaces.ts';
import { MeasurementForm } from './MeasurementForm.tsx';
import { PointLine } from './PointLine.tsx';
import { Standing } from './Standing.tsx';
import '../../ui/lists.css';

/** What was measured of a KPI at a place and of whom, with a form for more. The place follows what is chosen on the map. */
export function Measurements({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const personas = useDocuments(({ library }) => library.personas);
  const people = useMemo(() => personaChoices(map, { personas }, kpi.id, t), [map, personas, kpi.id, t]);
  const selection = useSession((session) => session.selection);
  const cursor = useSession((session) => session.cursor);
  const [other, setOther] = useState<{ at: unknown; place: string } | null>(null);
  const [personaId, setPersonaId] = useState<string>(EVERYONE);
  const [edited, setEdited] = useState<Point | null>(null);
  const chosen = chosenPlace(map, { selection, cursor });
  const choices = useMemo(() => placeChoices(map, t), [map, t]);
  // Choosing something else on the map goes before what was chosen here.
  const wanted = other?.at === writePlace(chosen) ? other.place : writePlace(chosen);
  const isThere = choices.some(({ items }) => items.some(({ value }) => value === wanted));
  const place = isThere ? readPlace(wanted) : chosen;
  const key = { kpiId: kpi.id, place, personaId };
  const points = map.series[seriesId(kpi.id, place, personaId)]?.points ?? [];
  return (
    <section aria-label={t('kpi.measurements')}>
      <div className="kpi-pair">
        <NativeSelect
          size="xs"
          label={t('kpi.place')}
          value={writePlace(place)}
          onChange={(event) => setOther({ at: writePlace(chosen), place: event.currentTarget.value })}
          data={choices}
        />
        <NativeSelect
          size="xs"
          label={t('kpi.persona')}
          value={personaId}
          onChange={(event) => setPersonaId(event.currentTarget.value)}
          data={[{ value: EVERYONE, label: t('persona.everyone') }, ...people]}
        />
      </div>
      <Standing
        kpi={kpi}
        place={place}
        personaIds={personaId === EVERYONE ? [] : [personaId]}
        isMeasured={points.length > 0}
      />
      <ul className="kpi-points">
        {[...points].reverse().map((point) => (
          <PointLine
            key={`${point.from}/${point.to}`}
            kpi={kpi}
            point={point}
            onEdit={() => setEdited(point)}
            onDelete={() => editor.run('removeMeasurement', { ...key, from: point.from, to: point.to })}
          />
        ))}
      </ul>
      <MeasurementForm
        key={`${writePlace(place)} ${personaId} ${edited?.from} ${edited?.to}`}
        kpi={kpi}
        start={edited}
        points={points}
        onSet={(point) => {
          editor.run('setMeasurement', { ...key, point });
          setEdited(null);
        }}
      />
    </section>
  );
}
