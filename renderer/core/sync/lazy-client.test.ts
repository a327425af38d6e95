import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeLazyClient, type LazyClient } from '#renderer/core/sync/lazy-client.ts';
import type { SyncClient } from '#renderer/workers/sync/client.ts';

type Said = Pick<SyncClient, 'isServerReached' | 'syncNow'>;

let starts: (() => Promise<Said>)[];
let started: number;
let failures: unknown[];
let lazy: LazyClient<Said>;

beforeEach(() => {
  started = 0;
  starts = [];
  failures = [];
  lazy = makeLazyClient({
    start: () => {
      const start = starts[started];
      started += 1;
      return start ? start() : Promise.reject(new Error('no start left'));
    },
    patienceMs: 3_000,
    onError: (cause) => failures.push(cause),
  });
});

function clientThat(isServerReached: () => Promise<boolean>): Said {
  return { isServerReached, syncNow: () => {} };
}

test('nothing is started before something is said, and then once', async () => {
  const client = clientThat(() => Promise.resolve(true));
  starts = [() => Promise.resolve(client)];
  expect(started).toBe(0);
  expect(await Promise.all([lazy.get(), lazy.get()])).toEqual([client, client]);
  lazy.tell((exchange) => exchange.syncNow());
  expect(await lazy.get()).toBe(client);
  expect(started).toBe(1);
});

test('a start that failed is noted where nobody waits for it, and tried again at the next word', async () => {
  const client = clientThat(() => Promise.resolve(true));
  starts = [() => Promise.reject(new Error('no worker')), () => Promise.resolve(client)];
  lazy.tell((exchange) => exchange.syncNow());
  await vi.waitFor(() => expect(failures).toHaveLength(1));
  expect(await lazy.get()).toBe(client);
});

describe('whether the server is reached', () => {
  test('is what the exchange says', async () => {
    let answer = true;
    starts = [() => Promise.resolve(clientThat(() => Promise.resolve(answer)))];
    expect(await lazy.isServerReached()).toBe(true);
    answer = false;
    expect(await lazy.isServerReached()).toBe(false);
  });

  test('is asked with the patience that it has', async () => {
    const asked: number[] = [];
    const isServerReached = (timeoutMs: number): Promise<boolean> => {
      asked.push(timeoutMs);
      return Promise.resolve(true);
    };
    starts = [() => Promise.resolve({ isServerReached, syncNow: () => {} })];
    await lazy.isServerReached();
    expect(asked).toEqual([3_000]);
  });
});
