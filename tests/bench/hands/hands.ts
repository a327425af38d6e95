import { expect, type Browser, type Page } from '@playwright/test';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { freshBuild, openBrowser } from '#tests/bench/browser.ts';
import {
  arrowsWrap,
  judgeAtDesk,
  usulOnDesk,
  type UsulHands,
} from '#tests/bench/hands/at-the-desk.ts';
import { approveAll } from '#tests/bench/hands/at-the-approver.ts';
import { countHands } from '#tests/bench/hands/count-hands.ts';
import { reportHands, type JudgedUsul } from '#tests/bench/hands/report-hands.ts';
import { sampleUsul, type SampledUsul } from '#tests/bench/hands/sample.ts';
import { judgeInThreeTabs, openThreeTabs } from '#tests/bench/hands/three-tabs.ts';
import setUp from '#tests/e2e/support/global-setup.ts';
import { busyVerifikator } from '#tests/e2e/support/seed-for-tests.ts';
import { startDesk, type Desk } from '#tests/e2e/support/start-desk.ts';
import { makeVerifikator } from '#tests/e2e/support/verifikator.ts';

/** What hands do over 30 mixed usul, at this desk and in the three-tab flow of today's web page. */
export const hands: Bench = {
  title: 'what hands do from one usul to the next, beside the three-tab flow (domain.md 4.4)',
  async run({ small }) {
    await freshBuild();
    const tearDown = await setUp();
    const desk = await startDesk();
    // A notch of the wheel moves at once: the model page is read between two notches.
    const browser = await openBrowser(['--disable-smooth-scrolling']);
    try {
      return await measure(desk, browser, small ? 16 : 30);
    } finally {
      await browser.close();
      await desk.stop();
      await tearDown();
    }
  },
};

async function measure(desk: Desk, browser: Browser, count: number): Promise<BenchReport> {
  const sample = await sampleUsul(desk, busyVerifikator.username, count);
  const pages = new Map<string, number>();
  const atDesk = await judgeAllAtDesk(await openPage(browser), desk, sample);
  for (const [sha256, pageCount] of await pageCounts(desk)) pages.set(sha256, pageCount);
  const approvals = await approveAll(await openPage(browser), desk, 8);
  const other = await openPage(browser);
  // A document that was not opened at the desk counts as one page: kind to the model.
  await openThreeTabs(other, sample, (sha256) => pages.get(sha256) ?? 1);
  const inTabs = new Map<string, UsulHands>();
  for (const one of sample) {
    tell(`three tabs ${inTabs.size + 1}/${sample.length}`);
    inTabs.set(one.usul.id, await judgeInThreeTabs(other, one));
  }
  return reportHands(
    sample.map((one): JudgedUsul => ({
      sampled: one,
      desk: atDesk.get(one.usul.id)!,
      tabs: inTabs.get(one.usul.id)!,
    })),
    approvals,
  );
}

async function judgeAllAtDesk(
  page: Page,
  desk: Desk,
  sample: readonly SampledUsul[],
): Promise<ReadonlyMap<string, UsulHands>> {
  const verifikator = makeVerifikator(page);
  await verifikator.signIn(desk.url, busyVerifikator);
  await verifikator.openActive();
  const wrap = await arrowsWrap(page);
  const counted = new Map<string, UsulHands>();
  while (counted.size < sample.length) {
    const onDesk = usulOnDesk(page);
    const next = sample.find(({ usul }) => usul.id === onDesk);
    if (!next) throw new Error(`Not of the sample: ${onDesk}`);
    await expect(verifikator.gaps).toBeVisible();
    tell(`desk ${counted.size + 1}/${sample.length}`);
    counted.set(onDesk, await judgeAtDesk(page, next, wrap));
  }
  await expect(verifikator.statusBar).toContainText('Semua keputusan terkirim', {
    timeout: 60_000,
  });
  return counted;
}

/** One line that is written over, for a person who waits. */
function tell(progress: string): void {
  if (process.stderr.isTTY || process.env['MEJA_BENCH_TRACE'] !== undefined) {
    process.stderr.write(`\r${progress.padEnd(40)}`);
  }
}

/** Pages of the documents that were looked at, as the decisions on the server say. */
async function pageCounts(desk: Desk): Promise<readonly (readonly [string, number])[]> {
  const rows = await desk.db.selectFrom('decision').select('payload').execute();
  return rows.flatMap(({ payload }) =>
    payload.evidence.map(({ sha256, pageCount }) => [sha256, pageCount ?? 1] as const),
  );
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
  await countHands(page);
  return page;
}
