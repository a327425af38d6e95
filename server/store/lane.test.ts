import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { isDatabaseAway } from '#server/store/database-away.ts';
import { makeLane } from '#server/store/lane.ts';

/** Work that ends when it is told so. */
function makeWork() {
  const ending = new EventEmitter();
  const ended = once(ending, 'end');
  return { end: () => void ending.emit('end'), work: () => ended };
}

it('lets so many run side by side, and the others one after another', async () => {
  const lane = makeLane({ width: 2, patienceMs: 10_000 });
  const begun: number[] = [];
  const works = [0, 1, 2, 3].map(makeWork);
  const all = works.map(({ work }, at) =>
    lane(async () => {
      begun.push(at);
      await work();
    }),
  );
  await expect.poll(() => begun).toEqual([0, 1]);
  works[1]!.end();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  works[0]!.end();
  await expect.poll(() => begun).toEqual([0, 1, 2, 3]);
  for (const { end } of works) end();
  await Promise.all(all);
});

it('turns away who waited for too long, and serves the next one', async () => {
  const lane = makeLane({ width: 1, patienceMs: 20 });
  const { work, end } = makeWork();
  const first = lane(work);
  const second = await lane(async () => 'done').catch((error: unknown) => error);
  expect(isDatabaseAway(second)).toBe(true);
  end();
  await first;
  expect(await lane(async () => 'done')).toBe('done');
});

it('goes on after work that failed', async () => {
  const lane = makeLane({ width: 1, patienceMs: 1_000 });
  await expect(lane(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lane(async () => 'done')).toBe('done');
});
