import { Menu } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import './hueMark.css';
import './markMenu.css';

interface Choice<T extends string> {
  readonly values: readonly T[];
  readonly chosen: T;
  readonly label: (value: T) => string;
  readonly onChange: (value: T) => void;
}

interface MarkMenuProps<C extends string, S extends string> {
  readonly label: string;
  readonly colors: Choice<C>;
  readonly signs: Choice<S>;
  readonly draw: (sign: S, color: C | null) => ReactNode;
}

/** A button that shows the mark of a thing, and a menu of the colours and signs it could have. */
export function MarkMenu<C extends string, S extends string>({ label, colors, signs, draw }: MarkMenuProps<C, S>) {
  return (
    <Menu position="bottom-start" closeOnItemClick={false} width={212}>
      <Menu.Target>
        <button
          type="button"
          className="entry-mark"
          style={{ '--mark': `var(--${colors.chosen})` } as CSSProperties}
          aria-label={label}
          title={label}
        >
          {draw(signs.chosen, colors.chosen)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Choices
          {...colors}
          draw={(color) => <span className="mark-color" style={{ background: `var(--${color})` }} />}
        />
        <Choices {...signs} draw={(sign) => draw(sign, null)} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices<T extends string>({
  values,
  chosen,
  label,
  onChange,
  draw,
}: Choice<T> & { readonly draw: (value: T) => ReactNode }) {
  return (
    <div className="mark-choices">
      {values.map((value) => (
        <Menu.Item
          key={value}
          className="mark-choice"
          aria-label={label(value)}
          title={label(value)}
          data-chosen={value === chosen || undefined}
          onClick={() => onChange(value)}
        >
          {draw(value)}
        </Menu.Item>
      ))}
    </div>
  );
}
