import type { z } from 'zod';
import { apiRoutes } from '#shared/contract/api.ts';

type Routes = typeof apiRoutes;

/** Name of a route of the contract. */
export type RouteName = keyof Routes;

/** A route that answers with JSON, or with nothing. */
export type CalledRoute = {
  [N in RouteName]: Routes[N]['answer'] extends 'binary' ? never : N;
}[RouteName];

/** A route that only a signed-in account may call. */
export type SignedInRoute = {
  [N in CalledRoute]: Routes[N]['access'] extends 'public' ? never : N;
}[CalledRoute];

type ParamsOf<R> = R extends { readonly params: infer S extends z.ZodType }
  ? { readonly params: z.input<S> }
  : object;
type QueryOf<R> = R extends { readonly query: infer S extends z.ZodType }
  ? { readonly query: z.output<S> }
  : object;
type BodyOf<R> = R extends { readonly documentedBody: infer S extends z.ZodType }
  ? { readonly body: z.input<S> }
  : R extends { readonly body: infer S extends z.ZodType }
    ? { readonly body: z.input<S> }
    : object;

/** Any route's input; each path parameter under its name. */
export interface AnyRouteInput {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** What a route is called with: whatever of path parameters, query and body it declares. */
export type RouteInput<N extends RouteName> = AnyRouteInput &
  ParamsOf<Routes[N]> &
  QueryOf<Routes[N]> &
  BodyOf<Routes[N]>;

/** What a route answers; null where it answers with nothing. */
export type RouteAnswer<N extends CalledRoute> = Routes[N]['answer'] extends z.ZodType
  ? z.output<Routes[N]['answer']>
  : null;

/** Whether a text names a route that only a signed-in account may call. */
export function isSignedInRoute(name: string): name is SignedInRoute {
  if (!isRouteName(name)) return false;
  const { access, answer } = apiRoutes[name];
  return access !== 'public' && answer !== 'binary';
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(apiRoutes, name);
}

/** Reads what a route answered, and nothing else; undefined: it is not what the contract says. */
export function readRouteAnswer<N extends CalledRoute>(
  route: N,
  data: unknown,
): RouteAnswer<N> | undefined {
  const { answer } = apiRoutes[route];
  const value = answer === 'empty' ? null : answer.safeParse(data).data;
  // Parsed by the schema of this very route; TypeScript cannot follow that through a name.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return value as RouteAnswer<N> | undefined;
}

/** The path of a route with its parameters in their places. */
export function fillPath(path: string, params: AnyRouteInput['params'] = {}): string {
  return path.replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
