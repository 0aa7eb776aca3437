import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

interface GridHead {
  readonly key: string;
  readonly name: string;
  readonly mark?: ReactNode;
}

export interface GridCell {
  /** What is seen; null leaves the cell empty. */
  readonly content: ReactNode;
  /** What a screen reader says besides the heads. */
  readonly label: string;
  /** `data-kind` of the cell, for its looks. */
  readonly kind: string;
  readonly canOpen: boolean;
}

interface GridProps {
  readonly label: string;
  /** Names what the rows are and what the columns are. */
  readonly corner: { readonly rows: string; readonly columns: string };
  readonly rows: readonly GridHead[];
  readonly columns: readonly GridHead[];
  readonly cell: (row: number, column: number) => GridCell;
  readonly open: { readonly row: string; readonly column: string } | null;
  readonly onOpen: (row: string, column: string) => void;
}

/** A table of cells that open: one of them is the tab stop, arrow keys, Home and End go from cell to cell, Enter opens. */
export function Grid({ label, corner, rows, columns, cell, open, onOpen }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const here = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) };

  // The list beside it takes room from the table: what was chosen stays in sight.
  const opened = open === null ? '' : `${open.row} ${open.column}`;
  useEffect(() => {
    if (opened !== '')
      table.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [opened]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event, here, rows.length - 1, columns.length - 1);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells with heads is what the pattern asks for
    <table ref={table} role="grid" className="grid" aria-label={label} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td className="grid-corner">
            <span>{corner.columns} →</span>
            <span>{corner.rows} ↓</span>
          </td>
          {columns.map((head) => (
            <th key={head.key} scope="col">
              <div className="grid-head">
                {head.mark}
                <span>{head.name}</span>
              </div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((head, row) => (
          <tr key={head.key}>
            <th scope="row">
              <div className="grid-head">
                {head.mark}
                <span>{head.name}</span>
              </div>
            </th>
            {columns.map((other, column) => {
              const { content, label: said, kind, canOpen } = cell(row, column);
              const isOpen = open?.row === head.key && open.column === other.key;
              return (
                <td key={other.key} data-kind={kind} data-open={isOpen || undefined}>
                  <button
                    type="button"
                    className="grid-cell"
                    data-at={`${row},${column}`}
                    tabIndex={row === here.row && column === here.column ? 0 : -1}
                    aria-label={said}
                    aria-disabled={!canOpen || undefined}
                    aria-pressed={canOpen ? isOpen : undefined}
                    onFocus={() => setAt({ row, column })}
                    onClick={() => canOpen && onOpen(head.key, other.key)}
                  >
                    {content}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a key leads from a cell, or null where it is none of the grid's keys. */
function placeAfter(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: { row: number; column: number },
  lastRow: number,
  lastColumn: number,
): { row: number; column: number } | null {
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
