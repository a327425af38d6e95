import { expect, test } from 'vitest';
import { isOlderVersion } from '#server/feed/app-version.ts';

test.each([
  ['0.1.0', '0.2.0', true],
  ['0.9.0', '0.10.0', true],
  ['1.0.0', '0.9.9', false],
  ['0.1.0', '0.1.0', false],
  ['1.2.3-beta.1', '1.2.4', true],
  ['pengembangan', '0.1.0', false],
])('%s before %s: %s', (version, minimum, expected) => {
  expect(isOlderVersion(version, minimum)).toBe(expected);
});
