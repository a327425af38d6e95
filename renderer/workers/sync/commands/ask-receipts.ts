import { applyKnown, giveUpAsking, nextQuestion } from '#renderer/data/receipts/asked-receipts.ts';
import { isRouteMissing } from '#renderer/workers/sync/final-refusal.ts';
import { withAccess } from '#renderer/workers/sync/session/access.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { maxReceiptsAsked } from '#shared/contract/commands.ts';
import { succeed } from '#shared/kernel/result.ts';

/**
 * Asks the server which delivered commands it still has, when it may have gone back in time; those that it has not wait to
 * be sent again. Goes on where it was broken off; resolves with how many go again. Without a call where nothing is to be asked.
 */
export async function askReceipts(ports: SyncPorts): Promise<Step<number>> {
  const { api, database, now } = ports;
  let again = 0;
  for (;;) {
    const question = await nextQuestion(database, maxReceiptsAsked);
    if (!question) return succeed(again);
    const body = { ids: [...question.ids] };
    const answer = await withAccess(ports, (accessToken) =>
      api.call('receipts', { body }, { accessToken }),
    );
    if (!answer.ok && isRouteMissing(answer.error)) {
      await giveUpAsking(database);
      return succeed(again);
    }
    if (!answer.ok) return answer;
    again += await applyKnown(database, question, answer.value.receipts, new Date(now()));
  }
}
