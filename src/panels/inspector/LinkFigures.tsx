import { useTranslation } from 'react-i18next';
import { useEditor } from '../../editor/useEditor.ts';
import type { Link } from '../../model/records/link.ts';
import { FigureField } from './FigureField.tsx';
import type { FigureKind } from './parseFigure.ts';

const hours: FigureKind = { style: 'number', range: false, max: 1e6 };
const share: FigureKind = { style: 'share', range: false, max: 1 };
const figures = [
  ['waitHours', hours],
  ['waitTargetHours', hours],
  ['share', share],
] as const;

/** How long a way takes, how long it may take, and how many customers go it. */
export function LinkFigures({ link }: { link: Link }) {
  const { t } = useTranslation();
  const editor = useEditor();
  return (
    <div className="link-figures">
      {figures.map(([field, kind]) => (
        <FigureField
          key={field}
          label={t(`linkDetails.${field}`)}
          kind={kind}
          value={link[field] === null ? null : { low: link[field], high: link[field] }}
          onChange={(value) => editor.run('updateLink', { id: link.id, fields: { [field]: value?.low ?? null } })}
        />
      ))}
    </div>
  );
}
