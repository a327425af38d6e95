import { expect, test } from 'vitest';
import { policySchema } from '#shared/contract/session.ts';

const old = { minimumAppVersion: '0.1.0', offlineUnlockDays: 7, lockAfterMinutes: 15 };

test('a server that does not say whether what was found may be marked allows it', () => {
  expect(policySchema.parse(old).markFoundAllowed).toBe(true);
  expect(policySchema.parse({ ...old, markFoundAllowed: false }).markFoundAllowed).toBe(false);
});
