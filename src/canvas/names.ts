import type { TFunction } from 'i18next';
import type { Row } from '../layout/scene.ts';

/** A row's name as shown: the "not set" row has none of its own. */
export function rowName(row: Row, t: TFunction): string {
  return row.name !== ''
    ? row.name
    : row.kind === 'touchpoints' && row.valueId === null
      ? t('map.notSet')
      : t('map.unnamed');
}
