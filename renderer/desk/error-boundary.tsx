import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { DocumentErrorRegular } from '@fluentui/react-icons';
import { appText } from '#renderer/desk/text/app.ts';
import { Notice } from '#renderer/ui/parts/notice.tsx';
import type { Platform } from '#shared/bridge/platform.ts';

interface ErrorBoundaryProps {
  readonly log: Platform['log'];
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly broken: boolean;
}

/** The one place that a bug in a view reaches: a clear sentence and a way on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { broken: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    // Name and place only: a message may quote what is on the screen.
    const detail = error instanceof Error ? `${error.name} ${places(error)}` : typeof error;
    void this.props.log({ level: 'error', event: 'view', detail: detail.slice(0, 2000) });
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main style={{ height: '100vh' }}>
        <Notice
          icon={<DocumentErrorRegular />}
          title={appText.brokenTitle}
          action={appText.brokenBody}
          role="alert"
        >
          <Button appearance="primary" onClick={() => window.location.reload()}>
            {appText.reload}
          </Button>
        </Notice>
      </main>
    );
  }
}

function places(error: Error): string {
  return error.stack?.split('\n').slice(1, 6).join(' ') ?? '';
}
