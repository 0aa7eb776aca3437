import { useTranslation } from 'react-i18next';
import { opportunityOutlines } from '../../model/opportunityOutlines.ts';
import type { SummaryItem, SummaryPage, SummarySection } from '../../paint/summaryPage.ts';
import { OpportunityDot } from '../../ui/OpportunityDot.tsx';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import { StateMark } from '../../ui/StateMark.tsx';

/** A summary as a page on the screen. */
export function SummaryView({ page }: { page: SummaryPage }) {
  return (
    <article className="summary">
      <h1>{page.title}</h1>
      {page.scenario !== '' && <p className="summary-scenario">{page.scenario}</p>}
      <p className="summary-meta">{page.meta}</p>
      <dl className="summary-figures">
        {page.figures.map(({ value, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section section={page.wide} />
      <div className="summary-columns">
        {page.columns.map((sections) => (
          <div key={sections[0]?.heading}>
            {sections.map((section) => (
              <Section key={section.heading} section={section} />
            ))}
          </div>
        ))}
      </div>
      <p className="summary-meta">{page.foot}</p>
    </article>
  );
}

function Section({ section: { heading, items, note } }: { section: SummarySection }) {
  return (
    <section>
      <h2>{heading}</h2>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <Item key={`${item.title} ${item.details.join()}`} item={item} />
          ))}
        </ul>
      )}
      {note !== '' && <p className="summary-meta">{note}</p>}
    </section>
  );
}

function Item({ item: { mark, title, details, figure, curve } }: { item: SummaryItem }) {
  const { t } = useTranslation();
  return (
    <li>
      {mark?.kind === 'gap' && (
        <>
          <StateMark state="gap" severity={mark.severity} size={22} />
          <span className="visually-hidden">{t('summary.severity', { value: mark.severity })}</span>
        </>
      )}
      {mark?.kind === 'persona' && <PersonaMark shape={mark.shape} color={mark.color} size={16} />}
      {mark?.kind === 'opportunity' && (
        <OpportunityDot outline={opportunityOutlines[mark.of]} number={mark.number} size={22} />
      )}
      <div>
        <div className="summary-item">
          <b>{title}</b>
          {figure !== '' && <span>{figure}</span>}
        </div>
        {details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        {curve !== null && <Curve curve={curve} />}
      </div>
    </li>
  );
}

const WIDTH = 320;
const HEIGHT = 44;

/** The curve in small; what it says stands beside it in words. */
function Curve({ curve: { values, fallsAt } }: { curve: NonNullable<SummaryItem['curve']> }) {
  const x = (index: number) => 4 + (index / Math.max(1, values.length - 1)) * (WIDTH - 8);
  const y = (value: number) => HEIGHT * (0.5 - value / 4.6);
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="summary-curve" aria-hidden="true">
      <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      {points.map(({ value, index }) => {
        const before = values[index - 1];
        const isFall = index === fallsAt;
        return (
          <g key={index} data-fall={isFall || undefined}>
            {before !== undefined && before !== null && (
              <path d={`M${x(index - 1)} ${y(before)}L${x(index)} ${y(value)}`} />
            )}
            <circle cx={x(index)} cy={y(value)} r={isFall ? 3.4 : 2.2} />
          </g>
        );
      })}
    </svg>
  );
}
