import { expect, test } from 'vitest';
import { trustedProxiesSchema, trustOf } from '#server/http/trusted-proxies.ts';

test.each([
  ['false', '10.0.0.5', 0, false],
  ['true', '203.0.113.9', 0, true],
  ['true', '203.0.113.9', 1, false],
  ['10.0.0.5', '10.0.0.5', 0, true],
  ['10.0.0.5', '10.0.0.6', 0, false],
  ['10.0.0.5, 10.1.0.0/16', '10.1.200.3', 1, true],
  ['10.1.0.0/16', '10.2.0.1', 0, false],
  ['10.1.0.0/16', '::ffff:10.1.0.1', 0, true],
  ['10.1.0.0/16', 'bukan alamat', 0, false],
  ['2001:db8::/32', '2001:db8:1::7', 0, true],
  ['::1', '::1', 0, true],
])('%s trusts %s behind %d: %s', (setting, address, hop, trusted) => {
  expect(trustOf(trustedProxiesSchema.parse(setting))(address, hop)).toBe(trusted);
});

test.each(['ya', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', '10.0.0.1,', '::1/129'])(
  '%j is no address',
  (setting) => {
    expect(trustedProxiesSchema.safeParse(setting).success).toBe(false);
  },
);
