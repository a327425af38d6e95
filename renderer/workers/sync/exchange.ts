import { attend, hasQueue } from '#renderer/workers/sync/attend.ts';
import { isUnknownToServer, pull } from '#renderer/workers/sync/changes/pull.ts';
import { areReceiptsAsked } from '#renderer/data/receipts/asked-receipts.ts';
import { followChoice } from '#renderer/workers/sync/session/follow-choice.ts';
import { push } from '#renderer/workers/sync/commands/push.ts';
import { askReceipts } from '#renderer/workers/sync/commands/ask-receipts.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';
import { succeed } from '#shared/kernel/result.ts';

/** How one exchange goes about it. */
export interface ExchangeOptions {
  /** How long a decision can be corrected before it is sent, in milliseconds. */
  readonly holdMs: number;
  /** Whether to ask first if the server is there at all. */
  readonly probe: boolean;
  /** A page with so many changes is on the disk. */
  readonly onPage: (changes: number) => void | Promise<void>;
  /** The server answered the question whether it is there. */
  readonly onAnswer?: () => Promise<void>;
}

/**
 * One exchange: what was decided goes up, then what changed comes down (where there is a queue); the second also when the first
 * met trouble, so that one ailing route never keeps the list old. When the server turns out to have gone back in time, it is asked what it
 * still has, and everything happens once more: what it lost goes up again before the list is built anew.
 */
export async function exchange(ports: SyncPorts, options: ExchangeOptions): Promise<Step<void>> {
  // After a failure a cheap question comes first: decisions are not marked as sent into a network that is not there.
  if (options.probe) {
    const health = await ports.api.call('health', {});
    if (!health.ok) return health;
    await options.onAnswer?.();
  }
  const done = await upAndDown(ports, options);
  if (!done.ok && !isUnknownToServer(done.error)) return done;
  if (!(await areReceiptsAsked(ports.database))) return done;
  const again = await askReceipts(ports);
  if (!again.ok) return again;
  // A server that begins to name its epochs has lost nothing, as a rule.
  return done.ok && again.value === 0 ? done : upAndDown(ports, options);
}

async function upAndDown(ports: SyncPorts, options: ExchangeOptions): Promise<Step<void>> {
  const steps = [
    () => followChoice(ports),
    () => askReceipts(ports),
    () => push(ports, options.holdMs),
    // Without a queue nothing comes down; what was done under another appointment has gone up all the same.
    async () =>
      (await hasQueue(ports))
        ? pull(ports, options.onPage)
        : attend(ports, () => options.onPage(0)),
  ];
  let first: Step<unknown> = succeed(undefined);
  for (const step of steps) {
    const done: Step<unknown> = await step();
    if (!done.ok && done.error.kind === 'perlu_masuk') return done;
    if (first.ok) first = done;
  }
  return first.ok ? succeed(undefined) : first;
}
