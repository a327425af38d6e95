import type { CliCommand } from '#server/cli/cli-command.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import { importDecisions } from '#server/handover/import-decisions.ts';
import type { TakenHandover } from '#server/handover/take-handover.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import type { HandoverHeader } from '#shared/contract/handover.ts';

const texts = {
  argument: 'BERKAS',
  summary: 'Mengambil keputusan dari berkas serah terima (.mejaserah)',
  handover: ({ accountId, deviceId, createdAt, count }: HandoverHeader) =>
    `Serah terima akun ${accountId}, PC ${deviceId}, dibuat ${createdAt}: ${count} keputusan.`,
  imported: (result: CommandResult) =>
    result.kind === 'diterima'
      ? `${result.id}: diterima (nomor ${result.chainSeq}).`
      : `${result.id}: ditolak. ${result.error.message}`,
  importedAll: ({ results, waiting }: TakenHandover) => {
    const accepted = results.filter(({ kind }) => kind === 'diterima').length;
    const refused = results.length - accepted - waiting;
    const counts = `Diterima ${accepted}, ditolak ${refused}. Yang ditolak disimpan untuk BKPSDM.`;
    return waiting === 0
      ? counts
      : `${counts} Menunggu keputusan BKPSDM: ${waiting} (handover list).`;
  },
  unreadable:
    'Ada keputusan dalam berkas ini yang tidak sah. Simpan berkasnya, lalu hubungi pengembang.',
} as const;

/** `import-decisions FILE`: takes the decisions of a hand-over file in; twice is harmless. */
export const importDecisionsCommand: CliCommand = {
  name: 'import-decisions',
  argument: texts.argument,
  summary: texts.summary,
  async run({ db, argument, print }) {
    const bugs: unknown[] = [];
    const taken = await importDecisions(
      { db, now: () => new Date(), onBug: (error) => bugs.push(error) },
      argument,
    );
    const { header, results } = taken;
    print(texts.handover(header));
    for (const result of results) print(texts.imported(result));
    print(texts.importedAll(taken));
    const [bug] = bugs;
    // What the others came to is on the screen; this one is for the developer.
    if (bug !== undefined) throw bug;
    if (results.some(isUnreadable)) throw new StartProblem(texts.unreadable);
  },
};

function isUnreadable(result: CommandResult): boolean {
  return result.kind === 'ditolak' && result.error.kind === 'tidak_sah';
}
