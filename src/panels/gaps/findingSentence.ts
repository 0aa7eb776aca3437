import type { TFunction } from 'i18next';
import { dayText, hoursText } from '../../analysis/figureText.ts';
import type { Finding } from '../../analysis/findings.ts';
import { valueText } from '../../analysis/kpi/kpiText.ts';
import { EVERYONE } from '../../model/records/sentiment.ts';
import type { Documents } from '../../model/tables.ts';

/** Why a rule found something, in a sentence with names in it. `language` is a BCP 47 tag. */
export function findingSentence(docs: Documents, { rule, data }: Finding, t: TFunction, language: string): string {
  const { map, library } = docs;
  const id = (name: string) => String(data[name] ?? '');
  const title = (touchpointId: string) => map.touchpoints[touchpointId]?.title || t('map.untitled');
  const entry = (table: 'channels' | 'devices', entryId: string) => library[table][entryId]?.name || t('map.unnamed');
  switch (rule) {
    case 'silentStretch':
      return [
        ...(data.steps === undefined ? [] : [t('finding.why.silentSteps', { count: Number(data.steps) })]),
        ...(data.hours === undefined
          ? []
          : [t('finding.why.silentHours', { hours: hoursText(Number(data.hours), language) })]),
      ].join(' ');
    case 'promiseWithoutFollowUp':
      return id('keptAt') === ''
        ? t('finding.why.promiseKeptNowhere', { promise: id('promise') })
        : t('finding.why.promiseNotReached', { promise: id('promise'), keptAt: title(id('keptAt')) });
    case 'ownerGoesAndReturns':
      return t('finding.why.ownerGoesAndReturns', { from: title(id('from')), to: title(id('to')) });
    case 'dipOnHandoff': {
      const value = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
      const [from, to] = [value.format(Number(data.from)), value.format(Number(data.to))];
      return id('persona') === EVERYONE
        ? t('finding.why.dipOfEveryone', { from, to })
        : t('finding.why.dipOf', { name: library.personas[id('persona')]?.name || t('map.unnamed'), from, to });
    }
    case 'deviceMismatch':
      return t('finding.why.deviceMismatch', {
        channel: entry('channels', id('channel')),
        from: entry('devices', id('from')),
        to: entry('devices', id('to')),
      });
    case 'conversionDrop':
    case 'kpiTooOld':
    case 'tooFewMeasured': {
      const kpi = library.kpis[id('kpi')];
      const value = (name: string) => valueText(kpi ?? { unit: 'percent' }, Number(data[name] ?? 0), language);
      const kpiName = kpi?.name || t('map.unnamed');
      const person = () => library.personas[id('persona')]?.name || t('map.unnamed');
      if (data.by === 'before' || data.by === 'elsewhere')
        return t(`finding.why.goesOn.${data.by}`, {
          ...{ kpi: kpiName, at: title(id('at')) },
          ...{ from: value('from'), to: value('to') },
        });
      const why = t(`finding.why.${rule}`, {
        kpi: data.persona === undefined ? kpiName : t('finding.why.kpiOf', { kpi: kpiName, name: person() }),
        from: value('from'),
        to: value('to'),
        day: dayText(id('on'), language),
        n: Number(data.n ?? 0),
      });
      return data.more === undefined ? why : `${why} ${t('finding.why.moreKpis', { count: Number(data.more) })}`;
    }
    default:
      return t(`finding.why.${rule}`, { count: Number(data.count ?? 0), severity: Number(data.severity ?? 0) });
  }
}
