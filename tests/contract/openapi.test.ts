import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '#shared/contract/api.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const documentSchema = z.record(z.string(), z.unknown());
const pathsSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});

test('the served contract is valid OpenAPI and names every route', async () => {
  const answer = await fetch(`${server.url}/api/v1/openapi.json`);
  expect(answer.status).toBe(200);
  const document = documentSchema.parse(await answer.json());
  expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  const operations = Object.values(pathsSchema.parse(document).paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => operation.operationId);
  expect(operations.toSorted()).toEqual(Object.keys(apiRoutes).toSorted());
});
