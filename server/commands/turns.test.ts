import { expect, it } from 'vitest';
import { makeTurns } from '#server/commands/turns.ts';
import { DatabaseAway } from '#server/store/database-away.ts';

const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 5);
  });

it('lets work on one thing follow one another, and work on others run beside it', async () => {
  const turns = makeTurns();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await pause();
    told.push(`${name} ends`);
  };
  await Promise.all([turns('a', work('a1')), turns('a', work('a2')), turns('b', work('b'))]);
  expect(told.indexOf('a1 ends')).toBeLessThan(told.indexOf('a2 begins'));
  expect(told.indexOf('b begins')).toBeLessThan(told.indexOf('a1 ends'));
});

it('lets nobody wait behind a thing that is held; who comes later tries anew', async () => {
  const turns = makeTurns();
  let tries = 0;
  const held = async () => {
    tries += 1;
    await pause();
    throw new DatabaseAway('held');
  };
  const all = await Promise.allSettled([1, 2, 3].map(() => turns('a', held)));
  expect([tries, all.map(({ status }) => status)]).toEqual([1, Array(3).fill('rejected')]);
  await turns('a', pause);
});

it('goes on after a bug that concerned one of them', async () => {
  const turns = makeTurns();
  const broken = turns('a', () => Promise.reject(new Error('bug')));
  let done = false;
  const next = turns('a', async () => {
    done = true;
  });
  await expect(broken).rejects.toThrow('bug');
  await next;
  expect(done).toBe(true);
});
