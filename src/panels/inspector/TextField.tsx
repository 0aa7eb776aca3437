import { Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useEditor } from '../../editor/useEditor.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  /** Larger type, for a title. */
  readonly prominent?: boolean;
}

/** A text of a record: saved as it is typed; leaving the field ends the burst that one undo takes back. */
export function TextField({ label, value, onChange, multiline, placeholder, prominent }: TextFieldProps) {
  const editor = useEditor();
  const id = useId();
  const common = {
    id,
    label,
    value,
    placeholder,
    size: 'xs' as const,
    onBlur: () => editor.seal(),
    ...(prominent ? { styles: { input: { fontSize: 15, fontWeight: 600, lineHeight: '20px' } } } : {}),
  };
  return multiline ? (
    <Textarea
      {...common}
      autosize
      minRows={prominent ? 1 : 2}
      maxRows={10}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
