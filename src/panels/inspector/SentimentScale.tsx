import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { feelingLevels } from '../../model/feelingWord.ts';
import { mapRecord } from '../../model/tables.ts';
import { FaceMenu } from './FaceMenu.tsx';

/** The words and faces this map has for the five levels of feeling; an empty one leaves the usual. */
export function SentimentScale() {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const scale = useDocuments(({ map }) => mapRecord(map).sentimentScale);
  const own = feelingLevels.map((_, index) => scale?.[index] ?? { word: '', face: '' });
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  const set = (index: number, fields: { word?: string; face?: string }) => {
    const next = own.map((entry, at) => (at === index ? { ...entry, ...fields } : entry));
    const isUsual = next.every(({ word, face }) => word === '' && face === '');
    editor.run('updateMap', { sentimentScale: isUsual ? null : next }, `scale:${index}`);
  };
  return (
    <details className="map-settings">
      <summary>{t('mapDetails.scale')}</summary>
      <p className="hint">{t('mapDetails.scaleHint')}</p>
      {feelingLevels.map((level, index) => {
        const value = signed.format(level);
        return (
          <div key={level} className="scale-level">
            <span>{value}</span>
            <FaceMenu
              label={t('face.choose', { value })}
              level={level}
              own={own[index]?.face ?? ''}
              onChange={(face) => {
                editor.seal();
                set(index, { face });
                editor.seal();
              }}
            />
            <TextInput
              size="xs"
              className="scale-sign"
              maxLength={20}
              aria-label={t('mapDetails.faceOf', { value })}
              placeholder={t('mapDetails.face')}
              value={own[index]?.face ?? ''}
              onBlur={() => editor.seal()}
              onChange={(event) => set(index, { face: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              flex={1}
              maxLength={100}
              aria-label={t('mapDetails.wordOf', { value })}
              placeholder={t(`sentiment.words.${level}`)}
              value={own[index]?.word ?? ''}
              onBlur={() => editor.seal()}
              onChange={(event) => set(index, { word: event.currentTarget.value })}
            />
          </div>
        );
      })}
      {scale !== null && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            editor.seal();
            editor.run('updateMap', { sentimentScale: null });
          }}
        >
          {t('face.reset')}
        </Button>
      )}
    </details>
  );
}
