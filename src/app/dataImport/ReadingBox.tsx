import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../exchange/data/dataApi.ts';

/** How far the worker is with a file, and the way to stop it. */
export function ReadingBox({
  busy,
  onCancel,
  onAside,
}: {
  busy: { readonly file: File; readonly progress: Progress | null };
  onCancel: () => void;
  /** Puts the box aside, so that the map can be used meanwhile; null where it is aside or there is no map. */
  onAside: (() => void) | null;
}) {
  const { t, i18n } = useTranslation();
  const { file, progress } = busy;
  const share = progress === null || progress.size === 0 ? undefined : progress.bytes / progress.size;
  return (
    <div className="data-reading">
      <p role="status">
        {progress === null
          ? t('data.reading.looking', { name: file.name })
          : t('data.reading.rows', {
              name: file.name,
              rows: new Intl.NumberFormat(i18n.language).format(progress.rows),
            })}
      </p>
      <progress aria-label={t('data.reading.progress')} value={share} />
      <div className="data-actions">
        {onAside !== null && (
          <Button size="compact-xs" variant="default" onClick={onAside}>
            {t('data.reading.aside')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t('data.reading.cancel')}
        </Button>
      </div>
    </div>
  );
}
