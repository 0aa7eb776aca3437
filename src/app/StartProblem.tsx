import { useTranslation } from 'react-i18next';
import './startProblem.css';

interface StartProblemProps {
  readonly problem: 'blocked' | 'failed' | 'silent' | 'unopened';
  readonly detail?: string;
  /** Ways on from where the maps could not be opened, or could not be opened yet. */
  readonly onRetry?: () => void;
  readonly onMemory?: () => void;
  /** An attempt is under way. */
  readonly busy?: boolean;
}

/** Shown instead of the program when it cannot start: what is wrong, and what to do. */
export function StartProblem({ problem, detail, onRetry, onMemory, busy = false }: StartProblemProps) {
  const { t } = useTranslation();
  return (
    <main className="start-problem" role="alert" aria-busy={busy}>
      <h1>{t(`start.${problem}.title`)}</h1>
      <p>{t(`start.${problem}.text`)}</p>
      {(problem === 'unopened' || problem === 'silent') && (
        <>
          <ul>
            <li>{t(`start.${problem}.again`)}</li>
            <li>{t(`start.${problem}.restart`)}</li>
            <li>{t('start.unopened.backup')}</li>
            <li>{t('start.unopened.meanwhile')}</li>
          </ul>
          <p className="start-ways">
            {onRetry && (
              <button type="button" disabled={busy} onClick={onRetry}>
                {t(busy ? 'start.unopened.trying' : 'start.unopened.retry')}
              </button>
            )}
            <button type="button" disabled={busy} onClick={onMemory}>
              {t('start.unopened.memory')}
            </button>
          </p>
        </>
      )}
      {detail !== undefined && <pre>{detail}</pre>}
    </main>
  );
}
