import type { Answer, CallOptions, ServerApi } from '#renderer/workers/sync/http/server-api.ts';
import type { CalledRoute, RouteAnswer, RouteInput } from '#shared/contract/route-call.ts';

/** What some routes answer. */
export type RouteAnswers = {
  readonly [N in CalledRoute]?: (
    input: RouteInput<N>,
    options: CallOptions,
  ) => Promise<Answer<RouteAnswer<N>>>;
};

/** Calls that these routes answer; every other one goes to `otherwise`, or is a mistake of the test. */
export function answerRoutes(
  routes: RouteAnswers,
  otherwise?: Pick<ServerApi, 'call'>,
): ServerApi['call'] {
  return (route, input, options = {}) => {
    const answer: RouteAnswers[typeof route] = routes[route];
    if (answer) return answer(input, options);
    if (otherwise) return otherwise.call(route, input, options);
    return Promise.reject(new Error(`Nobody calls ${route} here.`));
  };
}
