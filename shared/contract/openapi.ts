import { z } from 'zod';
import { apiErrorBodySchema } from '#shared/contract/api-error.ts';
import { apiRoutes, contractVersion, type ApiRoute } from '#shared/contract/api.ts';

/** A JSON object of the document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the central server, generated from `apiRoutes`; it is plain JSON. */
export function makeOpenApi(): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [operationId, route] of Object.entries<ApiRoute>(apiRoutes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(operationId, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Meja Verifikator', version: String(contractVersion) },
    paths,
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: {
        Error: {
          description: 'An error: its kind, a sentence and what to do.',
          content: { 'application/json': { schema: jsonSchemaOf(apiErrorBodySchema, 'output') } },
        },
      },
    },
  };
}

/** JSON Schema 2020-12 of a zod schema, as sent (`input`) or as answered (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'throw' });
  return rest;
}

function operation(operationId: string, route: ApiRoute): JsonObject {
  const body = route.documentedBody ?? route.body;
  return {
    operationId,
    summary: route.summary,
    ...(route.access === 'public' ? {} : { security: [{ accessToken: [] }] }),
    ...(typeof route.access === 'string' ? {} : { 'x-roles': route.access }),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaOf(body, 'input') } },
      },
    }),
    responses: {
      ...success(route.answer),
      default: { $ref: '#/components/responses/Error' },
    },
  };
}

function success(answer: ApiRoute['answer']): JsonObject {
  if (answer === 'empty') return { '204': { description: 'Done.' } };
  if (answer === 'binary') {
    const content = { 'application/pdf': {} };
    return {
      '200': { description: 'The whole document.', content },
      '206': { description: 'The byte range asked for.', content },
    };
  }
  const content = { 'application/json': { schema: jsonSchemaOf(answer, 'output') } };
  return { '200': { description: 'The answer.', content } };
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}
