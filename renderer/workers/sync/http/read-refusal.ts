import { z } from 'zod';
import type { Fault } from '#renderer/workers/sync/fault.ts';
import { receivedErrorSchema } from '#shared/contract/api-error.ts';

const bodySchema = z.object({ error: receivedErrorSchema });

/** What an answer with a status of 400 or more says; whatever has not the contract's shape is not our server's. */
export function readRefusal(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  data: unknown,
): Fault {
  const body = bodySchema.safeParse(data);
  if (status < 400 || !body.success) return { kind: 'bukan_jawaban' };
  const retryAfterSeconds = secondsOf(headers['retry-after']);
  const { error } = body.data;
  return { kind: 'server', status, error, ...(retryAfterSeconds > 0 && { retryAfterSeconds }) };
}

// As a date it would have to be compared with this PC's clock, which may be years off; our server gives seconds.
function secondsOf(header: unknown): number {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : 0;
}
