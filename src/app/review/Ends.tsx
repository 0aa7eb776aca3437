import { useTranslation } from 'react-i18next';
import { membersIndex, personasOf, whoGoes } from '../../analysis/audience.ts';
import { feelingAt, feelingsOf } from '../../analysis/feelings.ts';
import { hoursText } from '../../analysis/figureText.ts';
import type { Handoff } from '../../analysis/handoffs.ts';
import { useDocuments } from '../../editor/useEditor.ts';
import { faceOf, ownFace } from '../../model/faces.ts';
import { feelingLevel, wordAlone } from '../../model/feelingWord.ts';
import { lenses, lensField } from '../../model/lens.ts';
import { pictograms } from '../../model/pictograms.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { type Documents, mapRecord } from '../../model/tables.ts';
import { FaceShape } from '../../ui/FaceShape.tsx';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { Pictogram } from '../../ui/Pictogram.tsx';

const selectAll = (documents: Documents) => documents;

/**
 * Both touchpoints of a handoff side by side, row by row what they have; between them what changes and what stays. Of what
 * is inside one touchpoint only that one.
 */
export function Ends({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation();
  const docs = useDocuments(selectAll);
  const { map, library } = docs;
  const isInside = handoff.from === handoff.to;
  const ends = (isInside ? (['to'] as const) : (['from', 'to'] as const)).map((end) => ({
    end,
    touchpoint: map.touchpoints[handoff[end]],
  }));
  const feelings = feelingsOf(map);
  const travellers = whoGoes(membersIndex(map), handoff, personasOf(map));
  const felt = (travellers.length === 0 ? [EVERYONE] : travellers).filter((persona) =>
    [handoff.from, handoff.to].some((id) => feelingAt(feelings, id, persona) !== null),
  );
  const place = (touchpoint: Touchpoint | undefined) => {
    const step = map.steps[touchpoint?.stepId ?? ''];
    return [map.stages[step?.stageId ?? '']?.name, step?.name].filter(Boolean).join(' › ');
  };
  return (
    <div className="ends" data-inside={isInside || undefined}>
      {ends.map(({ end, touchpoint }) => (
        <section key={end} className="end" data-end={end} aria-label={t(isInside ? 'gap.inside' : `review.${end}`)}>
          <header>
            <p className="end-place">
              {[place(touchpoint), isInside ? t('gap.inside') : ''].filter(Boolean).join(' · ')}
            </p>
            <h3>{touchpoint?.title || t('map.untitled')}</h3>
            {end === 'to' && touchpoint?.importance != null && (
              <p className="end-importance">{t('review.importance', { value: touchpoint.importance })}</p>
            )}
          </header>
          {lenses.map((lens) => {
            const ids = touchpoint?.[lensField[lens]] ?? [];
            return (
              <div key={lens} className="end-value" data-change={handoff.changes[lens]}>
                <span className="end-lens">{t(`lens.${lens}`)}</span>
                {ids.length === 0 && <span className="end-none">{t('review.notSet')}</span>}
                {ids.map((id) => (
                  <span key={id} className="end-name">
                    <Pictogram paths={pictograms[library[lensField[lens]][id]?.icon ?? 'none']} size={20} />
                    {library[lensField[lens]][id]?.name}
                  </span>
                ))}
                {end === 'to' && !isInside && (
                  <span className="end-change between-change" data-change={handoff.changes[lens]}>
                    {t(`review.changes.${handoff.changes[lens]}`)}
                  </span>
                )}
              </div>
            );
          })}
          <div className="end-feelings">
            {felt.length === 0 && <span className="end-none">{t('review.noFeelings')}</span>}
            {felt.map((persona) => {
              const value = feelingAt(feelings, handoff[end], persona);
              const { shape, color, name } = library.personas[persona] ?? { shape: 'circle', color: 'grey', name: '' };
              return (
                <span key={persona} className="end-feeling">
                  {persona !== EVERYONE && <PersonaMark shape={shape} color={color} size={14} />}
                  {persona === EVERYONE ? t('persona.everyone') : name || t('map.unnamed')}
                  {value === null ? (
                    <span className="end-none">{t('review.notSet')}</span>
                  ) : (
                    <>
                      <Face value={value} own={ownFace(mapRecord(map), feelingLevel(value))} />
                      {wordAlone(mapRecord(map), feelingLevel(value), t(`sentiment.words.${feelingLevel(value)}`))}
                    </>
                  )}
                </span>
              );
            })}
          </div>
        </section>
      ))}
      {!isInside && <Between handoff={handoff} />}
    </div>
  );
}

/** What changes and what stays, the wait, and how many go this way. */
function Between({ handoff }: { handoff: Handoff }) {
  const { t, i18n } = useTranslation();
  const link = useDocuments(({ map }) => map.links[handoff.linkId]);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      <div className="between" aria-hidden="true">
        <svg className="between-arrow" viewBox="0 0 64 16" aria-hidden="true">
          <path d="M1 8H61M54 2 61 8 54 14" />
        </svg>
        {lenses.map((lens) => (
          <span key={lens} className="between-change" data-change={handoff.changes[lens]}>
            {t(`review.changes.${handoff.changes[lens]}`)}
          </span>
        ))}
      </div>
      <p className="between-wait">
        <b>
          {link?.waitHours == null
            ? t('review.waitUnknown')
            : t('review.wait', { hours: hoursText(link.waitHours, i18n.language) })}
        </b>{' '}
        <span>
          {link?.waitTargetHours == null
            ? t('review.waitNoTarget')
            : t('review.waitTarget', { hours: hoursText(link.waitTargetHours, i18n.language) })}
        </span>{' '}
        {link?.share != null && <span>{t('review.share', { share: percent.format(link.share) })}</span>}
        {handoff.implied && <span>{t('review.implied')}</span>}
      </p>
    </>
  );
}

function Face({ value, own }: { value: number; own: string }) {
  return (
    <svg className="end-face" viewBox="0 0 16 16" data-level={feelingLevel(value)} aria-hidden="true">
      <FaceShape {...faceOf(value, own)} />
    </svg>
  );
}
