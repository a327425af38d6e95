import type { RunningDesk } from '#renderer/core/desk.ts';
import type { Platform } from '#shared/bridge/platform.ts';

/** Makes the application start without network, asks for storage that stays, and saves what is typed before it goes. */
export function keepRunningOffline(platform: Platform, desk: RunningDesk): void {
  const log = (event: string) => (cause: unknown) =>
    void platform.log({
      level: 'warning',
      event,
      detail: cause instanceof Error ? cause.name : typeof cause,
    });
  platform.keepAvailableOffline().catch(log('keep-available-offline'));
  platform.requestPersistentStorage().catch(log('persistent-storage'));
  const flush = (): void => void desk.flush().catch(log('flush'));
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
}
