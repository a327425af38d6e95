import type { ShownError } from '#renderer/core/shown-error.ts';
import type { RouteAnswer, RouteInput, SignedInRoute } from '#shared/contract/route-call.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Asks the server for what is not on this PC; a question without an answer says why and what to do. */
export interface QueryDesk {
  /** `signal`: nobody waits for it any more. */
  ask<N extends SignedInRoute>(
    route: N,
    input: RouteInput<N>,
    signal?: AbortSignal,
  ): Promise<Result<RouteAnswer<N>, ShownError>>;
}
