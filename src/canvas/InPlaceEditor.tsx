import { ViewportPortal } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor, useSession } from '../editor/useEditor.ts';
import { bringIntoView } from './bringIntoView.ts';
import { useCanvas } from './canvasContext.ts';
import { cursorRect } from './cursorRect.ts';
import { focusCell } from './focusCell.ts';
import { commitText, editCell, editRecord, recordAtCursor } from './gridEdits.ts';
import { placementNear, useLaid, useMapView } from './mapView.ts';
import { moveCursor, ROW_HEADS } from './navigate.ts';

/** The text of one box while it is edited in place: Enter and Tab take it over, Esc leaves it as it was. */
export function InPlaceEditor() {
  const { t } = useTranslation();
  const editor = useEditor();
  const view = useMapView();
  const { area, flow } = useCanvas();
  const editing = useSession((session) => session.editing);
  const laid = useLaid((state) => state);
  const text = useDocuments(({ map }) =>
    editing?.kind === 'record' ? (map.touchpoints[editing.id]?.title ?? map.cards[editing.id]?.text ?? '') : '',
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const place =
    editing === null
      ? ''
      : editing.kind === 'record'
        ? editing.id
        : `${editing.cursor.stepId}|${editing.cursor.rowKey}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is placed once for each box that is opened
  useEffect(() => {
    const element = field.current;
    if (element === null || editing === null) return;
    element.focus({ preventScroll: true });
    const typed = editing.initial ?? '';
    if (editing.kind === 'record' && editing.initial === null) element.select();
    else element.setSelectionRange(typed.length, typed.length);
    const cursor = editing.kind === 'new' ? editing.cursor : editor.session.getState().cursor;
    if (cursor) bringIntoView(view.laid.getState(), cursor, flow(), area());
  }, [place]);

  if (editing === null) return null;
  const near = editor.session.getState().cursor?.rowKey;
  const rect = editing.kind === 'record' ? placementNear(laid, editing.id, near) : cursorRect(laid, editing.cursor);
  if (!rect) return null;
  const refocus = () => focusCell(area());
  const commit = () => commitText(editor, view, field.current?.value ?? '', t);
  /** Ends editing with the focus in the cell in the same turn: the next key may follow at once. */
  const leave = (change: () => void) => {
    change();
    refocus();
  };

  return (
    <ViewportPortal>
      <textarea
        key={place}
        ref={field}
        className="in-place nodrag nopan nowheel"
        style={{
          transform: `translate(${rect.x}px, ${rect.y}px)`,
          width: rect.width,
          minHeight: Math.max(rect.height, 44),
        }}
        defaultValue={editing.initial ?? text}
        aria-label={t('cell.editing')}
        placeholder={editing.kind === 'new' ? t('cell.placeholder') : undefined}
        onBlur={() => {
          if (editor.session.getState().editing !== null) commit();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            leave(() => editor.session.setState({ editing: null }));
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            leave(commit);
          } else if (event.key === 'Tab') {
            event.preventDefault();
            flushSync(commit);
            const { cursor } = editor.session.getState();
            if (cursor) {
              const next = { ...moveCursor(view.laid.getState(), cursor, event.shiftKey ? 'left' : 'right'), index: 0 };
              if (next.stepId === cursor.stepId || next.stepId === ROW_HEADS) return refocus();
              editor.session.setState({ cursor: next });
              const record = recordAtCursor(editor, view);
              if (record) editRecord(editor, record);
              else editCell(editor, view, next, '', null);
              if (editor.session.getState().editing === null) refocus();
            }
          }
        }}
      />
    </ViewportPortal>
  );
}
