import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/desk/app.tsx';
import type { AppPorts } from '#renderer/desk/app-ports.ts';
import { ErrorBoundary } from '#renderer/desk/error-boundary.tsx';
import { Themed } from '#renderer/desk/look/themed.tsx';

/** Puts the application on the page. */
export function renderApp(ports: AppPorts): void {
  const root = document.querySelector('#root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Themed desk={ports.desk}>
        <ErrorBoundary log={(entry) => ports.platform.log(entry)}>
          <App {...ports} />
        </ErrorBoundary>
      </Themed>
    </StrictMode>,
  );
}
