import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { makeAdmission } from '#server/http/admission.ts';
import type { Identify, Requester } from '#server/http/authentication.ts';
import type { CallLimits } from '#server/http/call-limit.ts';
import { isBodySignedWith } from '#server/http/device-proof.ts';
import { limitBodyTime } from '#server/http/body-time.ts';
import { sendError } from '#server/http/errors.ts';
import type { Db } from '#server/store/database.ts';
import type { ApiError } from '#shared/contract/api-error.ts';
import { appVersionHeader, type ApiRoute } from '#shared/contract/api.ts';
import { makeApiError } from '#shared/contract/error-messages.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';

/** A document's bytes, whole (200) or a part of them (206). */
export interface BinaryAnswer {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly status: 200 | 206;
  readonly headers: Readonly<Record<string, string>>;
}

type Part<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type PartOf<Route, Key extends string> =
  Route extends Record<Key, infer Schema> ? Part<Schema> : undefined;

/** What a handler gets: the parsed parts of the request, who calls (undefined on a public route), and the rest. */
export interface RouteCall<Route extends ApiRoute> {
  readonly params: PartOf<Route, 'params'>;
  readonly query: PartOf<Route, 'query'>;
  readonly body: PartOf<Route, 'body'>;
  readonly requester: Route['access'] extends 'public' ? undefined : Requester;
  readonly appVersion: string | undefined;
  readonly request: FastifyRequest;
  /** For headers of the answer; handlers never send. */
  readonly reply: FastifyReply;
}

/** What a handler answers: the value of the route's schema. */
export type HandlerAnswer<Route extends ApiRoute> = Route['answer'] extends z.ZodType
  ? z.output<Route['answer']>
  : Route['answer'] extends 'empty'
    ? undefined
    : BinaryAnswer;

/** Does the work of a route; an expected failure is an error value. */
export type RouteHandler<Route extends ApiRoute> = (
  call: RouteCall<Route>,
) => Promise<Result<HandlerAnswer<Route>, ApiError>>;

/** What every route stands on; tests give a clock of their own and have every answer checked. */
export interface RoutePorts {
  readonly db: Db;
  readonly now: () => Date;
  /** Parse every answer with its schema before it is sent, and fail when it does not fit. */
  readonly checkAnswers: boolean;
  readonly callLimits: CallLimits;
}

/** What every route needs; whatever only one capability needs, that one is given besides. */
export interface RouteContext {
  readonly app: FastifyInstance;
  readonly ports: RoutePorts;
  readonly identify: Identify;
}

/** So many places of what does not fit are named. */
const namedPlaces = 10;
/** Body of a route that declares none: enough for the `{}` that some clients send. */
const noBodyBytes = 64;

/**
 * Registers a route of the contract. Before a byte of the body is read: how often this address calls, who it is and
 * whether he may, how often that account calls. Then params, query and body by their schemas, then the handler, whose
 * answer is sent as the contract says.
 */
export function registerRoute<const Route extends ApiRoute>(
  context: RouteContext,
  route: Route,
  handler: RouteHandler<Route>,
): void {
  const { app, ports, identify } = context;
  const requesters = new WeakMap<FastifyRequest, Requester>();
  const admit = makeAdmission({ app, identify, limits: ports.callLimits }, route, requesters);
  const bodyLimit = route.bodyBytes ?? noBodyBytes;
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit,
    // Counted by `admit`, before anything else.
    config: { rateLimit: false },
    onRequest: admit,
    ...(route.access === 'public' && limitBodyTime(bodyLimit)),
    handler: async (request, reply) => {
      if (!(await isSigned(route, request, requesters.get(request)))) {
        return sendError(reply, makeApiError('belum_masuk'));
      }
      const parts = parseParts(route, request);
      if (!parts.ok) return sendError(reply, parts.error);
      const call = {
        ...parts.value,
        requester: requesters.get(request),
        appVersion: versionOf(request),
        request,
        reply,
      };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by this very route's schemas above
      const answer = await handler(call as RouteCall<Route>);
      if (!answer.ok) return sendError(reply, answer.error);
      return sendAnswer(reply, route, answer.value, ports.checkAnswers);
    },
  });
}

/** A token alone is nothing where the PC has a key: whoever took it does not hold that. */
async function isSigned(
  { signed, path }: ApiRoute,
  request: FastifyRequest,
  requester: Requester | undefined,
): Promise<boolean> {
  const key = requester?.deviceKey ?? null;
  return !signed || key === null || isBodySignedWith(request, path, key);
}

function parseParts(
  route: ApiRoute,
  request: FastifyRequest,
): Result<{ params: unknown; query: unknown; body: unknown }, ApiError> {
  const parsed: Record<'params' | 'query' | 'body', unknown> = {
    params: undefined,
    query: undefined,
    body: undefined,
  };
  for (const key of ['params', 'query', 'body'] as const) {
    const schema = route[key];
    if (!schema) continue;
    const result = schema.safeParse(request[key]);
    if (!result.success) return fail(makeApiError('tidak_sah', messageOf(result.error)));
    parsed[key] = result.data;
  }
  return succeed(parsed);
}

/** Names the first few things that do not fit, never their values. */
function messageOf(error: z.ZodError): { message?: string } {
  const paths = error.issues
    .slice(0, namedPlaces)
    .map((issue) => issue.path.join('.').slice(0, 80))
    .filter((path) => path !== '');
  if (paths.length === 0) return {};
  return { message: `Data yang dikirim tidak sah: ${[...new Set(paths)].join(', ')}.` };
}

async function sendAnswer(
  reply: FastifyReply,
  route: ApiRoute,
  answer: unknown,
  check: boolean,
): Promise<FastifyReply> {
  if (route.answer === 'empty') return reply.status(204).send();
  if (route.answer === 'binary') {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `HandlerAnswer` ties the type to this answer kind
    const { bytes, mediaType, status, headers } = answer as BinaryAnswer;
    return reply.status(status).type(mediaType).headers(headers).send(bytes);
  }
  if (check) route.answer.parse(answer);
  return reply.send(answer);
}

function versionOf(request: FastifyRequest): string | undefined {
  const header = request.headers[appVersionHeader];
  return typeof header === 'string' ? header : undefined;
}
