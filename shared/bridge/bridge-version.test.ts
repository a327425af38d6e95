import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { bridgeCalls, bridgeGlobal, bridgeVersion } from '#shared/bridge/bridge-contract.ts';

/**
 * SHA-256 of the whole bridge, by version. A change of the shape shows here: raise `bridgeVersion` and add the new value.
 */
const shapeOfVersion: Readonly<Record<number, string>> = {
  1: 'fd537e60a07211d1169afa795e6806c77654020209456f41cdab40693e724db0',
  2: 'ed83250df811892b7f948386757c47f8d3bd35a8a6ba131d7a19c35c0917d84f',
};

it('does not change its shape without changing its version', () => {
  const calls = Object.entries(bridgeCalls).map(([name, call]) => [
    name,
    call.channel,
    z.toJSONSchema(call.args),
    z.toJSONSchema(call.answer),
  ]);
  const shape = JSON.stringify([bridgeGlobal, calls]);
  const digest = createHash('sha256').update(shape).digest('hex');
  expect(digest).toBe(shapeOfVersion[bridgeVersion]);
});
