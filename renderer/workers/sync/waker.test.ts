import { expect, test } from 'vitest';
import { makeWaker } from '#renderer/workers/sync/waker.ts';

test('a wake ends the sleep, and one that comes before is not lost', async () => {
  const waker = makeWaker();
  const { signal } = new AbortController();
  const asleep = waker.sleep(null, signal);
  waker.wake();
  await expect(asleep).resolves.toBeUndefined();
  waker.wake();
  await expect(waker.sleep(null, signal)).resolves.toBeUndefined();
});

test('the signal ends the sleep', async () => {
  const stop = new AbortController();
  const asleep = makeWaker().sleep(null, stop.signal);
  stop.abort();
  await expect(asleep).resolves.toBeUndefined();
});
