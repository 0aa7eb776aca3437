import i18next from 'i18next';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import './partBoundary.css';

interface Props {
  readonly children: ReactNode;
  /** Where the part can be left. */
  readonly onClose?: () => void;
}

/**
 * Catches what a part of the screen throws, or that its code cannot be fetched since nothing serves the program any more:
 * says so, and leaves the rest as it is. The map stays open and goes on being saved, whatever becomes of a panel.
 */
export class PartBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const { onClose } = this.props;
    return (
      <div className="part-problem" role="alert">
        <p>{i18next.t('error.part')}</p>
        {onClose !== undefined && (
          <button type="button" onClick={onClose}>
            {i18next.t('panel.close')}
          </button>
        )}
      </div>
    );
  }
}
