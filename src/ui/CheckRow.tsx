import { type ReactNode, useId } from 'react';
import './checkRow.css';

const signs = {
  yes: 'M-4 .4-1.2 3.2 4.2-2.8',
  no: 'M-3.4-3.4 3.4 3.4M-3.4 3.4 3.4-3.4',
  unknown: 'M-2.4-1.8A2.4 2.4 0 1 1 .9 .5Q0 1 0 2M0 4.4V4.5',
} as const;
type Answer = keyof typeof signs;
const order: readonly Answer[] = ['yes', 'no', 'unknown'];

interface CheckRowProps {
  readonly label: string;
  /** Beside the label: the key that answers it. */
  readonly hint?: ReactNode;
  readonly value: Answer;
  readonly words: Readonly<Record<Answer, string>>;
  readonly onChange: (value: Answer) => void;
}

/** A question with the answers yes, no and unknown, each with a sign of its own. */
export function CheckRow({ label, hint, value, words, onChange }: CheckRowProps) {
  const id = useId();
  const choose = (by: number) => onChange(order[(order.indexOf(value) + by + 3) % 3] as Answer);
  return (
    <div className="check-row" data-value={value}>
      <span className="check-label" id={id}>
        {hint}
        {label}
      </span>
      <div
        className="check-answers"
        role="radiogroup"
        aria-labelledby={id}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          choose(by);
          const next = order[(order.indexOf(value) + by + 3) % 3];
          event.currentTarget.querySelector<HTMLElement>(`[data-answer="${next}"]`)?.focus();
        }}
      >
        {order.map((answer) => (
          <button
            key={answer}
            type="button"
            role="radio"
            className="check-answer"
            data-answer={answer}
            aria-checked={answer === value}
            tabIndex={answer === value ? 0 : -1}
            title={words[answer]}
            onClick={() => onChange(answer)}
          >
            <svg width="1em" height="1em" viewBox="-6 -6 12 12" aria-hidden="true" className="check-sign">
              <path d={signs[answer]} />
            </svg>
            <span className="check-word">{words[answer]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
