import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '#build/project-root.ts';
import type { Usul } from '#shared/records/usul.ts';
import {
  makeBrowserProfile,
  searchFolder,
  type BrowserProfile,
} from '#tests/e2e/support/browser-profile.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { keepReadings } from '#tests/e2e/support/kept-readings.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';

const desk = useFreshDesk({ queue: 'short' });
let profile: BrowserProfile;

test.beforeEach(async () => {
  profile = await makeBrowserProfile();
});
test.afterEach(() => profile.remove());

const note = 'Piagam asli belum dilampirkan oleh pegawai.';
const halfTyped = 'Tanyakan nomor piagam kepada sekolah.';

/** The application's own files, as the browser keeps them to start without network, are no personal data. */
const applicationItself = ['CacheStorage', 'Code Cache', 'ScriptCache'];

/** Text of the built application: a value that also stands there proves nothing. */
async function applicationText(): Promise<string> {
  const folder = path.join(projectRoot, 'dist', 'renderer');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile() && /\.(js|mjs|html|css)$/.test(file.name))
    .map((file) => readFile(path.join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** What names a person or says something of one: long enough that chance does not make it. */
function secretsOf(usul: Usul): readonly string[] {
  const { nama, nip } = usul.employee;
  const values = [usul.values, usul.oldValues ?? {}].flatMap((record) => Object.values(record));
  const telling = values.filter((value) => value.length >= 10 && /\d/.test(value));
  return [nama, nip, ...telling].filter((text) => text.length >= 8);
}

/** How many documents the page has read by itself, whose text is now on the disk. */
async function countReadings(page: Page): Promise<number> {
  const counts = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.addEventListener('error', () => reject(new Error(`not opened: ${name}`)));
            opening.addEventListener('success', () => {
              const database = opening.result;
              const isAccount = database.objectStoreNames.contains('readings');
              const store = isAccount ? 'readings' : database.objectStoreNames[0]!;
              const counting = database.transaction(store).objectStore(store).count();
              counting.addEventListener('success', () => {
                database.close();
                resolve(isAccount ? counting.result : 0);
              });
            });
          }),
      ),
    );
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

test('after a day of work the profile on the disk names nobody, holds no value, no note and no document', async () => {
  test.setTimeout(300_000);
  const browser = await profile.open();
  const { page } = browser;
  await keepReadings(page.context());
  const verifikator = makeVerifikator(page);
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  await verifikator.signIn(desk.url, busyVerifikator);
  await verifikator.openActive();
  await verifikator.forward();
  await page.keyboard.press('k');
  await page.keyboard.type(note);
  await verifikator.saveAndGoOn();
  await page.context().setOffline(true);
  await verifikator.sendBack();
  await page.keyboard.press('s');
  await page.keyboard.press('n');
  await page.keyboard.type(halfTyped);
  await expect.poll(() => countReadings(page), { timeout: 120_000 }).toBeGreaterThan(3);
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
  await browser.kill();

  // The account's own name is what the lock screen shows; everybody else's must not be there.
  const own = await desk.db
    .selectFrom('account')
    .select(['display_name', 'nip'])
    .where('username', '=', busyVerifikator.username)
    .executeTakeFirstOrThrow();
  const application = await applicationText();
  const secrets = [...new Set(waiting.flatMap(secretsOf))].filter(
    (secret) =>
      !own.display_name.includes(secret) && secret !== own.nip && !application.includes(secret),
  );
  expect(secrets.length).toBeGreaterThan(waiting.length);
  const needles = [...secrets, note, halfTyped, '%PDF-1.', busyVerifikator.password];
  expect(await searchFolder(profile.folder, needles, applicationItself)).toEqual([]);
  // The search sees what is there: the ids that sync and lists need stay clear.
  const ids = waiting.map(({ id }) => id);
  expect((await searchFolder(profile.folder, ids)).length).toBeGreaterThan(0);
});
