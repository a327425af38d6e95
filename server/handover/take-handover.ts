import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse, type DeliveryPorts } from '#server/commands/command-handler.ts';
import { deliverCommand } from '#server/commands/deliver-command.ts';
import { servedCommands } from '#server/commands/served-commands.ts';
import { findAppointment } from '#server/accounts/appointments.ts';
import {
  endedBy,
  findHandoverSender,
  forgetEndedSecrets,
  keepHandoverRefusals,
  type HandoverSender,
} from '#server/handover/handovers.ts';
import { keepWaiting, type LateArrival } from '#server/handover/waiting.ts';
import { heldBack } from '#server/handover/held-back.ts';
import { openHandover, readElement, type SealedElement } from '#server/handover/open-handover.ts';
import { lastPull } from '#server/feed/note-pull.ts';
import { writeAudit } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { isStorableText } from '#server/store/storable-text.ts';
import {
  elementOfDecision,
  type CommandElement,
  type CommandResult,
} from '#shared/contract/commands.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import type { HandoverFault, HandoverFile, HandoverHeader } from '#shared/contract/handover.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Command } from '#shared/workflow/commands.ts';

/** Who brings the file: a signed-in account, the PC itself after it was revoked, or a person at the server. */
export type HandoverCarrier =
  | { readonly kind: 'akun'; readonly accountId: string }
  | { readonly kind: 'pc_dicabut' }
  | { readonly kind: 'baris_perintah' };

/** A hand-over that was opened: one result for each of its commands, in its order. */
export interface TakenHandover {
  readonly header: HandoverHeader;
  readonly results: readonly CommandResult[];
  /** How many of those that were not taken in wait for BKPSDM. */
  readonly waiting: number;
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
 * are now. What arrives after device, account or appointment ended waits for BKPSDM, whatever it says of when it was made: that is
 * only stated. Whatever is refused is kept for BKPSDM. Harmless to repeat: the commands' ids are their idempotency keys.
 */
export async function takeHandover(
  ports: DeliveryPorts,
  file: HandoverFile,
  carrier: HandoverCarrier,
): Promise<Result<TakenHandover, HandoverRefused>> {
  const { db, now } = ports;
  const { header } = file;
  await forgetEndedSecrets(db, now());
  const sender = await findHandoverSender(db, header.accountId, header.deviceId, now());
  if (!sender) return fail({ kind: 'asal_tak_dikenal' });
  const opened = await openHandover(file, sender.deviceSecret);
  if (!opened.ok) return opened;
  const stands = !sender.endedAt && !sender.appointmentEndedAt;
  if (carrier.kind === 'pc_dicabut' && stands) return fail({ kind: 'masih_berlaku' });
  const arrival = await arrivalOf(db, sender, header, now());
  const outcomes: Outcome[] = [];
  for (const sealed of opened.value) {
    // Thousands that are refused at sight must not keep everybody else waiting.
    await nextTurn();
    outcomes.push(await takeElement(ports, sender, sealed, arrival));
  }
  await keepRefusals(ports, sender, opened.value, outcomes);
  const results = outcomes.map(({ result }) => result);
  const waiting = outcomes.filter(({ waits }) => waits).length;
  await noteHandover(ports, sender, carrier, { results, waiting });
  return succeed({ header, results, waiting });
}

/** What became of one element; `waits`: it is refused only until BKPSDM has said more. */
interface Outcome {
  readonly result: CommandResult;
  readonly waits: boolean;
}

async function takeElement(
  ports: DeliveryPorts,
  sender: HandoverSender,
  sealed: SealedElement,
  arrival: Arrival,
): Promise<Outcome> {
  const read = readElement(sealed);
  if (!read) return { result: refuse(sealed.id, makeApiError('tidak_sah')), waits: false };
  const element = elementOfDecision(read);
  const late = await holdBack(ports.db, sender, { element, payload: sealed.text }, arrival);
  return late ?? { result: await deliverCommand(ports, sender, element), waits: false };
}

/** Null: it may be delivered, because nothing has ended, it was taken in before, was released, or can never be taken in. */
async function holdBack(
  db: Db,
  sender: HandoverSender,
  { element, payload }: { readonly element: CommandElement; readonly payload: string },
  arrival: Arrival,
): Promise<Outcome | null> {
  const { kinds, handlerOf } = servedCommands;
  const command = kinds.schema.safeParse(element).data;
  if (!command || !isStorableText(command)) return null;
  const ofAppointment = await endOfAppointment(db, sender, command, arrival.receivedAt);
  const endedAt = earlier(sender.endedAt, ofAppointment);
  if (!endedAt || (await handlerOf(command).isKnown(db, command.id))) return null;
  const madeAt = new Date(kinds.kindOf(command).madeAt(command));
  const late = { ...arrival, endedAt, decisionId: command.id, payload, madeAt };
  const ruling = await keepWaiting(db, late);
  if (ruling === 'dilepas') return null;
  const error =
    ruling === 'bentrok' ? makeApiError('id_bentrok') : heldBack(ruling, sender.endedAt === null);
  return { result: refuse(element.id, error), waits: ruling === 'menunggu' };
}

/** When the appointment of a command ended; null: it stands, or is not the sender's, which is said when it is delivered. */
async function endOfAppointment(
  db: Db,
  { account, appointmentEndedAt }: HandoverSender,
  { appointmentId }: Command,
  now: Date,
): Promise<Date | null> {
  if (appointmentId === undefined || appointmentId === account.appointmentId) {
    return appointmentEndedAt;
  }
  const held = await findAppointment(db, appointmentId);
  return held?.account.id === account.id ? endedBy(held, now) : null;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

/** What is the same of everything in a hand-over. */
type Arrival = Omit<LateArrival, 'endedAt'>;

async function arrivalOf(
  db: Db,
  { account, deviceId }: HandoverSender,
  { createdAt }: HandoverHeader,
  receivedAt: Date,
): Promise<Arrival> {
  const pulledAt = await lastPull(db, account.id, deviceId);
  const sealedAt = new Date(createdAt);
  return { accountId: account.id, deviceId, sealedAt, pulledAt, receivedAt };
}

async function keepRefusals(
  { db, now }: DeliveryPorts,
  { account, deviceId }: HandoverSender,
  elements: readonly SealedElement[],
  outcomes: readonly Outcome[],
): Promise<void> {
  const receivedAt = now();
  const refusals = elements.flatMap(({ id, text: payload }, index) => {
    const { result, waits } = outcomes[index]!;
    if (result.kind !== 'ditolak' || waits) return [];
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
  { results, waiting }: Pick<TakenHandover, 'results' | 'waiting'>,
): Promise<void> {
  const accepted = results.filter(({ kind }) => kind === 'diterima').length;
  await writeAudit(db, {
    accountId: account.id,
    deviceId,
    action: 'serah_terima',
    details: {
      accepted,
      refused: results.length - accepted - waiting,
      waiting,
      carrier: carrier.kind === 'akun' ? carrier.accountId : carrier.kind,
    },
  });
}
