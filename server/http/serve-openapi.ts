import type { FastifyInstance } from 'fastify';
import { makeOpenApi } from '#shared/contract/openapi.ts';

/** The contract as OpenAPI, for people and tools; generated from the same schemas that check every request. */
export function registerOpenApi(app: FastifyInstance): void {
  const document = makeOpenApi();
  app.get('/api/v1/openapi.json', () => document);
}
