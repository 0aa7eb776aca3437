import { SegmentedControl, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { TextField } from './TextField.tsx';
import '../../ui/choices.css';
import '../../ui/lists.css';

/** How it goes on from a touchpoint: whether the journey ends here, what is promised and where that is kept. */
export function TouchpointOutcome({ touchpoint }: { touchpoint: Touchpoint }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const touchpoints = useDocuments(({ map }) => map.touchpoints);
  const { id, ending, selfServiceWanted, promise, promiseKeptAt } = touchpoint;
  const set = (fields: Partial<Touchpoint>, merge?: string) => editor.run('updateTouchpoint', { id, fields }, merge);
  return (
    <>
      <Select
        size="xs"
        label={t('touchpoint.selfServiceWanted')}
        value={selfServiceWanted === null ? 'unset' : selfServiceWanted ? 'yes' : 'no'}
        data={['unset', 'yes', 'no'].map((value) => ({ value, label: t(`touchpoint.yesNo.${value}`) }))}
        onChange={(value) => set({ selfServiceWanted: value === 'unset' || value === null ? null : value === 'yes' })}
        allowDeselect={false}
      />
      <div>
        <Text component="div" className="field-label" id="ending-label">
          {t('touchpoint.ending')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="ending-label"
          value={ending ?? 'goesOn'}
          onChange={(value) => set({ ending: value === 'goesOn' ? null : (value as 'goal' | 'lost') })}
          data={['goesOn', 'goal', 'lost'].map((value) => ({ value, label: t(`touchpoint.endings.${value}`) }))}
        />
      </div>
      <TextField
        label={t('touchpoint.promise')}
        value={promise}
        placeholder={t('touchpoint.promiseHint')}
        onChange={(text) => set({ promise: text }, `promise:${id}`)}
      />
      {(promise !== '' || promiseKeptAt !== null) && (
        <Select
          size="xs"
          searchable
          clearable
          label={t('touchpoint.promiseKeptAt')}
          placeholder={t('selection.choose')}
          nothingFoundMessage={t('find.nothing')}
          limit={200}
          value={promiseKeptAt}
          data={Object.values(touchpoints).map((other) => ({
            value: other.id,
            label: other.title || t('map.untitled'),
          }))}
          onChange={(value) => set({ promiseKeptAt: value })}
        />
      )}
    </>
  );
}
