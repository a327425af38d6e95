import type { DeliveryPorts } from '#server/commands/command-handler.ts';
import { deliverCommand } from '#server/commands/deliver-command.ts';
import { servedCommands } from '#server/commands/served-commands.ts';
import { doubtsOf, type Doubt } from '#server/handover/doubts.ts';
import { appointmentOnDevice, keepHandoverRefusals } from '#server/handover/handovers.ts';
import { readElement } from '#server/handover/open-handover.ts';
import { noteRuling, type LateDecision } from '#server/handover/waiting.ts';
import { actOf, writeAudit, type Acting } from '#server/store/audit.ts';
import type { Db } from '#server/store/database.ts';
import { newestVersion } from '#server/store/seen-versions.ts';
import { elementOfDecision, type CommandResult } from '#shared/contract/commands.ts';
import type { Command, CommandSubject } from '#shared/workflow/commands.ts';

/** A decision that waits, with what the person who rules on it must know. */
export interface WeighedDecision {
  readonly late: LateDecision;
  readonly command: Command;
  readonly subject: CommandSubject | null;
  readonly accountName: string;
  readonly deviceName: string;
  readonly doubts: readonly Doubt[];
}

/** What a waiting decision says and what speaks against it. */
export async function weigh(db: Db, late: LateDecision): Promise<WeighedDecision> {
  const command = commandOf(late);
  const subject = servedCommands.kinds.kindOf(command).subjectOf(command);
  const usul =
    subject &&
    (await db
      .selectFrom('usul')
      .select(['version', 'version_at'])
      .where('id', '=', subject.usulId)
      .executeTakeFirst());
  const judged = usul ? { version: usul.version, versionAt: usul.version_at } : null;
  const names = await db
    .selectFrom('account')
    .innerJoin('device', (join) => join.onTrue())
    .select(['account.display_name', 'device.name'])
    .where('account.id', '=', late.accountId)
    .where('device.id', '=', late.deviceId)
    .executeTakeFirstOrThrow();
  return {
    late,
    command,
    subject,
    accountName: names.display_name,
    deviceName: names.name,
    doubts: doubtsOf(late, subject?.judged?.version ?? null, judged),
  };
}

/**
 * Releases a waiting decision: it is delivered as it would have been then, by the authority that the account had, to the
 * usul as it is now. Also what is refused then is ruled on, and kept like every refusal of a hand-over.
 */
export async function release(
  ports: DeliveryPorts,
  late: LateDecision,
  acting: Acting | null = null,
): Promise<CommandResult> {
  const { db, now } = ports;
  const { accountId, deviceId, decisionId, payload } = late;
  const held = await appointmentOnDevice(db, accountId, deviceId);
  if (!held) throw new Error('A decision waits of an account that does not exist.');
  const appVersion = await newestVersion(db, accountId, deviceId);
  const { account } = held;
  const sender = { account, deviceId, sessionId: null, appVersion, released: true } as const;
  const result = await deliverCommand(ports, sender, { ...commandOf(late) });
  if (result.kind === 'ditolak') {
    const { kind: reason, message } = result.error;
    const refusal = { decisionId, accountId, deviceId, payload, reason, message };
    await keepHandoverRefusals(db, [{ ...refusal, receivedAt: now() }]);
  }
  await rule(ports, late, 'dilepas', acting);
  return result;
}

/** Refuses a waiting decision; it stays where it is. */
export async function refuseWaiting(
  ports: DeliveryPorts,
  late: LateDecision,
  acting: Acting | null = null,
): Promise<void> {
  await rule(ports, late, 'ditolak', acting);
}

async function rule(
  { db, now }: DeliveryPorts,
  late: LateDecision,
  ruling: 'dilepas' | 'ditolak',
  acting: Acting | null,
): Promise<void> {
  if (!(await noteRuling(db, late, ruling, now()))) return;
  const { accountId, deviceId, decisionId } = late;
  const details = { decisionId, ruling };
  const action = 'serah_terima_diputus';
  const act = actOf(acting, action, { ...details, holder: accountId, perangkat: deviceId });
  await writeAudit(db, acting ? act : { accountId, deviceId, action, details });
}

/** It was read so when it was kept. */
function commandOf({ decisionId, payload }: LateDecision): Command {
  const read = readElement({ id: decisionId, text: payload });
  if (!read) throw new Error('A decision that waits cannot be read.');
  return servedCommands.kinds.schema.parse(elementOfDecision(read));
}
