import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../editor/useDraft.ts';

interface DismissFormProps {
  /** What is dismissed: the reason that is being written stays with it. */
  readonly about: string;
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
}

/** "Not a gap, because ...": asks for the reason, without which nothing is dismissed. */
export function DismissForm({ about, onDismiss, onCancel }: DismissFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useDraft(`dismiss:${about}`);
  const [asked, setAsked] = useState(false);
  const cancel = () => {
    setReason('');
    onCancel();
  };
  return (
    <form
      className="dismiss-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setAsked(true);
        else {
          setReason('');
          onDismiss(reason.trim());
        }
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancel();
      }}
    >
      <TextInput
        size="xs"
        label={t('finding.because')}
        placeholder={t('finding.becauseHint')}
        required
        withAsterisk={false}
        autoFocus
        value={reason}
        error={asked && reason.trim() === '' ? t('finding.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="finding-actions">
        <Button size="compact-xs" type="submit">
          {t('finding.keepDismissed')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={cancel}>
          {t('finding.cancel')}
        </Button>
      </div>
    </form>
  );
}
