import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor } from '../../editor/createEditor.ts';
import { announce } from '../../editor/session.ts';
import { inOrder } from '../../model/order.ts';
import { stepsInOrder } from '../../model/stepsInOrder.ts';
import type { Documents } from '../../model/tables.ts';
import { mapRecord } from '../../model/tables.ts';
import { Apart } from './Apart.tsx';
import { addToMap, withActivities } from './addToMap.ts';
import { apartHint, apartOffered } from './apartHint.ts';
import { Choice } from './Choice.tsx';
import { Compare } from './Compare.tsx';
import { Ends } from './Ends.tsx';
import { KpiRows } from './KpiRows.tsx';
import { LeftOut } from './LeftOut.tsx';
import { type LogMeasure, usualMeasures } from './logFigures.ts';
import { Measures } from './Measures.tsx';
import { PlaceRows } from './PlaceRows.tsx';
import { hasUnread, namesNoPlace, today } from './plans.ts';
import { isOfOtherKind, LONGEST_NAME, profileNameFor, replacedBy } from './profileName.ts';
import { putFigures } from './putFigures.ts';
import { countColumnOf, hintsFor, type ReadFile } from './reading.ts';
import { Scores } from './Scores.tsx';
import { StandingChoice } from './StandingChoice.tsx';
import { showFirst } from './showFirst.ts';
import { monthsInOne } from './surveyTotals.ts';
import { toldApart } from './toldApart.ts';
import { touchpointNames, touchpointOptions } from './touchpointNames.ts';
import type { DataImport, Understood } from './useDataImport.ts';
import { type Asked, namesDays, useMapPlan } from './useMapPlan.ts';

