import compress from '@fastify/compress';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { CallLimits } from '#server/http/call-limit.ts';
import { deviceProofHeader } from '#shared/contract/device-proof.ts';
import { appVersionHeader } from '#shared/contract/api.ts';
import { permissionsPolicy } from '#shared/contract/permissions-policy.ts';

/** Origin of the desktop application's pages. */
const desktopOrigin = 'app://bundle';

/** A year, as browsers ask for it before they believe it. */
const strictTransport = 'max-age=31536000; includeSubDomains';

/** Headers of every answer, CORS for known origins alone, compression of JSON, a limit of calls. */
export async function registerSecurity(
  app: FastifyInstance,
  allowedOrigins: readonly string[],
  limits: CallLimits,
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      // Of a caller without TLS a browser would ignore it; a proxy says for itself what stood before it.
      ...(request.protocol === 'https' && { 'strict-transport-security': strictTransport }),
      'permissions-policy': permissionsPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      // Personal data must not rest in a browser's own cache, where nothing seals it.
      'cache-control': 'no-store',
    });
  });
  await app.register(cors, {
    origin: [desktopOrigin, ...allowedOrigins],
    methods: ['GET', 'POST', 'DELETE'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'range',
      'if-range',
      appVersionHeader,
      deviceProofHeader,
    ],
    exposedHeaders: ['content-range', 'accept-ranges', 'etag', 'retry-after', 'content-length'],
    maxAge: 86_400,
  });
  // Brotli at its default quality (11) costs seconds of CPU a page; gzip's default is nearly as small here.
  // Nothing that was sent is unpacked (`admission.ts` refuses it): a few bytes may be very many then.
  await app.register(compress, {
    encodings: ['gzip'],
    threshold: 1_024,
    globalDecompression: false,
  });
  // Routes of the contract count for themselves; this is for what else is served, the application's own files.
  await app.register(rateLimit, {
    max: limits.perAccount.deras * limits.pcsPerAddress,
    timeWindow: 60_000,
  });
}
