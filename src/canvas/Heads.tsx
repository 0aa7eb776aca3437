import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { showsCurves } from '../layout/curves.ts';
import { namelessRows } from '../layout/rowNames.ts';
import { pictograms } from '../model/pictograms.ts';
import { Pictogram } from '../ui/Pictogram.tsx';
import { beginName } from './beginName.ts';
import { CurveLegend, CurveScale } from './CurveLegend.tsx';
import { Head } from './Head.tsx';
import { useLaid, useMapView } from './mapView.ts';
import { rowName } from './names.ts';
import { ROW_HEADS, STAGE_HEADS, STEP_HEADS } from './navigate.ts';
import { BandHead, RowDetail } from './RowDetail.tsx';

/**
 * Stage, step and row heads: they keep their size on the screen and stay in view while the map is panned, moved by the
 * CSS variables `--vx`, `--vy` and `--zoom` that the map sets, without rendering anything.
 */
export const Heads = memo(function Heads() {
  const { t } = useTranslation();
  const editor = useEditor();
  const scene = useLaid((laid) => laid.scene);
  const { zoom } = useMapView();
  const lens = useSession((session) => session.lens);
  // One string, so that a zoom at which the same names have room renders nothing.
  const nameless = new Set(
    useStore(zoom, ({ value }) => namelessRows(scene.rows, scene.bands, value).join('\n')).split('\n'),
  );
  return (
    <>
      <div className="heads-top">
        <div className="heads-top-inner">
          {scene.stages.map((stage) => (
            <Head
              key={stage.id}
              kind="stage"
              id={stage.id}
              name={stage.name}
              className="head-stage"
              style={{ '--at': stage.x, '--span': stage.width } as React.CSSProperties}
              cursor={{
                stepId: scene.columns.find((column) => column.stageId === stage.id)?.stepId ?? '',
                rowKey: STAGE_HEADS,
              }}
              onRename={(name) => editor.run('renameStage', { id: stage.id, name })}
            />
          ))}
          {scene.columns
            .filter((column) => !column.collapsed)
            .map((column) => (
              <Head
                key={column.stepId}
                kind="step"
                id={column.stepId}
                name={column.name}
                className="head-step"
                style={
                  { '--at': column.cardX, '--span': column.x + column.width - column.cardX } as React.CSSProperties
                }
                after={() => {
                  const siblings = scene.columns.filter((other) => other.stageId === column.stageId);
                  const next = siblings[siblings.findIndex((other) => other.stepId === column.stepId) + 1];
                  const stepId = editor.run('addStep', { stageId: column.stageId, beforeId: next?.stepId ?? null });
                  beginName(editor, STEP_HEADS, { id: stepId, stepId });
                }}
                cursor={{ stepId: column.stepId, rowKey: STEP_HEADS }}
                onRename={(name) => editor.run('renameStep', { id: column.stepId, name })}
              />
            ))}
          <button
            type="button"
            className="head-add-stage"
            tabIndex={-1}
            style={{ '--at': scene.width } as React.CSSProperties}
            onClick={() => {
              const { stageId, stepId } = editor.run('addStage', {});
              beginName(editor, STAGE_HEADS, { id: stageId, stepId });
            }}
          >
            + {t('map.addStage')}
          </button>
        </div>
      </div>
      <div className="heads-left">
        <div className="heads-left-inner">
          {scene.bands.map((band) => (
            <BandHead key={band.personaId} band={band} />
          ))}
          {scene.rows.map((row, index) => (
            <Head
              key={row.key}
              kind={row.kind === 'lane' ? 'lane' : 'row'}
              id={row.laneId ?? row.valueId ?? ''}
              name={row.name}
              shown={rowName(row, t)}
              className={showsCurves(row) ? 'head-row head-curves' : 'head-row'}
              odd={index % 2 === 1}
              isBare={nameless.has(row.key)}
              style={{ '--at': row.y, '--span': row.height } as React.CSSProperties}
              cursor={{ stepId: ROW_HEADS, rowKey: row.key }}
              onRename={
                row.laneId !== null
                  ? (name) => editor.run('renameLane', { id: row.laneId as string, name })
                  : row.valueId !== null
                    ? (name) =>
                        editor.run('updateLibraryEntry', {
                          table: lens === 'channel' ? 'channels' : lens === 'device' ? 'devices' : 'departments',
                          id: row.valueId as string,
                          fields: { name },
                        })
                    : null
              }
              mark={
                row.icon !== null ? (
                  <span
                    className="head-mark"
                    style={{ '--mark': `var(--${row.color ?? 'grey'})` } as React.CSSProperties}
                  >
                    <Pictogram paths={pictograms[row.icon]} size={13} />
                  </span>
                ) : null
              }
              detail={
                row.kind === 'touchpoints' ? <RowDetail rowKey={row.key} /> : showsCurves(row) ? <CurveLegend /> : null
              }
            />
          ))}
          {scene.rows.filter(showsCurves).map((row) => (
            <CurveScale key={row.key} row={row} />
          ))}
        </div>
      </div>
      <div className="heads-corner" />
    </>
  );
});
