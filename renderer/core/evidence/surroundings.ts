/** What reading ahead must not disturb, and how it hears of it. */
export interface Surroundings {
  /** Calls back at every key that is pressed. Returns how to stop. */
  followKeys(tell: () => void): () => void;
  /** Calls back with whether the PC saves its battery, at once when known and at every change. Returns how to stop. */
  followPower(tell: (saving: boolean) => void): () => void;
  /** Resolves when the page has nothing better to do, or soon. */
  idle(): Promise<void>;
  /** Resolves when a page of a document has just been drawn on screen, or soon: there may be none to draw. */
  pageDrawn(): Promise<void>;
  /** Does the work unless another window of this PC is at it; null then. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** Does the work once no other window of this PC is at it; null when that was not waited for (`signal`). */
  inTurn<T>(name: string, work: () => Promise<T>, signal: AbortSignal): Promise<T | null>;
}

const idleAtLatestMs = 2_000;
const drawnAtLatestMs = 1_000;

/** The mark that the viewer sets in the page's own record of times. */
const drawnMark = 'meja-halaman-tergambar';

/**
 * The page's own surroundings. Whether it is in sight plays no part: an office PC reads while its person is away, and
 * stops at the lock.
 */
export const pageSurroundings: Surroundings = {
  followKeys: (tell) => {
    const options = { capture: true, passive: true } as const;
    globalThis.addEventListener('keydown', tell, options);
    return () => globalThis.removeEventListener('keydown', tell, options);
  },
  followPower: followBattery,
  idle: () =>
    new Promise((resolve) => {
      // Not everywhere, and not in every test's page.
      if (!('requestIdleCallback' in globalThis)) setTimeout(resolve, 0);
      else requestIdleCallback(() => resolve(), { timeout: idleAtLatestMs });
    }),
  pageDrawn: () =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        if (list.getEntriesByName(drawnMark).length > 0) end();
      });
      const late = setTimeout(() => end(), drawnAtLatestMs);
      const end = (): void => {
        clearTimeout(late);
        observer.disconnect();
        resolve();
      };
      observer.observe({ type: 'mark' });
    }),
  alone: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : null)),
  inTurn: async (name, work, signal) => {
    try {
      return await navigator.locks.request(name, { signal }, work);
    } catch (cause) {
      // Given up while waiting; a failure of the work itself passes through.
      if (signal.aborted && cause === signal.reason) return null;
      throw cause;
    }
  },
};

/** Below it Windows saves the battery by itself; no page is told whether a person switched that on. */
const savingBelow = 0.3;

/** What a browser tells of the battery; only some do. */
interface Battery extends EventTarget {
  readonly charging: boolean;
  readonly level: number;
}

function followBattery(tell: (saving: boolean) => void): () => void {
  let stopped = false;
  let battery: Battery | null = null;
  const show = (): void => {
    if (battery && !stopped) tell(!battery.charging && battery.level <= savingBelow);
  };
  const follow = async (): Promise<void> => {
    const found = await findBattery();
    if (!found || stopped) return;
    battery = found;
    for (const event of batteryEvents) found.addEventListener(event, show);
    show();
  };
  follow().catch(() => {
    // A page that may not know of the battery reads as on mains.
  });
  return () => {
    stopped = true;
    for (const event of batteryEvents) battery?.removeEventListener(event, show);
  };
}

const batteryEvents = ['chargingchange', 'levelchange'] as const;

async function findBattery(): Promise<Battery | null> {
  if (!('getBattery' in navigator) || typeof navigator.getBattery !== 'function') return null;
  const found: unknown = await navigator.getBattery();
  return isBattery(found) ? found : null;
}

function isBattery(found: unknown): found is Battery {
  return (
    found instanceof EventTarget &&
    'charging' in found &&
    typeof found.charging === 'boolean' &&
    'level' in found &&
    typeof found.level === 'number'
  );
}
