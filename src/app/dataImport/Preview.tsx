import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../exchange/data/dataApi.ts';
import { Choice } from './Choice.tsx';
import { columnsOf, type Reading, type Role, roleOf, rolesFor, withRole } from './reading.ts';
import { cellReader } from './understoodCells.ts';

/** Columns that are shown; of a wider table the others are named below. */
const COLUMNS = 40;

/** The first rows of a file as they were understood; above each column what it holds, to be changed. */
export function Preview({
  seen,
  reading,
  onChange,
}: {
  seen: Inspection;
  reading: Reading;
  onChange: (reading: Reading) => void;
}) {
  const { t, i18n } = useTranslation();
  const understood = useMemo(() => cellReader(seen, reading, i18n.language), [seen, reading, i18n.language]);
  const all = columnsOf(seen);
  // What has a role comes into view first, whatever stands before it.
  const columns = all
    .filter((column) => column.kind !== 'empty' || roleOf(reading, column.name) !== 'none')
    .slice(0, COLUMNS);
  const { rows, lines } =
    seen.format === 'xes' ? { rows: seen.xes.rows, lines: null } : { rows: seen.table.rows, lines: seen.table.lines };
  const roles = rolesFor(reading.kind).map((value) => ({ value, label: t(`data.roles.${value}`) }));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="data-preview" aria-label={t('data.preview.label')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="data-line">
                {t(lines === null ? 'data.preview.event' : 'data.preview.line')}
              </th>
              {columns.map((column) => {
                const role = roleOf(reading, column.name);
                return (
                  <th key={column.at} scope="col" data-role={role === 'none' ? undefined : role}>
                    <span className="data-column" title={column.question || column.name}>
                      {column.name}
                    </span>
                    <span className="data-column-kind">{t(`data.columnKinds.${column.kind}`)}</span>
                    <Choice
                      hidden
                      label={t('data.preview.roleOf', { column: column.name })}
                      value={role}
                      options={roles}
                      onChange={(value) => onChange(withRole(reading, column, value as Role))}
                    />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
              <tr key={at}>
                <td className="data-line">{lines?.[at] ?? at + 1}</td>
                {columns.map((column) => {
                  const cell = row[column.at] ?? '';
                  const role = roleOf(reading, column.name);
                  const read = understood(role, cell);
                  return (
                    <td
                      key={column.at}
                      data-kind={column.kind}
                      data-used={role === 'none' ? undefined : true}
                      title={cell.length > 30 ? cell : undefined}
                    >
                      {cell}
                      {read !== null && read !== cell && (
                        <small className="data-read" data-unread={read === 'unread' || undefined}>
                          {read === 'unread' ? t('data.preview.unread') : read}
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {all.length > columns.length && (
        <p className="hint">{t('data.preview.more', { count: all.length - columns.length })}</p>
      )}
    </>
  );
}
