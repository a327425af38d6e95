import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse, type DeliveryPorts } from '#server/commands/command-handler.ts';
import { deliverCommand } from '#server/commands/deliver-command.ts';
import { servedCommands } from '#server/commands/served-commands.ts';
import {
  findHandoverSender,
  forgetEndedSecrets,
  keepHandoverRefusals,
  type HandoverSender,
} from '#server/handover/handovers.ts';
import { openHandover, readElement, type SealedElement } from '#server/handover/open-handover.ts';
import { writeAudit } from '#server/store/audit.ts';
import {
  elementOfDecision,
  type CommandElement,
  type CommandResult,
} from '#shared/contract/commands.ts';
import { makeApiError, specificMessages } from '#shared/contract/error-messages.ts';
import type { HandoverFault, HandoverFile, HandoverHeader } from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** Who brings the file: a signed-in account, the PC itself after it was revoked, or a person at the server. */
export type HandoverCarrier =
  | { readonly kind: 'akun'; readonly accountId: string }
  | { readonly kind: 'pc_dicabut' }
  | { readonly kind: 'baris_perintah' };

/** A hand-over that was opened: one result for each of its commands, in its order. */
export interface TakenHandover {
  readonly header: HandoverHeader;
  readonly results: readonly CommandResult[];
}

/**
 * Why a hand-over is not taken; nothing of it is then imported. `asal_tak_dikenal`: no such account on such a PC, or they
 * ended too long ago; `masih_berlaku`: they stand, so they sign in and deliver as always.
 */
export type HandoverRefused =
  | HandoverFault
  | { readonly kind: 'asal_tak_dikenal' }
  | { readonly kind: 'masih_berlaku' };

/**
 * Takes the commands of a hand-over in, each like any delivery of its maker: the account's authority and the usul as they
 * are now. What was made before device or account ended counts when the usul is still at that desk; what was made after
 * that is refused. Whatever is refused is kept for BKPSDM. Harmless to repeat: the commands' ids are their idempotency
 * keys.
 */
export async function takeHandover(
  ports: DeliveryPorts,
  file: HandoverFile,
  carrier: HandoverCarrier,
): Promise<Result<TakenHandover, HandoverRefused>> {
  const { db, now } = ports;
  const { header } = file;
  await forgetEndedSecrets(db, now());
  const sender = await findHandoverSender(db, header.accountId, header.deviceId);
  if (!sender) return fail({ kind: 'asal_tak_dikenal' });
  const opened = await openHandover(file, sender.deviceSecret);
  if (!opened.ok) return opened;
  if (carrier.kind === 'pc_dicabut' && !sender.endedAt) return fail({ kind: 'masih_berlaku' });
  const aheadMs = Math.max(0, Date.parse(header.createdAt) - now().getTime());
  const results: CommandResult[] = [];
  for (const sealed of opened.value) {
    // Thousands that are refused at sight must not keep everybody else waiting.
    await nextTurn();
    results.push(await takeElement(ports, sender, sealed, aheadMs));
  }
  await keepRefusals(ports, sender, opened.value, results);
  await noteHandover(ports, sender, carrier, results);
  return succeed({ header, results });
}

async function takeElement(
  ports: DeliveryPorts,
  sender: HandoverSender,
  sealed: SealedElement,
  aheadMs: number,
): Promise<CommandResult> {
  const read = readElement(sealed);
  if (!read) return refuse(sealed.id, makeApiError('tidak_sah'));
  const element = elementOfDecision(read);
  const isLate = await wasMadeTooLate(ports, sender, element, aheadMs);
  return isLate ? refuseAsLate(element.id) : deliverCommand(ports, sender, element);
}

/**
 * Whether a command says of itself that it is younger than the end of its device or account. The PC's clock says it; one
 * that stamped the file later than now is certainly ahead, and is put right by so much. What the chain has already is
 * never late.
 */
async function wasMadeTooLate(
  { db }: DeliveryPorts,
  { endedAt }: HandoverSender,
  element: CommandElement,
  aheadMs: number,
): Promise<boolean> {
  if (!endedAt) return false;
  const { kinds, handlerOf } = servedCommands;
  const command = kinds.schema.safeParse(element).data;
  if (!command) return false;
  const madeAt = Date.parse(kinds.kindOf(command).madeAt(command));
  if (madeAt - aheadMs <= endedAt.getTime()) return false;
  return !(await handlerOf(command).isKnown(db, command.id));
}

function refuseAsLate(id: string): CommandResult {
  const { decidedAfterEnd: message, decidedAfterEndAction: action } = specificMessages;
  const error = makeApiError('perangkat_dicabut', { message, action });
  return refuse(id, error);
}

async function keepRefusals(
  { db, now }: DeliveryPorts,
  { account, deviceId }: HandoverSender,
  elements: readonly SealedElement[],
  results: readonly CommandResult[],
): Promise<void> {
  const receivedAt = now();
  const refusals = elements.flatMap(({ id, text: payload }, index) => {
    const result = results[index];
    if (result?.kind !== 'ditolak') return [];
    const { kind: reason, message } = result.error;
    const decisionId = id.toLowerCase();
    return [{ decisionId, accountId: account.id, deviceId, payload, reason, message, receivedAt }];
  });
  await keepHandoverRefusals(db, refusals);
}

async function noteHandover(
  { db }: DeliveryPorts,
  { account, deviceId }: HandoverSender,
  carrier: HandoverCarrier,
  results: readonly CommandResult[],
): Promise<void> {
  const accepted = results.filter(({ kind }) => kind === 'diterima').length;
  await writeAudit(db, {
    accountId: account.id,
    deviceId,
    action: 'serah_terima',
    details: {
      accepted,
      refused: results.length - accepted,
      carrier: carrier.kind === 'akun' ? carrier.accountId : carrier.kind,
    },
  });
}
