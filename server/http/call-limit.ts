import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pace } from '#shared/contract/api.ts';

/** How often routes may be called in a minute: by one account, and from one address, behind which an office may stand. */
export interface CallLimits {
  readonly perAccount: Readonly<Record<Pace, number>>;
  readonly pcsPerAddress: number;
}

/** So many calls of one key in so many minutes. */
export interface CallLimit {
  readonly max: number;
  readonly minutes: number;
  readonly keyOf: (request: FastifyRequest) => string;
}

/** Counts a call; true when it is one too many, and the answer then says when the next one is heard. */
export type TooMany = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/** A counter of its own for one kind of call, in the memory of this server. */
export function limitCalls(app: FastifyInstance, { max, minutes, keyOf }: CallLimit): TooMany {
  const timeWindow = minutes * 60_000;
  const count = app.createRateLimit({ max, timeWindow, keyGenerator: keyOf });
  return async (request, reply) => {
    const call = await count(request);
    if (call.isAllowed || !call.isExceeded) return false;
    void reply.header('retry-after', call.ttlInSeconds);
    return true;
  };
}

/** Where a call comes from. An IPv6 network counts as one address: who has one address of it has them all. */
export function addressOf(request: FastifyRequest): string {
  return normalizeIP(request.ip);
}
