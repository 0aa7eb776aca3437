import { Textarea, TextInput } from '@mantine/core';
import { useEditor } from '../../editor/useEditor.ts';

/** A text of an opportunity: saved as it is typed; leaving the field ends the burst that one undo takes back. */
export function Field({
  label,
  value,
  onChange,
  multiline = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
}) {
  const editor = useEditor();
  const common = { label, value, size: 'xs' as const, onBlur: () => editor.seal() };
  return multiline ? (
    <Textarea {...common} autosize minRows={2} maxRows={10} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
