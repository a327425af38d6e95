import compress from '@fastify/compress';
import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { appVersionHeader } from '#shared/contract/api.ts';

/** Origin of the desktop application's pages. */
const desktopOrigin = 'app://bundle';

/** Headers of every answer, CORS for known origins alone, compression of JSON, counters for rate limits. */
export async function registerSecurity(
  app: FastifyInstance,
  allowedOrigins: readonly string[],
): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
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
    allowedHeaders: ['authorization', 'content-type', 'range', 'if-range', appVersionHeader],
    exposedHeaders: ['content-range', 'accept-ranges', 'etag', 'retry-after', 'content-length'],
    maxAge: 86_400,
  });
  // Brotli at its default quality (11) costs seconds of CPU a page; gzip's default is nearly as small here.
  await app.register(compress, { encodings: ['gzip'], threshold: 1_024 });
  await app.register(rateLimit, { global: false });
}
