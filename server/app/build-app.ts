import fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { ServerSettings } from '#server/app/server-settings.ts';
import { registerBulk } from '#server/bulk/routes.ts';
import type { CountPages } from '#server/commands/command-handler.ts';
import { registerImports } from '#server/admin/import-routes.ts';
import { registerAssignment } from '#server/admin/assignment-routes.ts';
import { registerOffice } from '#server/admin/office-routes.ts';
import { registerPeople } from '#server/admin/people-routes.ts';
import { eventSealer } from '#server/commands/event-seals.ts';
import { registerCommands } from '#server/commands/routes.ts';
import type { DocumentStore } from '#server/documents/document-store.ts';
import { registerDocuments } from '#server/documents/routes.ts';
import { registerFeed } from '#server/feed/routes.ts';
import { holdLateCommand } from '#server/handover/late-commands.ts';
import { registerHandover } from '#server/handover/routes.ts';
import { registerHelpdesk } from '#server/helpdesk/routes.ts';
import { registerAppHost } from '#server/http/app-host.ts';
import { answerBrokenHttp, answerFrameworkError, registerErrors } from '#server/http/errors.ts';
import {
  checkingIntervalMs,
  headersTimeoutMs,
  limitConnections,
  requestTimeoutMs,
  silentTimeoutMs,
} from '#server/http/connections.ts';
import { readJsonBodies } from '#server/http/json-body.ts';
import { registerHealth } from '#server/http/health.ts';
import { registerIdentity } from '#server/http/server-identity.ts';
import { registerOpenApi } from '#server/http/serve-openapi.ts';
import type { RoutePorts } from '#server/http/register-route.ts';
import { registerSecurity } from '#server/http/security.ts';
import { trustOf, type TrustsProxy } from '#server/http/trusted-proxies.ts';
import type { TlsCertificate } from '#server/app/tls-certificate.ts';
import { accessTokenSecret, makeAccessTokens } from '#server/session/access-tokens.ts';
import { makeIdentify } from '#server/session/identify.ts';
import { registerSession } from '#server/session/routes.ts';
import { keptSecret } from '#server/store/secrets.ts';

/** Of a request only its route is logged: an address or a header may hold whatever a caller put there. */
const serializers = {
  req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url }),
};

/** What the application stands on. */
export interface ServerPorts extends RoutePorts {
  /** With it the server speaks TLS by itself. */
  readonly tls?: TlsCertificate | undefined;
  readonly documents: DocumentStore;
  readonly countPages?: CountPages;
  readonly settings: ServerSettings;
}

/** Puts the server together; it does not listen yet. */
export async function buildApp(ports: ServerPorts): Promise<FastifyInstance> {
  const { db, documents, countPages, now, settings } = ports;
  const { policy, signInAttempts, maxConnections } = settings;
  const trustsProxy = trustOf(settings.trustProxy);
  const app = listener({ ...ports, trustsProxy });
  const { pcsPerAddress } = ports.callLimits;
  limitConnections(app.server, { maxConnections, pcsPerAddress, trustsProxy });
  // The key is there before anybody holds a connection and waits for another one to read it.
  await eventSealer(db);
  const tokens = makeAccessTokens(await keptSecret(db, accessTokenSecret), now);
  const context = { app, ports, identify: makeIdentify(db, tokens, now) };

  registerErrors(app);
  readJsonBodies(app);
  await registerSecurity(app, settings.allowedOrigins, ports.callLimits);
  registerHealth(context);
  registerIdentity(context);
  await registerSession(context, {
    tokens,
    policy,
    enrolment: settings.enrolment,
    signInAttempts,
  });
  registerFeed(context, policy.minimumAppVersion);
  registerDocuments(context, documents);
  registerCommands(context, { countPages, holdLate: holdLateCommand });
  registerBulk(context);
  await registerHandover(context, { signInAttempts, countPages });
  registerPeople(context);
  registerOffice(context, countPages);
  registerImports(context);
  registerHelpdesk(context);
  registerAssignment(context);
  registerOpenApi(app);
  if (settings.appDir !== undefined) await registerAppHost(app, settings.appDir);
  return app;
}

/** What takes requests, with its limits of time; no route yet. */
function listener({
  settings,
  tls,
  trustsProxy,
}: Pick<ServerPorts, 'settings' | 'tls'> & { readonly trustsProxy: TrustsProxy }): FastifyInstance {
  const http = {
    headersTimeout: headersTimeoutMs,
    connectionsCheckingInterval: checkingIntervalMs,
  };
  const options = {
    trustProxy: trustsProxy,
    exposeHeadRoutes: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerBrokenHttp,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: silentTimeoutMs,
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel, serializers },
  } satisfies FastifyServerOptions;
  if (!tls) return fastify({ ...options, http });
  const https = { ...http, ...tls, minVersion: 'TLSv1.2' } as const;
  return fastify({ ...options, https });
}
