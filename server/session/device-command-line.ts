import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { readId } from '#server/cli/read-id.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import {
  listEnrolments,
  revokeDevice,
  ruleOnDevice,
  type ListedEnrolment,
} from '#server/session/rule-devices.ts';

const states = { menunggu: 'menunggu persetujuan', berlaku: 'terdaftar', ditolak: 'ditolak' };

const texts = {
  argument: 'ID',
  list: 'Daftar PC, yang menunggu persetujuan lebih dahulu',
  approve: 'Menyetujui PC yang menunggu',
  refuse: 'Menolak PC yang menunggu',
  revoke: 'Mencabut PC: tidak dapat dipakai lagi oleh siapa pun',
  nothing: 'Belum ada PC.',
  line: (one: ListedEnrolment) => {
    const state = one.revokedAt ? `dicabut ${one.revokedAt.toISOString()}` : states[one.state];
    return `${one.deviceId}  ${plainText(one.deviceName)}, ${plainText(one.accountName)} (${plainText(one.username)}): ${state}, terakhir ${one.lastSeenAt.toISOString()}`;
  },
  approved: (id: string, count: number) => `PC ${id} disetujui untuk ${count} akun.`,
  refused: (id: string, count: number) => `PC ${id} ditolak untuk ${count} akun.`,
  revoked: (id: string) => `PC ${id} dicabut.`,
  notWaiting: (id: string) =>
    `Tidak ada PC ${id} yang menunggu. Lihat: npm run server -- device list`,
  notThere: (id: string) =>
    `PC ${id} tidak ada, atau sudah dicabut. Lihat: npm run server -- device list`,
} as const;

/** `device list | approve | refuse | revoke`: which PCs accounts may use. */
export const deviceCommands: readonly CliCommand[] = [
  {
    name: 'device list',
    summary: texts.list,
    run: async ({ db, print }) => {
      const enrolments = await listEnrolments(db);
      if (enrolments.length === 0) print(texts.nothing);
      for (const one of enrolments) print(texts.line(one));
    },
  },
  ruling('device approve', 'berlaku', { summary: texts.approve, done: texts.approved }),
  ruling('device refuse', 'ditolak', { summary: texts.refuse, done: texts.refused }),
  {
    name: 'device revoke',
    argument: texts.argument,
    summary: texts.revoke,
    run: async ({ db, argument, print }) => {
      const id = readId(argument);
      if (id === undefined || !(await revokeDevice(db, id, new Date()))) {
        throw new StartProblem(texts.notThere(argument));
      }
      print(texts.revoked(id));
    },
  },
];

function ruling(
  name: string,
  state: 'berlaku' | 'ditolak',
  { summary, done }: { summary: string; done: (id: string, count: number) => string },
): CliCommand {
  const run = async ({ db, argument, print }: CommandCall) => {
    const id = readId(argument);
    const count = id === undefined ? 0 : await ruleOnDevice(db, id, state, new Date());
    if (id === undefined || count === 0) throw new StartProblem(texts.notWaiting(argument));
    print(done(id, count));
  };
  return { name, argument: texts.argument, summary, run };
}
