import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../exchange/data/dataApi.ts';
import { guessEvidence } from '../../exchange/data/evidenceTable.ts';
import type { KindReason, RowsKind } from '../../exchange/data/guessKind.ts';
import { numberTimes } from '../../exchange/data/readTime.ts';
import type { MatchProfile } from '../../model/records/dataImport.ts';
import { Choice } from './Choice.tsx';
import { CountColumns } from './CountColumns.tsx';
import { FileSettings } from './FileSettings.tsx';
import { isEvidence } from './isEvidence.ts';
import { Preview } from './Preview.tsx';
import { newToProfile } from './profile.ts';
import { asksNumbers, hintsFor, missingFor, orderChoice, type Reading } from './reading.ts';
import { ScoreSettings } from './ScoreSettings.tsx';
import type { DataImport, Understood } from './useDataImport.ts';
import '../../ui/choices.css';

const kinds: readonly RowsKind[] = ['events', 'metrics', 'analytics', 'survey'];

/** What was understood of a file: a preview, and every guess to be changed. */
export function UnderstoodPage({
  data,
  understood,
  profiles,
  onEvidence,
}: {
  data: DataImport;
  understood: Understood;
  /** Those of the open map. */
  profiles: readonly MatchProfile[];
  /** Reads the rows as pieces of evidence instead; null where no map is open that could take them. */
  onEvidence: (() => void) | null;
}) {
  const { t } = useTranslation();
  const { seen, reading } = understood;
  const missing = missingFor(seen, reading);
  const main = useRef<HTMLButtonElement>(null);
  // Where all was understood, Enter goes on.
  useEffect(() => main.current?.focus(), []);
  // A column that looked like comments may name the touchpoints of the map.
  const isStill = ({ code, params }: KindReason) =>
    code !== 'commentColumn' || reading.kind !== 'survey' || reading.settings.comments.includes(params.column ?? '');
  const setReading = (next: Reading) => data.change({ reading: next });
  return (
    <div className="data-page">
      <aside className="data-settings">
        <section>
          <h3>{t('data.understood.rows')}</h3>
          {seen.format === 'xes' ? (
            <p>{t('data.understood.xes')}</p>
          ) : (
            <>
              <Choice
                label={t('data.understood.kind')}
                value={reading.kind}
                mark={seen.kind.sure ? undefined : 'ask'}
                options={[
                  ...kinds.map((value) => ({ value, label: t(`data.rowKinds.${value}`) })),
                  ...(onEvidence === null ? [] : [{ value: 'evidence', label: t('data.rowKinds.evidence') }]),
                ]}
                onChange={(value) => (value === 'evidence' ? onEvidence?.() : data.setKind(value as RowsKind))}
              />
              {onEvidence !== null && mayBeEvidence(seen) && (
                <Button size="compact-xs" variant="default" onClick={onEvidence}>
                  {t('data.understood.evidence')}
                </Button>
              )}
              {onEvidence === null && isEvidence(seen) && <p className="data-ask">{t('data.evidence.needsMap')}</p>}
              {seen.kind.kind === reading.kind && (
                <ul className="data-reasons">
                  {seen.kind.reasons.filter(isStill).map(({ code, params }) => (
                    <li key={code}>{t(`data.reasons.${code}`, { ...params })}</li>
                  ))}
                </ul>
              )}
            </>
          )}
          <TimeSettings
            seen={seen}
            reading={reading}
            order={orderChoice(seen, reading, data.state.problem)}
            onChange={setReading}
          />
          {reading.kind === 'survey' && <ScoreSettings understood={understood} onChange={data.change} />}
        </section>
        <CountColumns seen={seen} reading={reading} onChange={setReading} />
        {seen.format === 'table' && (
          <FileSettings report={seen.table} onChange={(change) => void data.inspectAgain(understood, change)} />
        )}
      </aside>
      <div className="data-main">
        <NewToProfile understood={understood} profiles={profiles} />
        <Preview seen={seen} reading={reading} onChange={setReading} />
        <div className="data-foot">
          <p role="status" className="data-missing">
            {[...missing, ...hintsFor(reading, seen)].map((code) => t(`data.missing.${code}`)).join(' ')}
          </p>
          <Button size="xs" variant="default" onClick={() => data.goTo('choose')}>
            {t('data.back')}
          </Button>
          <Button ref={main} size="xs" disabled={missing.length > 0} onClick={() => void data.read(understood)}>
            {t('data.understood.read')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** By which profile a file is read, and what the profile does not know of it. */
function NewToProfile({
  understood: { profile, seen },
  profiles,
}: {
  understood: Understood;
  profiles: readonly MatchProfile[];
}) {
  const { t, i18n } = useTranslation();
  if (profile === null) return null;
  const { columns, otherTables } = newToProfile(profile, seen, profiles);
  const list = new Intl.ListFormat(i18n.language);
  const news = [
    ...(columns.length > 0
      ? [t('data.byProfile.columns', { count: columns.length, names: list.format(columns.slice(0, 12)) })]
      : []),
    ...(otherTables > 0 ? [t('data.byProfile.otherTables', { count: otherTables })] : []),
  ];
  if (news.length === 0) return null;
  return (
    <p className="data-ask" role="status">
      {[t('data.byProfile.read', { name: profile.name }), ...news].join(' ')}
    </p>
  );
}

/** True where nothing says what the rows are, but one column holds what people wrote. */
function mayBeEvidence(seen: Inspection): boolean {
  return seen.format === 'table' && !seen.kind.sure && guessEvidence(seen.table).columns.text !== null;
}

/** The order of day and month, what bare numbers count, the zone, and what words for starts and ends mean. */
export function TimeSettings({
  seen,
  reading,
  order,
  onChange,
}: {
  seen: Inspection;
  reading: Reading;
  order: ReturnType<typeof orderChoice>;
  onChange: (reading: Reading) => void;
}) {
  const { t } = useTranslation();
  const { kind, settings } = reading;
  // There are some four hundred.
  const [allZones, setAllZones] = useState(false);
  const set = (change: object) => onChange({ kind, settings: { ...settings, ...change } } as Reading);
  return (
    <>
      {order !== 'none' && (
        <div className="data-choice" data-mark={order === 'asked' ? 'ask' : undefined}>
          <span>{t('data.understood.order')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('data.understood.order')}
            value={settings.order ?? ''}
            onChange={(value) => set({ order: value })}
            data={(['dayFirst', 'monthFirst'] as const).map((value) => ({ value, label: t(`data.orders.${value}`) }))}
          />
        </div>
      )}
      {asksNumbers(seen, reading) && (
        <Choice
          label={t('data.understood.numbers')}
          value={settings.numbers ?? 'none'}
          options={(['none', ...numberTimes] as const).map((value) => ({
            value,
            label: t(`data.numberTimes.${value}`),
          }))}
          onChange={(value) => set({ numbers: value === 'none' ? null : value })}
        />
      )}
      {kind === 'events' && (
        <>
          <Choice
            label={t('data.understood.zone')}
            value={settings.zone}
            options={(allZones ? zones(settings.zone) : [settings.zone]).map((value) => ({ value, label: value }))}
            onFocus={() => setAllZones(true)}
            onChange={(zone) => set({ zone })}
          />
          {settings.roles.phase !== undefined && (
            <Choice
              label={t('data.understood.phases')}
              value={settings.phases}
              options={(['pairs', 'ignore', 'name'] as const).map((value) => ({
                value,
                label: t(`data.phases.${value}`),
              }))}
              onChange={(phases) => set({ phases })}
            />
          )}
        </>
      )}
    </>
  );
}

function zones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
