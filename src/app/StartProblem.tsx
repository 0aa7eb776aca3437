import { useTranslation } from 'react-i18next';

/** Shown instead of the program when it cannot start: what is wrong, and what to do. */
export function StartProblem({ problem, detail }: { problem: 'blocked' | 'failed'; detail?: string }) {
  const { t } = useTranslation();
  return (
    <main className="start-problem" role="alert">
      <h1>{t(`start.${problem}.title`)}</h1>
      <p>{t(`start.${problem}.text`)}</p>
      {detail !== undefined && <pre>{detail}</pre>}
    </main>
  );
}
