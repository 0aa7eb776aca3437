import { useTranslation } from 'react-i18next';
import { useDocuments, useEditor } from '../../editor/useEditor.ts';
import { type BroughtField, type Link, sourceOf } from '../../model/records/link.ts';
import { FigureField } from './FigureField.tsx';
import type { FigureKind } from './parseFigure.ts';

const hours: FigureKind = { style: 'number', range: false, max: 1e6 };
const share: FigureKind = { style: 'share', range: false, max: 1 };
const figures = [
  ['waitHours', hours],
  ['waitTargetHours', hours],
  ['share', share],
] as const;

/** How long a way takes, how long it may take, and how many customers go it; of what files measure too it is said which. */
export function LinkFigures({ link }: { link: Link }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const imports = useDocuments(({ map }) => map.dataImports);
  const sourceText = (field: BroughtField) => {
    if (link[field] === null) return undefined;
    const importId = sourceOf(link, field);
    if (importId === undefined) return t('linkDetails.sources.unknown');
    if (importId === null) return t('linkDetails.sources.typed');
    const name = imports[importId]?.fileName;
    return name === undefined ? t('linkDetails.sources.fileGone') : t('linkDetails.sources.file', { name });
  };
  return (
    <div className="link-figures">
      {figures.map(([field, kind]) => (
        <FigureField
          key={field}
          label={t(`linkDetails.${field}`)}
          kind={kind}
          source={field === 'waitTargetHours' ? undefined : sourceText(field)}
          value={link[field] === null ? null : { low: link[field], high: link[field] }}
          onChange={(value) => editor.run('updateLink', { id: link.id, fields: { [field]: value?.low ?? null } })}
        />
      ))}
    </div>
  );
}
