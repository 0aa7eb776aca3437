import type { TFunction } from 'i18next';
import type { CardContent } from '../layout/cardContent.ts';

/** The names of the personas to whom a card belongs, as a list in words. `language` is a BCP 47 tag. */
export function ownerNames({ owners }: CardContent, t: TFunction, language: string): string {
  return new Intl.ListFormat(language).format(owners.map(({ name }) => name || t('persona.unnamed')));
}
