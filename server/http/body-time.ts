import type { FastifyRequest, RouteShorthandOptions } from 'fastify';

/** How slowly a body may come. */
export interface BodyPace {
  /** Before it has to come at all: a line that drops packets needs some seconds for its first bytes. */
  readonly patienceMs: number;
  /** The slowest line that is waited for, bytes in a second. */
  readonly slowestLine: number;
}

const usualPace: BodyPace = { patienceMs: 20_000, slowestLine: 8_192 };

/**
 * A body of somebody who is not signed in must be here in the time that the largest one takes on a slow line; else the
 * connection is cut. Who sends a byte now and then holds nothing for long.
 */
export function limitBodyTime(
  bodyLimit: number,
  { patienceMs, slowestLine }: BodyPace = usualPace,
): Pick<RouteShorthandOptions, 'preParsing' | 'preValidation' | 'onResponse'> {
  const allowedMs = patienceMs + (bodyLimit / slowestLine) * 1_000;
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const stop = (request: FastifyRequest) => clearTimeout(timers.get(request));
  return {
    preParsing: async (request, _reply, payload) => {
      const timer = setTimeout(() => request.raw.destroy(), allowedMs);
      timers.set(request, timer);
      return payload;
    },
    preValidation: async (request) => stop(request),
    // A body that does not parse never comes to the step before.
    onResponse: async (request) => stop(request),
  };
}
