import type { CliCommand } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { verifyChains, type ChainReport } from '#server/commands/verify-chains.ts';

const texts = {
  summary: 'Memeriksa apakah ada keputusan yang diubah atau hilang',
  chain: ({ instansi, count, fault }: ChainReport) => {
    if (!fault) return `${instansi}: rantai keputusan utuh (${count} keputusan).`;
    return `${instansi}: keputusan nomor ${fault.chainSeq} ${fault.kind}.`;
  },
  broken:
    'Ada keputusan yang diubah atau hilang di basis data. Amankan cadangannya, lalu hubungi pengembang.',
} as const;

/** `verify-chain`: whether the hash chain of decisions of every instansi is whole. */
export const verifyChainCommand: CliCommand = {
  name: 'verify-chain',
  summary: texts.summary,
  async run({ db, print }) {
    const reports = await verifyChains(db);
    for (const report of reports) print(texts.chain(report));
    if (reports.some(({ fault }) => fault)) throw new StartProblem(texts.broken);
  },
};
