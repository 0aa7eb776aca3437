import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../analysis/handoffs.ts';
import { markOf } from '../../analysis/mark.ts';
import type { Way } from '../../analysis/paths.ts';
import type { Telling } from '../../analysis/tellingApart.ts';
import { goToRecords } from '../../editor/session.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { pairId } from '../../model/ids.ts';
import type { Touchpoint } from '../../model/records/touchpoint.ts';
import { StateMark } from '../../ui/StateMark.tsx';

interface WayLineProps {
  readonly way: Way;
  /** What its end is marked as; null where the way only leads no further. */
  readonly ending: Touchpoint['ending'];
  readonly telling: Telling;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  readonly title: (touchpointId: string) => string;
  /** Name of a persona; null for everyone. */
  readonly persona: (personaId: string) => string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One way: where it begins and ends, the handoffs along it, and, when it is chosen, each touchpoint on it. */
export function WayLine({ way, ending, telling, handoffs, title, persona, isOpen, onToggle }: WayLineProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const { ids, worstDip } = way;
  const hop = (index: number) => handoffs.get(pairId('link', ids[index] as string, ids[index + 1] as string));
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const told = [
    ...(telling.by.length > 0 ? [t('paths.via', { names: telling.by.join(', ') })] : []),
    ...(telling.without.length > 0 ? [t('paths.without', { names: telling.without.join(', ') })] : []),
    ...(telling.nth !== null ? [t('paths.nth', { n: telling.nth })] : []),
  ];
  const who = worstDip === null ? null : persona(worstDip.personaId);
  return (
    <li>
      <button type="button" className="way-line" aria-pressed={isOpen} onClick={onToggle}>
        <b>{t('paths.way', { from: title(ids[0] as string), to: title(ids.at(-1) as string) })}</b>
        {told.length > 0 && <span className="way-via">{told.join(' ')}</span>}
        <span className="way-strip" aria-hidden="true">
          {ids.map((id, index) => {
            const handoff = index < ids.length - 1 ? hop(index) : undefined;
            return (
              <span key={id}>
                <i />
                {handoff && handoff.state !== 'none' && <StateMark {...markOf(handoff)} size={14} />}
              </span>
            );
          })}
        </span>
        <small>
          {[
            ...(ending === null ? [] : [t(`paths.ends.${ending}`)]),
            t('paths.length', { count: ids.length }),
            t('paths.handoffs', { count: way.handoffs }),
            ...(way.gaps > 0 ? [t('paths.gaps', { count: way.gaps })] : []),
            ...(way.unreviewed > 0 ? [t('paths.unreviewed', { count: way.unreviewed })] : []),
            ...(way.again > 0 ? [t('paths.again', { count: way.again })] : []),
            ...(worstDip === null
              ? []
              : [t(who === null ? 'paths.dip' : 'paths.dipOf', { by: number.format(worstDip.by), name: who })]),
          ].join(' · ')}
        </small>
      </button>
      {isOpen && (
        <ol className="way-stops">
          {ids.map((id, index) => {
            const handoff = index === 0 ? undefined : hop(index - 1);
            const mark = handoff && handoff.state !== 'none' ? markOf(handoff) : null;
            const isDip = worstDip?.to === id;
            return (
              <li key={id}>
                <button type="button" className="record-line" onClick={() => goToRecords(editor.session, [id])}>
                  {mark !== null ? <StateMark {...mark} size={16} /> : <i className="way-stop" />}
                  <span>
                    {title(id)}
                    {mark !== null && (
                      <span className="visually-hidden">
                        {' '}
                        {t(`paths.states.${mark.was === undefined ? mark.state : 'again'}`)}
                      </span>
                    )}
                    {isDip && <small>{t('paths.dipHere')}</small>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </li>
  );
}
