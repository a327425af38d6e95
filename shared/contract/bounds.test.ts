import { describe, expect, it } from 'vitest';
import { apiErrorBodySchema, receivedErrorSchema } from '#shared/contract/api-error.ts';
import { apiRoutes, type ApiRoute } from '#shared/contract/api.ts';
import { handoverElementSchema, handoverFileSchema } from '#shared/contract/handover.ts';
import { jsonSchemaOf } from '#shared/contract/openapi.ts';
import { commandKinds } from '#shared/workflow/commands.ts';
import { z } from 'zod';

/** Places in a JSON Schema that may be as long as their writer likes. */
function unboundedPlaces(schema: unknown, place: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => unboundedPlaces(one, place));
  if (!isObject(schema)) return [];
  const own = isBounded(schema) ? [] : [place];
  const inner = Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' && isObject(value)) {
      return Object.entries(value).flatMap(([name, one]) =>
        unboundedPlaces(one, `${place}.${name}`),
      );
    }
    return unboundedPlaces(value, key === 'items' ? `${place}[]` : place);
  });
  return [...own, ...inner];
}

function isBounded(schema: Readonly<Record<string, unknown>>): boolean {
  const { type, additionalProperties } = schema;
  const isFixed = 'const' in schema || 'enum' in schema || schema['format'] === 'uuid';
  if (type === 'string') return isFixed || typeof schema['maxLength'] === 'number';
  if (type === 'array') return typeof schema['maxItems'] === 'number';
  // A table with keys of its own; what an object carries besides the fields of its schema is told by `{}`.
  const isTable = isObject(additionalProperties) && Object.keys(additionalProperties).length > 0;
  return !isTable || typeof schema['maxProperties'] === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const routes = Object.entries<ApiRoute>(apiRoutes);

describe('every text, list and table of the contract has an upper bound', () => {
  it.each(routes)('%s', (_name, route) => {
    const asked = [route.params, route.query, route.body, route.documentedBody].map(
      (schema) => schema && jsonSchemaOf(schema, 'input'),
    );
    const answered = typeof route.answer === 'string' ? {} : jsonSchemaOf(route.answer, 'output');
    expect(unboundedPlaces([asked, answered], '')).toEqual([]);
  });

  it.each([
    ['errors', apiErrorBodySchema],
    ['errors as they are read', receivedErrorSchema],
    ['commands', commandKinds.schema],
    ['hand-over files', handoverFileSchema],
    ['elements of hand-over files', handoverElementSchema],
  ])('%s', (_name, schema) => {
    expect(unboundedPlaces(jsonSchemaOf(schema, 'input'), '')).toEqual([]);
  });
});

it('what has no bound would be found', () => {
  const schema = z.object({
    a: z.string(),
    b: z.array(z.int()),
    c: z.record(z.string().max(1), z.int()),
    d: z.object({ e: z.iso.datetime(), f: z.string().regex(/^x*$/) }).nullable(),
    fine: z.array(z.enum(['x'])).max(3),
  });
  expect(unboundedPlaces(jsonSchemaOf(schema, 'input'), '')).toEqual([
    '.a',
    '.b',
    '.c',
    '.d.e',
    '.d.f',
  ]);
});
