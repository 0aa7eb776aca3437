import type { TFunction } from 'i18next';
import type { CardContent } from '../layout/cardContent.ts';

/**
 * Channels, devices and departments of a card that has more than one of them, a sentence for each: the first, which gives
 * the row, and what it has besides. The card itself has no room for their names. `language` is a BCP 47 tag.
 */
export function furtherValues(
  { channel, moreChannels, devices, departments }: CardContent,
  t: TFunction,
  language: string,
): string[] {
  const sets = {
    channel: channel === null ? [] : [channel, ...moreChannels],
    device: devices,
    department: departments,
  };
  const list = new Intl.ListFormat(language);
  return (['channel', 'device', 'department'] as const).flatMap((lens) => {
    const [first, ...more] = sets[lens].map(({ name }) => name || t('map.unnamed'));
    if (first === undefined || more.length === 0) return [];
    return [t('cell.further', { lens: t(`lens.${lens}`), first, more: list.format(more) })];
  });
}
