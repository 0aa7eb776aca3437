import { notifications } from '@mantine/notifications';
import { placeCursorOn } from '../canvas/gridEdits.ts';
import { rowName } from '../canvas/names.ts';
import { settleCursor } from '../canvas/navigate.ts';
import { copyFragment, type Fragment, type PasteRow } from '../commands/fragments.ts';
import { announce } from '../editor/session.ts';
import { holdsTexts } from '../model/records/lane.ts';
import { schemas } from '../model/tables.ts';
import type { ActionContext } from './actions/action.ts';

const MARK = 'desirepath/fragment:1\n';

/** Puts the chosen boxes on the clipboard: their texts for other programs, and the records for Desirepath, in HTML. */
export async function copySelection({ editor, t }: ActionContext, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const fragment = copyFragment(editor.documents(), ids);
  const plain = [...fragment.touchpoints.map((tp) => tp.title), ...fragment.cards.map((card) => card.text)].join('\n');
  const html = document.createElement('div');
  html.dataset.desirepath = MARK + JSON.stringify(fragment);
  html.textContent = plain;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([html.outerHTML], { type: 'text/html' }),
      }),
    ]);
  } catch {
    announce(editor.session, t('said.copyRefused'));
    return false;
  }
  announce(editor.session, t('said.copied', { count: ids.length }));
  return true;
}

/** Reads the clipboard and pastes it where the cursor is. */
export async function pasteFromClipboard(context: ActionContext): Promise<void> {
  const { editor, t } = context;
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item?.types.includes(type) ? await (await item.getType(type)).text() : '');
    pasteContent(context, await read('text/html'), await read('text/plain'));
  } catch {
    announce(editor.session, t('said.pasteRefused'));
  }
}

/** Pastes a fragment of a map, or a range of a spreadsheet, or lines of text, at the cursor. One gesture. */
export function pasteContent(context: ActionContext, html: string, plain: string): void {
  const { editor, view, t } = context;
  const laid = view.laid.getState();
  const cursor = settleCursor(laid, editor.session.getState().cursor);
  const stepId =
    laid.scene.columns.find((column) => column.stepId === cursor?.stepId)?.stepId ?? laid.scene.columns[0]?.stepId;
  if (cursor === null || stepId === undefined) return;
  const fragment = readFragment(html);
  const { lens } = editor.session.getState();
  const from = Math.max(
    0,
    laid.scene.rows.findIndex((row) => row.key === cursor.rowKey),
  );
  const rows = laid.scene.rows.slice(from).filter((row) => holdsTexts(row.laneRole));
  const [first] = rows;
  const places = rows.map(
    (row): PasteRow => (row.laneId !== null ? { laneId: row.laneId } : { lens, value: row.valueId }),
  );
  let made: string[];
  if (fragment !== null) {
    made = editor.run('pasteFragment', {
      fragment,
      stepId,
      row: first?.key === cursor.rowKey ? (places[0] ?? null) : null,
    });
  } else {
    const range = readRange(plain);
    const last = rows.at(-1);
    if (range.length === 0 || last === undefined) return;
    made = editor.run('pasteRange', { range, stepId, rows: places });
    const count = range.length - rows.length;
    if (count > 0)
      notifications.show({ message: t('said.pastedBelow', { count, row: rowName(last, t) }), autoClose: 15_000 });
  }
  const [one] = made;
  if (one !== undefined) placeCursorOn(editor, view, one);
  editor.session.setState({ selection: made });
  announce(editor.session, t('said.pasted', { count: made.length }));
}

/** A fragment in pasted HTML, checked record by record: the clipboard is as foreign as a file. */
export function readFragment(html: string): Fragment | null {
  const source = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-desirepath]')
    ?.dataset.desirepath;
  if (!source?.startsWith(MARK)) return null;
  try {
    const raw = JSON.parse(source.slice(MARK.length)) as Record<string, unknown>;
    const list = (value: unknown) => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);
    const column = (value: unknown) => (Number.isInteger(value) ? Math.min(200, Math.max(0, value as number)) : 0);
    const { map, library } = schemas;
    const tables = (raw.library ?? {}) as Record<string, Record<string, unknown>>;
    const entries = (name: keyof typeof library) =>
      Object.fromEntries(
        Object.values(tables[name] ?? {}).flatMap((entry) => {
          const parsed = library[name].safeParse(entry);
          return parsed.success ? [[(parsed.data as { id: string }).id, parsed.data]] : [];
        }),
      );
    return {
      touchpoints: list(raw.touchpoints).flatMap((item) => {
        const parsed = map.touchpoints.safeParse(item);
        return parsed.success ? [{ ...parsed.data, column: column(item.column) }] : [];
      }),
      cards: list(raw.cards).flatMap((item) => {
        const parsed = map.cards.safeParse(item);
        return parsed.success
          ? [{ ...parsed.data, column: column(item.column), laneName: String(item.laneName ?? '') }]
          : [];
      }),
      links: list(raw.links).flatMap((item) => map.links.safeParse(item).data ?? []),
      sentiments: list(raw.sentiments).flatMap((item) => map.sentiments.safeParse(item).data ?? []),
      library: {
        channels: entries('channels'),
        devices: entries('devices'),
        departments: entries('departments'),
        personas: entries('personas'),
        kpis: {},
      } as Fragment['library'],
    };
  } catch {
    return null;
  }
}

/** Lines and tab-separated cells, as spreadsheets put them on the clipboard; quoted cells may hold line breaks. */
export function readRange(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const value = match[1] ?? '';
    lines
      .at(-1)
      ?.push(
        value.startsWith('"') && value.endsWith('"') && value.length > 1
          ? value.slice(1, -1).replaceAll('""', '"')
          : value,
      );
    if (match[2] === '') break;
    if (match[2] !== '\t') lines.push([]);
  }
  while (lines.length > 0 && lines.at(-1)?.every((value) => value.trim() === '')) lines.pop();
  return lines;
}