/** Where the figures of a file belong on the open map, which KPIs they are, and what putting them there comes to. */
export function MapPage({
  data,
  read,
  understood,
  editor,
  documents,
  onDone,
}: {
  data: DataImport;
  read: ReadFile;
  understood: Understood;
  editor: Editor;
  documents: Documents;
  onDone: (said: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const list = new Intl.ListFormat(i18n.language);
  const { matching } = understood;
  const [asked, setAsked] = useState<Asked>(() => ({
    wanted: new Set(matching.measures ?? usualMeasures),
    ...today(),
    profile: profileNameFor(understood, Object.values(documents.map.matchProfiles)),
    standing: null,
  }));
  const plan = useMapPlan(read, understood, documents, asked);
  const { map, library } = documents;
  const names = useMemo(() => touchpointNames(documents, t('map.untitled')), [documents, t]);
  const points = plan.figures.series.reduce((sum, { points: own }) => sum + own.length, 0);
  const places = new Set(plan.figures.series.map(({ place }) => `${place.placeId} ${place.toId}`)).size;
  const at = t('data.put.places', { count: places, all: number.format(places) });
  const evidence = plan.figures.evidence.length;
  const again = plan.replaces.length > 0;
  const otherKind = isOfOtherKind(asked.profile, read.kind, Object.values(map.matchProfiles));
  const replaced = replacedBy(asked.profile, understood, Object.values(map.matchProfiles));
  const undecided = plan.standing.all > 0 && asked.standing === null;

  const put = () => {
    const ready = plan.ready(new Date().toISOString());
    const importId = editor.transact('importFigures', (docs) => putFigures(docs, ready));
    const shown = showFirst(editor, importId);
    const said = [
      t('data.put.done', { count: points, places: at, name: understood.file.name }),
      ...(evidence > 0 ? [t('data.put.doneEvidence', { count: evidence, all: number.format(evidence) })] : []),
      ...(asked.standing === 'replace' && plan.standing.all > 0
        ? [t('data.put.doneReplaced', { count: plan.standing.all })]
        : []),
      ...(shown === null ? [] : [t(shown.isOnLinks ? 'data.put.shownOnLinks' : 'data.put.shown', { kpi: shown.name })]),
    ].join(' ');
    announce(editor.session, said);
    onDone([said, ...plan.leftOut].join('\n'));
  };
  // A file that is known is put on the map by being dropped, unless that would replace something, it names new places or
  // it does not say of which days it is.
  const once = useRef(data.state.known);
  useEffect(() => {
    if (!once.current || plan.counting) return;
    once.current = false;
    const isKnown = namesDays(read) && plan.unknown.length === 0 && plan.newKpis.length === 0 && plan.offScale === 0;
    const isSure = isKnown && plan.kpiDoubts.length === 0;
    if (!again && !undecided && isSure && points + evidence > 0) put();
  });
  const change = (next: Partial<Understood['matching']>) => data.change({ matching: { ...matching, ...next } });
  return (
    <div className="data-map">
      <div className="data-map-parts">
        {plan.values !== null && (
          <Part title={t('data.kpi.title')}>
            {plan.newKpis.length > 0 && (
              <p className="data-ask" role="status">
                {t('data.kpi.unknown', {
                  count: plan.newKpis.length,
                  names: plan.newKpis.slice(0, 12).join(', '),
                  profile: understood.profile?.name,
                })}
              </p>
            )}
            {plan.kpiDoubts.map((words) => (
              <p key={words} className="data-ask" role="status">
                {words}
              </p>
            ))}
            <KpiRows
              values={plan.values}
              picks={plan.picks}
              countOf={(name) => countColumnOf(understood.reading, name)}
              library={library}
              onPick={(name, pick) => change({ picks: new Map(matching.picks).set(name, pick) })}
            />
          </Part>
        )}
        {plan.totals.length > 0 && (
          <Part title={t('data.score.title')}>
            {plan.newKpis.length > 0 && (
              <p className="data-ask" role="status">
                {t('data.score.newKpis', {
                  count: plan.newKpis.length,
                  names: list.format(plan.newKpis.map((name) => `“${name}”`)),
                })}
              </p>
            )}
            {understood.profile !== null && plan.offScale > 0 && (
              <p className="data-ask" role="status">
                {t('data.score.offScale', { count: plan.offScale, all: number.format(plan.offScale) })}
              </p>
            )}
            <Scores scores={plan.totals} months={monthsInOne(read, understood.reading)} />
          </Part>
        )}
        {namesNoPlace(plan.spots) ? (
          <Part title={t('data.match.title')}>
            <Choice
              label={t('data.match.about')}
              value={plan.about}
              options={[
                { value: mapRecord(map).id, label: t('data.match.wholeMap') },
                {
                  group: t('data.match.stages'),
                  items: inOrder(Object.values(map.stages)).map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  group: t('data.match.steps'),
                  items: stepsInOrder(map).map(({ id, name }) => ({ value: id, label: name })),
                },
                ...touchpointOptions(map, names, t('map.untitled')),
              ]}
              onChange={(about) => change({ about })}
            />
          </Part>
        ) : (
          <Part title={t('data.match.title')} hint={t('data.match.hint')}>
            {read.kind !== 'events' && plan.spots.some(({ place }) => place !== '') && (
              <Apart
                offered={apartOffered(read, plan.spots)}
                apart={matching.apart}
                hint={apartHint(read, plan.spots, plan.touchpoints, matching.apart)}
                onChange={(apart) => data.change({ matching: toldApart(matching, apart, plan.touchpoints) })}
              />
            )}
            <PlaceRows
              apart={matching.apart}
              map={map}
              names={names}
              spots={plan.spots}
              rows={plan.rows}
              unknown={plan.unknown}
              rules={matching.rules}
              onRules={(rules) => change({ rules })}
              onRefuse={(text, rules) => change({ rules, none: new Map(matching.none).set(text, 'said') })}
              onSuggest={matching.none.size > 0 ? () => change({ none: new Map() }) : null}
            />
          </Part>
        )}
        {read.kind === 'events' && (
          <Part title={t('data.compare.title')}>
            <Compare
              map={map}
              names={names}
              log={read.data.log}
              touchpoints={plan.activityPlaces}
              onAdd={(missing) => {
                const placed = addToMap(editor, read.data, missing, plan, asked, t);
                change({ rules: withActivities(matching.rules, read.data.log, missing, placed) });
              }}
            />
          </Part>
        )}
      </div>
      <aside className="data-summary" aria-label={t('data.put.title')}>
        <h3>{t('data.put.title')}</h3>
        <div role="status">
          <ul className="data-sums">
            <li>{t('data.put.points', { count: points, all: number.format(points), places: at })}</li>
            {evidence > 0 && <li>{t('data.put.evidence', { count: evidence, all: number.format(evidence) })}</li>}
            <li>{t('data.put.rows', { taken: number.format(plan.taken), all: number.format(read.data.file.rows) })}</li>
          </ul>
        </div>
        {hintsFor(understood.reading, understood.seen).map((code) => (
          <p key={code} className="data-ask">
            {t(`data.missing.${code}`)}
          </p>
        ))}
        <LeftOut lines={plan.leftOut} isOpen={plan.unmatched.length > 0 || hasUnread(read)} />
        {read.kind === 'events' && (
          <>
            <Measures
              log={read.data.log}
              wanted={asked.wanted}
              onChange={(wanted: ReadonlySet<LogMeasure>) => setAsked({ ...asked, wanted })}
            />
            <Ends
              log={read.data.log}
              ends={plan.ends}
              onChange={(ends) => change({ ends: ends.flatMap((at) => read.data.log.activities[at]?.name ?? []) })}
            />
          </>
        )}
        {!namesDays(read) && (
          <div className="data-pair">
            {(['from', 'to'] as const).map((end) => (
              <label key={end} className="data-choice" data-mark="ask">
                <span>{t(`data.put.${end}`)}</span>
                <input
                  type="date"
                  value={asked[end]}
                  onChange={(event) =>
                    event.currentTarget.value && setAsked({ ...asked, [end]: event.currentTarget.value })
                  }
                />
              </label>
            ))}
          </div>
        )}
        <TextInput
          size="xs"
          label={t('data.put.profile')}
          description={t('data.put.profileHint')}
          value={asked.profile}
          maxLength={LONGEST_NAME}
          error={otherKind && t('data.profiles.otherKind', { name: asked.profile.trim() })}
          errorProps={{ role: 'alert' }}
          onChange={(event) => setAsked({ ...asked, profile: event.currentTarget.value })}
        />
        {replaced !== undefined && (
          <p className="data-ask" role="status">
            {t('data.profiles.replaced', { name: replaced.name })}
          </p>
        )}
        {again && <p className="data-ask">{t('data.put.again')}</p>}
        {plan.standing.all > 0 && (
          <StandingChoice
            standing={plan.standing}
            choice={asked.standing}
            onChoice={(standing) => setAsked({ ...asked, standing })}
          />
        )}
        <div className="data-actions">
          <Button size="xs" variant="default" onClick={() => data.goTo('understood')}>
            {t('data.back')}
          </Button>
          <Button size="xs" disabled={points + evidence === 0 || undecided || otherKind} onClick={put}>
            {t(again ? 'data.put.replace' : 'data.put.put')}
          </Button>
        </div>
      </aside>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="data-part">
      <h3>{title}</h3>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </section>
  );
}
