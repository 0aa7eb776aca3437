import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isBrokenPattern, type PlaceRule } from '../../analysis/data/matchPlaces.ts';
import type { ApartTrait } from '../../analysis/data/tellApart.ts';
import { Choice, type ChoiceProps } from './Choice.tsx';

/** Rules for many rows at once: what a text contains, or a pattern; by channel and device too. */
export function PlaceRules({
  touchpoints,
  rules,
  besides,
  onRules,
}: {
  touchpoints: ChoiceProps['options'];
  rules: readonly PlaceRule[];
  /** What a rule about places can ask for besides. */
  besides: readonly ApartTrait[];
  onRules: (rules: readonly PlaceRule[]) => void;
}) {
  const { t } = useTranslation();
  const first = touchpoints.flatMap((option) => ('items' in option ? option.items : option))[0]?.value;
  const set = (at: number, change: Partial<PlaceRule>) =>
    onRules(rules.map((rule, index) => (index === at ? { ...rule, ...change } : rule)));
  return (
    <details className="data-rules">
      <summary>{t('data.rules.title', { count: rules.length })}</summary>
      <p className="hint">{t('data.rules.hint')}</p>
      <ul>
        {rules.slice(0, 200).map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no other name than its place, and keeps it while it is edited
          <li key={at}>
            <Choice
              hidden
              label={t('data.rules.column')}
              value={rule.column}
              options={(['place', 'channel', 'device'] as const).map((value) => ({
                value,
                label: t(`data.match.columns.${value}`),
              }))}
              onChange={(column) => set(at, { column: column as PlaceRule['column'] })}
            />
            <Choice
              hidden
              label={t('data.rules.how')}
              value={rule.how}
              options={(['equals', 'contains', 'pattern'] as const).map((value) => ({
                value,
                label: t(`data.rules.hows.${value}`),
              }))}
              onChange={(how) => set(at, { how: how as PlaceRule['how'] })}
            />
            <TextInput
              size="xs"
              value={rule.text}
              maxLength={2000}
              aria-label={t('data.rules.text')}
              error={isBrokenPattern(rule) ? t('data.rules.broken') : undefined}
              onChange={(event) => set(at, { text: event.currentTarget.value })}
            />
            {rule.column === 'place' &&
              besides.map((part) => (
                <TextInput
                  key={part}
                  size="xs"
                  className="data-rule-besides"
                  value={rule[part] ?? ''}
                  maxLength={2000}
                  aria-label={t(`data.rules.besides.${part}`)}
                  placeholder={t(`data.rules.${rule[part] === '' ? 'none' : 'any'}.${part}`)}
                  onChange={(event) => set(at, { [part]: event.currentTarget.value || undefined })}
                />
              ))}
            <span aria-hidden="true">→</span>
            <Choice
              hidden
              label={t('data.match.touchpoint')}
              value={rule.touchpointId}
              options={touchpoints}
              onChange={(touchpointId) => set(at, { touchpointId })}
            />
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('data.rules.remove', { text: rule.text })}
              onClick={() => onRules(rules.filter((_, index) => index !== at))}
            >
              <IconX size={13} />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} />}
        disabled={first === undefined}
        onClick={() =>
          onRules([...rules, { how: 'contains', column: 'place', text: '', touchpointId: first as string }])
        }
      >
        {t('data.rules.add')}
      </Button>
    </details>
  );
}
