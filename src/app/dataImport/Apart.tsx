import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ApartTrait, apartTraits } from '../../analysis/data/tellApart.ts';
import type { ApartHint } from './apartHint.ts';
import '../../ui/choices.css';

/** Values that are named in a sentence. */
const NAMED = 4;

/** By what activities, or rows of one place, are told apart; and why that would be well. */
export function Apart({
  offered,
  apart,
  hint,
  onChange,
}: {
  offered: readonly ApartTrait[];
  apart: readonly ApartTrait[];
  hint: ApartHint | null;
  onChange: (apart: readonly ApartTrait[]) => void;
}) {
  const { t, i18n } = useTranslation();
  if (offered.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language);
  return (
    <div className="data-apart">
      <fieldset>
        <legend>{t('data.apart.title')}</legend>
        {offered.map((trait) => (
          <Checkbox
            key={trait}
            size="xs"
            checked={apart.includes(trait)}
            label={t(`data.apart.${trait}`)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              onChange(apartTraits.filter((each) => (each === trait ? on : apart.includes(each))));
            }}
          />
        ))}
      </fieldset>
      {hint !== null && (
        <p className={hint.isOnMap ? 'data-ask' : 'hint'}>
          {t(`data.apart.${hint.isOnMap ? 'twins' : 'many'}.${hint.trait}`, {
            name: hint.name,
            values: list.format(hint.values.slice(0, NAMED)),
          })}
        </p>
      )}
    </div>
  );
}
