import { expect, type Page } from '@playwright/test';
import { submitWithFixture, submitWithLongName } from '#tests/e2e/support/extra-usul.ts';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { colleague, makeMovingUsul } from '#tests/e2e/support/moving-usul.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import {
  expectNoViolations,
  expectSoundLayout,
  windowSizes,
} from '#tests/e2e/support/sound-screen.ts';
import { makeVerifikator, type Verifikator } from '#tests/e2e/support/verifikator.ts';

const desk = useFreshDesk({ queue: 'short' });
const sizes = [windowSizes.usual, windowSizes.usualScaled];

/** Returns the usul to the ASN: its first field differs, reason 2 and this note. */
async function returnUsul(verifikator: Verifikator, usulId: string, note: string) {
  const { page, gaps } = verifikator;
  await page.goto(`${desk.url}/#/periksa/${usulId}`);
  await expect(gaps).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('13/TK/Tahun 2025');
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.type(note);
  await verifikator.saveAndGoOn();
}

async function look(page: Page, screen: string): Promise<void> {
  await expectSoundLayout(page, screen, sizes, 'perlu diperiksa');
  await expectNoViolations(page, screen);
  await page.setViewportSize(windowSizes.usual);
}

test('decisions that an usul outran are counted, compared field by field, decided again or let go', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const moving = makeMovingUsul(desk);
  const submit = (): Promise<string> =>
    submitWithFixture(desk, busyVerifikator.username, ['bad/zeropage.pdf']);
  const moved = await submit();
  const forwarded = await submit();
  const withdrawn = await submit();
  const resubmitted = await submitWithLongName(desk, busyVerifikator.username);
  const verifikator = makeVerifikator(page);
  const { statusBar } = verifikator;
  await verifikator.signIn(desk.url, busyVerifikator);
  await page.context().setOffline(true);
  await expect(statusBar).toContainText('Luring');
  for (const usulId of [moved, forwarded, withdrawn, resubmitted]) {
    await returnUsul(verifikator, usulId, 'Nomor pada piagam lain; mohon diunggah ulang.');
  }

  await moving.moveAway(moved);
  await moving.forwardByColleague(forwarded);
  await moving.withdraw(withdrawn);
  await moving.returnByColleague(resubmitted, 'Nomor keliru.');
  await moving.resubmit(resubmitted, { skNomor: '12/TK/Tahun 2026' });
  await page.context().setOffline(false);
  await expect(statusBar).toContainText('4 keputusan perlu diperiksa lagi', { timeout: 60_000 });

  // The key leads there from the work and Esc back to it.
  const before = page.url();
  await page.keyboard.press('u');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Perlu Diperiksa Lagi', level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).toBe(before);
  await page.keyboard.press('u');

  const mine = main.getByRole('region', { name: 'Keputusan saya' });
  const now = main.getByRole('region', { name: 'Keadaan sekarang' });
  const changes = main.getByRole('region', { name: 'Yang berubah' });
  await expect(main).toContainText('1 dari 4');
  await expect(mine).toContainText('Perlu perbaikan');
  await expect(mine).toContainText('Nomor pada piagam lain; mohon diunggah ulang.');
  await expect(mine).toContainText('di dokumen: 13/TK/Tahun 2025');
  await expect(now).toContainText('Menunggu verifikasi');
  await expect(now).toContainText('ke-2; Anda memutuskan yang ke-1');
  await expect(now).toContainText(`Dikembalikan untuk perbaikan · ${colleague}, Verifikator OPD`);
  await expect(now).toContainText('Diajukan ulang setelah perbaikan');
  await expect(changes.getByRole('row')).toHaveCount(2);
  await expect(changes.getByRole('row').last()).toContainText(
    /12\/TK\/Tahun 2025.*12\/TK\/Tahun 2026/,
  );
  await expect(changes.locator('del')).toHaveText('5');
  await expect(changes.locator('ins')).toHaveText('6');
  await expect(changes.getByRole('button', { name: /Isian yang tetap/ })).toContainText('3 isian');
  await look(page, 'perlu diperiksa, diajukan ulang');

  await page.keyboard.press('ArrowRight');
  await expect(main).toContainText('2 dari 4');
  await expect(now).toContainText('Ditarik ASN');
  await expect(changes).toContainText('usul yang sudah selesai tidak disimpan lagi di PC ini');
  await expect(changes.getByRole('button', { name: /Isian saat Anda memutuskan/ })).toContainText(
    '4',
  );
  await page.keyboard.press('Enter');
  await expect(main.getByRole('status').last()).toHaveText(
    'Usul ini sudah selesai; keputusan hanya dapat dilepaskan.',
  );
  await look(page, 'perlu diperiksa, ditarik');

  await page.keyboard.press('ArrowRight');
  await expect(now).toContainText(`Memenuhi syarat, diteruskan · ${colleague}`);
  await expect(changes).toContainText('Isi usul tidak berubah sejak Anda memutuskan.');
  await look(page, 'perlu diperiksa, diputuskan rekan');
  await page.keyboard.press('ArrowRight');
  await expect(main).toContainText('4 dari 4');
  await expect(now).toContainText('Tidak ada lagi di PC ini');
  await expect(changes).toContainText('usul ini tidak ada lagi di PC ini');
  await look(page, 'perlu diperiksa, dipindahkan');

  // Let go: the neighbour takes its place, and nothing is asked about it any more.
  await page.keyboard.press('l');
  await expect(main).toContainText('3 dari 3');
  await expect(statusBar).toContainText('3 keputusan perlu diperiksa lagi');

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(main).toContainText('1 dari 3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pengajuan ke-2').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Catatan' })).toHaveValue(
    'Nomor pada piagam lain; mohon diunggah ulang.',
  );
  // The ASN changed what was judged: its verdict is asked for again, and so is the outcome.
  await expect(verifikator.gaps).toContainText('Pilih keputusan.');
  await page.keyboard.press('p');
  await verifikator.saveAndGoOn();
  await expect(statusBar).toContainText('2 keputusan perlu diperiksa lagi', { timeout: 60_000 });
  await expect
    .poll(async () => (await readPayloads(resubmitted)).length, { timeout: 60_000 })
    .toBe(1);
  expect(await readPayloads(resubmitted)).toEqual([
    expect.objectContaining({ outcome: 'perbaikan', revision: 2 }),
  ]);

  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /perlu diperiksa lagi/ })
    .click();
  await page.keyboard.press('l');
  await expect(main).toContainText('1 dari 1');
  await page.keyboard.press('l');
  await expect(main).toContainText('Tidak ada keputusan yang perlu diperiksa lagi.');
  await expect(statusBar).toContainText('Semua keputusan terkirim');
  await look(page, 'perlu diperiksa, kosong');
});

async function readPayloads(usulId: string): Promise<readonly unknown[]> {
  const rows = await desk.db
    .selectFrom('decision')
    .select('payload')
    .where('usul_id', '=', usulId)
    .orderBy('chain_seq')
    .execute();
  return rows.map(({ payload }) => payload);
}
