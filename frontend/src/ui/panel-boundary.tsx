import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './error-panel.tsx';

interface PanelBoundaryProps {
  /** What failed, when it fails: "The facts didn't load". */
  title: string;
  /** A new value clears the error: the address, the shown id. */
  resetKey?: string;
  /** It holds a whole page: room around the message, and its heading is the page's. */
  page?: boolean;
  children: ReactNode;
}

interface PanelBoundaryState {
  error: unknown;
  resetKey: string | undefined;
}

/** Keeps a fault inside its panel. React offers this to classes only. */
export class PanelBoundary extends Component<PanelBoundaryProps, PanelBoundaryState> {
  override state: PanelBoundaryState = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<PanelBoundaryState> {
    return { error: error ?? new Error('Something that is no error was thrown.') };
  }

  static getDerivedStateFromProps({ resetKey }: PanelBoundaryProps, state: PanelBoundaryState): Partial<PanelBoundaryState> | null {
    return resetKey === state.resetKey ? null : { error: undefined, resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    const { title, page = false } = this.props;
    const panel = <ErrorPanel headingLevel={page ? 1 : 2} title={title} error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
    return page ? <div className="wrap py-16">{panel}</div> : panel;
  }
}
