import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useSession } from '../editor/useEditor.ts';
import { bringFieldIntoView } from './bringIntoView.ts';
import { useCanvas } from './canvasContext.ts';
import { useHeadDrag } from './useHeadDrag.tsx';
import '../ui/hueMark.css';
import '../ui/nameField.css';
import './heads.css';

interface HeadProps {
  readonly kind: 'stage' | 'step' | 'lane' | 'row';
  readonly id: string;
  readonly name: string;
  /** The name as shown when it differs from the one that is edited. */
  readonly shown?: string;
  readonly className: string;
  readonly odd?: boolean;
  /** There is no room for its name at this zoom. */
  readonly isBare?: boolean;
  readonly style: CSSProperties;
  readonly cursor: { readonly stepId: string; readonly rowKey: string };
  /** Null when the name is not the user's to change. */
  readonly onRename: ((name: string) => void) | null;
  /** Adds a sibling after this one; its button shows while the head is pointed at. */
  readonly after?: () => void;
  readonly mark?: ReactNode;
  readonly detail?: ReactNode;
}

/**
 * A head of the grid: click its title or press F2 or Enter to rename, drag it or press Alt and an arrow to move it, use its
 * button, the right mouse key or Shift+F10 for more.
 */
export function Head({
  kind,
  id,
  name,
  shown,
  className,
  odd,
  isBare,
  style,
  cursor,
  onRename,
  after,
  mark,
  detail,
}: HeadProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { onMenu, flow, area } = useCanvas();
  /** What the field for the name begins with; null while there is none. */
  const [text, setText] = useState<string | null>(null);
  const renaming = text !== null;
  const openMenu = (x: number, y: number) => onMenu({ kind, id }, { x, y });
  const drag = useHeadDrag(kind, renaming ? '' : id);
  const title = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const here = useSession(
    (session) => session.cursor?.stepId === cursor.stepId && session.cursor.rowKey === cursor.rowKey,
  );

  useEffect(() => {
    if (here && !renaming) title.current?.focus({ preventScroll: true });
  }, [here, renaming]);

  useEffect(() => {
    if (!renaming || field.current === null) return;
    // Not by `autoFocus`: it scrolls whatever lies between, and heads that have scrolled stand beside their columns.
    field.current.focus({ preventScroll: true });
    bringFieldIntoView(field.current, flow(), area());
  }, [renaming, flow, area]);

  const isAsked = useSession((session) => id !== '' && session.naming === id);
  useEffect(() => {
    if (!isAsked) return;
    setText(name);
    editor.session.setState({ naming: null });
  }, [isAsked, name, editor]);

  const finish = (value: string | null) => {
    setText(null);
    if (value !== null && value.trim() !== name) onRename?.(value.trim());
  };
  const label = shown ?? (name || t(`head.unnamed.${kind}`));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the right mouse key only repeats what the buttons inside do
    <div
      className={`head ${className}`}
      data-odd={odd || undefined}
      data-bare={isBare || undefined}
      data-head={kind}
      data-id={id}
      data-held={drag.isHeld || undefined}
      style={style}
      {...drag.handlers}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
        // On a touch screen a long press that has not moved the head asks for its menu.
        if (drag.wasDragged()) return;
        drag.cancel();
        openMenu(event.clientX, event.clientY);
      }}
    >
      {mark}
      <div className="head-texts">
        {renaming && kind === 'row' && <small className="head-hint">{t('head.everywhere')}</small>}
        {renaming ? (
          <input
            ref={field}
            className="head-input"
            defaultValue={text}
            aria-label={t('head.rename', { name: label })}
            // What was typed already is written on; a name that was opened is written over.
            onFocus={({ currentTarget: input }) =>
              input.setSelectionRange(text === name ? 0 : text.length, text.length)
            }
            onBlur={(event) => finish(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                // Or the same press would click the title, which has the focus by then.
                event.preventDefault();
                finish(event.currentTarget.value);
              }
              if (event.key === 'Escape') finish(null);
            }}
          />
        ) : (
          <button
            ref={title}
            type="button"
            className="head-title"
            data-empty={name === '' || undefined}
            tabIndex={here ? 0 : -1}
            title={label}
            onClick={() => {
              editor.session.setState({ cursor: { ...cursor, index: 0 }, selection: [] });
              if (onRename) setText(name);
            }}
            onKeyDown={(event) => {
              if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') {
                event.preventDefault();
                event.stopPropagation();
                const box = event.currentTarget.getBoundingClientRect();
                openMenu(box.left, box.bottom);
              }
              // As on a card: a letter begins the text anew, so that nothing typed is lost. Figures are hotkeys.
              const isLetter = /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
              if ((event.key === 'F2' || isLetter) && onRename) {
                event.preventDefault();
                setText(isLetter ? event.key : name);
              }
            }}
          >
            {label}
          </button>
        )}
        {detail !== null && detail !== undefined && <span className="head-detail">{detail}</span>}
      </div>
      {after !== undefined && (
        <button
          type="button"
          className="head-more"
          tabIndex={-1}
          aria-label={t('map.addStep', { name: label })}
          onClick={after}
        >
          +
        </button>
      )}
      {id !== '' && (
        <button
          type="button"
          className="head-more"
          tabIndex={-1}
          aria-label={t('head.more', { name: label })}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            openMenu(box.left, box.bottom + 2);
          }}
        >
          ⋯
        </button>
      )}
      {drag.line}
    </div>
  );
}
