import { expect, test } from '@playwright/test';
import { matchFields } from '#renderer/evidence/matching/match-fields.ts';
import { decree, scannedPdf } from '#tests/support/evidence/draw-scan.ts';
import { readOnPage } from '#tests/support/evidence/read-in-chromium.ts';
import { serveEvidencePage, type ServedEvidencePage } from '#tests/support/evidence/serve-page.ts';
import { sampleQuery, sampleText } from '#tests/support/samples/sample-page.ts';

let served: ServedEvidencePage;

test.beforeAll(async () => {
  served = await serveEvidencePage();
});

test.afterAll(async () => {
  await served.close();
});

const queries = [sampleQuery({ kind: 'nomor', value: '800/12/2024', labels: ['Nomor'] })];
const reading = sampleText('Nomor 800/12/2024');
const expected = { ok: true, value: matchFields(queries, reading) };

test('values are compared while a long document is read, and after its order was given up', async ({
  page,
}) => {
  await page.goto(served.url);
  await page.waitForFunction(() => 'evidence' in globalThis);
  const match = () =>
    page.evaluate((given) => globalThis.evidence.match(...given), [queries, reading] as const);
  const bytes = await scannedPdf(Array.from({ length: 12 }, () => decree));
  let isRead = false;
  const long = readOnPage(page, served, { bytes }).then((answer) => {
    isRead = true;
    return answer;
  });
  await page.waitForFunction(() => globalThis.evidence.steps().length > 1);
  expect(await match()).toEqual(expected);
  expect(isRead).toBe(false);
  await page.evaluate(() => globalThis.evidence.abort());
  expect((await long).reading).toBeNull();
  // The worker that read is gone with all that it had started; the one that compares is there, and answers.
  await expect.poll(() => page.workers().length).toBe(1);
  expect(await match()).toEqual(expected);
});
