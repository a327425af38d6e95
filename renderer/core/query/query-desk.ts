import type { Ask } from '#renderer/core/query/ask.ts';
import type { QueryDesk } from '#renderer/core/query/query-contract.ts';
import { queryFailed } from '#renderer/core/query/query-sentences.ts';
import { fail } from '#shared/kernel/result.ts';

/** A person who waits longer has given up. */
const patienceMs = 30_000;

/** The lane to the server for screens that show what lies there; nothing of it is kept. */
export function makeQueryDesk(ask: Ask): QueryDesk {
  return {
    ask: async (route, input, signal) => {
      const answer = await ask(route, input, { timeoutMs: patienceMs, ...(signal && { signal }) });
      return answer.ok ? answer : fail(queryFailed(answer.error));
    },
  };
}
