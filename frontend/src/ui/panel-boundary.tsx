import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './error-panel.tsx';

interface PanelBoundaryProps {
  /** What failed, when it fails: "The facts didn't load". */
  title: string;
  /** A new value clears the error: the address, the shown id. */
  resetKey?: string;
  children: ReactNode;
}

/** Keeps a fault inside its panel. React offers this to classes only. */
export class PanelBoundary extends Component<PanelBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidUpdate(previous: PanelBoundaryProps): void {
    if (this.state.error !== undefined && previous.resetKey !== this.props.resetKey) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorPanel title={this.props.title} error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
