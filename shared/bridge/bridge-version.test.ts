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
  3: 'ae67c7815eea5675bf6460bf3bb6d764e3ff23f86fe931cf6f041f8d873e9e77',
};

it('does not change its shape without changing its version', () => {
  const calls = Object.entries(bridgeCalls).map(([name, call]) => [
    name,
    call.channel,
    // Bytes have no JSON form; they show as "anything" in their place.
    z.toJSONSchema(call.args, { unrepresentable: 'any' }),
    z.toJSONSchema(call.answer, { unrepresentable: 'any' }),
  ]);
  const shape = JSON.stringify([bridgeGlobal, calls]);
  const digest = createHash('sha256').update(shape).digest('hex');
  expect(digest).toBe(shapeOfVersion[bridgeVersion]);
});
