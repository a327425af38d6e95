import { expect } from '@playwright/test';
import { useFreshDesk } from '#tests/e2e/support/fresh-desk.ts';
import { test } from '#tests/e2e/support/office-pc.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { expectNoViolations, expectSoundLayout } from '#tests/e2e/support/sound-screen.ts';
import { useSignedIn, type SignedIn } from '#tests/e2e/support/signed-in.ts';
import { waitingUsul } from '#tests/e2e/support/waiting-usul.ts';
import { withdrawAll } from '#tests/e2e/support/withdraw-usul.ts';
import { deletionFactsOf, type DeletionFacts } from '#shared/records/deletion/deletion-facts.ts';
import type { Decision } from '#shared/workflow/decision.ts';

const desk = useFreshDesk();
const signedIn = useSignedIn(desk, {
  prepare: async () => {
    const waiting = await waitingUsul(desk, busyVerifikator.username);
    await withdrawAll(
      desk,
      waiting.filter(({ kind }) => kind !== 'hapus'),
    );
  },
});

const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 700 },
];

/** Puts the first deletion on the desk of which these are the facts. */
async function deletionOnDesk(
  meant: (facts: DeletionFacts) => boolean,
): Promise<SignedIn & { readonly usulId: string }> {
  const waiting = await waitingUsul(desk, busyVerifikator.username);
  const deletion = waiting.find((usul) => usul.kind === 'hapus' && meant(deletionFactsOf(usul)))!;
  const { page, verifikator } = signedIn;
  await page.goto(`${desk.url}/#/periksa/${deletion.id}`);
  await expect(verifikator.gaps).toBeVisible();
  return { usulId: deletion.id, page, verifikator };
}

async function decisionOn(usulId: string): Promise<Decision | undefined> {
  const row = await desk.db
    .selectFrom('decision')
    .select('payload')
    .where('usul_id', '=', usulId)
    .executeTakeFirst();
  return row?.payload;
}

test('a deletion asks about its reason alone, beside the twin that stays', async () => {
  const { usulId, page, verifikator } = await deletionOnDesk(({ isTwin }) => isTwin);
  const reason = page.getByRole('group', { name: /^Alasan penghapusan: .*belum dinilai/ });
  await expect(reason).toBeFocused();
  await expect(reason).toContainText('Ada riwayat kembar');
  await expect(
    page.getByRole('columnheader', { name: 'Riwayat kembar, tetap tercatat' }),
  ).toBeVisible();
  await verifikator.lookAtDocuments();
  await expectSoundLayout(page, 'hapus, kembar', sizes, 'hapus');
  await expectNoViolations(page, 'hapus, kembar');
  await page.keyboard.press('s');
  await verifikator.saveAndGoOn();
  await expect
    .poll(() => decisionOn(usulId), { timeout: 60_000 })
    .toMatchObject({
      outcome: 'teruskan',
      verdicts: [{ field: 'alasan_hapus', verdict: 'sesuai', seen: '' }],
    });
});

test('whoever judges puts right what was read out of the note; the decision says under which reason', async () => {
  const { usulId, page, verifikator } = await deletionOnDesk(
    ({ claim, losses }) =>
      claim.kind === 'disebut' && claim.from === 'catatan' && losses.length === 0,
  );
  const row = page.getByRole('group', { name: /^Alasan penghapusan: / });
  const choice = row.getByRole('radiogroup', { name: 'Dinilai sebagai' });
  const chosen = choice.getByRole('radio', { checked: true });
  const noted = (await chosen.getAttribute('value')) ?? '';
  await expect(row).toContainText('menurut catatan ASN');
  await verifikator.lookAtDocuments();
  await page.keyboard.press('e');
  await expect(chosen).not.toHaveAttribute('value', noted);
  await expect(row).toContainText('dipilih saat diperiksa');
  await expectSoundLayout(page, 'hapus, alasan dipilih', sizes, 'hapus');
  await expectNoViolations(page, 'hapus, alasan dipilih');
  // By Tab and arrows as well, from the row: back to what the note says, now chosen.
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(chosen).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0], timeout: 5_000 });
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveAttribute('value', noted);
  await expect(row).toContainText('dipilih saat diperiksa');
  // What is typed after T goes into the input, though the radio buttons stand before it.
  await page.keyboard.press('t');
  await page.keyboard.type('Contoh.');
  await expect(row.getByRole('textbox')).toHaveValue('Contoh.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  await verifikator.answerWarnings();
  await verifikator.saveAndGoOn();
  await expect
    .poll(() => decisionOn(usulId), { timeout: 60_000 })
    .toMatchObject({
      outcome: 'teruskan',
      deletionReason: noted,
      verdicts: [{ field: 'alasan_hapus', verdict: 'sesuai' }],
    });
});

test('a deletion without ground says so; the document speaks against it, and nothing is green', async () => {
  const { usulId, page, verifikator } = await deletionOnDesk(
    ({ claimHolds }) => claimHolds === 'tidak',
  );
  const reason = page.getByRole('group', { name: /^Alasan penghapusan: Tercatat ganda/ });
  await expect(reason).toContainText('Tidak ada riwayat kembar.');
  await expect(reason).toContainText(
    'Galat: Disebut tercatat ganda, tetapi tidak ada riwayat kembar.',
  );
  await expect(reason).toContainText('Dokumen membuktikan riwayat ini', { timeout: 60_000 });
  await expect(page.getByText('Ditemukan', { exact: true })).toHaveCount(0);
  await expect(page.locator('.meja-mark')).toHaveCount(0);
  await expectSoundLayout(page, 'hapus, tanpa dasar', sizes, 'hapus');
  await page.keyboard.press('t');
  await page.keyboard.type('SK asli hanya tercatat sekali.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Perlu perbaikan/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectNoViolations(page, 'hapus, tanpa dasar');
  await verifikator.saveAndGoOn();
  await expect
    .poll(() => decisionOn(usulId), { timeout: 60_000 })
    .toMatchObject({
      outcome: 'perbaikan',
      reasons: ['HAPUS_TAK_BERDASAR'],
      verdicts: [
        { field: 'alasan_hapus', verdict: 'tidak_sesuai', seen: 'SK asli hanya tercatat sekali.' },
      ],
    });
});
