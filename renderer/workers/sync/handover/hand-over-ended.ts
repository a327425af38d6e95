import { takeBatch } from '#renderer/data/outbox/delivery.ts';
import { sendAllAgain } from '#renderer/data/receipts/asked-receipts.ts';
import { makeHandover } from '#renderer/data/handover/make-handover.ts';
import { eraseAccount } from '#renderer/data/keyring/erase-account.ts';
import type { AccountDatabase } from '#renderer/data/schema/open-database.ts';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import type { ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import type { Command } from '#shared/workflow/commands.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** What the end of an account on this PC stands on. */
export interface EndedPorts {
  readonly api: Pick<ServerApi, 'call'>;
  readonly accountId: string;
  readonly deviceId: string;
  readonly database: AccountDatabase;
  /** The PC's clock, ms epoch; may be years off. */
  readonly now: () => number;
  /** The secret of the last session (base64); undefined when this PC never got one. */
  readonly deviceSecret: string | undefined;
}

/**
 * How it ended.
 *
 * - `masih_berlaku`: neither PC nor account was revoked; nothing was erased;
 * - `berakhir`: the server has every decision (counts are its answer), and the cache is erased;
 * - `tak_diterima`: revoked, but the server takes nothing from here; only the decisions were left.
 */
export type Ending =
  | { readonly kind: 'masih_berlaku' }
  | {
      readonly kind: 'berakhir';
      readonly accepted: number;
      readonly refused: number;
      /** They wait for BKPSDM to release or refuse them. */
      readonly waiting: number;
    }
  | { readonly kind: 'tak_diterima'; readonly error: ApiError | null };

/**
 * What the server last said: `perangkat_dicabut` is certain; `belum_masuk` is also what a session gets that only ran
 * out, so the hand-over itself is then the question.
 */
export type LastWord = 'perangkat_dicabut' | 'belum_masuk';

// In pieces that the server answers soon and that its public route takes.
const pieceSize = 200;

/** What was handed over until now; it grows from piece to piece. */
interface Handed {
  readonly ids: Set<string>;
  accepted: number;
  refused: number;
  waiting: number;
}

/**
 * Hands over what was decided here and erases the cache after it, and only after it: any fault on the way leaves
 * everything here, for the next contact. Safe to repeat from the start at any moment.
 */
export async function handOverEnded(
  ports: EndedPorts,
  lastWord: LastWord,
): Promise<Result<Ending, Fault>> {
  const { database, deviceSecret } = ports;
  const handed: Handed = { ids: new Set(), accepted: 0, refused: 0, waiting: 0 };
  if (deviceSecret === undefined) return succeed(await endUnheard(ports, lastWord, handed, null));
  if (lastWord === 'belum_masuk') {
    // Most likely the session only ran out: nothing is marked as sent before the server says that this is the end.
    const asked = await handOverPiece(ports, deviceSecret, []);
    if (!asked.ok) return endRefused(ports, lastWord, handed, asked.error);
  }
  for (let before = -1; before < handed.ids.size;) {
    before = handed.ids.size;
    const fault = await handOverRest(ports, deviceSecret, handed);
    if (fault) return endRefused(ports, lastWord, handed, fault);
    // The desk is open until then: what was decided meanwhile goes first.
    if (await eraseAccount(database, 'all', handed.ids)) return succeed(ended(handed));
  }
  // What is left nobody can open: it stays as it lies, and no more of it can be handed over.
  await eraseAccount(database, 'all_but_commands', handed.ids);
  return succeed(ended(handed));
}

async function handOverRest(
  ports: EndedPorts,
  deviceSecret: string,
  handed: Handed,
): Promise<Fault | null> {
  const { database, now } = ports;
  for (;;) {
    // Marked as being sent, so that nobody takes back what the server may have; nothing is held any longer.
    const clock = { now: now(), holdMs: 0 };
    const commands = await takeBatch(database, pieceSize, clock, handed.ids);
    // Nothing to hand over is handed over as well, once: the answer says whether this is the end.
    if (commands.length === 0 && handed.ids.size > 0) return null;
    const answer = await handOverPiece(ports, deviceSecret, commands);
    if (!answer.ok) return answer.error;
    // A server that went back in time may have lost what was delivered long ago: it goes as well.
    const again = await sendAllAgain(database, answer.value.epoch, new Date(now()));
    handed.accepted += answer.value.accepted;
    const { refused, waiting = 0 } = answer.value;
    handed.refused += refused - waiting;
    handed.waiting += waiting;
    for (const { id } of commands) handed.ids.add(id);
    if (commands.length === 0 && again === 0) return null;
  }
}

async function handOverPiece(
  { accountId, deviceId, api, now }: EndedPorts,
  deviceSecret: string,
  commands: readonly Command[],
) {
  const createdAt = new Date(now());
  const body = await makeHandover({ accountId, deviceId, deviceSecret, commands, createdAt });
  return api.call('handoverOfRevoked', { body });
}

async function endRefused(
  ports: EndedPorts,
  lastWord: LastWord,
  handed: Handed,
  fault: Fault,
): Promise<Result<Ending, Fault>> {
  if (fault.kind !== 'server') return fail(fault);
  const { kind } = fault.error;
  if (kind === 'belum_masuk') return succeed({ kind: 'masih_berlaku' });
  if (kind !== 'tidak_sah') return fail(fault);
  return succeed(await endUnheard(ports, lastWord, handed, fault.error));
}

// The server does not know this PC, or no longer; only its own word that the PC was revoked erases anything then.
async function endUnheard(
  { database }: EndedPorts,
  lastWord: LastWord,
  handed: Handed,
  error: ApiError | null,
): Promise<Ending> {
  if (lastWord === 'belum_masuk') return { kind: 'masih_berlaku' };
  if (await eraseAccount(database, 'all', handed.ids)) return ended(handed);
  await eraseAccount(database, 'all_but_commands', handed.ids);
  return { kind: 'tak_diterima', error };
}

function ended({ accepted, refused, waiting }: Handed): Ending {
  return { kind: 'berakhir', accepted, refused, waiting };
}
