import type { CliCommand, CommandCall } from '#server/cli/cli-command.ts';
import { plainText } from '#server/cli/plain-text.ts';
import { readId } from '#server/cli/read-id.ts';
import { StartProblem } from '#server/cli/start-problem.ts';
import type { Doubt } from '#server/handover/doubts.ts';
import {
  refuseWaiting,
  release,
  weigh,
  type WeighedDecision,
} from '#server/handover/rule-waiting.ts';
import { findWaiting, type LateDecision } from '#server/handover/waiting.ts';
import type { CommandResult } from '#shared/contract/commands.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { decisionIn } from '#shared/workflow/commands.ts';

const texts = {
  argument: 'ID',
  list: 'Daftar serah terima yang menunggu keputusan BKPSDM',
  show: 'Isi satu keputusan yang menunggu, atau semua dari satu PC',
  release: 'Melepas keputusan yang menunggu (ID keputusan atau ID PC)',
  refuse: 'Menolak keputusan yang menunggu (ID keputusan atau ID PC)',
  nothing: 'Tidak ada serah terima yang menunggu.',
  unknown: (id: string) =>
    `Tidak ada yang menunggu dengan ID ${id}. Lihat: npm run server -- handover list`,
  line: ({ late, accountName, deviceName, doubts }: WeighedDecision) =>
    `${late.decisionId}  ${plainText(accountName)}, PC ${plainText(deviceName)} (${late.deviceId}), tiba ${stamp(late.receivedAt)}` +
    `  ${doubts.length === 0 ? 'tidak ada yang memberatkan' : `${doubts.length} hal memberatkan`}`,
  made: ({ madeAt, endedAt, receivedAt }: LateDecision) =>
    `  dibuat ${stamp(madeAt)} (menurut PC), akses berakhir ${stamp(endedAt)}, tiba ${stamp(receivedAt)}`,
  decision: (usulId: string, outcome: string, note: string) =>
    `  usul ${usulId}: ${outcome}${note === '' ? '' : `, catatan: ${plainText(note)}`}`,
  noDoubt: '  Tidak ada yang memberatkan.',
  doubt: (doubt: Doubt) => `  Memberatkan: ${sentenceOf(doubt)}`,
  released: (result: CommandResult) =>
    result.kind === 'diterima'
      ? `${result.id}: dilepas dan diterima (nomor ${result.chainSeq}).`
      : `${result.id}: dilepas, tetapi ditolak server. ${result.error.message}`,
  refused: (id: string) => `${id}: ditolak BKPSDM.`,
} as const;

function sentenceOf(doubt: Doubt): string {
  switch (doubt.kind) {
    case 'dibuat_setelah_akhir':
      return `dibuat ${stamp(doubt.at)}, setelah akses berakhir.`;
    case 'waktu_tidak_cocok':
      return `nomornya dari ${stamp(doubt.idAt)}, tetapi disebut dibuat ${stamp(doubt.madeAt)}.`;
    case 'versi_tak_pernah_dikirim':
      return 'menilai keadaan usul yang tidak pernah dikirim ke PC ini.';
    case 'jam_di_depan':
      return `jam PC ini ${Math.round(doubt.aheadMs / 60_000)} menit di depan jam server.`;
    default:
      return assertNever(doubt);
  }
}

function stamp(at: Date): string {
  return at.toISOString();
}

/** `handover list | show | release | refuse`: what arrived after a PC or an account had ended, and waits for BKPSDM. */
export const rulingCommands: readonly CliCommand[] = [
  {
    name: 'handover list',
    summary: texts.list,
    run: async ({ db, print }) => {
      const waiting = await findWaiting(db);
      if (waiting.length === 0) print(texts.nothing);
      for (const late of waiting) print(texts.line(await weigh(db, late)));
    },
  },
  {
    name: 'handover show',
    argument: texts.argument,
    summary: texts.show,
    run: onEach(async ({ db, print }, late) => show(await weigh(db, late), print)),
  },
  {
    name: 'handover release',
    argument: texts.argument,
    summary: texts.release,
    run: onEach(async (call, late) => {
      call.print(texts.released(await release(portsOf(call), late)));
    }),
  },
  {
    name: 'handover refuse',
    argument: texts.argument,
    summary: texts.refuse,
    run: onEach(async (call, late) => {
      await refuseWaiting(portsOf(call), late);
      call.print(texts.refused(late.decisionId));
    }),
  },
];

function show(weighed: WeighedDecision, print: (line: string) => void): void {
  const { late, command, doubts } = weighed;
  print(texts.line(weighed));
  print(texts.made(late));
  const decision = decisionIn(command);
  if (decision) print(texts.decision(decision.usulId, decision.outcome, decision.note));
  if (doubts.length === 0) print(texts.noDoubt);
  for (const doubt of doubts) print(texts.doubt(doubt));
}

function portsOf({ db }: CommandCall) {
  return { db, now: () => new Date(), onBug: throwAsItIs };
}

/** What a person at the terminal does is no request: a bug is shown. */
function throwAsItIs(error: unknown): never {
  throw error;
}

function onEach(act: (call: CommandCall, late: LateDecision) => Promise<void>): CliCommand['run'] {
  return async (call) => {
    const id = readId(call.argument);
    const waiting = id === undefined ? [] : await findWaiting(call.db, id);
    if (waiting.length === 0) throw new StartProblem(texts.unknown(call.argument));
    for (const late of waiting) await act(call, late);
  };
}
