import { Button } from '@mantine/core';
import i18next from 'i18next';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import './startProblem.css';

interface Props {
  readonly children: ReactNode;
  readonly onLeave: () => void;
}

/** Catches what a screen throws while it renders: says so, and leads back to the gallery. What was saved stays saved. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="start-problem" role="alert">
        <h1>{i18next.t('error.title')}</h1>
        <p>{i18next.t('error.text')}</p>
        <pre>{error.message}</pre>
        <Button
          onClick={() => {
            this.setState({ error: null });
            this.props.onLeave();
          }}
        >
          {i18next.t('action.gallery')}
        </Button>
      </main>
    );
  }
}
