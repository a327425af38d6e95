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

/** How a body begins, what it repeats, and how it ends. */
type Filling = readonly [begin: string, text: string, end: string];

/** The text as often as fits, between a beginning and an end. */
function filled(bytes: number, [begin, text, end]: Filling): string {
  const room = bytes - begin.length - end.length;
  return begin + text.repeat(Math.max(1, Math.floor(room / text.length))) + end;
}

/** JSON that costs its reader more than its writer, as the value of some field. */
const costly: readonly (readonly [name: string, ...Filling])[] = [
  ['a list of empty objects', '[{}', ',{}', ']'],
  ['a list of lists', '[[]', ',[]', ']'],
  ['a list of numbers', '[0', ',0', ']'],
  ['a list of texts', '[""', ',""', ']'],
  ['a list of what has an id', `[${anId()}`, `,${anId()}`, ']'],
  ['a list of objects in lists', '[[{}]', ',[{}]', ']'],
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
  const fields = fieldsOf(route);
  const whole = costly.map(([name, ...filling]) => ({ name, body: filled(attackBytes, filling) }));
  const inFields = fields.flatMap((field) => costlyIn(field, attackBytes));
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
      body: (bomb ??= Buffer.from(gzipSync(Buffer.alloc(60_000_000, '[{},')))),
      encoding,
    })),
  ];
}

/** Packing it costs more than all that is done with it. */
let bomb: Buffer<ArrayBuffer> | undefined;

/** The same of the largest size that the route takes at all. */
export function largestIllegalBodies(route: ApiRoute): readonly WorstBody[] {
  const bytes = route.bodyBytes ?? 0;
  if (bytes <= attackBytes) return [];
  const half = bytes / 2 - 100;
  const keys = Math.floor(bytes / 14);
  return [
    ...fieldsOf(route).flatMap((field) => costlyIn(field, bytes)),
    { name: 'lists in lists', body: `{"a":${'['.repeat(half)}${']'.repeat(half)}}` },
    {
      name: 'very many fields',
      body: `{${Array.from({ length: keys }, (_, at) => `"k${at}":0`).join(',')}}`,
    },
    {
      name: 'a prototype behind very many lists',
      body: filled(bytes, ['{"x":[', '[],', '0],"constructor":{"prototype":0}}']),
    },
  ];
}

function costlyIn(field: string, bytes: number): WorstBody[] {
  return costly.map(([name, begin, text, end]) => ({
    name: `${field}: ${name}`,
    body: filled(bytes, [`{"${field}":${begin}`, text, `${end}}`]),
  }));
}

function fieldsOf(route: ApiRoute): readonly string[] {
  const fields = [route.body, route.documentedBody].flatMap((schema) => {
    if (!schema) return [];
    const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
    return Object.keys(properties);
  });
  return [...new Set(fields)];
}
