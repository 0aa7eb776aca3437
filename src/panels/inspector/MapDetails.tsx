import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { membersIndex } from '../../analysis/audience.ts';
import { countsOf, seenBy } from '../../analysis/counts.ts';
import { allHandoffs } from '../../analysis/handoffs.ts';
import { useDocuments, useEditor, useSession } from '../../editor/useEditor.ts';
import { mapRecord } from '../../model/tables.ts';
import { KindWeights } from './KindWeights.tsx';
import { SentimentScale } from './SentimentScale.tsx';
import { TextField } from './TextField.tsx';
import '../../ui/choices.css';

/** The map itself: its name, scenario and state, and what it holds of the personas shown. */
export function MapDetails() {
  const { t } = useTranslation();
  const editor = useEditor();
  const map = useDocuments((documents) => documents.map);
  const record = mapRecord(map);
  const personas = useDocuments(({ library }) => library.personas);
  const personaIds = useSession((session) => session.personaFilter);
  const names = personaIds.flatMap((id) => personas[id]?.name ?? []);
  const counts = countsOf(map, allHandoffs(map), seenBy(membersIndex(map), personaIds));
  const always = ['touchpoints', 'links', 'unreviewed', 'smooth', 'toMend'] as const;
  const facts = [...always, ...(['again', 'settled'] as const).filter((key) => counts[key] > 0)];
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
      {names.length > 0 && <Text className="hint">{t('mapDetails.onlyFor', { names: names.join(', ') })}</Text>}
      <dl className="facts">
        {facts.map((key) => (
          <div key={key}>
            <dt>{t(`mapDetails.facts.${key}`)}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </dl>
      <KindWeights />
      <SentimentScale />
      <Text className="hint">{t('mapDetails.hint')}</Text>
    </Stack>
  );
}
