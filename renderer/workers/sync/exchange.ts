import { pull } from '#renderer/workers/sync/changes/pull.ts';
import { push } from '#renderer/workers/sync/commands/push.ts';
import type { Step, SyncPorts } from '#renderer/workers/sync/sync-ports.ts';

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
 * One exchange: what was decided goes up, then what changed comes down; the second also when the first met trouble, so
 * that one ailing route never keeps the list old.
 */
export async function exchange(ports: SyncPorts, options: ExchangeOptions): Promise<Step<void>> {
  // After a failure a cheap question comes first: decisions are not marked as sent into a network that is not there.
  if (options.probe) {
    const health = await ports.api.call('health', {});
    if (!health.ok) return health;
    await options.onAnswer?.();
  }
  const pushed = await push(ports, options.holdMs);
  if (!pushed.ok && pushed.error.kind === 'perlu_masuk') return pushed;
  const pulled = await pull(ports, options.onPage);
  return pushed.ok ? pulled : pushed;
}
