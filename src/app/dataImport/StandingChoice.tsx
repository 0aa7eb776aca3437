import '../../ui/choices.css';
import '@mantine/core/styles/RadioIndicator.css';
import '@mantine/core/styles/Radio.css';
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Standing } from './standing.ts';

/** Says which values on the map a file has too, and asks what becomes of them. Nothing is chosen beforehand. */
export function StandingChoice({
  standing: { all, typed, walks, files, links },
  choice,
  onChoice,
}: {
  standing: Standing;
  choice: 'replace' | 'keep' | null;
  onChoice: (choice: 'replace' | 'keep') => void;
}) {
  const { t, i18n } = useTranslation();
  const parts = [
    ...(typed > 0 ? [t('data.put.standing.typed', { count: typed })] : []),
    ...(walks > 0 ? [t('data.put.standing.walks', { count: walks })] : []),
    ...files.map(({ name, count }) => t('data.put.standing.file', { name, count })),
    ...(links > 0 ? [t('data.put.standing.links', { count: links })] : []),
  ];
  const what = new Intl.ListFormat(i18n.language).format(parts);
  return (
    <Radio.Group
      className="data-standing"
      size="xs"
      role="radiogroup"
      label={t('data.put.standing.title', { count: all })}
      description={t('data.put.standing.hint', { what })}
      value={choice}
      onChange={(value) => onChoice(value as 'replace' | 'keep')}
    >
      {(['replace', 'keep'] as const).map((value) => (
        <Radio key={value} size="xs" value={value} label={t(`data.put.standing.${value}`)} />
      ))}
      {choice === null && <p role="alert">{t('data.put.standing.choose')}</p>}
    </Radio.Group>
  );
}
