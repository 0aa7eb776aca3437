import { ViewportPortal } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { frictionMark } from '../analysis/mark.ts';
import { useDocuments, useEditor, useSession } from '../editor/useEditor.ts';
import { cellKey } from '../layout/scene.ts';
import { pairId } from '../model/ids.ts';
import { bringIntoView } from './bringIntoView.ts';
import { useCanvas } from './canvasContext.ts';
import { cellTyping } from './cellTyping.ts';
import { cursorRect } from './cursorRect.ts';
import { feelingLabel } from './curveKeys.ts';
import { furtherValues } from './furtherValues.ts';
import { typeAt } from './gridEdits.ts';
import { useLaid, useMapView } from './mapView.ts';
import { markText } from './markText.ts';
import { rowName } from './names.ts';
import { ROW_HEADS, settleCursor } from './navigate.ts';
import { opportunityLabel } from './opportunityText.ts';
import { ownerNames } from './ownerNames.ts';
import './cursor.css';

/**
 * The one tab stop of the map: the focused cell of a grid whose other cells are not in the DOM. It is made anew for each
 * place, so that the focus moves and a screen reader reads where it is.
 */
export function CellCursor() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const laid = useLaid((state) => state);
  const wanted = useSession((session) => session.cursor);
  const editing = useSession((session) => session.editing);
  const feelingOf = useSession((session) => session.feelingOf);
  const goesOn = useSession(({ cursor: at, writtenAt }) => at !== null && at === writtenAt);
  const cursor = settleCursor(laid, wanted);
  const element = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const record = cursor ? laid.cells.get(cellKey(cursor.stepId, cursor.rowKey))?.[cursor.index]?.recordId : undefined;
  const text = useDocuments((documents) => {
    if (!record) return '';
    const { map } = documents;
    const opportunity = map.opportunities[record];
    if (opportunity) return opportunityLabel(opportunity, t);
    const piece = map.evidence[record];
    if (piece) return t('evidenceCard.label', { kind: t(`evidenceCard.kinds.${piece.kind}`), text: piece.text });
    const touchpoint = map.touchpoints[record];
    if (!touchpoint) return map.cards[record]?.text ?? '';
    const content = view.content.of(touchpoint, documents);
    const title = touchpoint.title || t('map.untitled');
    const { evidence, owners } = content;
    const owned =
      owners.length === 0 ? title : t('cell.owned', { title, names: ownerNames(content, t, i18n.language) });
    const friction = frictionMark(map.verdicts[pairId('verdict', record, record)], touchpoint);
    return [
      owned,
      ...furtherValues(content, t, i18n.language),
      ...(friction === null ? [] : [markText({ ...friction, strength: evidence?.strength ?? 'assumed' }, 'inside', t)]),
      ...(evidence === null ? [] : [t(`evidenceCard.${evidence.strength}`, { count: evidence.count })]),
    ].join('. ');
  });
  const isOpportunity = useDocuments(({ map }) => record !== undefined && map.opportunities[record] !== undefined);
  const felt = useDocuments((documents) => {
    const row = laid.scene.rows.find((candidate) => candidate.key === cursor?.rowKey);
    return cursor && row?.laneRole === 'emotion' && cursor.stepId !== ROW_HEADS
      ? feelingLabel(laid, documents, { feelingOf }, cursor, t)
      : null;
  });
  const place = cursor ? `${cursor.stepId}|${cursor.rowKey}|${cursor.index}` : '';

  useEffect(() => {
    if (place !== '' && hadFocus.current && editing === null) element.current?.focus({ preventScroll: true });
  }, [place, editing]);

  const { flow, area } = useCanvas();
  const attach = useCallback(
    (cell: HTMLDivElement) => {
      element.current = cell;
      return cellTyping(cell, (text) => {
        if (editor.session.getState().linkingFrom !== null) return;
        const here = settleCursor(view.laid.getState(), editor.session.getState().cursor);
        if (here !== null) typeAt(editor, view, here, text);
      });
    },
    [editor, view],
  );
  // A keyboard on the screen comes up for a text that is edited, not for every card that is touched.
  const inputMode = useMemo(() => (window.matchMedia('(pointer: coarse)').matches ? 'none' : 'text'), []);

  if (cursor === null) return null;
  const rect = cursorRect(laid, cursor);
  if (rect === null) return null;
  const column = laid.scene.columns.findIndex((candidate) => candidate.stepId === cursor.stepId);
  const row = laid.scene.rows.findIndex((candidate) => candidate.key === cursor.rowKey);
  const head = laid.scene.columns[column];
  const stage = laid.scene.stages.find((candidate) => candidate.id === head?.stageId);
  const count = laid.cells.get(cellKey(cursor.stepId, cursor.rowKey))?.length ?? 0;
  const label =
    felt ??
    t(isOpportunity ? 'cell.opportunity' : record ? 'cell.record' : 'cell.empty', {
      text: text || t('map.untitled'),
      stage: stage?.name || t('map.unnamed'),
      step: head?.name || t('map.unnamed'),
      row: laid.scene.rows[row] ? rowName(laid.scene.rows[row], t) : '',
      index: cursor.index + 1,
      count,
    });
  return (
    <ViewportPortal>
      <div
        role="grid"
        aria-label={t('map.grid')}
        aria-rowcount={laid.scene.rows.length + 2}
        aria-colcount={laid.scene.columns.length + 1}
        className="cursor-grid"
        style={{ transform: `translate(${rect.x}px, ${rect.y}px)` }}
      >
        <div role="row" aria-rowindex={row + 3}>
          <div
            key={place}
            ref={attach}
            role="gridcell"
            data-cursor={place}
            data-goes-on={(goesOn && record !== undefined) || undefined}
            aria-colindex={column + 2}
            aria-label={goesOn && record ? `${label}. ${t('cell.goesOn')}` : label}
            aria-selected={record !== undefined}
            tabIndex={0}
            contentEditable="plaintext-only"
            suppressContentEditableWarning
            inputMode={inputMode}
            spellCheck={false}
            className="cursor-cell"
            onCompositionStart={() => bringIntoView(view.laid.getState(), cursor, flow(), area())}
            style={{ width: rect.width, height: rect.height }}
            onFocus={() => {
              hadFocus.current = true;
              if (editor.session.getState().cursor === null)
                editor.session.setState({ cursor: settleCursor(view.laid.getState(), null) });
            }}
            onBlur={(event) => {
              // Removed cells lose the focus to nothing: it still belongs to the grid then.
              if (event.relatedTarget !== null) hadFocus.current = false;
            }}
          />
        </div>
      </div>
    </ViewportPortal>
  );
}
