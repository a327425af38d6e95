import { expect } from '@playwright/test';
import { submitWithFixture } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { openUsul } from '#tests/e2e/support/screen-walk.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { useSignedIn, type SignedIn } from '#tests/e2e/support/signed-in.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });

/** New usul, complete but for the decision; a test takes one. */
const usuls: string[] = [];
const signedIn = useSignedIn(desk, {
  prepare: async () => {
    for (let count = 0; count < 3; count += 1) usuls.push(await submitBlank());
  },
});

function submitBlank(): Promise<string> {
  return submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
}

/** Puts one of them on the desk. */
async function usulOnDesk(): Promise<SignedIn & { readonly usulId: string }> {
  const { page, verifikator } = signedIn;
  const usulId = usuls.pop()!;
  await openUsul(page, desk, usulId);
  return { page, verifikator, usulId };
}

async function outcomesOf(usulId: string): Promise<readonly string[]> {
  const rows = await desk.db
    .selectFrom('decision')
    .select('payload')
    .where('usul_id', '=', usulId)
    .orderBy('chain_seq')
    .execute();
  return rows.map(({ payload }) => payload.outcome);
}

test('Z within ten seconds takes the decision back with all that was typed; only the second one is sent', async () => {
  const { page, usulId, verifikator } = await usulOnDesk();
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.type('Piagam milik orang lain.');
  await verifikator.saveAndGoOn();

  await page.keyboard.press('z');
  await expect(page).toHaveURL(new RegExp(usulId));
  await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
    'Piagam milik orang lain.',
  );
  await expect(page.getByRole('button', { name: /^Perlu perbaikan/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await outcomesOf(usulId)).toEqual([]);

  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await verifikator.saveAndGoOn();
  await expect.poll(() => outcomesOf(usulId), { timeout: 60_000 }).toEqual(['koordinasi']);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  expect(await outcomesOf(usulId)).toEqual(['koordinasi']);
});

test('what was sent cannot be taken back, and the desk says so', async () => {
  const { page, usulId, verifikator } = await usulOnDesk();
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await verifikator.saveAndGoOn();
  await expect.poll(() => outcomesOf(usulId), { timeout: 60_000 }).toEqual(['perbaikan']);
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  const here = page.url();
  await page.keyboard.press('z');
  await expect(
    page.getByText(/Tidak ada keputusan yang dapat ditarik kembali/).first(),
  ).toBeAttached();
  expect(page.url()).toBe(here);
});

test.describe('kept on the PC', () => {
  test.use({ serviceWorkers: 'allow' });

  test('without network a decision can be taken back any time, also after the application was started anew', async ({
    page,
    context,
  }) => {
    const usulId = await submitBlank();
    const verifikator = makeVerifikator(page);
    await verifikator.signIn(desk.url, busyVerifikator);
    await page.goto(`${desk.url}/#/periksa/${usulId}`);
    await expect(verifikator.gaps).toBeVisible();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await expect(verifikator.statusBar).toContainText('Luring');
    await page.keyboard.press('p');
    await page.keyboard.press('3');
    await verifikator.saveAndGoOn();
    await page.reload();
    await verifikator.unlock(busyVerifikator);
    await page.goto(`${desk.url}/#/periksa/${usulId}`);
    const takeBack = page.getByRole('main').getByRole('button', { name: /^Tarik kembali/ });
    await takeBack.press('Enter');
    await expect(verifikator.gaps).toContainText('Lengkap');
    await page.keyboard.press('x');
    await verifikator.saveAndGoOn();
    await context.setOffline(false);
    await expect.poll(() => outcomesOf(usulId), { timeout: 60_000 }).toEqual(['tolak']);
  });
});

test('Ctrl+Z takes back step by step: a verdict, all verdicts at once, an outcome', async () => {
  const { page } = await usulOnDesk();
  const notJudged = page.getByRole('group', { name: /, belum dinilai$/ });
  const all = await notJudged.count();
  expect(all).toBeGreaterThan(2);

  await page.keyboard.press('s');
  await expect(notJudged).toHaveCount(all - 1);
  await page.keyboard.press('a');
  await expect(notJudged).toHaveCount(0);
  await page.keyboard.press('x');
  const refused = page.getByRole('button', { name: /^Tidak memenuhi syarat/ });
  await expect(refused).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(refused).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+z');
  await expect(notJudged).toHaveCount(all - 1);
  await page.keyboard.press('Control+z');
  await expect(notJudged).toHaveCount(all);
});
