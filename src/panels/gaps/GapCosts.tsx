import { useTranslation } from 'react-i18next';
import { costsByDepartment, type RangeSum } from '../../analysis/cost.ts';
import { rangeText } from '../../analysis/figureText.ts';
import type { Gap } from '../../analysis/gaps.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import type { Documents } from '../../model/tables.ts';
import { mendingText } from './mendingText.ts';

const selectAll = (documents: Documents) => documents;

/** What the gaps cost: for each department and in all, and what mending them costs and returns. Closed ones cost nothing. */
export function GapCosts({ gaps }: { gaps: readonly Gap[] }) {
  const { t, i18n } = useTranslation();
  const docs = useDocuments(selectAll);
  const going = gaps.filter(({ verdict }) => verdict.status !== 'closed');
  if (going.length === 0) return null;
  const { departments, total } = costsByDepartment(docs, going);
  const sum = (of: RangeSum) => (of.known === 0 ? t('gapList.costsNone') : rangeText(of, i18n.language, 'rough'));
  return (
    <details className="gap-costs" open>
      <summary>{t('gapList.costs')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('gapList.costsDepartment')}</th>
            <th scope="col">{t('gapList.costsGaps')}</th>
            <th scope="col">{t('gapList.costsSum')}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map(({ departmentId, gaps: some, sum: of }) => (
            <tr key={departmentId}>
              <th scope="row">
                {departmentId === ''
                  ? t('gapList.noDepartment')
                  : docs.library.departments[departmentId]?.name || t('map.unnamed')}
              </th>
              <td>{some.length}</td>
              <td>{sum(of)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('gapList.costsAll')}</th>
            <td>{going.length}</td>
            <td>{sum(total)}</td>
          </tr>
        </tfoot>
      </table>
      {total.unknown > 0 && <p className="hint">{t('gapList.costsUnknown', { count: total.unknown })}</p>}
      <p className="hint">{mendingText(going, t, i18n.language)}</p>
      <p className="hint">{t('gapList.costsHint')}</p>
    </details>
  );
}
