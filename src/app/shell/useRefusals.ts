import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandError } from '../../commands/commandError.ts';

/** Shows what a command refuses, wherever it was called: a sentence, and nothing was changed. */
export function useRefusals(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const show = (error: unknown, event: Event) => {
      if (!(error instanceof CommandError)) return;
      event.preventDefault();
      notifications.show({
        id: error.code,
        color: 'orange',
        message: t(`refused.${error.code}`, error.params),
        role: 'alert',
        autoClose: 8000,
      });
    };
    const onError = (event: ErrorEvent) => show(event.error, event);
    const onRejection = (event: PromiseRejectionEvent) => show(event.reason, event);
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, [t]);
}
