import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../editor/session.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { opportunityOutlines } from '../../model/opportunityOutlines.ts';
import type { Opportunity } from '../../model/records/opportunity.ts';
import { OpportunityDot } from '../../ui/OpportunityDot.tsx';
import { DOT, type Grades, gradesAfter, gradesAt, type MatrixSize, placeDots } from './placeDots.ts';

interface Held {
  readonly id: string;
  readonly startX: number;
  readonly startY: number;
  readonly dx: number;
  readonly dy: number;
}

/** A press becomes a drag when the pointer has gone this far. */
const SLACK = 4;
const grades = [1, 2, 3, 4, 5] as const;

interface MatrixProps {
  /** In their order, which gives their numbers. */
  readonly opportunities: readonly Opportunity[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly size: MatrixSize;
}

/** Impact over effort, 5 x 5. Dots are dragged, or moved by arrow keys; what falls beside the matrix loses its grades. */
export function Matrix({ opportunities, openId, onOpen, size }: MatrixProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const field = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const dropped = useRef(false);
  const { places, height, restY } = placeDots(opportunities, size);
  const width = 5 * size.cellWidth;

  const grade = (opportunity: Opportunity, next: Grades | null) => {
    const fields = next ?? { impact: null, effort: null };
    if (fields.impact === opportunity.impact && fields.effort === opportunity.effort) return;
    editor.run('updateOpportunity', { id: opportunity.id, fields });
    announce(editor.session, next ? t('opportunity.graded', { ...next }) : t('opportunity.ungraded'));
  };
  const middle = (drag: Held) => {
    const place = places.get(drag.id) ?? { x: 0, y: 0 };
    return { x: place.x + drag.dx + DOT / 2, y: place.y + drag.dy + DOT / 2 };
  };
  const isDrag = held !== null && Math.hypot(held.dx, held.dy) >= SLACK;
  const over = isDrag ? gradesAt(middle(held).x, middle(held).y, size) : null;

  const onDown = (event: PointerEvent<HTMLButtonElement>, id: string) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    dropped.current = false;
    setHeld({ id, startX: event.clientX, startY: event.clientY, dx: 0, dy: 0 });
  };
  const onMove = (event: PointerEvent) => {
    if (held !== null) setHeld({ ...held, dx: event.clientX - held.startX, dy: event.clientY - held.startY });
  };
  const onUp = (opportunity: Opportunity) => {
    if (isDrag) {
      dropped.current = true;
      grade(opportunity, over);
    }
    setHeld(null);
  };
  const onKeyDown = (event: KeyboardEvent, opportunity: Opportunity) => {
    if (event.key === 'Escape' && held !== null) {
      event.stopPropagation();
      dropped.current = true;
      setHeld(null);
      return;
    }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = gradesAfter(event.key, opportunity);
    if (next !== null) grade(opportunity, next);
  };

  return (
    <div className="grades" role="group" aria-label={t('opportunity.matrix')}>
      <div className="grades-impact" style={{ height: 5 * size.cellHeight }} aria-hidden="true">
        <span>{t('opportunity.impact')}</span>
        <div>
          {grades.toReversed().map((value) => (
            <i key={value}>{value}</i>
          ))}
        </div>
      </div>
      <div className="grades-field" ref={field} style={{ width, height }}>
        <div
          className="grades-cells"
          aria-hidden="true"
          style={{ gridTemplateColumns: `repeat(5, ${size.cellWidth}px)`, gridAutoRows: size.cellHeight }}
        >
          {grades
            .toReversed()
            .flatMap((impact) =>
              grades.map((effort) => (
                <div
                  key={`${impact}${effort}`}
                  data-first={(impact >= 4 && effort <= 2) || undefined}
                  data-over={(over?.impact === impact && over.effort === effort) || undefined}
                />
              )),
            )}
        </div>
        {(['doFirst', 'plan', 'perhaps', 'leave'] as const).map((corner, index) => (
          <span
            key={corner}
            aria-hidden="true"
            className="grades-corner"
            data-right={index % 2 === 1 || undefined}
            style={{ top: index < 2 ? 3 : 5 * size.cellHeight - 17 }}
          >
            {t(`opportunity.${corner}`)}
          </span>
        ))}
        <div className="grades-effort" style={{ top: 5 * size.cellHeight }} aria-hidden="true">
          <div>
            {grades.map((value) => (
              <i key={value}>{value}</i>
            ))}
          </div>
          <span>{t('opportunity.effort')}</span>
        </div>
        {restY !== null && (
          <span className="grades-rest" style={{ top: restY }}>
            {t('opportunity.ungraded')}
          </span>
        )}
        {opportunities.map((opportunity, index) => {
          const { id, kind, title, impact, effort } = opportunity;
          const place = places.get(id) ?? { x: 0, y: 0 };
          const isHeld = isDrag && held.id === id;
          const isGraded = impact !== null && effort !== null;
          return (
            <button
              key={id}
              type="button"
              className="grades-dot"
              title={title}
              aria-pressed={openId === id}
              aria-label={t(isGraded ? 'opportunity.dot' : 'opportunity.dotUngraded', {
                number: index + 1,
                title: title || t('map.untitled'),
                kind: t(`opportunity.kinds.${kind}`),
                impact,
                effort,
              })}
              data-held={isHeld || undefined}
              data-status={opportunity.status}
              style={{
                transform: `translate(${place.x + (isHeld ? held.dx : 0)}px, ${place.y + (isHeld ? held.dy : 0)}px)`,
              }}
              onPointerDown={(event) => onDown(event, id)}
              onPointerMove={onMove}
              onPointerUp={() => onUp(opportunity)}
              onPointerCancel={() => setHeld(null)}
              onClick={() => {
                // A click follows every release; the end of a drag is none.
                if (!dropped.current) onOpen(id);
                dropped.current = false;
              }}
              onKeyDown={(event) => onKeyDown(event, opportunity)}
            >
              <OpportunityDot outline={opportunityOutlines[kind]} number={index + 1} />
            </button>
          );
        })}
      </div>
    </div>
  );
}
