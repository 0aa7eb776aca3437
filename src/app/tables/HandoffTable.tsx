import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allHandoffs, type Handoff } from '../../analysis/handoffs.ts';
import { handoffMatrix } from '../../analysis/matrix.ts';
import { type Lens, lensField } from '../../model/lens.ts';
import { pictograms } from '../../model/pictograms.ts';
import type { Documents } from '../../model/tables.ts';
import { Pictogram } from '../../ui/Pictogram.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { Grid, type GridCell } from './Grid.tsx';
import { HandoffLines } from './HandoffLines.tsx';

type Opened = { readonly from: string; readonly to: string } | 'possible' | 'notSet';

/** Who hands to whom: from each channel, device or department to each other, with the worst state and its severity. */
export function HandoffTable({
  docs,
  lens,
  onGoTo,
}: {
  docs: Documents;
  lens: Lens;
  onGoTo: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const handoffs = allHandoffs(docs.map);
  const matrix = handoffMatrix(docs, lens, handoffs);
  const entries = docs.library[lensField[lens]];
  const name = (id: string) => entries[id]?.name || t('map.unnamed');
  const cells = new Map(matrix.cells.map((cell) => [`${cell.from}>${cell.to}`, cell]));
  const heads = matrix.values.map((id) => ({
    key: id,
    name: name(id),
    mark: <Pictogram paths={pictograms[entries[id]?.icon ?? 'none']} size={16} />,
  }));

  const cellAt = (row: number, column: number): GridCell => {
    const from = matrix.values[row] as string;
    const to = matrix.values[column] as string;
    const ends = { from: name(from), to: name(to) };
    if (from === to) return { content: null, label: t('tables.same', ends), kind: 'same', canOpen: false };
    const cell = cells.get(`${from}>${to}`);
    if (cell === undefined) return { content: null, label: t('tables.none', ends), kind: 'none', canOpen: false };
    const state = t(`tables.states.${cell.again ? 'again' : cell.worst}`, { severity: cell.severity });
    return {
      content: (
        <>
          <StateMark state={cell.worst} severity={cell.severity} size={20} />
          <b>{cell.count}</b>
        </>
      ),
      label: t('tables.cell', { ...ends, count: cell.count, state }),
      kind: cell.worst,
      canOpen: true,
    };
  };
  const listed = (ids: readonly string[]) =>
    ids.flatMap((id): readonly Handoff[] => [handoffs.get(id)].filter((handoff) => handoff !== undefined));
  const openedIds =
    opened === null
      ? []
      : typeof opened === 'string'
        ? matrix[opened]
        : (cells.get(`${opened.from}>${opened.to}`)?.linkIds ?? []);
  const heading =
    opened === null
      ? ''
      : typeof opened === 'string'
        ? t(`tables.${opened}Title`)
        : t('tables.way', { from: name(opened.from), to: name(opened.to) });
  const isImplied = [...handoffs.values()].some(({ implied }) => implied);

  if (matrix.values.length === 0) return <p className="hint">{t('tables.empty')}</p>;
  return (
    <div className="tables-split" data-open={opened !== null || undefined}>
      <div className="tables-main">
        <div className="tables-scroll">
          <Grid
            label={t('tables.handoffsBy', { lens: t(`lens.${lens}`) })}
            corner={{ rows: t('tables.gives'), columns: t('tables.receives') }}
            rows={heads}
            columns={heads}
            cell={cellAt}
            open={opened !== null && typeof opened === 'object' ? { row: opened.from, column: opened.to } : null}
            onOpen={(from, to) => setOpened({ from, to })}
          />
        </div>
        <div className="tables-legend">
          {(['gap', 'unreviewed', 'settled', 'smooth'] as const).map((state) => (
            <span key={state}>
              <StateMark state={state} size={16} /> {t(`tables.legend.${state}`)}
            </span>
          ))}
          <span>{t('tables.legend.count')}</span>
        </div>
        {isImplied && <p className="hint">{t('tables.implied')}</p>}
        {(['possible', 'notSet'] as const).map(
          (kind) =>
            matrix[kind].length > 0 && (
              <button key={kind} type="button" className="tables-more" onClick={() => setOpened(kind)}>
                {t(`tables.${kind}`, { count: matrix[kind].length })}
              </button>
            ),
        )}
      </div>
      <aside className="tables-list" aria-label={t('tables.list')}>
        {opened === null ? (
          <p className="hint">{t('tables.openHint')}</p>
        ) : (
          <HandoffLines docs={docs} heading={heading} handoffs={listed(openedIds)} onGoTo={onGoTo} />
        )}
      </aside>
    </div>
  );
}
