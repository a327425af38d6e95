import { describe, expect, it } from 'vitest';
import { apiRoutes, contractVersion, type ApiRoute } from '#shared/contract/api.ts';
import { makeOpenApi } from '#shared/contract/openapi.ts';

const document = makeOpenApi();

describe('makeOpenApi', () => {
  it('is plain JSON of OpenAPI 3.1 with the version of the contract', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: String(contractVersion) },
    });
  });

  it.each(Object.entries<ApiRoute>(apiRoutes))('describes %s', (operationId, route) => {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const described = at(document, 'paths', path, route.method.toLowerCase());
    expect(described).toMatchObject({ operationId, summary: route.summary });
    expect(at(described, 'responses')).toHaveProperty('default');
    expect(Object.hasOwn(described, 'requestBody')).toBe(route.body !== undefined);
    expect(Object.hasOwn(described, 'security')).toBe(route.access !== 'public');
  });

  it('lists path and query parameters', () => {
    expect(at(document, 'paths', '/api/v1/documents/{sha256}', 'get', 'parameters')).toMatchObject([
      { name: 'sha256', in: 'path', required: true },
    ]);
    expect(at(document, 'paths', '/api/v1/changes', 'get', 'parameters')).toMatchObject([
      { name: 'cursor', in: 'query', required: false },
      { name: 'limit', in: 'query', required: false },
      { name: 'lastCommand', in: 'query', required: false },
      { name: 'lastReceipt', in: 'query', required: false },
      { name: 'takenAfter', in: 'query', required: false },
      { name: 'appointmentId', in: 'query', required: false },
      { name: 'givenToo', in: 'query', required: false },
      { name: 'referenceAfter', in: 'query', required: false },
    ]);
  });

  it('describes the whole decision, although the route takes a batch more loosely', () => {
    const body = at(document, 'paths', '/api/v1/decisions', 'post', 'requestBody');
    expect(JSON.stringify(body)).toContain('pagesSeen');
  });

  it('describes every kind of command, although the route takes a batch more loosely', () => {
    const body = at(document, 'paths', '/api/v1/commands', 'post', 'requestBody');
    expect(JSON.stringify(body)).toContain('"const":"putusan"');
    expect(JSON.stringify(body)).toContain('pagesSeen');
  });

  it('refers to nothing that it does not contain', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(references)).toEqual(new Set(['#/components/responses/Error']));
    expect(at(document, 'components', 'responses', 'Error')).toBeDefined();
  });
});

function at(value: unknown, ...path: readonly string[]): object {
  let here: unknown = value;
  for (const name of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, name) : undefined;
  }
  if (typeof here !== 'object' || here === null) throw new Error(`nothing at ${path.join(' ')}`);
  return here;
}
