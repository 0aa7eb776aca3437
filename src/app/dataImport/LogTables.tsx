import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Changed, CountedLog } from '../../analysis/data/countedLog.ts';
import type { Spread } from '../../analysis/data/quantiles.ts';
import { percentText, timeText } from './figureTexts.ts';

/** Rows that are shown; a log may have thousands of links. */
const ROWS = 100;

/** What was counted in a log, over all and by activity and link. */
export function LogTables({ log }: { log: CountedLog }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const percent = (share: number | null) => (share === null ? '–' : percentText(share, language));
  const time = (spread: Spread | null, which: 'median' | 'p90') =>
    spread === null ? '–' : timeText(spread[which], language);
  const changed = ({ known, changed: times }: Changed) => (known === 0 ? '–' : percentText(times / known, language));
  const name = (at: number) => log.activities[at]?.name ?? '';
  const traits = (['channel', 'device', 'department'] as const).filter((trait) =>
    log.links.some((link) => link.changed[trait].known > 0),
  );
  const facts: [string, string][] = [
    [t('data.log.cases'), number.format(log.cases)],
    [t('data.log.events'), number.format(log.events)],
    [t('data.log.activities'), number.format(log.activities.length)],
    [t('data.log.ways'), number.format(log.variants)],
    ...(log.caseDuration === null
      ? []
      : [[t('data.log.caseDuration'), timeText(log.caseDuration.median, language)] as [string, string]]),
    ...(['channel', 'device', 'department'] as const).flatMap((trait): [string, string][] => {
      const { known, changed: times } = log.casesChanged[trait];
      const of = { changed: number.format(times), known: number.format(known), share: percent(times / known) };
      return known === 0 ? [] : [[t(`data.log.casesChanged.${trait}`), t('data.log.casesOf', of)]];
    }),
    ...(log.period === null
      ? []
      : [
          [t('data.log.period'), day.formatRange(Date.parse(log.period.from), Date.parse(log.period.to))] as [
            string,
            string,
          ],
        ]),
  ];
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? Number.MAX_SAFE_INTEGER : ROWS;
  const activities = [...log.activities].sort((a, b) => a.meanPlace - b.meanPlace).slice(0, shown);
  return (
    <>
      <dl className="data-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('data.log.byActivity')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="data-scroll" aria-label={t('data.log.byActivity')} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('data.roles.activity')}</th>
              {(
                [
                  'events',
                  'cases',
                  'reach',
                  'dropOff',
                  'repeats',
                  'duration',
                  'duration90',
                  'waiting',
                  'waiting90',
                ] as const
              ).map((head) => (
                <th key={head} scope="col" title={t(`data.heads.${head}Hint`)}>
                  {t(`data.heads.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {activities.map((each) => (
              <tr key={each.name}>
                <th scope="row">{each.name}</th>
                <td>{number.format(each.events)}</td>
                <td>{number.format(each.cases)}</td>
                <td>{percent(each.reach)}</td>
                <td>{percent(each.dropOff)}</td>
                <td>{number.format(each.repeats)}</td>
                <td>{time(each.duration, 'median')}</td>
                <td>{time(each.duration, 'p90')}</td>
                <td>{time(each.waiting, 'median')}</td>
                <td>{time(each.waiting, 'p90')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <More count={log.activities.length - shown} onMore={() => setIsLong(true)} />
      <h3>{t('data.log.byLink')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="data-scroll" aria-label={t('data.log.byLink')} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('data.log.link')}</th>
              {(['volume', 'cases', 'direct', 'eventual', 'waiting', 'waiting90'] as const).map((head) => (
                <th key={head} scope="col" title={t(`data.heads.${head}Hint`)}>
                  {t(`data.heads.${head}`)}
                </th>
              ))}
              {traits.map((trait) => (
                <th key={trait} scope="col">
                  {t(`data.heads.changed.${trait}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.links.slice(0, shown).map((link) => (
              <tr key={`${link.from} ${link.to}`}>
                <th scope="row">
                  {name(link.from)} → {name(link.to)}
                </th>
                <td>{number.format(link.volume)}</td>
                <td>{number.format(link.cases)}</td>
                <td>{percent(link.direct)}</td>
                <td>{percent(link.eventual)}</td>
                <td>{time(link.waiting, 'median')}</td>
                <td>{time(link.waiting, 'p90')}</td>
                {traits.map((trait) => (
                  <td key={trait}>{changed(link.changed[trait])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <More count={log.links.length - shown} onMore={() => setIsLong(true)} />
    </>
  );
}

/** How many more there are than are shown; with `onMore` a button that shows them. */
export function More({ count, onMore }: { count: number; onMore?: () => void }) {
  const { t } = useTranslation();
  if (count <= 0) return null;
  if (onMore === undefined) return <p className="hint">{t('data.more', { count })}</p>;
  return (
    <button type="button" className="quiet-button" onClick={onMore}>
      {t('data.more', { count })}
    </button>
  );
}
