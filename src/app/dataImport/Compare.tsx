import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareWith, fitOf } from '../../analysis/data/compareWith.ts';
import type { CountedLog } from '../../analysis/data/countedLog.ts';
import type { MapTables } from '../../model/tables.ts';
import type { Missing } from './addMissing.ts';
import { CompareList } from './CompareList.tsx';
import { percentText } from './figureTexts.ts';

/**
 * What a log has and the map lacks, and the reverse. `touchpoints` is the touchpoint of each activity, or null. What the
 * map lacks can be added to it, one by one or several at once.
 */
export function Compare({
  map,
  names,
  log,
  touchpoints,
  onAdd,
}: {
  map: MapTables;
  /** What its touchpoints are called, by id. */
  names: ReadonlyMap<string, string>;
  log: CountedLog;
  touchpoints: readonly (string | null)[];
  onAdd: (missing: Missing) => void;
}) {
  const { t, i18n } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const section = useRef<HTMLElement>(null);
  const number = new Intl.NumberFormat(i18n.language);
  const outline = { touchpoints: Object.keys(map.touchpoints), links: Object.values(map.links) };
  const found = compareWith(outline, touchpoints, log);
  const fit = fitOf(outline, touchpoints, log);
  const title = (id: string) => names.get(id) ?? t('map.untitled');
  const way = ({ from, to }: { from: string; to: string }) => `${title(from)} → ${title(to)}`;
  const volume = (link: { volume: number }) => `${number.format(link.volume)} ×`;
  const add = (activities: Missing['activities'], links: Missing['links']) => {
    onAdd({ activities, links });
    setPicked(new Set());
    setSaid(
      [
        ...(activities.length > 0 ? [t('data.compare.addedTouchpoints', { count: activities.length })] : []),
        ...(links.length > 0 ? [t('data.compare.addedLinks', { count: links.length })] : []),
        t('data.compare.undo'),
      ].join(' '),
    );
    // The button that was pressed goes with what it added.
    section.current?.focus();
  };
  const missing = [
    ...found.activitiesMissing.map((at) => ({ key: `activity ${at}`, activities: [at], links: [] })),
    ...found.linksMissing.map((link) => ({ key: `${link.from} ${link.to}`, activities: [], links: [link] })),
  ];
  const chosen = missing.filter(({ key }) => picked.has(key));
  const addAll = (all: typeof missing) =>
    add(
      all.flatMap(({ activities }) => activities),
      all.flatMap(({ links }) => links),
    );
  const pick = (key: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(key);
    else next.delete(key);
    setPicked(next);
  };
  return (
    <section ref={section} className="data-compare" tabIndex={-1} aria-label={t('data.compare.title')}>
      <p className="data-compare-fit">
        {t(fit.exact ? 'data.compare.fit' : 'data.compare.fitLeast', { share: percentText(fit.share, i18n.language) })}
      </p>
      <div className="data-compare-add">
        <Button size="compact-xs" disabled={chosen.length === 0} onClick={() => addAll(chosen)}>
          {t('data.compare.addChosen', { count: chosen.length, all: number.format(chosen.length) })}
        </Button>
        <Button size="compact-xs" variant="default" disabled={missing.length === 0} onClick={() => addAll(missing)}>
          {t('data.compare.addAll', { count: missing.length, all: number.format(missing.length) })}
        </Button>
        <span role="status">{said}</span>
      </div>
      <CompareList
        title={t('data.compare.activitiesMissing')}
        lines={found.activitiesMissing.map((at) => {
          const { name = '', cases = 0 } = log.activities[at] ?? {};
          const key = `activity ${at}`;
          const text = `${name} (${t('data.compare.cases', { count: cases, all: number.format(cases) })})`;
          return { key, name, text, onAdd: () => add([at], []) };
        })}
        picked={picked}
        onPick={pick}
      />
      <CompareList
        title={t('data.compare.linksMissing')}
        lines={found.linksMissing.map((link) => ({
          key: `${link.from} ${link.to}`,
          name: way(link),
          text: `${way(link)} (${volume(link)})`,
          onAdd: () => add([], [link]),
        }))}
        picked={picked}
        onPick={pick}
      />
      <CompareList
        title={t('data.compare.touchpointsUnseen')}
        lines={found.touchpointsUnseen.map((id) => ({ key: id, text: title(id) }))}
      />
      <CompareList
        title={t('data.compare.linksUnseen')}
        note={
          found.linksElsewhere.length > 0
            ? t('data.compare.linksElsewhere', {
                count: found.linksElsewhere.length,
                all: number.format(found.linksElsewhere.length),
                named: number.format(outline.links.length - found.linksElsewhere.length),
                links: number.format(outline.links.length),
              })
            : undefined
        }
        lines={found.linksUnseen.map((link) => ({ key: `${link.from} ${link.to}`, text: way(link) }))}
      />
      <CompareList
        title={t('data.compare.linksSeen')}
        lines={found.linksSeen.map((link) => ({
          key: `${link.from} ${link.to}`,
          text: `${way(link)} (${volume(link)})`,
        }))}
      />
    </section>
  );
}
