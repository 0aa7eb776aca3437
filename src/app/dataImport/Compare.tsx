import { useTranslation } from 'react-i18next';
import { compareWith } from '../../analysis/data/compareWith.ts';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { MapTables } from '../../model/tables.ts';
import { More } from './LogTables.tsx';

const LINES = 12;

/** What a log has and the map lacks, and the reverse. `touchpoints` is the touchpoint of each activity, or null. */
export function Compare({
  map,
  log,
  touchpoints,
}: {
  map: MapTables;
  log: CountedLog;
  touchpoints: readonly (string | null)[];
}) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const matches = new Map(
    log.activities.flatMap(({ name }, at) => {
      const id = touchpoints[at];
      return id == null ? [] : [[name, id] as const];
    }),
  );
  const outline = { touchpoints: Object.keys(map.touchpoints), links: Object.values(map.links) };
  const found = compareWith(outline, matches, log);
  const title = (id: string) => map.touchpoints[id]?.title || t('map.untitled');
  const way = ({ from, to }: { from: string; to: string }) => `${title(from)} → ${title(to)}`;
  const lists: [string, string[]][] = [
    [
      'activitiesMissing',
      found.activitiesMissing.map((at) => {
        const { name = '', cases = 0 } = log.activities[at] ?? {};
        return `${name} (${t('data.compare.cases', { count: cases, all: number.format(cases) })})`;
      }),
    ],
    ['linksMissing', found.linksMissing.map((link) => `${way(link)} (${number.format(link.volume)} ×)`)],
    ['touchpointsUnseen', found.touchpointsUnseen.map(title)],
    ['linksUnseen', found.linksUnseen.map(way)],
    ['linksSeen', found.linksSeen.map((link) => `${way(link)} (${number.format(link.volume)} ×)`)],
  ];
  return (
    <section className="data-compare" aria-label={t('data.compare.title')}>
      {lists.map(([key, lines]) => (
        <div key={key}>
          <h4>
            {t(`data.compare.${key}`)} <span className="data-count">{number.format(lines.length)}</span>
          </h4>
          {lines.length === 0 ? (
            <p className="hint">{t('data.compare.nothing')}</p>
          ) : (
            <ul>
              {lines.slice(0, LINES).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <More count={lines.length - LINES} />
        </div>
      ))}
    </section>
  );
}
