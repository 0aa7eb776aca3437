import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { allHandoffs } from '../../analysis/handoffs.ts';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { mapRecord } from '../../model/tables.ts';
import { KindWeights } from './KindWeights.tsx';
import { SentimentScale } from './SentimentScale.tsx';
import { TextField } from './TextField.tsx';
import '../../ui/choices.css';

/** The map itself: its name, scenario and state, and what it holds. */
export function MapDetails() {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const record = mapRecord(map);
  const handoffs = [...allHandoffs(map).values()];
  const count = (state: string) => handoffs.filter((handoff) => handoff.state === state).length;
  const facts: [string, number][] = [
    ['touchpoints', Object.keys(map.touchpoints).length],
    ['links', Object.keys(map.links).length],
    ['unreviewed', count('unreviewed')],
    ['smooth', count('smooth')],
    ['gap', count('gap')],
  ];
  return (
    <Stack gap={12}>
      <Text className="panel-place">{t('mapDetails.kind')}</Text>
      <TextField
        label={t('mapDetails.name')}
        value={record.name}
        prominent
        onChange={(name) => editor.run('updateMap', { name }, 'mapName')}
      />
      <TextField
        label={t('mapDetails.scenario')}
        value={record.scenario}
        multiline
        onChange={(scenario) => editor.run('updateMap', { scenario }, 'scenario')}
      />
      <div>
        <Text component="div" className="field-label" id="state-label">
          {t('mapDetails.state')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="state-label"
          value={record.state}
          onChange={(state) => editor.run('updateMap', { state: state as 'current' | 'future' })}
          data={(['current', 'future'] as const).map((value) => ({ value, label: t(`mapDetails.states.${value}`) }))}
        />
      </div>
      <dl className="facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`mapDetails.facts.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <KindWeights />
      <SentimentScale />
      <Text className="hint">{t('mapDetails.hint')}</Text>
    </Stack>
  );
}
