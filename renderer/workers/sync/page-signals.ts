/** Where a page tells of itself; tests give event targets of their own. */
export interface PageSignals {
  readonly window: Pick<EventTarget, 'addEventListener'>;
  readonly document: Pick<EventTarget, 'addEventListener'> & {
    readonly visibilityState: 'hidden' | 'visible';
  };
  /** Milliseconds that never jump. */
  readonly now: () => number;
}

const everyMs = 5_000;

/** Tells of the page's network: the page hears of it before a worker does, and some engines tell the page alone. */
export function followPageNetwork(tell: (online: boolean) => void): void {
  globalThis.addEventListener('online', () => tell(true));
  globalThis.addEventListener('offline', () => tell(false));
}

/**
 * Tells when a person turns to the page: it becomes visible or gets the focus. At most once every five seconds, because
 * one click tells both, and whoever goes back and forth between windows does not need an exchange each time.
 */
export function followPageAttention(
  tell: () => void,
  page: PageSignals = { window: globalThis, document, now: () => performance.now() },
): void {
  let last = -Infinity;
  const attend = (): void => {
    const now = page.now();
    if (page.document.visibilityState === 'hidden' || now - last < everyMs) return;
    last = now;
    tell();
  };
  page.window.addEventListener('focus', attend);
  page.document.addEventListener('visibilitychange', attend);
}
