import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DismissForm } from './DismissForm.tsx';

interface FindingRowProps {
  readonly name: string;
  readonly why: string;
  readonly onGoTo: () => void;
  readonly onDismiss: (reason: string) => void;
  /** Mends it by splitting the touchpoint; null where that is no remedy. */
  readonly onSplit: (() => void) | null;
}

/** Something a rule found: where, why, and what can be done about it. */
export function FindingRow({ name, why, onGoTo, onDismiss, onSplit }: FindingRowProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <li className="finding-row">
      <button type="button" className="record-line" onClick={onGoTo}>
        <span>
          <b>{name}</b>
          <small>{why}</small>
        </span>
      </button>
      <div className="finding-actions">
        {onSplit !== null && (
          <Button size="compact-xs" variant="default" aria-label={t('finding.splitNamed', { name })} onClick={onSplit}>
            {t('finding.split')}
          </Button>
        )}
        <Button
          ref={opener}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={asks}
          aria-label={t('finding.dismissNamed', { name })}
          onClick={() => setAsks(!asks)}
        >
          {t('finding.dismiss')}
        </Button>
      </div>
      {asks && (
        <DismissForm
          about={`${name} ${why}`}
          onDismiss={onDismiss}
          onCancel={() => {
            setAsks(false);
            opener.current?.focus();
          }}
        />
      )}
    </li>
  );
}
