import { ViewportPortal } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { useLaid } from './mapView.ts';

/** What lies under the boxes: the tints of the rows, and what folded or collapsed cells hold. */
export const Ground = memo(function Ground() {
  const { t } = useTranslation();
  const editor = useEditor();
  const scene = useLaid((laid) => laid.scene);
  const unfolded = useSession((session) => session.unfolded);
  const collapsedRows = new Set(scene.rows.filter((row) => row.collapsed).map((row) => row.key));
  const collapsedSteps = new Set(scene.columns.filter((column) => column.collapsed).map((column) => column.stepId));
  return (
    <ViewportPortal>
      <div className="ground" style={{ width: scene.width, height: scene.height }}>
        {scene.rows.map((row, index) => (
          <div
            key={row.key}
            className="ground-row"
            data-odd={index % 2 === 1 || undefined}
            style={{ top: row.y, height: row.height }}
          />
        ))}
        {scene.bands.map((band) => (
          <div
            key={band.personaId}
            className="ground-band"
            style={{ top: band.y, height: band.height, '--mark': `var(--${band.look.color})` } as CSSProperties}
          />
        ))}
      </div>
      {scene.folds.map((fold) => (
        <button
          key={fold.cell}
          type="button"
          tabIndex={-1}
          className="fold nodrag nopan"
          style={{ transform: `translate(${fold.x}px, ${fold.y}px)`, width: fold.width, height: fold.height }}
          aria-label={t('map.unfold', { count: fold.count })}
          onClick={() => editor.session.setState({ unfolded: new Set([...unfolded, fold.cell]) })}
        >
          +{fold.count}
        </button>
      ))}
      {scene.cells
        .filter((cell) => collapsedRows.has(cell.rowKey) || collapsedSteps.has(cell.stepId))
        .map((cell) => (
          <div
            key={cell.cell}
            className="cell-summary"
            data-state={cell.worst}
            style={{ transform: `translate(${cell.x}px, ${cell.y}px)`, width: cell.width, height: cell.height }}
          >
            <span>{cell.count}</span>
          </div>
        ))}
    </ViewportPortal>
  );
});
