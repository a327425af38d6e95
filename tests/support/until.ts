import { onTestFailed, onTestFinished } from 'vitest';

/** Between two looks, in milliseconds. */
const pauseMs = 20;

/**
 * Waits until a condition holds, that is until `holds` throws no more, and gives what it returns. It has no limit of its
 * own, for how fast a busy machine gets there proves nothing: the test's limit ends it, and what was missing is told then.
 */
export async function until<T>(holds: () => T | Promise<T>): Promise<T> {
  let missing: unknown;
  let isOver = false;
  onTestFailed(() => {
    if (missing !== undefined) console.error('Waited for in vain:', missing);
  });
  onTestFinished(() => {
    isOver = true;
  });
  for (;;) {
    try {
      const value = await holds();
      missing = undefined;
      return value;
    } catch (cause) {
      missing = cause;
      if (isOver) throw cause;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pauseMs);
    });
  }
}
