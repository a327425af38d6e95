import { expect, test } from 'vitest';
import { ServerTime } from '#renderer/core/sync/server-time.ts';

const minute = 60_000;
const day = 86_400_000;
const begin = Date.parse('2026-11-22T03:00:00.000Z');

/** A PC at work: its clocks, what the exchange proved of them, and the server's time that it believes in. */
function makePc(ahead = 0) {
  let [wall, steady, rounds] = [begin + ahead, 77_000, 0];
  let proven = ahead;
  const time = new ServerTime({
    now: () => new Date(wall),
    steadyMs: () => steady,
    proof: () => ({ clockAheadMs: proven, rounds }),
  });
  const believed = (): number => time.now().getTime() - begin;
  believed();
  return {
    believed,
    works: (ms: number) => {
      wall += ms;
      steady += ms;
    },
    sleeps: (ms: number) => {
      wall += ms;
    },
    isSet: (by: number) => {
      wall += by;
    },
    /** An exchange compares the clock; it is ahead by so much. */
    exchanges: (ms: number) => {
      proven = ms;
      rounds += 1;
      believed();
    },
  };
}

test.each([0, 10 * 365 * day, -10 * 365 * day])('goes on from a clock that is %i ms off', (off) => {
  const pc = makePc(off);
  pc.works(3 * day);
  expect(pc.believed()).toBe(3 * day);
});

test.each([10 * 365 * day, 30 * day, -minute * 10, -10 * 365 * day])(
  'does not follow a clock that is set by %i ms, and goes on',
  (by) => {
    const pc = makePc();
    pc.works(minute);
    pc.isSet(by);
    expect(pc.believed()).toBe(minute);
    pc.works(day);
    expect(pc.believed()).toBe(minute + day);
    pc.exchanges(by);
    pc.works(minute);
    expect(pc.believed()).toBe(minute + day + minute);
  },
);

test('follows a clock that is set right again', () => {
  const pc = makePc();
  pc.isSet(3 * 365 * day);
  pc.believed();
  pc.works(minute);
  pc.isSet(-3 * 365 * day);
  expect(pc.believed()).toBe(minute);
});

test.each([minute, 9 * 3_600_000, 13 * day])('wakes up after %i ms of sleep', (ms) => {
  const pc = makePc(2 * minute);
  pc.sleeps(ms);
  expect(pc.believed()).toBe(ms);
});

test('after the longest holidays the first exchange wakes it', () => {
  const pc = makePc();
  pc.sleeps(40 * day);
  expect(pc.believed()).toBe(0);
  // The clock is found right, as it was before.
  pc.exchanges(0);
  expect(pc.believed()).toBe(40 * day);
});
