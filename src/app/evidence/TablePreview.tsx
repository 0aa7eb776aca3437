import { useTranslation } from 'react-i18next';
import { useDocuments } from '../../editor/useEditor.ts';
import type { readPieces } from '../../exchange/data/readPieces.ts';
import type { Place } from '../../model/records/place.ts';
import type { EvidenceTable } from './useTable.ts';

const ROWS = 6;
/** More is told by number only. */
const PROBLEMS = 200;

/** The first pieces as they will be added, and everything that could not be read or matched, with its line. */
export function TablePreview({
  table: { rows },
  result: { pieces, problems },
}: {
  table: EvidenceTable;
  result: ReturnType<typeof readPieces>;
}) {
  const { t, i18n } = useTranslation();
  const map = useDocuments((documents) => documents.map);
  const personas = useDocuments(({ library }) => library.personas);
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const name = ({ placeId, toId }: Place) => (toId === null ? title(placeId) : `${title(placeId)} → ${title(toId)}`);
  const number = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  const heads = ['text', 'kind', 'source', 'date', 'persona', 'sentiment', 'place'] as const;
  const loose = pieces.filter(({ places }) => places.length === 0).length;
  return (
    <>
      <p role="status">
        {t('evidenceTable.understood', { count: pieces.length, rows: rows.rows.length })}{' '}
        {loose > 0 && t('evidenceTable.loose', { count: loose })}{' '}
        {rows.tooMany > 0 && t('evidenceTable.tooMany', { count: rows.tooMany })}{' '}
        {rows.counts.totals > 0 && t('evidenceTable.totals', { count: rows.counts.totals })}
      </p>
      <div className="evidence-preview">
        <table>
          <caption className="visually-hidden">{t('evidenceTable.preview')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`evidence.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pieces.slice(0, ROWS).map(({ line, fields, places }) => (
              <tr key={line}>
                <td className="evidence-preview-text">{fields.text}</td>
                <td>{t(`evidence.kinds.${fields.kind}`)}</td>
                <td>{fields.source}</td>
                <td className="evidence-preview-date">{fields.date ?? ''}</td>
                <td>{fields.personaId === null ? '' : personas[fields.personaId]?.name}</td>
                <td>{fields.sentiment === null ? '' : number.format(fields.sentiment)}</td>
                <td>{places.map(name).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > 0 && (
        <details className="evidence-problems" open={problems.length <= 8}>
          <summary>{t('evidenceTable.problems', { count: problems.length })}</summary>
          <ul>
            {problems.slice(0, PROBLEMS).map(({ line, what, cell }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may miss the same twice, and the list is never moved
              <li key={index}>{t(`evidenceTable.missed.${what}`, { line, cell })}</li>
            ))}
          </ul>
          {problems.length > PROBLEMS && (
            <p>{t('evidenceTable.moreProblems', { count: problems.length - PROBLEMS })}</p>
          )}
        </details>
      )}
    </>
  );
}
