import { useId } from 'react';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (ChoiceOption | { readonly group: string; readonly items: readonly ChoiceOption[] })[];
  readonly onChange: (value: string) => void;
  /** The label is read out only. */
  readonly hidden?: boolean;
  /** What is said below it. */
  readonly note?: string | undefined;
  readonly mark?: 'ask' | 'suggested' | undefined;
  /** Called when the field is gone to: long lists are made then. */
  readonly onFocus?: () => void;
}

/** A field to choose from a list: the browser's own, which phones and screen readers know, and a hundred of which are quick. */
export function Choice({ label, value, options, onChange, hidden = false, note, mark, onFocus }: ChoiceProps) {
  const id = useId();
  return (
    <div className="data-choice" data-mark={mark}>
      {!hidden && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        value={value}
        onFocus={onFocus}
        aria-label={hidden ? label : undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.items.map((item) => (
                <option key={item.value} value={item.value}>
                  {item.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ),
        )}
      </select>
      {note !== undefined && (
        <small id={`${id}-note`} className="data-note">
          {note}
        </small>
      )}
    </div>
  );
}
