import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { More } from './LogTables.tsx';

const LINES = 12;

export interface CompareLine {
  readonly key: string;
  readonly text: string;
  /** How the line is called where it can be added. */
  readonly name?: string;
  readonly onAdd?: () => void;
}

/** One list of a comparison, with its count and, in `note`, of what it is the count. Lines that can be added have a box to choose them and a button. */
export function CompareList({
  title,
  note,
  lines,
  picked,
  onPick,
}: {
  title: string;
  note?: string | undefined;
  lines: readonly CompareLine[];
  picked?: ReadonlySet<string>;
  onPick?: (key: string, on: boolean) => void;
}) {
  const { t, i18n } = useTranslation();
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? lines.length : LINES;
  return (
    <div>
      <h4>
        {title} <span className="data-count">{new Intl.NumberFormat(i18n.language).format(lines.length)}</span>
      </h4>
      {note !== undefined && <p className="hint">{note}</p>}
      {lines.length === 0 ? (
        <p className="hint">{t('data.compare.nothing')}</p>
      ) : (
        <ul>
          {lines.slice(0, shown).map(({ key, text, name, onAdd }) =>
            onAdd === undefined ? (
              <li key={key}>{text}</li>
            ) : (
              <li key={key} className="data-compare-line">
                <label>
                  <input
                    type="checkbox"
                    checked={picked?.has(key) ?? false}
                    onChange={(event) => onPick?.(key, event.currentTarget.checked)}
                  />
                  {text}
                </label>
                <button
                  type="button"
                  aria-label={t('data.compare.addOf', { name })}
                  title={t('data.compare.add')}
                  onClick={onAdd}
                >
                  <IconPlus size={14} aria-hidden />
                </button>
              </li>
            ),
          )}
        </ul>
      )}
      <More count={lines.length - shown} onMore={() => setIsLong(true)} />
    </div>
  );
}
