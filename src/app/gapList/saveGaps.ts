import { notifications } from '@mantine/notifications';
import type { TFunction } from 'i18next';
import { allGaps } from '../../analysis/gaps.ts';
import { allHandoffs } from '../../analysis/handoffs.ts';
import type { Editor } from '../../editor/createEditor.ts';
import { csvText } from '../../exchange/csvText.ts';
import { mapRecord } from '../../model/tables.ts';
import { download, fileName } from '../download.ts';
import { loadGapTexts } from '../review/gapTexts.ts';
import { loadGapListTexts } from './gapListTexts.ts';
import { gapRows } from './gapRows.ts';

/** Saves the list of gaps, as it is filtered and sorted, as a CSV file. */
export async function saveGaps(editor: Editor, t: TFunction): Promise<void> {
  await Promise.all([loadGapTexts(), loadGapListTexts()]);
  const docs = editor.documents();
  const { gapChoice: choice, personaFilter: personaIds } = editor.session.getState();
  const rows = gapRows(docs, allGaps(docs, allHandoffs(docs.map)), { choice, personaIds }, t);
  const name = fileName(`${mapRecord(docs.map).name} ${t('gapCsv.file')}`, 'csv');
  download(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }), name);
  notifications.show({ message: t('gapCsv.saved', { count: rows.length - 1, name }) });
}
