import { makeHandover } from '#renderer/data/handover/make-handover.ts';
import type { HandoverFile } from '#shared/contract/handover.ts';
import { commandOfDecision } from '#shared/workflow/commands.ts';
import type { Decision } from '#shared/workflow/decision.ts';
import type { TestClient } from '#tests/support/server.ts';

/** The hand-over file of a signed-in PC; `createdAt` is its clock. */
export async function handoverOf(
  { session, deviceId }: Pick<TestClient, 'session' | 'deviceId'>,
  decisions: readonly Decision[],
  createdAt: Date = new Date('2026-11-22T02:00:00.000Z'),
): Promise<HandoverFile> {
  const { account, deviceSecret } = session;
  const commands = decisions.map(commandOfDecision);
  return makeHandover({ accountId: account.id, deviceId, deviceSecret, commands, createdAt });
}
