import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { startOffices, type Office } from '#tests/bench/feed/offices.ts';
import { median } from '#tests/bench/median.ts';
import { changesPageSchema } from '#shared/contract/changes.ts';

/** One first pull: milliseconds and bytes of all its pages as they come over the line, uncompressed, and usul in them. */
interface Pull {
  readonly ms: number;
  readonly bytes: number;
  readonly usul: number;
}

/** As a PC asks (renderer/workers/sync/changes/pull.ts): a small first page, then large ones. */
const limitOf = (cursor: string | undefined): number => (cursor === undefined ? 25 : 200);

/** What an approver's new PC costs, by what waits for the approver and by what else there is. */
export const feed: Bench = {
  title: "an approver's first pull beside 100,000 usul at other stages, and beside 1,000",
  async run({ runs, small }) {
    const sizes = small
      ? { waiting: 100, few: 200, many: 4000 }
      : { waiting: 1000, few: 1000, many: 100_000 };
    const offices = await startOffices(sizes.waiting, [sizes.few, sizes.many]);
    try {
      const [quiet, busy] = offices.list;
      const pulls: Record<'quiet' | 'busy', Pull[]> = { quiet: [], busy: [] };
      // In turn, so that whatever slows the machine down meets both; the first of each warms up.
      for (let run = 0; run <= runs; run += 1) {
        const one = await pullAll(quiet!);
        const other = await pullAll(busy!);
        if (run === 0) continue;
        pulls.quiet.push(one);
        pulls.busy.push(other);
      }
      return report(pulls, sizes, runs);
    } finally {
      await offices.stop();
    }
  },
};

async function pullAll({ url, token }: Office): Promise<Pull> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' };
  const startedAt = performance.now();
  let bytes = 0;
  let usul = 0;
  for (let cursor: string | undefined; ;) {
    const query = new URLSearchParams({
      limit: String(limitOf(cursor)),
      ...(cursor && { cursor }),
    });
    const answer = await fetch(`${url}/api/v1/changes?${query}`, { headers });
    const text = await answer.text();
    bytes += Buffer.byteLength(text);
    const page = changesPageSchema.parse(JSON.parse(text));
    usul += page.changes.length;
    cursor = page.cursor;
    if (page.remaining === 0) return { ms: performance.now() - startedAt, bytes, usul };
  }
}

function report(
  pulls: Readonly<Record<'quiet' | 'busy', readonly Pull[]>>,
  sizes: { readonly waiting: number; readonly few: number; readonly many: number },
  runs: number,
): BenchReport {
  const middle = (list: readonly Pull[], of: keyof Pull): number =>
    median(list.map((one) => one[of]));
  const ratio = (of: keyof Pull): number =>
    Number((middle(pulls.busy, of) / middle(pulls.quiet, of)).toFixed(3));
  const line = (others: number, list: readonly Pull[]): string =>
    `beside ${String(others).padStart(6)} others: ${middle(list, 'usul')} usul, ${middle(list, 'bytes')} bytes, ${Math.round(middle(list, 'ms'))} ms`;
  const figures = {
    usulRatio: ratio('usul'),
    bytesRatio: ratio('bytes'),
    timeRatio: ratio('ms'),
  };
  return {
    lines: [
      `${sizes.waiting} usul wait for the approver; first pull of a new PC over HTTP:`,
      line(sizes.few, pulls.quiet),
      line(sizes.many, pulls.busy),
      `bytes ${figures.bytesRatio} times, time ${figures.timeRatio} times (median of ${runs}, in turn)`,
    ],
    figures,
    budgets: { usulRatio: 1, bytesRatio: 1.001, timeRatio: 1.5 },
  };
}
