import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import { electronProgram } from '#build/browser/electron-runtime.ts';
import { projectRoot } from '#build/project-root.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';

// Runs only where the Electron runtime has been fetched (tests/playwright.config.ts); elsewhere `npm test` says that it
// was skipped.
const desk = useFreshDesk();
let application: ElectronApplication;
let userData: string;

test.beforeAll(async () => {
  userData = await mkdtemp(path.join(tmpdir(), 'meja-electron-'));
  const env = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  application = await _electron.launch({
    executablePath: electronProgram(projectRoot) ?? '',
    args: [projectRoot, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...Object.fromEntries(env), MEJA_SERVER_URL: desk.url, MEJA_USER_DATA: userData },
  });
});

test.afterAll(async () => {
  await application.close();
  await rm(userData, { recursive: true, force: true });
});

test('the same renderer starts under app://bundle and shows the sign-in page', async () => {
  const page = await application.firstWindow();
  expect(page.url()).toMatch(/^app:\/\/bundle\//u);
  await expect(page.getByRole('textbox', { name: 'Kata sandi' })).toBeVisible();
});

test('the page has no Node and cannot leave the application', async () => {
  const page = await application.firstWindow();
  expect(await page.evaluate(() => ['require' in globalThis, 'process' in globalThis])).toEqual([
    false,
    false,
  ]);
  await page.evaluate(() => {
    globalThis.location.href = 'https://meja-verifikator.example/';
  });
  await expect(page.getByRole('textbox', { name: 'Kata sandi' })).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/bundle\//u);
});
