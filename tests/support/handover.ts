import { makeHandover } from '#renderer/data/handover/make-handover.ts';
import type { HandoverFile } from '#shared/contract/handover.ts';
import { commandOfDecision, type Command } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { TestClient } from '#tests/support/server.ts';

const madeUsually = new Date('2026-11-22T02:00:00.000Z');

/** The hand-over file of a signed-in PC; `createdAt` is its clock. */
export async function handoverOf(
  { session, deviceId }: Pick<TestClient, 'session' | 'deviceId'>,
  decisions: readonly Decision[],
  createdAt: Date = madeUsually,
): Promise<HandoverFile> {
  return handoverOfCommands({ session, deviceId }, decisions.map(commandOfDecision), createdAt);
}

/** The same with commands of any kind. */
export async function handoverOfCommands(
  { session, deviceId }: Pick<TestClient, 'session' | 'deviceId'>,
  commands: readonly Command[],
  createdAt: Date = madeUsually,
): Promise<HandoverFile> {
  const { account, deviceSecret } = session;
  return makeHandover({ accountId: account.id, deviceId, deviceSecret, commands, createdAt });
}
