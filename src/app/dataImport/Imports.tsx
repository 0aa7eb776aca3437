import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { inOrder } from '../../model/order.ts';
import type { DataImport } from '../../model/records/dataImport.ts';
import type { MapTables } from '../../model/tables.ts';
import type { Said } from './said.ts';
import { type KeptOfImport, keptOfImports } from './standing.ts';

/** The files whose figures are on the map, with what of them is there now and what was left out. */
export function Imports({ editor, map, onSaid }: { editor: Editor; map: MapTables; onSaid: (said: Said) => void }) {
  const { t, i18n } = useTranslation();
  const all = inOrder(Object.values(map.dataImports)).reverse();
  const there = keptOfImports(map);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(i18n.language);
  /** A file can hold several tables, each put on the map by itself. */
  const nameOf = ({ fileName, table }: DataImport) =>
    table === undefined ? fileName : t('data.imports.tableOf', { name: fileName, table: number.format(table + 1) });
  const keptText = ({ points, evidence }: KeptOfImport) =>
    points + evidence === 0
      ? t('data.imports.keptNone')
      : [
          ...(points > 0 || evidence === 0
            ? [t('data.imports.kept', { count: points, all: number.format(points) })]
            : []),
          ...(evidence > 0 ? [t('data.put.evidence', { count: evidence, all: number.format(evidence) })] : []),
        ].join(' · ');
  return (
    <section className="data-card data-imports">
      <h3>{t('data.imports.title')}</h3>
      {all.length === 0 && <p className="hint">{t('data.imports.none')}</p>}
      <ul>
        {all.map((each) => (
          <li key={each.id}>
            <div>
              <b>{nameOf(each)}</b>
              <span>
                {t(`data.kinds.${each.kind}`)} · {when.format(new Date(each.importedAt))} ·{' '}
                {t('data.imports.rows', {
                  count: each.rows,
                  taken: number.format(each.rowsTaken),
                  all: number.format(each.rows),
                })}
              </span>
              <span>{keptText(there.get(each.id) ?? { points: 0, evidence: 0 })}</span>
              {each.leftOut !== '' && (
                <details>
                  <summary>{t('data.imports.leftOut')}</summary>
                  {each.leftOut.split('\n').map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </details>
              )}
            </div>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconTrash size={13} />}
              aria-label={t('data.imports.removeOf', { name: nameOf(each) })}
              onClick={() => {
                editor.run('removeImport', { id: each.id });
                onSaid({ text: t('data.imports.removed', { name: nameOf(each) }), isGone: true });
              }}
            >
              {t('data.imports.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
