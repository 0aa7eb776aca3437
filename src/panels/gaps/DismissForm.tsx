import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DismissFormProps {
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
}

/** "Not a gap, because ...": asks for the reason, without which nothing is dismissed. */
export function DismissForm({ onDismiss, onCancel }: DismissFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <form
      className="dismiss-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setAsked(true);
        else onDismiss(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
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
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          {t('finding.cancel')}
        </Button>
      </div>
    </form>
  );
}
