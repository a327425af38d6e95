import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { choosePort, usualPort } from '#build/start/choose-port.ts';

const taken =
  (...ports: readonly number[]) =>
  (port: number): Promise<boolean> =>
    Promise.resolve(!ports.includes(port));

test('the usual port, then the next free one', async () => {
  const wish = { asked: null, remembered: null };
  expect(await choosePort(wish, taken())).toEqual({ ok: true, value: usualPort });
  expect(await choosePort(wish, taken(usualPort, usualPort + 1))).toEqual({
    ok: true,
    value: usualPort + 2,
  });
});

test('the port of the earlier start comes first: the browser keeps its data by address', async () => {
  expect(await choosePort({ asked: null, remembered: 5001 }, taken())).toMatchObject({
    value: 5001,
  });
});

test('a port asked for is never replaced by another', async () => {
  expect(await choosePort({ asked: 5001, remembered: null }, taken(5001))).toEqual({
    ok: false,
    error: { kind: 'taken', port: 5001 },
  });
});

test('when all are taken it says which were tried', async () => {
  expect(
    await choosePort({ asked: null, remembered: 65_530 }, () => Promise.resolve(false)),
  ).toEqual({ ok: false, error: { kind: 'none', from: 65_530, to: 65_535 } });
});

test('a port that a real program listens on counts as taken', async () => {
  const program = createServer();
  await new Promise<void>((resolve) => {
    program.listen(0, '127.0.0.1', resolve);
  });
  const address = program.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  expect(await choosePort({ asked: port, remembered: null })).toMatchObject({ ok: false });
  await new Promise((resolve) => {
    program.close(resolve);
  });
  expect(await choosePort({ asked: port, remembered: null })).toEqual({ ok: true, value: port });
});
