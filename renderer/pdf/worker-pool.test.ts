import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeWorkerPool } from '#renderer/pdf/worker-pool.ts';

function makePool() {
  const ended: number[] = [];
  let started = 0;
  const pool = makeWorkerPool(() => {
    started += 1;
    const parser = started;
    return { parser, broken: new Promise<void>(() => undefined), end: () => ended.push(parser) };
  });
  return { pool, ended };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a worker that has let go of its document serves the next one', async () => {
  const { pool, ended } = makePool();
  pool.take().giveBack(Promise.resolve());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pool.take().parser).toBe(1);
  expect(ended).toEqual([]);
});

it('a worker whose document hangs is ended, and the next document does not wait for it', async () => {
  const { pool, ended } = makePool();
  pool.take().giveBack(new Promise(() => undefined));
  expect(pool.take().parser).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).toEqual([1]);
});

it('a worker whose document did not close properly is ended', async () => {
  const { pool, ended } = makePool();
  pool.take().giveBack(Promise.reject(new Error('broken')));
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual([1]);
});

it('two documents at a time never share a worker, and both workers stay for the next two', async () => {
  const { pool, ended } = makePool();
  for (let turn = 0; turn < 2; turn += 1) {
    const [one, other] = [pool.take(), pool.take()];
    expect([one.parser, other.parser].toSorted((a, b) => a - b)).toEqual([1, 2]);
    one.giveBack(Promise.resolve());
    other.giveBack(Promise.resolve());
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(ended).toEqual([]);
});

it('of more workers than documents are shown at once, those that are too many are ended', async () => {
  const { pool, ended } = makePool();
  for (const lent of [pool.take(), pool.take(), pool.take()]) lent.giveBack(Promise.resolve());
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toEqual([3]);
});

it('a worker is ended after some documents, and another stands ready before the next one', async () => {
  const { pool, ended } = makePool();
  const used: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const lent = pool.take();
    used.push(lent.parser);
    pool.prepare();
    lent.giveBack(Promise.resolve());
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(ended).toEqual([1, 2]);
  expect(new Set(used)).toEqual(new Set([1, 2, 3]));
});

it('no worker is started in advance while one will be free for the next document', async () => {
  const { pool } = makePool();
  pool.prepare();
  const first = pool.take();
  pool.prepare();
  first.giveBack(Promise.resolve());
  await vi.advanceTimersByTimeAsync(0);
  expect(pool.take().parser).toBe(1);
  expect(pool.take().parser).toBe(2);
});
