import { expect, test } from 'vitest';
import { ensureOfficeFont, type FontPorts } from '#build/browser/office-font.ts';

/** What was installed and told on such a machine. */
async function done(changes: Partial<FontPorts>) {
  let installs = 0;
  const told: string[] = [];
  await ensureOfficeFont({
    platform: 'linux',
    hasOfficeFont: () => false,
    mayInstallPackages: () => true,
    installOfficeFont: () => {
      installs += 1;
      return Promise.resolve(true);
    },
    tell: (sentence) => told.push(sentence),
    ...changes,
  });
  return { installs, told: told.length };
}

test('the font is installed where it is missing and may be', async () =>
  expect(await done({})).toEqual({ installs: 1, told: 1 }));

test.each([
  ['it is there', { hasOfficeFont: () => true }],
  ['the system has its own', { platform: 'win32' as const }],
])('nothing is done when %s', async (_name, changes) =>
  expect(await done(changes)).toEqual({ installs: 0, told: 0 }),
);

test('what cannot be installed is asked for', async () => {
  expect(await done({ mayInstallPackages: () => false })).toEqual({ installs: 0, told: 1 });
  expect(await done({ installOfficeFont: () => Promise.resolve(false) })).toMatchObject({
    told: 2,
  });
});
