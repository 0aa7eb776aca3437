import { useTranslation } from 'react-i18next';

/** What of a file is not counted, in sentences; open where somebody should look at it. */
export function LeftOut({ lines, isOpen }: { lines: readonly string[]; isOpen: boolean }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details className="data-left" open={isOpen}>
      <summary>{t('data.put.leftOut')}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}
