import type { FastifyInstance } from 'fastify';
import { makeOpenApi } from '#shared/contract/openapi.ts';

/** The contract as OpenAPI, for people and tools; generated from the same schemas that check every request. */
export function registerOpenApi(app: FastifyInstance): void {
  // Once: it is large, and anybody may ask for it.
  const text = JSON.stringify(makeOpenApi());
  app.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
}
