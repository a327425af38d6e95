import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ApiRoute } from '#shared/contract/api.ts';

/** A body as it is sent, and how its sender says that it is packed. */
export interface WorstBody {
  readonly name: string;
  readonly body: string | Buffer<ArrayBuffer>;
  readonly encoding?: string;
}

/** Every body of these tests has so many bytes at most. */
export const attackBytes = 65_536;

/** The text as often as fits, between a beginning and an end. */
function filled(begin: string, text: string, end: string): string {
  const room = attackBytes - begin.length - end.length;
  return begin + text.repeat(Math.max(1, Math.floor(room / text.length))) + end;
}

/** JSON that costs its reader more than its writer, as the value of some field. */
const costly: readonly (readonly [string, string, string, string])[] = [
  ['a list of empty objects', '[{}', ',{}', ']'],
  ['a list of lists', '[[]', ',[]', ']'],
  ['a list of numbers', '[0', ',0', ']'],
  ['a list of texts', '[""', ',""', ']'],
  ['a list of what has an id', `[${anId()}`, `,${anId()}`, ']'],
  ['one text of escapes', '"', '\\u0000', '"'],
  ['one text of letters', '"', 'ä', '"'],
  ['lists in lists, never closed', '', '[', ''],
  ['objects in objects, never closed', '', '{"a":', ''],
  ['poisoned prototypes', '[{"__proto__":0}', ',{"__proto__":0}', ']'],
  ['a number without an end', '1', '0', ''],
];

function anId(): string {
  return '{"id":"01900000-0000-7000-8000-000000000001"}';
}

/** Bodies that no route wants, made for the fields that this one has; none is larger than `attackBytes`. */
export function worstIllegalBodies(route: ApiRoute): readonly WorstBody[] {
  const fields = [...fieldsOf(route.body), ...fieldsOf(route.documentedBody)];
  const whole = costly.map(([name, begin, text, end]) => ({
    name,
    body: filled(begin, text, end),
  }));
  const inFields = [...new Set(fields)].flatMap((field) =>
    costly.map(([name, begin, text, end]) => ({
      name: `${field}: ${name}`,
      body: filled(`{"${field}":${begin}`, text, `${end}}`),
    })),
  );
  const half = attackBytes / 2 - 100;
  const nested = `{"a":${'['.repeat(half)}${']'.repeat(half)}}`;
  const keys = `{${Array.from({ length: 7_000 }, (_, at) => `"k${at}":0`).join(',')}}`;
  return [
    ...whole,
    ...inFields,
    { name: 'lists in lists', body: nested },
    { name: 'thousands of fields', body: keys.slice(0, attackBytes) },
    { name: 'bytes that are no text', body: Buffer.alloc(attackBytes, 0xff) },
    ...['gzip', 'deflate', 'br', 'zstd', 'identity, gzip'].map((encoding) => ({
      name: `sent as ${encoding}`,
      body: Buffer.from(gzipSync(Buffer.alloc(60_000_000, '[{},'))),
      encoding,
    })),
  ];
}

function fieldsOf(schema: z.ZodType | undefined): readonly string[] {
  if (!schema) return [];
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.keys(properties);
}
