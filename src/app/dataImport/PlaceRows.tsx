import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceRule, Spot } from '../../analysis/data/matchPlaces.ts';
import { type ApartTrait, apartTraits } from '../../analysis/data/tellApart.ts';
import type { MapTables } from '../../model/tables.ts';
import { Choice } from './Choice.tsx';
import { More } from './LogTables.tsx';
import { listedColumn, type MatchRow, several, textsTogether, withRow } from './matchRows.ts';
import { PlaceRules } from './PlaceRules.tsx';
import { touchpointOptions } from './touchpointNames.ts';

const ROWS = 60;
/** Names that are said in a sentence. */
const NAMED = 12;

/** Which rows belong to which touchpoint: one by one, with what is proposed, and by rules for many. */
export function PlaceRows({
  map,
  names,
  spots,
  rows,
  apart,
  unknown,
  rules,
  onRules,
  onRefuse,
  onSuggest,
}: {
  map: MapTables;
  /** What its touchpoints are called, by id. */
  names: ReadonlyMap<string, string>;
  spots: readonly Spot[];
  rows: readonly MatchRow[];
  /** By what the rows are told apart. */
  apart: readonly ApartTrait[];
  /** Texts about which the profile that fits the file says nothing. */
  unknown: readonly string[];
  rules: readonly PlaceRule[];
  onRules: (rules: readonly PlaceRule[]) => void;
  /** A text belongs to no touchpoint; with the rules as they are then. */
  onRefuse: (text: string, rules: readonly PlaceRule[]) => void;
  /** Proposes touchpoints for what matches nothing; null when that is done already. */
  onSuggest: (() => void) | null;
}) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const [wanted, setWanted] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [most, setMost] = useState(ROWS);
  const column = listedColumn(spots);
  const touchpoints = useMemo(() => touchpointOptions(map, names, t('map.untitled')), [map, names, t]);
  const fits = ({ text, matched, suggested }: MatchRow) =>
    text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()) &&
    (!onlyOpen || (matched === null && suggested === null));
  const shown = rows.filter(fits);
  const besides = apartTraits.filter(
    (trait) => apart.includes(trait) || (column === 'place' && spots.some((spot) => spot[trait] !== '')),
  );
  const together = useMemo(() => textsTogether(rows), [rows]);
  const list = new Intl.ListFormat(i18n.language);
  const guesses = rows.filter(({ matched, suggested, isSame }) => matched === null && suggested !== null && !isSame);
  const titleOf = (id: string | null) => names.get(id ?? '') ?? t('map.untitled');
  const choose = (row: MatchRow, id: string) => {
    const next = withRow(rules, column, row, apart, id === '' || id === several ? null : id, rows);
    if (id === '') onRefuse(row.text, next);
    else onRules(next);
  };
  return (
    <>
      {rows.length > 8 && (
        <div className="data-tools">
          <TextInput
            size="xs"
            type="search"
            value={wanted}
            aria-label={t('data.match.find')}
            placeholder={t('data.match.find')}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Button
            size="xs"
            variant={onlyOpen ? 'filled' : 'default'}
            aria-pressed={onlyOpen}
            onClick={() => setOnlyOpen(!onlyOpen)}
          >
            {t('data.match.onlyOpen')}
          </Button>
        </div>
      )}
      {unknown.length > 0 && (
        <p className="data-ask">
          {t('data.match.unknown', {
            count: unknown.length,
            names: list.format(unknown.slice(0, NAMED).map((text) => text || t('data.match.noPlace'))),
          })}
        </p>
      )}
      <p className="hint" role="status">
        {guesses.length > 0 && `${t('data.match.guesses', { count: guesses.length })} `}
        {together.size > 0 && t('data.match.shared', { count: together.size })}
      </p>
      <table className="data-table data-matches">
        <thead>
          <tr>
            <th scope="col">{t(`data.match.columns.${column}`)}</th>
            <th scope="col">{t('data.match.rows')}</th>
            <th scope="col">{t('data.match.touchpoint')}</th>
            <th scope="col">{t('data.match.how')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, most).map((row) => {
            const state =
              row.matched !== null ? 'matched' : row.suggested === null ? 'open' : row.isSame ? 'same' : 'suggested';
            const others = together.get(row.text) ?? [];
            return (
              <tr key={row.text} data-state={state}>
                <th scope="row">{row.text || t('data.match.noPlace')}</th>
                <td>{number.format(row.rows)}</td>
                <td>
                  <Choice
                    hidden
                    label={t('data.match.touchpointOf', { text: row.text || t('data.match.noPlace') })}
                    value={row.matched ?? row.suggested ?? ''}
                    mark={state === 'suggested' ? 'suggested' : undefined}
                    options={[
                      { value: '', label: t('data.match.none') },
                      ...(row.matched === several ? [{ value: several, label: t('data.match.several') }] : []),
                      ...touchpoints,
                    ]}
                    onChange={(id) => choose(row, id)}
                  />
                </td>
                <td>
                  {state !== 'matched' && state !== 'same' && (row.suggested ?? row.maybe) !== null ? (
                    <>
                      <span className="data-state" data-state={state}>
                        {t(`data.match.states.${row.suggested === null ? 'doubtful' : 'suggested'}`)}
                      </span>{' '}
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={
                          row.suggested === null
                            ? t('data.match.takeOf', { text: row.text, title: titleOf(row.maybe) })
                            : t('data.match.confirmOf', { text: row.text })
                        }
                        onClick={() => choose(row, (row.suggested ?? row.maybe) as string)}
                      >
                        {row.suggested === null
                          ? t('data.match.take', { title: titleOf(row.maybe) })
                          : t('data.match.confirm')}
                      </Button>
                    </>
                  ) : (
                    <span className="data-state" data-state={state}>
                      {t(`data.match.states.${state}`)}
                    </span>
                  )}
                  {others.length > 0 && (
                    <small className="data-together">
                      {t('data.match.with', { names: list.format(others.slice(0, 3).map((other) => `“${other}”`)) })}
                    </small>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <More count={shown.length - most} onMore={() => setMost(most + 10 * ROWS)} />
      {onSuggest !== null && rows.some(({ matched }) => matched === null) && (
        <Button size="compact-xs" variant="default" mt={8} onClick={onSuggest}>
          {t('data.match.suggest')}
        </Button>
      )}
      <PlaceRules touchpoints={touchpoints} rules={rules} besides={besides} onRules={onRules} />
    </>
  );
}
