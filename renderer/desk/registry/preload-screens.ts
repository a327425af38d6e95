import { features } from '#renderer/desk/registry/features.ts';
import { readAddress } from '#renderer/frame/address.ts';
import { inboxScreen } from '#renderer/features/inbox/feature.tsx';
import type { Screen } from '#renderer/frame/screen.tsx';
import type { Platform } from '#shared/bridge/platform.ts';

/**
 * Fetches the views before anybody asks: the first ones while the person still signs in, the others when the page has
 * nothing to do. What cannot be had is asked for again when it is to be shown, and said then.
 */
export function preloadScreens(platform: Pick<Platform, 'log'>): void {
  const screens = features.flatMap((feature) => feature.screens);
  const address = window.location.hash.slice(1);
  const named = screens.filter((screen) => readAddress(screen.address, address));
  const fetchAll = (wanted: readonly Screen[]): void => {
    for (const screen of wanted) {
      screen.preload().catch(
        (cause: unknown) =>
          void platform.log({
            level: 'warning',
            event: 'preload-screen',
            detail: cause instanceof Error ? cause.name : typeof cause,
          }),
      );
    }
  };
  fetchAll([inboxScreen, ...named]);
  requestIdleCallback(() => fetchAll(screens), { timeout: 2000 });
}
