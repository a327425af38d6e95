import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { makeAccessTokens } from '#server/session/access-tokens.ts';
import type { AppPorts } from '#server/http/ports.ts';
import { registerAppHost } from '#server/http/app-host.ts';
import { answerBrokenHttp, answerFrameworkError, registerErrors } from '#server/http/errors.ts';
import { registerSecurity } from '#server/http/security.ts';
import { registerChanges } from '#server/feed/routes.ts';
import { registerCommands } from '#server/commands/routes.ts';
import { registerDocuments } from '#server/documents/routes.ts';
import { registerHandover } from '#server/handover/routes.ts';
import { registerHealth } from '#server/http/health.ts';
import { registerOpenApi } from '#server/http/openapi.ts';
import { registerSession } from '#server/session/routes.ts';
import { keptSecret } from '#server/store/secrets.ts';

/** Largest request body in bytes: a full batch of 100 decisions with long notes. */
const bodyLimit = 4 * 1_048_576;

/** A full batch over 256 kbit/s takes two minutes; whoever needs more than five is not sending. */
const requestTimeoutMs = 300_000;

/** Of a request only its route is logged: an address or a header may hold whatever a caller put there. */
const serializers = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url }),
};

/** Puts the server together; it does not listen yet. */
export async function buildApp(ports: AppPorts): Promise<FastifyInstance> {
  const { settings } = ports;
  const app = fastify({
    bodyLimit,
    // One proxy: what it saw counts. Whatever stands before that in X-Forwarded-For, the caller may have made up.
    trustProxy: settings.trustProxy && ((_address, hop) => hop === 0),
    exposeHeadRoutes: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerBrokenHttp,
    requestTimeout: requestTimeoutMs,
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel, serializers },
  });
  const tokens = makeAccessTokens(await keptSecret(ports.db, 'access-token'), ports.now);
  const context = { app, ports, tokens };

  registerErrors(app);
  await registerSecurity(app, settings.allowedOrigins);
  registerHealth(context);
  await registerSession(context);
  registerChanges(context);
  registerDocuments(context);
  registerCommands(context);
  await registerHandover(context);
  registerOpenApi(app);
  if (settings.appDir !== undefined) await registerAppHost(app, settings.appDir);
  return app;
}
