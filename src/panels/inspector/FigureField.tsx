import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Range } from '../../analysis/cost.ts';
import { type FigureKind, parseFigure, typedFigure } from './parseFigure.ts';

interface FigureFieldProps {
  readonly label: string;
  readonly kind: FigureKind;
  readonly value: Range | null;
  /** Where the figure is from, in words. */
  readonly source?: string | undefined;
  /** Is called when the field is left or Enter pressed, with a figure that could be read. */
  readonly onChange: (value: Range | null) => void;
}

/** A number, share or range as text. What cannot be read stays in the field with a sentence that says why. */
export function FigureField({ label, kind, value, source, onChange }: FigureFieldProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const shown = value === null ? '' : typedFigure(value, i18n.language, kind.style);
  const take = () => {
    if (typed === null) return;
    const parsed = parseFigure(typed, i18n.language, kind);
    if ('problem' in parsed) {
      const example = kind.style === 'share' ? { low: 0.1, high: 0.155 } : { low: 1000, high: 1500.5 };
      setProblem(
        t(`figure.problem.${parsed.problem}`, {
          part: parsed.part.slice(0, 40),
          example: typedFigure(
            kind.range ? example : { low: example.high, high: example.high },
            i18n.language,
            kind.style,
          ),
        }),
      );
      return;
    }
    setTyped(null);
    setProblem('');
    if (parsed.value?.low !== value?.low || parsed.value?.high !== value?.high) onChange(parsed.value);
  };
  return (
    <TextInput
      size="xs"
      inputMode="decimal"
      label={label}
      description={source}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem === '' ? null : problem}
      value={typed ?? shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          setProblem('');
        }
      }}
    />
  );
}
